/** From values to pixels, and the round numbers of an axis. Floats serve geometry only and are never printed as figures. */

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Place of a value along `length` pixels. */
export const place = (value: number, span: Span, length: number): number =>
  ((value - span.low) / (span.high - span.low || 1)) * length;

/** From the values of bars: where they begin is always in it. */
export function barSpan(values: readonly number[], base = 0): Span {
  const low = Math.min(base, ...values);
  const high = Math.max(base, ...values);
  return low === high ? { low: base, high: base + 1 } : { low, high };
}

/** From the values of a line: zero is in it unless they all lie far from zero and close together. */
export function lineSpan(values: readonly number[]): Span {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return { low: Math.min(0, low), high: Math.max(0, high) || 1 };
  const room = (high - low) * 0.1;
  if (low > 0 && low > high * 0.6) return { low: low - room, high: high + room };
  return { low: Math.min(0, low - (low < 0 ? room : 0)), high: Math.max(0, high + room) };
}

/** Round steps within a span, about `count` of them, as plain decimal strings. */
export function ticks({ low, high }: Span, count = 5): string[] {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((m) => m * power >= raw * 0.999) ?? 10) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const out: string[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-12) + 1e-12; i++)
    out.push((i * step).toFixed(decimals).replace(/^-(0(\.0+)?)$/, '$1'));
  return out;
}
