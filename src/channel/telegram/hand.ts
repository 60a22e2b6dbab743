import type { Form } from '../../question/form.js';
import type { Block } from '../../reply/reply.js';
import { type Files, LONGEST_CAPTION, shortened } from './files.js';
import { ACT_OF, actData, callbackData, type Key, type Keyboard, keyboardOf } from './keyboard.js';
import { shareKey } from './link.js';
import type { ButtonsLike, Desk, Log, PicturesLike, Place, Studio, Told } from './ports.js';
import { renderReply } from './render.js';
import type { Sender, Target } from './send.js';
import { BUTTONS, FORBIDDEN, MORE_ALONE, MORE_IN_GROUP, NO_CHART, NO_FILE, NOT_NOW } from './words.js';

export interface HandParts {
  readonly sender: Sender;
  readonly files: Files;
  readonly buttons: ButtonsLike;
  /** Without it there are words only. */
  readonly studio: Studio | null;
  readonly pictures: PicturesLike | null;
  readonly desk: Desk | null;
  readonly log: Log;
  readonly now: () => number;
  /** Who we are; undefined until Telegram told. */
  readonly me: () => { readonly id: number; readonly username: string } | undefined;
}

/** Of three buttons in a row each has room for so many letters on a phone. */
const SHORT = 14;

const placeOf = ({ chat, thread = 0 }: Target): Place => ({ chat, thread });

/** An answer as it stands in one place, so that a button can bring it in another form. */
interface Own {
  readonly key: string;
  readonly offers: { readonly chart: boolean; readonly workbook: boolean };
}

/** An answer that arrived. */
export interface Handed {
  /** Another one than it was sent to when the group moved meanwhile. */
  readonly chat: number;
  /** With the figures that are seen there. */
  readonly told: Told;
}

/** Hands an answer over in the form wanted: words with buttons, a picture, or a file. */
export class Hand {
  constructor(private readonly parts: HandParts) {}

  /** Will it be drawn or uploaded? Then it takes a while. */
  isSlow(told: Told, form: Form | null): boolean {
    return form !== null && !!this.parts.studio && !!told.question && !!told.answer && isTold(told);
  }

  /**
   * Sends an answer. Tells where it arrived and what was shown there; null when the chat cannot be written to. What cannot
   * be drawn or listed is told in words, and why.
   */
  async answer(target: Target, told: Told, form: Form | null = told.form ?? null): Promise<Handed | null> {
    if (form === null || !this.parts.studio || !told.question || !told.answer)
      return this.#words(target, told);
    if (!isTold(told)) {
      // Which one is meant is asked; the choice is then handed over in the form that was wanted.
      const act = (button: Told['reply']['buttons'][number]) =>
        button.question.kind === 'source' ? 'q' : ACT_OF[form];
      const { sender, buttons, now } = this.parts;
      const keyboard = keyboardOf(told.reply.buttons, buttons, now(), [], act);
      return handed(told, await sender.reply(target, renderReply(told.reply), keyboard));
    }
    const given = form === 'chart' ? await this.#chart(target, told) : await this.#file(target, told, form);
    return typeof given === 'string' ? this.#words(target, told, given) : given;
  }

  /** The greeting or the help: also what else there is, and questions to tap. */
  greet(target: Target, told: Told, rows: readonly (readonly Key[])[]): Promise<number | null> {
    const { sender, buttons, now, studio } = this.parts;
    const keyboard = keyboardOf(told.reply.buttons, buttons, now(), rows);
    const more = target.chat > 0 ? MORE_ALONE : MORE_IN_GROUP;
    const reply = studio ? withNote(told.reply, more) : told.reply;
    return sender.reply(target, renderReply(reply), keyboard);
  }

  /**
   * The buttons under an answer in words, a row for each kind: where to go from here, in which form to have it, and where
   * it comes from, following and sharing it. `back`: the key of what the message showed before.
   */
  keyboard(told: Told, place: Place, back: string | null = null): Keyboard {
    const { buttons, now, desk } = this.parts;
    const own = this.#own(told);
    if (!own) return keyboardOf(told.reply.buttons, buttons, now());
    const sources = told.reply.buttons.filter((button) => button.question.kind === 'source');
    const steps = told.reply.buttons.filter((button) => !sources.includes(button));
    const forms: Key[] = back === null ? [] : [{ text: BUTTONS.answer, callback_data: callbackData(back) }];
    if (own.offers.chart) forms.push({ text: BUTTONS.chart, callback_data: callbackData(own.key, 'g') });
    if (own.offers.workbook)
      forms.push({ text: BUTTONS.workbook, callback_data: callbackData(own.key, 'x') });
    const keep = [...keyboardOf(sources, buttons, now()).inline_keyboard.flat()];
    // In a group its administrators alone may follow, with /theodoi.
    const act = place.chat > 0 ? (desk?.follow?.(told, place) ?? null) : null;
    if (act !== null) keep.push({ text: BUTTONS.follow, callback_data: actData(act) });
    keep.push(...this.#share(told, own));
    const rows = [...keyboardOf(steps, buttons, now()).inline_keyboard];
    // An odd step that is short does not stand alone.
    const odd = rows.at(-1);
    if (odd?.length === 1 && odd[0]!.text.length <= SHORT) {
      rows.pop();
      forms.unshift(...odd);
    }
    if (forms.length + keep.length <= 3) rows.push([...forms, ...keep]);
    else rows.push(forms, keep);
    return { inline_keyboard: rows.filter((row) => row.length > 0) };
  }

  async #words(target: Target, told: Told, remark: string | null = null): Promise<Handed | null> {
    const reply = remark === null ? told.reply : withNote(told.reply, remark);
    return handed(
      told,
      await this.parts.sender.reply(target, renderReply(reply), this.keyboard(told, placeOf(target))),
    );
  }

