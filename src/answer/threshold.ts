import type { Bound, Threshold } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';

const ORDER: Readonly<Record<Bound, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
};

/** Is an amount more, less, as much as another? Both exact decimals. */
export const isWithin = (value: string, bound: Bound, than: string): boolean =>
  ORDER[bound](compare(value, than));

/** Does a figure pass a threshold, as far as its own value says? */
export function passes(f: Figure, t: Threshold): boolean {
  const v = f.value;
  const than = t.value ?? '0';
  switch (t.op) {
    case 'positive':
      return compare(v, '0') > 0;
    case 'negative':
      return compare(v, '0') < 0;
    case 'below-plan':
      return compare(v, '100') < 0 || (compare(v, '100') === 0 && f.bound === 'dưới');
    case 'meets-plan':
      return compare(v, '100') >= 0 && f.bound !== 'dưới';
    case 'between': {
      const [low, high] = [compare(v, than), compare(v, t.to ?? '0')];
      const above = t.open === 'low' || t.open === 'both' ? low > 0 : low >= 0;
      return above && (t.open === 'high' || t.open === 'both' ? high < 0 : high <= 0);
    }
    case '=':
    case '>':
    case '>=':
    case '<':
    case '<=':
      return isWithin(v, t.op, than);
    case 'held':
      return true;
    // A set has no figure of what it lacks; targets are set against actuals elsewhere.
    case 'absent':
    case 'target-above':
    case 'target-below':
    case 'target-only':
      return false;
  }
}
