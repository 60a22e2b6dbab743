import { setImmediate as breathe } from 'node:timers/promises';
import type { Block } from '../reply/reply.js';
import type { Mark, News } from '../store/news.js';
import type { Outbox } from '../store/outbox.js';
import type { Settings } from '../store/settings.js';
import type { Place, Subscriptions, Watch } from '../store/subscriptions.js';
import type { ToldFigure } from '../store/told.js';
import { type Changes, coveredBy, type Item } from './changes.js';
import type { Composed, Composer } from './compose.js';
import { baseOf, belowPlan, crossing, lets } from './conditions.js';
import { Kept } from './kept.js';
import type { Outgoing } from './outgoing.js';
import type { Asker } from './ports.js';
import { FRESH_MS, slotOf } from './times.js';
import * as words from './words.js';

interface Parts {
  readonly subs: Subscriptions;
  readonly settings: Settings;
  readonly news: News;
  readonly changes: Changes;
  readonly composer: Composer;
  readonly outbox: Outbox;
  readonly outgoing: Outgoing;
  readonly asker: Asker;
  readonly atomically: <T>(action: () => T) => T;
}

/** Up to where in the news the alerts have been made. */
const MARK = 'digest.alerted';
/** Up to where those are made that a check has begun with. */
const BEGUN = 'digest.alerting';

/** An alert that waited a day is told by the digest. */
const WORTH_MS = 24 * 60 * 60_000;

/** Tells those who follow an indicator as soon as its figures change. */
export class Alerts {
  readonly #composed = new Kept<Composed>(100);

  constructor(private readonly parts: Parts) {}

  /**
   * Makes an alert for each place that follows something that changed since the last time; returns how many. Other work
   * gets its turn between two places. What one check makes has one name, which is written down before: one that was
   * stopped, or killed, is ended by the next under the same name, whatever was loaded meanwhile, and nobody is told twice.
   * `added` is called when there is something to send.
   */
  async check(
    now: number,
    stopped: () => boolean = () => false,
    added: () => void = () => {},
  ): Promise<number> {
    const { settings, news, atomically } = this.parts;
    let made = 0;
    while (!stopped()) {
      const from = read(settings.get(MARK));
      // Without a beginning nothing is new: the store was just built.
      if (from === null) {
        settings.set(MARK, JSON.stringify(news.mark()));
        break;
      }
      const to = read(settings.get(BEGUN)) ?? news.mark();
      if (to.observation === from.observation && to.history === from.history) break;
      settings.set(BEGUN, JSON.stringify(to));
      for await (const told of this.#each(from, to, now)) {
        if (told) made += 1;
        if (told && made % 50 === 1) added();
        if (stopped()) return made;
      }
      atomically(() => {
        settings.set(MARK, JSON.stringify(to));
        settings.set(BEGUN, 'null');
      });
    }
    return made;
  }

  /** A place at a time, whether it is told something. */
  async *#each(from: Mark, to: Mark, now: number): AsyncGenerator<boolean> {
    const { changes, subs } = this.parts;
    const since = changes.between(from, to);
    if (since.length === 0) return;
    const touched = new Set(since.map((c) => c.indicator));
    for (const watches of byPlace(subs.everyWatch())) {
      const concerned = watches.filter((w) => indicatorsOf(w).some((i) => touched.has(i)));
      if (concerned.length === 0) continue;
      yield this.#alert(concerned, from, to, now);
      await breathe();
    }
  }

  #alert(watches: readonly Watch[], from: Mark, to: Mark, now: number): boolean {
    const { subs, changes, outbox, outgoing, atomically, asker } = this.parts;
    const [{ chat, thread } = { chat: 0, thread: 0 }] = watches;
    const place: Place = { chat, thread };
    const digest = `a:${to.observation}-${to.history}`;
    // It was told before a check was stopped.
    if (outbox.stateOf(digest, place) !== null) return false;
    const sub = subs.get(place);
    if (subs.isBlocked(chat) || (sub && sub.state !== 'on')) return false;
    // The digest that is due now tells it.
    if (sub && sub.nextAt <= now && now - slotOf(sub, now).slot <= FRESH_MS) return false;
    const { facts } = asker;
    const span = `${from.observation} ${from.history} ${to.observation} ${to.history}`;
    const follows = watches
      .map(({ question, crosses, only }) => JSON.stringify([question, crosses, only]))
      .join('\n');
    const candidates = changes.wanted(
      span,
      follows,
      () => changes.between(from, to),
      () => coveredBy(watches, facts),
    );
    const { items, name } = changes.newTo(place, candidates);
    const same = `${facts.revision} ${asker.today()} ${span} ${follows} ${name}`;
    const told = this.#composed.get(same, () => this.#compose(items, watches));
    if (told.blocks.length === 0) return false;
    const times = { now, until: now + WORTH_MS };
    return atomically(() => outgoing.add(digest, place, told, times)) > 0;
  }

  /** Without blocks where nothing is worth an alert. */
  #compose(news: readonly Item[], watches: readonly Watch[]): Composed {
    const { composer, asker } = this.parts;
    const each = watches.map((watch) => ({ watch, covers: coveredBy([watch], asker.facts) }));
    const concerned = ({ key }: Item) => each.flatMap((e) => (e.covers(key) ? [e.watch] : []));
    const items = news.filter((item) => concerned(item).some((watch) => lets(watch, item, asker)));
    const told = composer.items(items, (item, shown) => this.#remarks(item, concerned(item), shown));
    if (told.blocks.length === 0) return told;
    return { ...told, blocks: [words.heading(words.ALERT), ...told.blocks] };
  }

  /** Each condition that is met, with its base. */
  #remarks(item: Item, watches: readonly Watch[], shown: readonly ToldFigure[]): readonly Block[] {
    const { asker, news } = this.parts;
    const { facts } = asker;
    const { key } = item;
    const remarks: string[] = [];
    const crossed = new Set<string>();
    for (const { crosses } of watches) {
      if (crosses === null || crossed.has(crosses)) continue;
      crossed.add(crosses);
      const growth = crossing(key, crosses, asker);
      if (growth) remarks.push(words.crossedText(growth, crosses));
    }
    const plan = belowPlan(key, facts);
    if (plan) remarks.push(words.belowPlanText(plan.actual, plan.target));
    const replaced = item.revised && item.before === null ? news.before(key) : null;
    if (replaced) remarks.push(words.replacedText(replaced, facts));
    // A new level is read against the year before, where the answer does not say it already.
    const level = key.measure === 'actual' || key.measure === 'index';
    const base = level && !item.revised && item.before === null ? baseOf(key, facts) : null;
    const said =
      base !== null && shown.some((f) => f.period === base.period && f.indicator === base.indicator);
    if (base && !said) remarks.push(words.baseText(base));
    return remarks.map(words.note);
  }
}

const read = (mark: string | null): Mark | null => JSON.parse(mark ?? 'null') as Mark | null;

const indicatorsOf = (watch: Watch): readonly string[] =>
  (watch.question as { subject: { value: { indicators: readonly string[] } } }).subject.value.indicators;

function* byPlace(watches: Iterable<Watch>): Generator<readonly Watch[]> {
  let same: Watch[] = [];
  for (const watch of watches) {
    const [first] = same;
    if (first && (first.chat !== watch.chat || first.thread !== watch.thread)) {
      yield same;
      same = [];
    }
    same.push(watch);
  }
  if (same.length > 0) yield same;
}