  /** Under a picture or a file: the other forms, each in a message of its own. */
  #beside(told: Told, shown: Form): Keyboard {
    const own = this.#own(told);
    if (!own) return { inline_keyboard: [] };
    const row: Key[] = [{ text: BUTTONS.words, callback_data: callbackData(own.key, 'n') }];
    if (shown !== 'chart' && own.offers.chart)
      row.push({ text: BUTTONS.chart, callback_data: callbackData(own.key, 'g') });
    if (shown === 'chart' && own.offers.workbook)
      row.push({ text: BUTTONS.workbook, callback_data: callbackData(own.key, 'x') });
    return { inline_keyboard: [[...row, ...this.#share(told, own)]] };
  }

  #share(told: Told, own: Own | null): Key[] {
    const me = this.parts.me();
    if (!own || !me) return [];
    return [shareKey(me.username, own.key, headlineOf(told))];
  }

  #own(told: Told): Own | null {
    const { studio, buttons, now } = this.parts;
    const { question, answer, reply } = told;
    if (!studio || !question || !answer || !isTold(told)) return null;
    const offers = studio.offers({ question, answer });
    if (!offers.chart && !offers.workbook) return null;
    // What is kept, and perhaps shared, says what was understood, not what somebody typed.
    const text = reply.restated ?? question.text;
    return { key: buttons.keep({ ...question, text }, now()), offers };
  }

  /** What was shown, or the remark for the words that go out instead. */
  async #chart(target: Target, told: Told): Promise<Handed | null | string> {
    const { studio, pictures, files, now, log } = this.parts;
    const picture = await studio!.chart(told.question!, { answer: told.answer });
    if (!picture) return NO_CHART;
    // A single figure is drawn within its series, whose figures are told with it.
    const shown = { ...told, answer: picture.answer ?? told.answer! };
    const bot = this.parts.me()?.id ?? 0;
    const keyboard = this.#beside(told, 'chart');
    const caption = captionOf(told, picture.caption);
    const known = pictures?.find(bot, picture.key) ?? null;
    if (known !== null) {
      const fate = await files.photo(target, known, caption, keyboard);
      if (fate.kind !== 'refused') return fate.kind === 'sent' ? { chat: fate.chat, told: shown } : null;
      pictures?.forget(bot, picture.key);
    }
    files.preparing(target, 'photo');
    let png: Uint8Array;
    try {
      png = await picture.png();
    } catch (error) {
      log.error({ err: error }, 'picture not drawn');
      return NOT_NOW;
    }
    const media = { source: Buffer.from(png), filename: `${picture.fileName}.png` };
    const fate = await files.photo(target, media, caption, keyboard);
    if (fate.kind === 'refused') return fate.forbidden ? FORBIDDEN : NOT_NOW;
    if (fate.kind === 'dropped') return null;
    if (fate.fileId !== null) pictures?.keep(bot, picture.key, fate.fileId, now());
    return { chat: fate.chat, told: shown };
  }

  async #file(target: Target, told: Told, form: 'workbook' | 'csv'): Promise<Handed | null | string> {
    const { studio, files } = this.parts;
    files.preparing(target, 'document');
    const file = await studio!.file(told.question!, form);
    if (!file) return NO_FILE;
    const media = { source: Buffer.from(file.bytes), filename: file.fileName };
    const caption = captionOf(told, file.caption);
    const fate = await files.document(target, media, caption, this.#beside(told, form));
    if (fate.kind === 'refused') return fate.forbidden ? FORBIDDEN : NOT_NOW;
    return fate.kind === 'sent' ? { chat: fate.chat, told } : null;
  }
}

const handed = (told: Told, chat: number | null): Handed | null => (chat === null ? null : { chat, told });

/** Does it tell what was asked? Otherwise it asks back or refuses. */
export function isTold({ answer }: Pick<Told, 'answer'>): boolean {
  return answer?.outcome === 'answer' || answer?.outcome === 'assumed';
}

/** The first line of an answer in words, which has the figure. */
export function headlineOf({ reply }: Told): string {
  const line = reply.blocks.find((block) => block.kind === 'line');
  return line?.spans.map((span) => span.text).join('') || (reply.restated ?? reply.plain);
}

/** The caption, with what was understood otherwise than typed: words say it in notes. Sources it has itself. */
function captionOf({ answer, reply }: Told, caption: string): string {
  const silent = new Set(['period', 'derived']);
  if (!answer?.assumptions.some(({ type }) => !silent.has(type))) return caption;
  const notes = reply.blocks
    .flatMap((block) => (block.kind === 'note' ? [block.spans.map((span) => span.text).join('')] : []))
    .filter((note) => note !== '' && !note.startsWith('Nguồn'));
  const told = shortened(notes.join('\n'), LONGEST_CAPTION / 2);
  return told === '' ? caption : `${shortened(caption, LONGEST_CAPTION - told.length - 1)}\n${told}`;
}

function withNote(reply: Told['reply'], text: string): Told['reply'] {
  const note: Block = { kind: 'note', spans: [{ text }] };
  return { ...reply, blocks: [...reply.blocks, note], plain: `${reply.plain}\n${text}` };
}
