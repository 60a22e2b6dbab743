import type { Answer } from '../answer/answer.js';
import { divide } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';
import { periodName, periodShort } from '../stats/period.js';
import { printDecimal } from '../vietnamese/print.js';
import { withUnit } from './cells.js';
import { numberedNames } from './numbered-names.js';
import type { Block, Reply, Span } from './reply.js';
import { scaledUnit, scalesOf, wishedScale } from './scales.js';
import type { ReplyWorld } from './world.js';

/**
 * Reads every number of a drawn reply back and returns those that are no figure of the Answer, with the unit
 * beside them. Empty = the reply may leave. Names, periods, source lines, formulas and the person's own words
 * are not figures and are taken out first.
 */
export function unproven(reply: Reply, answer: Answer, world: ReplyWorld): string[] {
  const lines = reply.blocks.flatMap(texts).filter((text) => /\d/.test(text));
  if (lines.length === 0) return [];
  const figures = withInputs(answer);
  const proven = provenBy(figures);
  for (const part of allParts(answer)) addWished(proven, part, figures);
  const literals = literalsOf(answer, figures, world);
  const numbered = numberedNames(world.facts.catalogue);
  const bad: string[] = [];
  for (const text of lines) {
    // Dates name editions and months; they go before the bare years that literals hold.
    let rest = withoutDates(text.replace(/«[^»]*»/g, ' '));
    for (const l of longestFirst(literals, numbered.within(rest)))
      if (rest.includes(l)) rest = rest.replaceAll(l, ' ');
    rest = rest.replace(/(?<![\d.,])(?:19|20)\d{2}(?:–(?:19|20)\d{2})?(?![\d]|[.,]\d)/g, ' ');
    for (const m of rest.matchAll(/\d+(?:\.\d{3})*(?:,\d+)?/g)) {
      const number = m[0];
      const after = rest.slice(m.index + number.length);
      const units = proven.get(number);
      const found =
        units !== undefined &&
        (after.startsWith('–') ||
          unitless(after) ||
          units.some((unit) => unit === '' || after.startsWith(` ${unit}`)));
      if (!found) bad.push(`${number}${after.slice(0, 12)}`);
    }
  }
  return bad;
}

const withoutDates = (text: string): string =>
  text.replace(/(?<![\d.,])\d{1,2}\/(?:\d{1,2}\/)?(?:19|20)\d{2}(?!\d)/g, ' ');

/** Every printed number of the figures → the units it may stand before. */
function provenBy(figures: readonly Figure[]): Map<string, string[]> {
  const proven = new Map<string, string[]>();
  for (const f of figures) {
    for (const text of printed(f)) {
      const [number, unit] = split(text);
      const units = proven.get(number);
      if (!units) proven.set(number, [unit]);
      else if (!units.includes(unit)) units.push(unit);
    }
  }
  return proven;
}

/** The amounts in the unit that the question asks for: «0,89 tỷ kWh». */
function addWished(proven: Map<string, string[]>, answer: Answer, figures: readonly Figure[]): void {
  const wished = wishedScale(answer.question);
  if (!wished) return;
  const values = figures.flatMap((f) =>
    f.unit !== wished.of ? [] : [f.value, ...(f.valueTo ? [f.valueTo] : [])],
  );
  for (const value of values) {
    const number = printDecimal(divide(value.replace(/^-/, ''), wished.scale.factor) as string);
    proven.set(number, [...(proven.get(number) ?? []), scaledUnit(wished.of, wished.scale)]);
  }
}

const split = (p: string): [string, string] => {
  const at = p.indexOf(' ');
  return at < 0 ? [p, ''] : [p.slice(0, at), p.slice(at + 1)];
};

const unitless = (after: string) => /^\s*(?:[;.,)]|$)/.test(after);

/** An answer and the answers to its parts. */
const allParts = (answer: Answer): Answer[] => [answer, ...answer.parts.flatMap(allParts)];

function withInputs(answer: Answer): Figure[] {
  const out: Figure[] = [];
  const walk = (f: Figure) => {
    out.push(f);
    f.inputs.forEach(walk);
  };
  answer.figures.forEach(walk);
  return out;
}

const print = new Map<string, readonly string[]>();

/** A value in every scale its unit is ever printed in; the same values come again and again. */
function printedValue(value: string, unit: string): readonly string[] {
  const key = `${value} ${unit}`;
  const known = print.get(key);
  if (known) return known;
  const size = value.replace(/^-/, '');
  const made = scalesOf(unit).map(
    (s) => `${printDecimal(s ? (divide(size, s.factor) as string) : size)} ${scaledUnit(unit, s)}`,
  );
  if (print.size > 5_000) print.clear();
  print.set(key, made);
  return made;
}

const printed = (f: Figure): readonly string[] =>
  f.valueTo === null
    ? printedValue(f.value, f.unit)
    : [...printedValue(f.value, f.unit), ...printedValue(f.valueTo, f.unit)];

/** Text of this answer that holds numbers without being a figure. Longest first. */
function literalsOf(answer: Answer, figures: readonly Figure[], world: ReplyWorld): string[] {
  const periods = new Set<string>([
    ...allParts(answer).flatMap((a) => a.periods),
    ...figures.map((f) => f.period),
    ...allParts(answer)
      .flatMap((a) => a.missing)
      .flatMap((m) => [...m.held, ...(m.period ? [m.period] : [])]),
  ]);
  const out = new Set<string>(['(năm trước = 100)', 'năm trước = 100']);
  for (const p of periods) {
    out.add(periodName(p));
    out.add(periodShort(p));
  }
  for (const f of figures) {
    if (f.formula) out.add(f.formula);
    const name = f.indicator ? world.facts.indicator(f.indicator)?.name : undefined;
    if (name) {
      out.add(name);
      out.add(name.charAt(0).toLowerCase() + name.slice(1));
    }
  }
  // Dates have left the text before: «2 tháng từ tháng 7/2024».
  for (const l of [...out]) out.add(withoutDates(l));
  // A bare year is taken out last, so that it does not break a date apart.
  return [...out].filter((l) => l.length > 4).sort((a, b) => b.length - a.length);
}

const longestFirst = (literals: readonly string[], names: readonly string[]): readonly string[] =>
  names.length === 0 ? literals : [...literals, ...names].sort((a, b) => b.length - a.length);

/**
 * The texts of a block that speak of figures. Source lines cite titles; spans marked literal are fixed wording
 * (a definition, a count of rows), never a figure.
 */
function texts(block: Block): string[] {
  if (block.kind === 'table')
    return block.rows.flatMap((r) => r.map((cell, i) => withUnit(cell, block.columns[i]?.unit)));
  const join = (spans: readonly Span[]) =>
    spans
      .filter((s) => !s.literal)
      .map((s) => s.text)
      .join('');
  if (block.kind === 'list') return block.items.filter((i) => !i.some((s) => s.href)).map(join);
  const text = join(block.spans);
  if (text.startsWith('Nguồn: ')) return [];
  return [text];
}
