import { setImmediate as breathe } from 'node:timers/promises';
import type { Block } from '../reply/reply.js';
import type { Mark, News } from '../store/news.js';
import type { Settings } from '../store/settings.js';
import type { Place, Subscriptions, Watch } from '../store/subscriptions.js';
import type { ToldFigure } from '../store/told.js';
import { type Changes, coveredBy, type Item } from './changes.js';
import type { Composer } from './compose.js';
import { baseOf, belowPlan, crossing, lets } from './conditions.js';
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
  readonly outgoing: Outgoing;
  readonly asker: Asker;
  readonly atomically: <T>(action: () => T) => T;
}

/** Up to where in the news the alerts have been made. */
const MARK = 'digest.alerted';

/** An alert that waited a day is told by the digest. */
const WORTH_MS = 24 * 60 * 60_000;

/** Tells those who follow an indicator as soon as its figures change. */
export class Alerts {
  constructor(private readonly parts: Parts) {}

  /**
   * Makes an alert for each place that follows something that changed since the last time; returns how many. Other work
   * gets its turn between two places; when it is stopped the next check begins where this one did.
   */
  async check(now: number, stopped: () => boolean = () => false): Promise<number> {
    const { settings, news, changes, subs } = this.parts;
    const mark = news.mark();
    const before = JSON.parse(settings.get(MARK) ?? 'null') as Mark | null;
    // Without a beginning nothing is new: the store was just built.
    const since = before && changes.since(before);
    let made = 0;
    if (since && since.length > 0) {
      const touched = new Set(since.map((c) => c.indicator));
      for (const watches of byPlace(subs.everyWatch())) {
        const concerned = watches.filter((w) => indicatorsOf(w).some((i) => touched.has(i)));
        if (concerned.length === 0) continue;
        if (stopped()) return made;
        if (this.#alert(concerned, since, mark, now)) made += 1;
        await breathe();
      }
    }
    if (before?.observation !== mark.observation || before.history !== mark.history)
      settings.set(MARK, JSON.stringify(mark));
    return made;
  }

  #alert(
    watches: readonly Watch[],
    since: Parameters<Changes['newTo']>[1],
    mark: Mark,
    now: number,
  ): boolean {
    const { subs, changes, composer, outgoing, atomically, asker } = this.parts;
    const [{ chat, thread } = { chat: 0, thread: 0 }] = watches;
    const place: Place = { chat, thread };
    const sub = subs.get(place);
    if (subs.isBlocked(chat) || (sub && sub.state !== 'on')) return false;
    // The digest that is due now tells it.
    if (sub && sub.nextAt <= now && now - slotOf(sub, now).slot <= FRESH_MS) return false;
    const facts = asker.facts;
    const each = watches.map((watch) => ({ watch, covers: coveredBy([watch], facts) }));
    const concerned = ({ key }: Pick<Item, 'key'>) => each.flatMap((e) => (e.covers(key) ? [e.watch] : []));
    const items = changes
      .newTo(place, since, (key) => concerned({ key }).length > 0)
      .filter((item) => concerned(item).some((watch) => lets(watch, item, asker)));
    if (items.length === 0) return false;
    const told = composer.items(items, (item, shown) => this.#remarks(item, concerned(item), shown));
    if (told.blocks.length === 0) return false;
    const blocks = [words.heading(words.ALERT), ...told.blocks];
    const digest = `a:${mark.observation}-${mark.history}`;
    const times = { now, until: now + WORTH_MS };
    return atomically(() => outgoing.add(digest, place, { ...told, blocks }, times)) > 0;
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
