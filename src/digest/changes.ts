import type { FigureQuestion } from '../question/question.js';
import { COUNTRY, HOME } from '../stats/facts.js';
import { comparePeriods } from '../stats/period.js';
import type { Change, Mark, News } from '../store/news.js';
import type { FactKey, Facts } from '../store/reader.js';
import type { Content, Place, Watch } from '../store/subscriptions.js';
import { sameFigure, type Told, type ToldFigure, type ToldRow } from '../store/told.js';

/** A change that is news to one place: what stands now (null: withdrawn), and what the place was told before. */
export interface Item {
  readonly key: FactKey;
  readonly now: ToldFigure | null;
  readonly before: ToldRow | null;
  /** Another figure stood there before, whether the place was told it or not. */
  readonly revised: boolean;
}

/** The figure that stands under a key now, as a person would be told it. */
export function currentOf(facts: Facts, key: FactKey): ToldFigure | null {
  const { indicator, area, period, measure, basis, level } = key;
  const o = facts
    .current({ indicator, area, period, measure })
    .find((c) => c.level === level && c.basis === basis);
  if (!o) return null;
  const { value, valueTo, bound, unit, status, source } = o;
  return { indicator, area, period, measure, basis, level, value, valueTo, bound, unit, status, source };
}

/** Indicators and areas that a place's watches are about. */
export function coveredBy(watches: readonly Watch[], facts: Facts): (key: FactKey) => boolean {
  const covered = new Set<string>();
  for (const { question } of watches) {
    const q = question as FigureQuestion;
    for (const indicator of q.subject.value.indicators) {
      for (const area of q.areas.value) {
        const away = q.areas.from === 'default' && area === HOME && !facts.everHeld(indicator, HOME);
        covered.add(`${indicator} ${away && !facts.enterpriseOnly(indicator) ? COUNTRY : area}`);
      }
    }
  }
  return (key) => covered.has(`${key.indicator} ${key.area}`);
}

/** What a digest of this content is about, whatever is followed. */
export function inContent(content: Content, facts: Facts): (key: FactKey) => boolean {
  if (content === 'watch') return () => false;
  if (content === 'all') return (key) => key.area === HOME;
  const members = facts.catalogue.groups.find((g) => g.id === content.slice(6))?.members ?? [];
  const group = new Set(members);
  return ({ indicator, area }) =>
    group.has(indicator) && area === (facts.everHeld(indicator, HOME) ? HOME : COUNTRY);
}

/** Changes are read once for all the places that have heard equally much. */
export class Changes {
  readonly #kept = new Map<string, readonly Change[]>();
  #revision = -1;

  constructor(
    private readonly news: News,
    private readonly told: Told,
    private readonly previews: Told,
    private readonly facts: () => Facts,
  ) {}

  since(mark: Mark): readonly Change[] {
    const { revision } = this.facts();
    if (revision !== this.#revision || this.#kept.size > 200) this.#kept.clear();
    this.#revision = revision;
    const key = `${mark.observation} ${mark.history}`;
    let changes = this.#kept.get(key);
    if (!changes) {
      changes = this.news.since(mark);
      this.#kept.set(key, changes);
    }
    return changes;
  }

  /** Those of the changes that the place does not know yet, in the order of the catalogue and of time. */
  newTo(place: Place, changes: readonly Change[], wanted: (key: FactKey) => boolean): readonly Item[] {
    const facts = this.facts();
    const items: Item[] = [];
    for (const { what, ...key } of changes) {
      const tellable = key.level === 'area' || facts.enterpriseOnly(key.indicator);
      if (!tellable || !wanted(key)) continue;
      const now = currentOf(facts, key);
      const told = toldOf(this.told, place, key);
      if (now !== null && told !== null && sameFigure(now, told)) continue;
      // What only a preview showed is told all the same; but if it was another figure, that one is what was said last.
      const before = latest(told, toldOf(this.previews, place, key), now);
      if (now === null && before === null) continue;
      items.push({ key, now, before, revised: what !== 'new' });
    }
    const position = new Map(facts.catalogue.indicators.map((i, n) => [i.id, n]));
    const at = (item: Item) => position.get(item.key.indicator) ?? 0;
    return items.sort((a, b) => comparePeriods(b.key.period, a.key.period) || at(a) - at(b));
  }
}

const toldOf = (ledger: Told, place: Place, key: FactKey): ToldRow | null =>
  ledger
    .of(place, key.indicator, key.area, key.period)
    .find((t) => t.level === key.level && t.measure === key.measure && t.basis === key.basis) ?? null;

/** The last figure that a place was told or shown and that is not the one which stands now. */
function latest(told: ToldRow | null, shown: ToldRow | null, now: ToldFigure | null): ToldRow | null {
  const other = [told, shown].flatMap((row) => (row && !(now && sameFigure(now, row)) ? [row] : []));
  return other.sort((a, b) => b.at - a.at)[0] ?? null;
}
