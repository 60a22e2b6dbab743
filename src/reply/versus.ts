import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { periodName } from '../stats/period.js';
import { capitalise, decapitalise } from '../vietnamese/print.js';
import { isVersus } from './beside.js';
import type { Block, Span } from './reply.js';
import { amount, areaName, indicatorName, isNothing, isProduct, marks, positive, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

const strong = (text: string): Span => ({ text, style: 'strong' });
const plain = (text: string): Span => ({ text });

/** Two figures set against each other: what they share in front, what tells each apart. */
export function sides(a: Figure, b: Figure, world: ReplyWorld): { shared: string; a: string; b: string } {
  const apart = a.measure !== b.measure;
  const measure = (f: Figure) => {
    if (f.measure === 'target') return 'mục tiêu';
    if (f.measure === 'growth') return 'tốc độ tăng';
    if (f.measure === 'index') return '';
    return !apart && isProduct(world, f.indicator) ? 'sản lượng' : 'thực hiện';
  };
  const parts: [(f: Figure) => string, boolean][] = [
    [measure, a.measure === b.measure],
    [(f) => decapitalise(indicatorName(world, f.indicator)), a.indicator === b.indicator],
    [(f) => areaName(world, f.area), a.area === b.area],
    [(f) => periodName(f.period), a.period === b.period],
  ];
  const own = (f: Figure) =>
    parts
      .filter(([, same]) => !same)
      .map(([word]) => word(f))
      .join(' ');
  const shared = parts.flatMap(([word, same]) => (same && word(a) !== '' ? [word(a)] : []));
  return { shared: capitalise(shared.join(' ')), a: own(a), b: own(b) };
}

/**
 * «Sản lượng gạch các loại Lạng Sơn: năm 2021 cao hơn 94 triệu viên so với năm 2015 (suy ra).» of a difference, a ratio or a
 * change; `more` is another way of putting the same two figures, in brackets.
 */
export function versusBlock(f: Figure, more: Figure | undefined, world: ReplyWorld): Block | null {
  const [a, b] = f.inputs;
  if (!a || !b) return null;
  const s = sides(a, b, world);
  const head = s.shared ? `${s.shared}: ${s.a}` : capitalise(s.a);
  const also = more && !isNothing(f.value) ? ` (${tellOf(more)})` : '';
  const link = f.measure === 'ratio' ? ' ' : ' so với ';
  if (f.measure === 'difference' && isNothing(f.value))
    return { kind: 'line', spans: [plain(`${head} bằng ${s.b}, không chênh lệch${marks(f)}.`)] };
  return {
    kind: 'line',
    spans: [
      plain(`${head} ${directionOf(f)} `),
      strong(sizeOf(f)),
      plain(`${also}${link}${s.b}${marks(f)}.`),
    ],
  };
}

const directionOf = (f: Figure): string => {
  if (f.measure === 'ratio') return Number(f.value) < 1 ? 'bằng' : 'gấp';
  if (f.measure === 'difference') return f.value.startsWith('-') ? 'thấp hơn' : 'cao hơn';
  return spoken(f).split(' ')[0] === 'không' ? 'không đổi' : (spoken(f).split(' ')[0] as string);
};
const sizeOf = (f: Figure): string => `${f.bound ? `${f.bound} ` : ''}${amount(f, positive(f.value))}`;
/** «tăng 46,25 %», «thấp hơn 40 triệu kWh». */
const tellOf = (f: Figure): string => (f.measure === 'growth' ? spoken(f) : `${directionOf(f)} ${sizeOf(f)}`);

const sameInputs = (a: Figure, b: Figure) =>
  a.inputs.length === b.inputs.length &&
  a.inputs.every(
    (x, i) =>
      x.value === b.inputs[i]?.value &&
      x.period === b.inputs[i]?.period &&
      x.indicator === b.inputs[i]?.indicator,
  );

/** The other figure over the same two inputs, if there is one. */
export const twinOf = (f: Figure, answer: Answer): Figure | undefined =>
  answer.figures.find((c) => c.measure !== f.measure && isVersus(c) && sameInputs(c, f));

/** Differences and changes that stand as context beside the figures compared. */
export function versusContext(answer: Answer, world: ReplyWorld): Block[] {
  const found = answer.figures.filter((f) => f.role === 'context' && isVersus(f));
  const blocks: Block[] = [];
  for (const f of found) {
    const twin = twinOf(f, answer);
    if (twin && (f.measure === 'growth' || twin.role === 'asked')) continue;
    const block = versusBlock(f, twin, world);
    if (block) blocks.push(block);
  }
  return blocks;
}
