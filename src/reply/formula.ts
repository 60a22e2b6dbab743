import type { Figure } from '../stats/figure.js';
import { bounds, periodShort } from '../stats/period.js';
import { decapitalise } from '../vietnamese/print.js';
import { isChained } from './beside.js';
import type { Block, Span } from './reply.js';
import { amount, areaName, indicatorName, positive, split, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

/** How derived figures were worked out: in words, with the numbers, told once. */

const text = (t: string): Span => ({ text: t });
/** Numbers of the rule itself, not of the data. */
const rule = (t: string): Span => ({ text: t, literal: true });

const MOST = 3;

function inputName(i: Figure, f: Figure, world: ReplyWorld): string {
  const words = [
    i.measure === 'target' ? 'mục tiêu' : f.inputs.some((x) => x.measure === 'target') ? 'thực hiện' : '',
    i.indicator === f.indicator ? '' : decapitalise(indicatorName(world, i.indicator)),
    f.inputs.some((x) => x.area !== i.area) ? areaName(world, i.area) : '',
    periodShort(i.period),
  ].filter((w) => w !== '');
  const size = i.value.startsWith('-') ? `(−${amount(i, positive(i.value))})` : amount(i);
  return `${size} (${words.join(', ')})`;
}

function spansOf(f: Figure, world: ReplyWorld): Span[] | null {
  const [a, b] = f.inputs;
  if (!a) return null;
  const x = inputName(a, f, world);
  if (f.measure === 'sum' || f.measure === 'average') {
    if (!b) return [text(x), rule(` ${(f.formula ?? '').replace(/^\S.*?(?=÷)/, '')}`)];
    if (f.inputs.some((i) => i.measure === 'target'))
      return [text(`(${x} − ${inputName(b, f, world)}) chia cho số tháng còn lại`)];
    const { unit } = split(a);
    const numbers = f.inputs.map((i) => split(i).number).join('; ');
    const many = f.inputs.length > 12;
    const head = f.measure === 'sum' ? 'cộng' : 'trung bình cộng của';
    return [
      text(`${head} ${many ? 'số của từng kỳ' : `${f.measure === 'sum' ? 'các số ' : ''}${numbers}`}`),
      ...(many ? [] : [rule(` (${unit})`)]),
    ];
  }
  if (!b && a.measure === 'completion') return [rule('100 % − '), text(amount(a))];
  if (!b)
    return a.measure === 'index'
      ? [text(`chỉ số ${amount(a)}`), rule(f.measure === 'ratio' ? ' ÷ 100 %' : ' − 100 %')]
      : null;
  const y = inputName(b, f, world);
  if (f.measure === 'difference') return [text(`${x} − ${y}`)];
  if (f.measure === 'actual')
    return [
      text(`${x} ÷ `),
      rule(`(100 % ${b.value.startsWith('-') ? '−' : '+'} `),
      text(amount(b, positive(b.value))),
      rule(')'),
    ];
  if (isChained(f) && f.inputs.length > 1) {
    const average = f.basis === 'avg_annual';
    if (a.measure === 'growth')
      return [text(`${average ? 'bình quân nhân' : 'nhân dồn'} của ${f.inputs.map(spoken).join('; ')}`)];
    return [
      rule(average ? `căn bậc ${f.inputs.length} của tích ` : 'tích '),
      text(f.inputs.map((i) => amount(i)).join(' × ')),
      rule(f.measure === 'ratio' ? '' : ' − 100 %'),
    ];
  }
  if (f.measure === 'growth' && f.basis === 'avg_annual') {
    const years = Math.round((bounds(a.period).to - bounds(b.period).to) / 12);
    if (years === 1) return [text(`${x} ÷ ${y}`), rule(' − 100 %')];
    return [rule(`căn bậc ${years} của `), text(`(${x} ÷ ${y})`), rule(' − 100 %')];
  }
  if (f.measure === 'growth') return [text(`${x} ÷ ${y}`), rule(' − 100 %')];
  return [text(`${x} ÷ ${y}`)];
}

const keyOf = (f: Figure) => f.inputs.map((i) => `${i.indicator}${i.area}${i.period}${i.value}`).join('|');

export function formulaBlocks(figures: readonly Figure[], world: ReplyWorld): Block[] {
  const seen = new Set<string>();
  const found: { f: Figure; spans: Span[] }[] = [];
  for (const f of figures) {
    if (!f.derived || f.measure === 'count' || seen.has(keyOf(f))) continue;
    seen.add(keyOf(f));
    const spans = spansOf(f, world);
    if (spans) found.push({ f, spans });
  }
  if (found.length === 0) return [];
  const names = new Set(found.map(({ f }) => f.indicator)).size > 1;
  const spans: Span[] = [text('Suy ra: ')];
  found.slice(0, MOST).forEach(({ f, spans: own }, i) => {
    if (i > 0) spans.push(text('; '));
    if (names) spans.push(text(`${decapitalise(indicatorName(world, f.indicator))}: `));
    spans.push(...own);
  });
  spans.push(text(found.length > MOST ? '; các số khác tính tương tự.' : '.'));
  return [{ kind: 'note', spans }];
}
