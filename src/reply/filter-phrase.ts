import type { FigureQuestion, Threshold } from '../question/question.js';
import { printDecimal } from '../vietnamese/print.js';

type Filter = Extract<FigureQuestion, { kind: 'filter' }>;

const BOUNDS: Partial<Record<Threshold['op'], string>> = {
  '>': 'trên',
  '>=': 'ít nhất',
  '<': 'dưới',
  '<=': 'không quá',
  '=': 'đúng',
};
/** A fall is counted the other way round: below −5 is a fall of more than 5. */
const TURNED: Partial<Record<Threshold['op'], Threshold['op']>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
};

/** «tăng trên 5 %», «chưa đạt kế hoạch», «có mục tiêu giảm»: what a filter asks of its members. */
export function filterPhrase({ threshold: t, measure, basis }: Filter): string {
  const rate = measure.value === 'growth' || (measure.value === 'target' && basis.value === 'yoy');
  const head = measure.value === 'target' ? 'có mục tiêu ' : '';
  switch (t.op) {
    case 'positive':
      return `${head}tăng`;
    case 'negative':
      return `${head}giảm`;
    case 'below-plan':
      return 'chưa đạt kế hoạch';
    case 'meets-plan':
      return 'đạt kế hoạch';
    case 'held':
    case 'absent':
      return `${t.op === 'held' ? 'có' : 'chưa có'} ${measure.value === 'target' ? 'mục tiêu' : 'số liệu'}`;
    case 'target-above':
    case 'target-below':
      return `có mục tiêu ${t.op === 'target-above' ? 'cao' : 'thấp'} hơn thực hiện năm trước`;
    case 'target-only':
      return 'có mục tiêu nhưng chưa có thực hiện năm trước';
  }
  const what = rate
    ? head
    : measure.value === 'completion'
      ? 'hoàn thành '
      : measure.value === 'target'
        ? 'có mục tiêu '
        : 'có sản lượng ';
  const falls = rate && t.value?.startsWith('-') === true;
  const said = (v: string | null) => printDecimal((v ?? '').replace(/^-/, ''));
  const unit = t.unit ? ` ${t.unit}` : '';
  const sign = rate ? (falls ? 'giảm ' : 'tăng ') : '';
  if (t.op === 'between') {
    const [low, high] = falls ? [t.to, t.value] : [t.value, t.to];
    return `${what}${sign}từ ${said(low)} đến ${said(high)}${unit}`;
  }
  const op = falls ? (TURNED[t.op] ?? t.op) : t.op;
  const plan = measure.value === 'completion' ? ' kế hoạch' : '';
  return `${what}${sign}${BOUNDS[op] ?? ''} ${said(t.value)}${unit}${plan}`;
}
