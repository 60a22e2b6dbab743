import type { FigureQuestion } from '../question/question.js';
import { COUNTRY, HOME } from '../stats/facts.js';
import { comparePeriods } from '../stats/period.js';
import type { Change, Mark, News } from '../store/news.js';
import type { FactKey, Facts } from '../store/reader.js';
import type { Content, Place, Watch } from '../store/subscriptions.js';
import { keyText, sameFigure, type Told, type ToldFigure, type ToldRow } from '../store/told.js';
import { Kept } from './kept.js';
import { dayName } from './times.js';

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

/** Changes that concern everybody who wants the same, in the order of the catalogue and of time. */
export interface Candidates {
  readonly each: readonly {
    readonly id: string;
    readonly key: FactKey;
    readonly now: ToldFigure | null;
    readonly revised: boolean;
  }[];
  /** What is new of them to a place that was told nothing. */
  readonly untold: NewTo;
}

/** Changes that are news to a place; places with equal `name` have the same of equal candidates. */
export interface NewTo {
  readonly items: readonly Item[];
  readonly name: string;
}

/** Changes are read and sorted once for all the places that have heard equally much and want the same. */
export class Changes {
  readonly #changes = new Kept<readonly Change[]>(20);
  readonly #candidates = new Kept<Candidates>(50);

  constructor(
    private readonly news: News,
    private readonly told: Told,
    private readonly previews: Told,
    private readonly facts: () => Facts,
  ) {}

  since(mark: Mark): readonly Change[] {
    const { observation, history } = mark;
    return this.#changes.get(`${this.facts().revision} ${observation} ${history}`, () =>
      this.news.since(mark),
    );
  }

  /** What changed after one mark and not again after another. */
  between(from: Mark, to: Mark): readonly Change[] {
    const later = new Set(this.since(to).map(keyText));
    const changes = this.since(from);
    return later.size === 0 ? changes : changes.filter((change) => !later.has(keyText(change)));
  }

  /** `wish` names what is `wanted`, `span` when the changes were: equal names have equal candidates. */
  wanted(
    span: string,
    wish: string,
    changes: () => readonly Change[],
    wanted: () => (key: FactKey) => boolean,
  ): Candidates {
    const facts = this.facts();
    return this.#candidates.get(`${facts.revision} ${span} ${wish}`, () => {
      const wants = wanted();
      const each = changes().flatMap(({ what, ...key }) => {
        const tellable = key.level === 'area' || facts.enterpriseOnly(key.indicator);
        if (!tellable || !wants(key)) return [];
        return [{ id: keyText(key), key, now: currentOf(facts, key), revised: what !== 'new' }];
      });
      const position = new Map(facts.catalogue.indicators.map((i, n) => [i.id, n]));
      const at = (c: { readonly key: FactKey }) => position.get(c.key.indicator) ?? 0;
      each.sort((a, b) => comparePeriods(b.key.period, a.key.period) || at(a) - at(b));
      const untold = each.flatMap(({ key, now, revised }) =>
        now === null ? [] : [{ key, now, before: null, revised }],
      );
      return { each, untold: { items: untold, name: '' } };
    });
  }

  /** Those that the place does not know yet. */
  newTo(place: Place, candidates: Candidates): NewTo {
    if (candidates.each.length === 0) return candidates.untold;
    const [told, shown] = [this.told.all(place), this.previews.all(place)];
    if (told.size === 0 && shown.size === 0) return candidates.untold;
    const items: Item[] = [];
    const known: string[] = [];
    for (const { id, key, now, revised } of candidates.each) {
      const [said, previewed] = [told.get(id) ?? null, shown.get(id) ?? null];
      if (said !== null && now !== null && sameFigure(now, said)) {
        known.push(id);
        continue;
      }
      // What only a preview showed is told all the same; but if it was another figure, that one is what was said last.
      const before = latest(said, previewed, now);
      if (before !== null) {
        const { value, valueTo, bound, unit, status, source, at } = before;
        known.push(JSON.stringify([id, value, valueTo, bound, unit, status, source, dayName(at)]));
      }
      if (now !== null || before !== null) items.push({ key, now, before, revised });
    }
    return known.length === 0 ? candidates.untold : { items, name: known.join('\n') };
  }
}

/** The last figure that a place was told or shown and that is not the one which stands now. */
function latest(told: ToldRow | null, shown: ToldRow | null, now: ToldFigure | null): ToldRow | null {
  const other = [told, shown].flatMap((row) => (row && !(now && sameFigure(now, row)) ? [row] : []));
  return other.sort((a, b) => b.at - a.at)[0] ?? null;
}
