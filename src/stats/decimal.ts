import Big from 'big.js';

/** Exact decimal arithmetic on decimal strings; nothing here ever becomes a float. */

// Enough digits that a quotient is exact to any printed precision.
Big.DP = 30;
Big.NE = -40;
Big.PE = 40;

export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
export const compare = (a: string, b: string): number => Big(a).cmp(b);
export const add = (a: string, b: string): string => Big(a).plus(b).toString();
export const subtract = (a: string, b: string): string => Big(a).minus(b).toString();
export const multiply = (a: string, b: string): string => Big(a).times(b).toString();
export const isZero = (a: string): boolean => Big(a).eq(0);
export const isNegative = (a: string): boolean => Big(a).lt(0);
export const absolute = (a: string): string => Big(a).abs().toString();
export const negate = (a: string): string => Big(a).times(-1).toString();

/** Quotient, or null where the divisor is zero. */
export function divide(a: string, b: string): string | null {
  return Big(b).eq(0) ? null : Big(a).div(b).toString();
}

/** Rounded half up to `places` decimals, without trailing zeros. */
export function round(a: string, places: number): string {
  return Big(a).round(places, Big.roundHalfUp).toString();
}

/** Rounded to `digits` significant digits. */
export function roundSignificant(a: string, digits: number): string {
  return Big(a).eq(0) ? '0' : Big(Big(a).toPrecision(digits, Big.roundHalfUp)).toFixed();
}

/** How many significant digits a published value was given in: 74400 → 3, 62194.4 → 6. */
export const significant = (value: string): number =>
  value
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(value.includes('.') ? '' : /0+$/, '').length || 1;

/**
 * A quotient with no more digits than its inputs bear, but never fewer than four.
 */
export const roundLike = (value: string, ...inputs: string[]): string =>
  roundSignificant(value, Math.max(4, ...inputs.map(significant)));

/** A quotient in %: two decimals, below one per cent two digits that count. */
export function percentOf(quotient: string): string {
  const percent = multiply(quotient, '100');
  return compare(absolute(percent), '1') < 0 ? roundSignificant(percent, 2) : round(percent, 2);
}

/** The n-th root of a positive number, to 12 digits, by Newton's method in exact decimals. */
export function root(a: string, n: number): string {
  const target = Big(a);
  let x = Big(Math.exp(Math.log(Number(a)) / n).toPrecision(15));
  for (let i = 0; i < 4; i++) {
    const power = x.pow(n - 1);
    x = x.minus(x.times(power).minus(target).div(power.times(n))).round(25);
  }
  return x.round(12).toString();
}

/**
 * The size of the last printed digit: 74400 → 100, 4.1 → 0.1. Two figures that differ by at most half of
 * the coarser one's agree within rounding.
 */
export function grain(value: string): string {
  const fraction = value.split('.')[1];
  if (fraction) return Big(10).pow(-fraction.length).toString();
  const zeros = /0*$/.exec(value.replace(/^-/, ''))?.[0].length ?? 0;
  return Big(10)
    .pow(value.replace(/^-?0+$/, '') === '' ? 0 : zeros)
    .toString();
}

/** Do two published values agree within rounding? */
export function agree(a: string, b: string): boolean {
  const coarser = Big(grain(a)).gt(grain(b)) ? grain(a) : grain(b);
  return Big(a).minus(b).abs().lte(Big(coarser).div(2));
}
