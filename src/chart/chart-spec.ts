import type { Answer } from '../answer/answer.js';
import { commonScale, type Scale, scaledUnit } from '../reply/scales.js';
import { isProduct } from '../reply/words.js';
import type { ReplyWorld } from '../reply/world.js';
import { absolute, compare, divide } from '../stats/decimal.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { period, periodShort } from '../stats/period.js';
import { printDecimal } from '../vietnamese/print.js';
import { breaksOf } from './breaks.js';
import { footOf } from './foot.js';
import { isChange, type Selection, select } from './select.js';
import type { ChartSpec, Drawing, Mark, Point, Series, Tick } from './spec.js';
import { altOf, captionOf, lineName, subtitleOf, thingName, titleOf } from './words.js';

/** Names and sources of the catalogue. */
export type Names = ReplyWorld;

/** Up to this many periods columns have room for every value; more become a line. */
const MOST_COLUMNS = 31;
/** Pairs of columns beside each other. */
const MOST_PAIRS = 10;
/** More things than this lie in rows, where their names have room. */
const MOST_UPRIGHT = 4;

/**
 * The picture of an answer as data; null where none makes sense: fewer than two figures that can stand on one
 * scale. Pure: the same answer gives the same spec. Values are exact decimals in the unit of the subtitle.
 */
export function chartSpec(answer: Answer, names: Names): ChartSpec | null {
  const chosen = select(answer, (id) => isProduct(names, id));
  if (!chosen || chosen.drawn.length < 2) return null;
  const change = chosen.drawn.every(isChange);
  const scale = scaleFor(chosen.drawn);
  const unit = scaledUnit(chosen.drawn[0]?.unit ?? '', scale);
  const breaks = breaksOf(chosen, answer);
  const series = chosen.lines.map(
    (line, n): Series => ({
      name: chosen.lines.length > 1 ? lineName(line.head, chosen, names) : '',
      points: chosen.keys.map((key) => {
        const figure = line.figures.get(key);
        return figure ? pointOf(figure, scale, change) : null;
      }),
      breaks: breaks.filter((b) => b.line === n).map((b) => b.at),
    }),
  );
  const byKey = new Map(chosen.lines.flatMap((l) => [...l.figures]));
  const categories = chosen.keys.map((key) =>
    chosen.axis === 'periods' ? periodShort(key) : thingName(byKey.get(key) as Figure, chosen, names),
  );
  const base = chosen.drawn.every((f) => f.measure === 'index') ? 100 : 0;
  const shown = {
    series,
    categories,
    unit,
    title: titleOf(chosen, answer.question, names),
    kind: chosen.kind,
    foot: footOf(chosen, breaks, answer, names),
    highlight: homeOf(chosen, byKey),
  };
  return {
    kind: chosen.kind,
    drawing: drawingOf(chosen),
    title: shown.title,
    subtitle: subtitleOf(chosen, unit, base),
    ticks: ticksOf(chosen),
    base,
    highlight: shown.highlight,
    categories,
    series,
    change,
    foot: shown.foot,
    alt: altOf(shown),
    caption: captionOf(shown),
  };
}

/** Our own province is set off among so many areas. */
const FEW_AREAS = 5;

function homeOf({ axis, keys, lines, drawn }: Selection, byKey: ReadonlyMap<string, Figure>): number | null {
  if (axis !== 'things' || lines.length > 1 || new Set(drawn.map((f) => f.area)).size < FEW_AREAS)
    return null;
  const at = keys.findIndex((k) => byKey.get(k)?.area === HOME);
  return at < 0 ? null : at;
}

function ticksOf({ axis, keys }: Selection): Tick[] | null {
  const codes = axis === 'periods' ? keys.map(period) : [];
  if (codes.length === 0 || !codes.every((p) => p.kind === 'month' || p.kind === 'quarter')) return null;
  return keys.map((key) => {
    const [name = '', year = ''] = periodShort(key).split('/');
    return { name, year };
  });
}

function drawingOf(chosen: Selection): Drawing {
  const { kind, keys, lines, axis } = chosen;
  if (kind === 'series') {
    if (lines.length > 1) return lines.length === 2 && keys.length <= 6 ? 'columns' : 'line';
    return keys.length <= MOST_COLUMNS ? 'columns' : 'line';
  }
  if (kind === 'ranking') return 'rows';
  return keys.length <= (axis === 'periods' ? MOST_PAIRS : MOST_UPRIGHT) ? 'columns' : 'rows';
}

const amounts = (f: Figure) => (f.valueTo === null ? [f.value] : [f.value, f.valueTo]);

/** One scale for the whole picture that alters no digit. */
function scaleFor(figures: readonly Figure[]): Scale | null {
  const unit = figures[0]?.unit ?? '';
  if (scaledUnit(unit, null) !== unit && unit === '%') return null;
  if (figures.some((f) => ['%', 'điểm %', 'tỷ đồng', 'dự án', 'lần'].includes(f.unit))) return null;
  const values = figures.flatMap(amounts);
  const shared = commonScale(values);
  if (shared !== undefined) return shared;
  const largest = values.map(absolute).reduce((a, b) => (compare(a, b) > 0 ? a : b), '0');
  return compare(largest, '100000000') >= 0 ? { word: 'triệu', factor: '1000000' } : null;
}

const MARKS: Record<Figure['status'], Mark> = { A: 'final', '': 'final', P: 'preliminary', E: 'estimate' };

function pointOf(f: Figure, scale: Scale | null, change: boolean): Point {
  const scaled = (v: string) => (scale ? (divide(v, scale.factor) as string) : v);
  const value = scaled(f.value);
  const to = f.valueTo === null ? null : scaled(f.valueTo);
  const sign = change && !value.startsWith('-') && !/^0(\.0+)?$/.test(value) ? '+' : '';
  const number = `${sign}${printDecimal(value).replace('-', '−')}${to === null ? '' : `–${printDecimal(to)}`}`;
  return {
    value,
    to,
    label: `${f.bound ? `${f.bound} ` : ''}${number}${f.derived ? '*' : ''}`,
    mark: f.measure === 'target' ? 'target' : MARKS[f.status],
    derived: f.derived,
  };
}
