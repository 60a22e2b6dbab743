import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, periodName, periodShort } from '../stats/period.js';
import { capitalise } from '../vietnamese/print.js';
import { bareOf, besides, phraseOf } from './beside.js';
import { type Table, widthOf } from './cells.js';
import type { Block, Span } from './reply.js';
import { one, WIDEST } from './table.js';
import { amount, areaName, full, indicatorName, marks, signed, split } from './words.js';
import type { ReplyWorld } from './world.js';

/** Several things over several periods: a table where it fits a phone, else a line for each thing. */

/** A line of more periods than these tells the levels only. */
const MOST_WITH_GROWTH = 4;

const thingOf = (f: Figure): string => `${f.indicator}|${f.area}|${f.level}`;

/** The figures of each thing, oldest first; things in the order in which they are told. */
function byThing(asked: readonly Figure[]): Figure[][] {
  const things = new Map<string, Figure[]>();
  for (const f of asked) things.set(thingOf(f), [...(things.get(thingOf(f)) ?? []), f]);
  return [...things.values()].map((own) => [...own].sort((a, b) => comparePeriods(a.period, b.period)));
}

/** Are these several things over several periods, of which one at least has more than one? */
export function isGrid(asked: readonly Figure[]): boolean {
  const things = byThing(asked);
  return (
    things.length > 1 &&
    asked.length > 3 &&
    new Set(asked.map((f) => f.period)).size > 1 &&
    things.some((own) => new Set(own.map((f) => f.period)).size > 1)
  );
}

/** Growth told beside a level that a long line leaves out. */
export function leftOut(answer: Answer): readonly Figure[] {
  const asked = answer.figures.filter((f) => f.role === 'asked');
  if (!isGrid(asked)) return [];
  return byThing(asked)
    .filter((own) => own.length > MOST_WITH_GROWTH)
    .flatMap((own) => own.flatMap((f) => besides(f, answer)));
}

/** A row a period, a column a thing; null where the units differ or it would be too wide. */
export function gridTable(asked: readonly Figure[], world: ReplyWorld): Table | null {
  const things = byThing(asked);
  if (one(asked.map((f) => `${f.measure}|${f.basis}|${f.unit}|${f.level}`)) === null) return null;
  const unit = unitOf(asked);
  if (unit === null) return null;
  const periods = [...new Set(asked.map((f) => f.period))].sort(comparePeriods);
  const sameMarks = one(asked.map(marks)) !== null;
  const cell = (f: Figure | undefined) => {
    if (!f) return '–';
    const text = f.measure === 'growth' ? signed(f) : amount(f);
    const bare = f.measure === 'growth' ? text : text.slice(0, text.length - unit.length - 1);
    return `${f.bound ? `${f.bound} ` : ''}${bare}${sameMarks ? '' : marks(f)}`;
  };
  const several = one(asked.map((f) => f.indicator)) === null;
  const rates = asked[0]?.measure === 'growth';
  const table: Table = {
    kind: 'table',
    columns: [
      { head: periods.every((p) => parsePeriod(p)?.kind === 'year') ? 'Năm' : 'Kỳ', align: 'left' },
      ...things.map((own) => ({
        head: capitalise(
          several ? indicatorName(world, own[0]?.indicator ?? null) : areaName(world, own[0]?.area ?? ''),
        ),
        align: 'right' as const,
        named: true as const,
        ...(rates ? {} : { unit }),
      })),
    ],
    rows: periods.map((p) => [periodShort(p), ...things.map((own) => cell(own.find((f) => f.period === p)))]),
  };
  return widthOf(table) <= WIDEST ? table : null;
}

/** The one unit, with its scale, that all of them are printed in; null where there is none. */
export const unitOf = (asked: readonly Figure[]): string | null => one(asked.map((f) => split(f).unit));

/** «Xi măng: 2015: 640 nghìn tấn (ước); 2016: 936 nghìn tấn (tăng 30 %)». */
export function gridList(asked: readonly Figure[], answer: Answer, world: ReplyWorld): Block {
  const things = byThing(asked);
  const several = one(asked.map((f) => f.indicator)) === null;
  const places = one(asked.map((f) => f.area)) === null;
  const measure = one(asked.map((f) => f.measure));
  return {
    kind: 'list',
    items: things.map((own): Span[] => {
      const [first] = own as [Figure, ...Figure[]];
      const name = [
        several ? indicatorName(world, first.indicator) : null,
        places ? areaName(world, first.area) : null,
      ].filter((w) => w !== null);
      const told = own.map((f) => {
        const plain = measure !== null || f.measure === 'actual' || f.measure === 'index';
        const more =
          own.length > MOST_WITH_GROWTH
            ? []
            : besides(f, answer).map((c) => (isYoy(c) ? full(c) : phraseOf(c, world)));
        const when = parsePeriod(f.period)?.kind === 'year' ? periodShort(f.period) : periodName(f.period);
        return `${when}: ${plain ? bareOf(f) : phraseOf(f, world)}${more.length > 0 ? ` – ${more.join(', ')}` : ''}`;
      });
      return [
        {
          text: `${capitalise(name.join(', '))}${first.level === 'enterprise' ? ' (cấp doanh nghiệp)' : ''}`,
          style: 'strong',
        },
        { text: ` – ${told.join('; ')}` },
      ];
    }),
  };
}

const isYoy = (f: Figure) => f.measure === 'growth' && f.basis === 'yoy';
