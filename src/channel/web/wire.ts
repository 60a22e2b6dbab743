import type { Question } from '../../question/question.js';
import type { Block } from '../../reply/reply.js';
import type { HandedOver } from './handover.js';
import type { Buttons, Drawing, Form, Said } from './talker.js';

/** A reply as it travels to the page. */
export interface WireReply extends HandedOver {
  readonly outcome: Said['answer']['outcome'];
  readonly restated: string | null;
  readonly blocks: readonly Block[];
  readonly buttons: readonly { readonly label: string; readonly key: string; readonly sentence: string }[];
  readonly plain: string;
  /** What was asked, to be pressed or drawn again; null where it was not a question about figures. */
  readonly key: string | null;
  /** The words alone, said by somebody else, would ask something else: an address needs the key too. */
  readonly carried: boolean;
  readonly offers: ReturnType<Drawing['offers']>;
  /** In what form it is wanted; stays with a question that is asked back. */
  readonly form: Form | null;
}

/**
 * Questions stay on this side: a button travels as its key, with the sentence for the address bar.
 *
 * @param typed the sentence as a person typed it; null: a button
 */
export function toWire(
  said: Said,
  typed: string | null,
  handed: HandedOver & { readonly form: Form | null },
  { buttons, studio }: { readonly buttons: Buttons; readonly studio: Drawing },
): WireReply {
  const { restated, blocks, plain } = said.reply;
  return {
    outcome: said.answer.outcome,
    restated,
    blocks,
    buttons: said.reply.buttons.map(({ label, question, sentence }) => ({
      label,
      key: buttons.keep(question),
      sentence,
    })),
    plain,
    key: keyOf(said, buttons),
    carried: typed !== null && leans(said, typed),
    offers: studio.offers(said),
    ...handed,
  };
}

/** The key of what was asked; null where it was not a question about figures. */
export function keyOf({ question }: Said, buttons: Buttons): string | null {
  return 'subject' in question || question.kind === 'many' ? buttons.keep(question) : null;
}

/** A slot came from the question before, or the whole question did («vẽ biểu đồ»). */
function leans({ question, form }: Said, typed: string): boolean {
  return fromContext(question) || (form !== null && !letters(typed).includes(letters(question.text)));
}

function fromContext(question: Question): boolean {
  if (question.kind === 'many') return question.parts.some(fromContext);
  if (!('subject' in question)) return false;
  const { subject, areas, measure, basis, periods } = question;
  return [subject, areas, measure, basis, periods].some((slot) => slot.from === 'context');
}

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
