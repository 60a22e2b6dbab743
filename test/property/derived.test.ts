import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentChange } from '../../src/answer/lookup.js';
import { ask } from '../../src/ask.js';
import type { Figure } from '../../src/stats/figure.js';
import { bounds } from '../../src/stats/period.js';
import { useAssembly } from '../support/assembly.js';
import { readItems } from '../support/corpus.js';

/** A figure that was worked out is what its formula and its inputs give. */

const assembly = useAssembly();

test('a growth laid on its base gives the level within rounding', () => {
  const level = fc.integer({ min: 1, max: 1_000_000_000 }).map(String);
  fc.assert(
    fc.property(level, level, (to, from) => {
      const growth = percentChange(to, from) as string;
      const again = new Big(from).times(new Big(growth).div(100).plus(1));
      // Growth is rounded to two decimals of a per cent: half a hundredth of a per cent of the base.
      expect(again.minus(to).abs().lte(new Big(from).times('0.00005'))).toBe(true);
    }),
    { numRuns: 2_000, seed: 5 },
  );
  expect(percentChange('5', '0')).toBeNull();
});

/** What each formula of the contract says, over the figure's inputs; null for one this test does not know. */
function recomputed(f: Figure): Big | null {
  const [a, b] = f.inputs.map((i) => new Big(i.value));
  const formula = f.formula ?? '';
  if (!a) return null;
  const mean = /^tổng (\d+) số ÷ (\d+)$/.exec(formula);
  if (mean) return f.inputs.reduce((sum, i) => sum.plus(i.value), new Big(0)).div(Number(mean[2]));
  if (/^tổng/.test(formula)) return f.inputs.reduce((sum, i) => sum.plus(i.value), new Big(0));
  if (formula === 'chỉ số − 100') return a.minus(100);
  if (formula === '100 % − mức hoàn thành') return new Big(100).minus(a);
  const each = /^(?:cả kỳ|kế hoạch) ÷ (\d+) (?:tháng|ngày)$/.exec(formula);
  if (each) return a.div(Number(each[1]));
  const chain = /^(?:căn bậc (\d+) của )?tích (các chỉ số|các tốc độ tăng từng năm)( − 1)?$/.exec(formula);
  if (chain) {
    const factor = (i: Figure) => (chain[2] === 'các chỉ số' ? 0 : 1) + Number(i.value) / 100;
    const product = f.inputs.reduce((x, i) => x * factor(i), 1) ** (1 / Number(chain[1] ?? 1));
    return new Big((chain[3] ? (product - 1) * 100 : product).toFixed(6));
  }
  if (!b) return null;
  if (/^\(.+ − .+\) ÷ .+ × 100$/.test(formula)) return a.minus(b).div(b.abs()).times(100);
  if (/^căn bậc \d+ của/.test(formula)) {
    const years = (bounds(f.inputs[0]!.period).to - bounds(f.inputs[1]!.period).to) / 12;
    return new Big(((a.div(b).toNumber() ** (1 / years) - 1) * 100).toFixed(6));
  }
  if (/^\(.+\) ÷ \d+ tháng$/.test(formula)) return a.minus(b).div(Number(/÷ (\d+)/.exec(formula)?.[1]));
  if (/÷ \(1 \+ /.test(formula)) return a.div(b.div(100).plus(1));
  if (/^[^÷]+ ÷ [^÷]+ × 100$/.test(formula)) return a.div(b).times(100);
  if (/^[^÷]+ ÷ [^÷]+$/.test(formula)) return a.div(b);
  if (/^[^−]+ − [^−]+$/.test(formula) || formula === 'hiệu hai số') return a.minus(b);
  return null;
}

/** Values are rounded at least to four significant digits or two decimals. */
const near = (a: Big, b: Big) => {
  const gap = a.minus(b).abs();
  return gap.lte('0.0051') || gap.lte(b.abs().times('0.0006'));
};

describe('every derived figure of the corpus', () => {
  test('recomputes from its formula, with a source behind it', () => {
    const known = new Map<string, number>();
    const unknown = new Set<string>();
    const bad: string[] = [];
    for (const item of readItems('tuning')) {
      for (const text of item.say) {
        const { answer } = ask(text, { ...assembly().world(item.today), previous: null });
        for (const f of answer.figures) {
          expect(f.derived).toBe(f.formula !== null);
          if (!f.derived || f.measure === 'count') continue;
          expect(f.sources.length).toBeGreaterThan(0);
          const value = recomputed(f);
          const kind = (f.formula as string).replace(/\d+/g, 'n');
          if (value === null) unknown.add(`${kind} (${f.inputs.length})`);
          else if (near(value, new Big(f.value))) known.set(kind, (known.get(kind) ?? 0) + 1);
          else
            bad.push(
              `«${text}»: ${f.formula} of ${f.inputs.map((i) => i.value)} is ${value}, not ${f.value}`,
            );
        }
      }
    }
    // Every formula is one that this test can check.
    expect([...unknown]).toEqual([]);
    expect(bad.slice(0, 20)).toEqual([]);
    expect([...known.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(100);
    expect(known.size).toBeGreaterThan(5);
  });
});
