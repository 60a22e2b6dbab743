import { compare } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, periodName, shift } from '../stats/period.js';
import { capitalise } from '../vietnamese/print.js';
import { periodsText } from './periods.js';
import type { Block, Span } from './reply.js';
import { amount, spoken } from './words.js';

/**
 * Where a run of figures came from, where it went, and where it turned. `growths` are those published for its
 * periods: of levels out of several releases they, not the levels, say which periods rose.
 */
export function trendBlock(run: readonly Figure[], growths: readonly Figure[] = []): Block | null {
  const told = [...run].sort((a, b) => comparePeriods(a.period, b.period));
  const first = told[0];
  const last = told.at(-1);
  if (!first || !last || told.length < 2 || told.some((f) => f.unit !== first.unit)) return null;
  if (first.measure === 'index' || first.measure === 'growth') return ratesBlock(told);
  const rate = (f: Figure) => growths.find((g) => g.period === f.period && !g.derived);
  const steps = told.slice(1).map((f, i) => {
    const given = rate(f);
    return { f, way: given ? compare(given.value, '0') : compare(f.value, (told[i] as Figure).value) };
  });
  const ups = steps.filter((s) => s.way > 0).map((s) => s.f.period);
  const downs = steps.filter((s) => s.way < 0).map((s) => s.f.period);
  const way = compare(last.value, first.value);
  const gaps = told.slice(1).some((f, i) => shift((told[i] as Figure).period, 1) !== f.period);
  const ends: Span[] = [
    {
      text: `từ ${amount(first)} (${periodName(first.period)}) ${way > 0 ? 'lên' : way < 0 ? 'xuống' : 'và vẫn là'} `,
    },
    { text: amount(last), style: 'strong' },
    { text: ` (${periodName(last.period)})` },
  ];
  const among = gaps ? ' qua các kỳ có số liệu' : '';
  if (downs.length === 0 && way > 0)
    return sentence(told.length > 2 ? `Tăng liên tục${among} ` : 'Tăng ', ends, '.');
  if (ups.length === 0 && way < 0)
    return sentence(told.length > 2 ? `Giảm liên tục${among} ` : 'Giảm ', ends, '.');
  const head = way > 0 ? 'Nhìn chung tăng, ' : way < 0 ? 'Nhìn chung giảm, ' : 'Không đổi giữa hai đầu, ';
  const turns = way >= 0 ? downs : ups;
  const named = `; ${way >= 0 ? 'giảm' : 'tăng'} ở ${periodsText(turns)}`;
  return sentence(head, ends, `${turns.length > 0 && turns.length <= 6 ? named : ''}${peaks(told)}.`);
}

/** Rates of change do not rise or fall themselves: which years fell is what matters. */
function ratesBlock(told: readonly Figure[]): Block {
  const first = told[0] as Figure;
  const last = told.at(-1) as Figure;
  const zero = first.measure === 'index' ? '100' : '0';
  const fell = told.filter((f) => compare(f.value, zero) < 0).map((f) => f.period);
  const head = first.measure === 'index' ? 'Chỉ số ' : '';
  const falls =
    fell.length === 0 ? '; kỳ nào cũng tăng' : fell.length <= 6 ? `; giảm ở ${periodsText(fell)}` : '';
  return sentence(
    '',
    [
      { text: capitalise(`${head}từ ${spoken(first)} (${periodName(first.period)}) đến `) },
      { text: spoken(last), style: 'strong' },
      { text: ` (${periodName(last.period)})` },
    ],
    `${falls}${peaks(told)}.`,
  );
}

const sentence = (head: string, ends: readonly Span[], tail: string): Block => ({
  kind: 'line',
  spans: [{ text: head }, ...ends, { text: tail }],
});

/** The highest and the lowest between the ends. */
function peaks(told: readonly Figure[]): string {
  const by = (sign: number) => told.reduce((a, b) => (compare(b.value, a.value) * sign > 0 ? b : a));
  const inner = (f: Figure) => f !== told[0] && f !== told.at(-1);
  const at = (f: Figure) => `${spoken(f)} (${periodName(f.period)})`;
  const high = by(1);
  const low = by(-1);
  return `${inner(high) ? `; cao nhất ${at(high)}` : ''}${inner(low) ? `; thấp nhất ${at(low)}` : ''}`;
}

/** Periods of a run follow each other in time. */
export const isRun = (figures: readonly Figure[]): boolean =>
  new Set(
    figures.map((f) => `${f.indicator}|${f.area}|${f.measure}|${f.basis}|${parsePeriod(f.period)?.kind}`),
  ).size === 1 && new Set(figures.map((f) => f.period)).size === figures.length;
