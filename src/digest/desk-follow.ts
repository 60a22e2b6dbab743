import type { Result } from '../ask.js';
import type { FigureQuestion } from '../question/question.js';
import type { Button } from '../reply/reply.js';
import type { Buttons } from '../store/buttons.js';
import type { Place, Subscriptions, Watch } from '../store/subscriptions.js';
import * as say from './desk-words.js';
import type { Asker, DeskReply, Visitor } from './ports.js';
import { followableIn, followed } from './questions.js';
import { line, note } from './words.js';

interface Parts {
  readonly subs: Subscriptions;
  readonly buttons: Buttons;
  readonly asker: Asker;
  readonly now: () => number;
}

/** When a followed indicator is worth an alert; both null: at every figure. */
export type Condition = Pick<Watch, 'crosses' | 'only'>;

export const ALWAYS: Condition = { crosses: null, only: null };

const MOST_WATCHES = 50;

/** The watch-list of a place. */
export class Follows {
  constructor(private readonly parts: Parts) {}

  follow(read: Result, condition: Condition, visitor: Visitor): DeskReply {
    const { subs, now } = this.parts;
    if (read.answer.outcome === 'ask') return this.#which(read);
    const question = followed(read.question);
    if (!question)
      return read.question.kind === 'unclear'
        ? { blocks: read.reply.blocks }
        : { blocks: [line(say.NOT_FOLLOWABLE)] };
    const label = labelOf(read);
    const watches = subs.watches(visitor);
    if (watches.length >= MOST_WATCHES && !watches.some((w) => w.label === label))
      return { blocks: [line(say.MOST_FOLLOWED(MOST_WATCHES))] };
    const place = { chat: visitor.chat, thread: visitor.thread };
    subs.watch(place, visitor.person, { label, question, ...condition }, now());
    return this.#followed(place, label);
  }

  /** The act that follows what an answer is about; null when that is nothing, or followed already. */
  actFor(question: { readonly kind: string }, place: Place): string | null {
    const { subs, buttons, now } = this.parts;
    const target = followableIn(question);
    if (!target) return null;
    const known = whatOf(target);
    if (subs.watches(place).some((w) => whatOf(w.question as FigureQuestion) === known)) return null;
    return `a:${buttons.keep(target, now())}`;
  }

  /** Changes when a followed indicator is told; null when it is followed no more. */
  change(ref: string, which: string, visitor: Visitor): DeskReply | null {
    const { subs, now } = this.parts;
    const watch = this.#find(ref, visitor);
    if (!watch) return null;
    const only = which === 'plan' || which === 'revised' ? which : null;
    const place = { chat: visitor.chat, thread: visitor.thread };
    subs.watch(place, visitor.person, { ...watch, crosses: null, only }, now());
    return this.#followed(place, watch.label);
  }

  /** By its button in the list; a button of an indicator that is gone does nothing. */
  drop(ref: string, visitor: Visitor): void {
    const watch = this.#find(ref, visitor);
    if (watch) this.parts.subs.unwatch(visitor, watch.label);
  }

  unfollow(about: string, visitor: Visitor): DeskReply {
    const { subs, asker } = this.parts;
    const watches = subs.watches(visitor);
    if (watches.length === 0) return { blocks: [line(say.NOTHING_FOLLOWED)] };
    if (about === '') return { blocks: [line(say.UNFOLLOW_WHAT)], rows: this.rows(visitor) };
    const question = followed(asker.read(about).question);
    const wanted = JSON.stringify(question?.subject.value.indicators);
    const found = watches.find(
      (w) => JSON.stringify((w.question as NonNullable<typeof question>).subject.value.indicators) === wanted,
    );
    if (!found) return { blocks: [line(say.NOT_FOLLOWED(about))] };
    subs.unwatch(visitor, found.label);
    return { blocks: [line(say.UNFOLLOWED(found.label))] };
  }

  /** A button for each, to follow it no more. */
  rows(place: Place) {
    return this.parts.subs
      .watches(place)
      .slice(0, 20)
      .map((w) => [{ label: say.BUTTONS.unfollow(w.label), act: `u:${refOf(w)}` }]);
  }

  #followed(place: Place, label: string): DeskReply {
    const { subs } = this.parts;
    const watch = subs.watches(place).find((w) => w.label === label);
    if (!watch) return { blocks: [] };
    const off = subs.get(place)?.state === 'off';
    const button = (text: string, act: string, chosen: boolean) => ({
      label: chosen ? say.BUTTONS.chosen(text) : text,
      act: `o:${act}:${refOf(watch)}`,
    });
    const { crosses, only } = watch;
    return {
      blocks: [line(say.FOLLOWING(label, say.conditionText(watch))), ...(off ? [note(say.PAUSED)] : [])],
      rows: [
        [button(say.BUTTONS.everyFigure, 'all', crosses === null && only === null)],
        [
          button(say.BUTTONS.belowPlan, 'plan', only === 'plan'),
          button(say.BUTTONS.revised, 'revised', only === 'revised'),
        ],
        ...(off ? [[{ label: say.BUTTONS.on, act: 's:on' }]] : []),
      ],
    };
  }

  /** Several readings: one button each. */
  #which({ reply }: Result): DeskReply {
    const { buttons, now } = this.parts;
    const choices = reply.buttons.filter((b: Button) => followed(b.question));
    if (choices.length === 0) return { blocks: reply.blocks };
    const rows = choices.map((b) => [{ label: b.label, act: `w:${buttons.keep(b.question, now())}` }]);
    return { blocks: [line(say.FOLLOW_WHICH)], rows };
  }

  #find(ref: string, place: Place): Watch | undefined {
    return this.parts.subs.watches(place).find((w) => refOf(w) === ref);
  }
}

/** What a button calls it: ids of rows come back after a while, together with the moment they do not. */
const refOf = (watch: Watch): string => `${watch.id}-${watch.addedAt.toString(36)}`;

/** Thing, place and measure, for comparing. */
const whatOf = ({ subject, areas, measure }: FigureQuestion): string =>
  JSON.stringify([subject.value.indicators, areas.value, measure.value]);

/** «Xi măng · Lạng Sơn · mục tiêu»: the restated question without its period. */
function labelOf({ reply, question, answer }: Result): string {
  const [name = '', area = '', , measure] = (reply.restated ?? '').split(' · ');
  const said = 'measure' in question && question.measure.from === 'text' ? measure : undefined;
  return [name, answer.areas.length > 3 ? '' : area, said].filter((part) => part).join(' · ');
}
