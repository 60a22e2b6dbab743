import { compare } from '../stats/decimal.js';
import type { Level, Observation, PublishedBasis, PublishedMeasure, Status, Trust } from '../stats/facts.js';
import { bounds } from '../stats/period.js';
import type { Batch, Known, Placed } from './batch.js';
import { decimalFault, emptyFault, periodFault, wordFault } from './cells.js';
import { quote } from './faults.js';
import type { Row } from './row.js';
import { type Told, unknown } from './validate-catalogue.js';
import { BASES, BOUNDS, LEVELS, MEASURES, STATUSES, TRUSTS } from './vocabulary.js';

/** Reads one row of an observations file: everything that the row alone can tell. */
export function readObservation(row: Row, batch: Batch): void {
  const measure = row.take('measure', (t) => wordFault(t, MEASURES)) as PublishedMeasure;
  const value = row.take('value', (t) => (t === '' ? 'ô trống; mỗi dòng phải có một số' : decimalFault(t)));
  const valueTo = row.take('value_to', (t) => (t === '' ? null : decimalFault(t)));
  const basis = row.cell('basis');
  if (Object.hasOwn(BASES, measure) && !row.lacks('basis')) checkBasis(row, measure, basis);
  const status = row.take('status', (t) => wordFault(t, STATUSES, measure === 'target')) as Status;
  const observation: Observation = {
    indicator: row.take('indicator', emptyFault),
    area: row.take('area', emptyFault),
    level: row.take('level', (t) => wordFault(t, LEVELS)) as Level,
    measure,
    basis: (basis || null) as PublishedBasis | null,
    period: row.take('time_period', periodFault),
    value,
    valueTo: valueTo || null,
    unit: row.take('unit', emptyFault),
    bound: row.take('bound', (t) => wordFault(t, BOUNDS, true)) || null,
    status,
    asPublished: row.cell('as_published'),
    trust: row.take('trust', (t) => wordFault(t, TRUSTS)) as Trust,
    source: row.take('source', emptyFault),
    place: row.cell('place'),
    note: row.cell('note'),
  };
  if (row.sound && valueTo !== '' && compare(valueTo, value) < 0) {
    row.fault('value_to', `đầu trên ${valueTo} nhỏ hơn đầu dưới ${value}; đổi chỗ hai số`);
  }
  const list = row.sound ? batch.observations : batch.faulty;
  list.push({ row: observation, file: row.record.file, line: row.record.line });
}

function checkBasis(row: Row, measure: PublishedMeasure, basis: string): void {
  const allowed = BASES[measure];
  if ((allowed as readonly string[]).includes(basis)) return;
  const words = allowed.filter((b) => b !== '').join(', ');
  if (basis === '') {
    row.fault('basis', `thiếu gốc so sánh của ${measure}; ghi một trong: ${words}`);
  } else if (words === '') {
    row.fault('basis', `${measure} không có gốc so sánh; để trống ô này thay cho ${quote(basis)}`);
  } else if (measure === 'growth' && basis === 'prev_year_100') {
    row.fault(
      'basis',
      'số có gốc 100 (117.3 nghĩa là tăng 17,3%) phải ghi measure là index, không phải growth',
    );
  } else {
    row.fault(
      'basis',
      `${quote(basis)} không hợp lệ; ghi một trong: ${words}${allowed.includes('') ? ', hoặc để trống' : ''}`,
    );
  }
}

/** What needs the catalogue and the other rows: ids, units, and releases told twice. */
export function checkObservations(batch: Batch, known: Known, fault: Told): void {
  const units = new Map([
    ...known.indicators,
    ...batch.indicators.map((i) => [i.row.id, i.row.unit] as const),
  ]);
  const indicators = new Set(units.keys());
  const areas = new Set([...known.areas, ...batch.areas.map((a) => a.row.id)]);
  const sources = new Set([...known.sources, ...batch.sources.map((s) => s.row.id)]);
  for (const placed of [...batch.observations, ...batch.faulty]) {
    const { indicator, area, source } = placed.row;
    const unit = units.get(indicator);
    const missing = (id: string, ids: ReadonlySet<string>) => id !== '' && !ids.has(id);
    if (unit) checkUnit(placed, unit, fault);
    else if (missing(indicator, indicators)) {
      fault(placed, 'indicator', unknown('chỉ tiêu', indicator, indicators, 'indicators.csv'));
    }
    if (missing(area, areas)) fault(placed, 'area', unknown('địa bàn', area, areas, 'areas.csv'));
    if (missing(source, sources)) fault(placed, 'source', unknown('nguồn', source, sources, 'sources.csv'));
  }
  for (const placed of batch.observations) checkSense(placed, known.today, fault);
  const releases = new Map<string, Placed<Observation>>();
  for (const placed of batch.observations) {
    const o = placed.row;
    const release = [o.indicator, o.area, o.period, o.measure, o.basis, o.level, o.source].join(' ');
    const first = releases.get(release);
    if (!first) releases.set(release, placed);
    else checkTwice(first, placed, fault);
  }
}

function checkUnit(placed: Placed<Observation>, unit: string, fault: Told): void {
  const o = placed.row;
  if (o.unit === '' || !Object.hasOwn(BASES, o.measure)) return;
  const level = o.measure === 'actual' || (o.measure === 'target' && o.basis === null);
  const expected = level ? unit : '%';
  if (o.unit === expected) return;
  const why = level
    ? `chỉ tiêu này tính bằng ${expected}`
    : `${o.measure}${o.measure === 'target' ? ' có gốc so sánh' : ''} tính bằng %`;
  fault(placed, 'unit', `${quote(o.unit)} sai đơn vị: ${why}; quy đổi số rồi ghi ${quote(expected)}`);
}

/** A year mistyped as 2099 would be the newest of everything; an amount below nothing is a slip of the pen. */
function checkSense(placed: Placed<Observation>, today: string | undefined, fault: Told): void {
  const o = placed.row;
  if (o.measure !== 'growth' && o.measure !== 'target' && compare(o.value, '0') < 0)
    fault(placed, 'value', `${quote(o.value)} là số âm; ${o.measure} không thể âm, kiểm tra lại số`);
  if (o.measure !== 'target' && today !== undefined && bounds(o.period).from > monthOf(today))
    fault(
      placed,
      'time_period',
      `${quote(o.period)} chưa tới (hôm nay ${today}); chỉ target mới ghi được kỳ sau này, kiểm tra lại kỳ`,
    );
}

/** A day's month, counted as `bounds` counts. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const COMPARED = [
  ['value', 'value'],
  ['valueTo', 'value_to'],
  ['bound', 'bound'],
  ['status', 'status'],
  ['trust', 'trust'],
] as const;

function checkTwice(first: Placed<Observation>, again: Placed<Observation>, fault: Told): void {
  for (const [field, column] of COMPARED) {
    const [a, b] = [first.row[field] ?? '', again.row[field] ?? ''];
    if (a === b) continue;
    fault(
      again,
      column,
      `${quote(b)} khác ${quote(a)} ở tệp ${first.file}, dòng ${first.line} cho cùng một số liệu của nguồn ${again.row.source}; chỉ giữ một dòng`,
    );
  }
}
