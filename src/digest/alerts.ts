import type { Block } from '../reply/reply.js';
import { compare } from '../stats/decimal.js';
import { shiftYears } from '../stats/period.js';
import type { Mark, News } from '../store/news.js';
import type { FactKey, Facts } from '../store/reader.js';
import type { Settings } from '../store/settings.js';
import type { Place, Subscriptions, Watch } from '../store/subscriptions.js';
import type { ToldFigure } from '../store/told.js';
import { type Changes, coveredBy, currentOf, type Item } from './changes.js';
import type { Composer } from './compose.js';
import type { Outgoing } from './outgoing.js';
import * as words from './words.js';

interface Parts {
  readonly subs: Subscriptions;
  readonly settings: Settings;
  readonly news: News;
  readonly changes: Changes;
  readonly composer: Composer;
  readonly outgoing: Outgoing;
  readonly facts: () => Facts;
  readonly atomically: <T>(action: () => T) => T;
}

/** Up to where in the news the alerts have been made. */
const MARK = 'digest.alerted';

/** An alert that waited a day is told by the digest. */
const WORTH_MS = 24 * 60 * 60_000;

/** Tells those who follow an indicator as soon as its figures change. */
export class Alerts {
  constructor(private readonly parts: Parts) {}

  /** Makes an alert for each place that follows something that changed since the last time; returns how many. */
  check(now: number): number {
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
        if (concerned.length > 0 && this.#alert(concerned, since, mark, now)) made += 1;
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
    const { subs, changes, composer, outgoing, atomically } = this.parts;
    const [{ chat, thread } = { chat: 0, thread: 0 }] = watches;
    const place: Place = { chat, thread };
    if (subs.isBlocked(chat) || (subs.get(place)?.state ?? 'on') !== 'on') return false;
    const items = changes.newTo(place, since, this.#wanted(watches));
    if (items.length === 0) return false;
    const thresholds = watches.flatMap((w) => w.crosses ?? []);
    const told = composer.items(items, (item) => this.#remarks(item, thresholds));
    if (told.blocks.length === 0) return false;
    const blocks = [words.heading(words.ALERT), ...told.blocks];
    const digest = `a:${mark.observation}-${mark.history}`;
    const times = { now, until: now + WORTH_MS };
    return atomically(() => outgoing.add(digest, place, { ...told, blocks }, times)) > 0;
  }

  /** What a place's watches let through: one with a threshold only what crosses it. */
  #wanted(watches: readonly Watch[]): (key: FactKey) => boolean {
    const facts = this.parts.facts();
    const each = watches.map((w) => ({ covers: coveredBy([w], facts), crosses: w.crosses }));
    return (key) =>
      each.some(
        ({ covers, crosses }) => covers(key) && (crosses === null || crossing(key, crosses, facts) !== null),
      );
  }

  #remarks({ key }: Item, thresholds: readonly string[]): readonly Block[] {
    const facts = this.parts.facts();
    const remarks: Block[] = [];
    for (const threshold of new Set(thresholds)) {
      const growth = key.measure === 'growth' ? crossing(key, threshold, facts) : null;
      if (growth) remarks.push(words.note(words.crossedText(growth, threshold)));
    }
    const plan = key.measure === 'actual' ? belowPlan(key, facts) : null;
    if (plan) remarks.push(words.note(words.belowPlanText(plan.actual, plan.target)));
    return remarks;
  }
}

/** The growth that is beyond the threshold, where that of the year before was not (or is not held). */
export function crossing(key: FactKey, threshold: string, facts: Facts): ToldFigure | null {
  const growthOf = (period: string) =>
    currentOf(facts, { ...key, period, measure: 'growth', basis: key.basis === 'mom' ? 'mom' : 'yoy' });
  const beyond = (f: ToldFigure) =>
    threshold.startsWith('-') ? compare(f.value, threshold) <= 0 : compare(f.value, threshold) >= 0;
  const growth = growthOf(key.period);
  const before = growthOf(shiftYears(key.period, -1));
  return growth && beyond(growth) && !(before && beyond(before)) ? growth : null;
}

/** Actual and target of the period, when the actual stayed below. */
export function belowPlan(key: FactKey, facts: Facts) {
  const actual = currentOf(facts, { ...key, measure: 'actual', basis: null });
  const target = currentOf(facts, { ...key, measure: 'target', basis: null });
  return actual && target && actual.unit === target.unit && compare(actual.value, target.value) < 0
    ? { actual, target }
    : null;
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
