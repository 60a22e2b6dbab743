import type { AreaKind, Indicator, IndicatorKind, PublisherKind } from '../stats/facts.js';
import { editionEnd } from '../store/edition.js';
import type { Alias, IndicatorGroup } from '../store/reader.js';
import type { Batch, Known, Placed } from './batch.js';
import { emptyFault, idFault, wordFault } from './cells.js';
import { quote } from './faults.js';
import type { Row } from './row.js';
import { ALIAS_KINDS, AREA_KINDS, GROUP_RULES, INDICATOR_KINDS, PUBLISHER_KINDS } from './vocabulary.js';

/** Reads one row of an indicators file. */
export function readIndicator(row: Row, batch: Batch): void {
  const indicator: Indicator = {
    id: row.take('indicator', idFault),
    name: row.take('name', emptyFault),
    group: row.take('group', idFault),
    kind: row.take('kind', (t) => wordFault(t, INDICATOR_KINDS)) as IndicatorKind,
    unit: row.take('unit', emptyFault),
  };
  keep(row, 'indicator', indicator, batch.indicators);
}

/** Reads one row of an areas file. */
export function readArea(row: Row, batch: Batch): void {
  const area = {
    id: row.take('area', idFault),
    name: row.take('name', emptyFault),
    kind: row.take('kind', (t) => wordFault(t, AREA_KINDS)) as AreaKind,
    region: row.cell('region'),
  };
  keep(row, 'area', area, batch.areas);
}

/** Reads one row of a sources file. */
export function readSource(row: Row, batch: Batch): void {
  const source = {
    id: row.take('source', idFault),
    publisher: row.take('publisher', emptyFault),
    publisherKind: row.take('publisher_kind', (t) => wordFault(t, PUBLISHER_KINDS)) as PublisherKind,
    title: row.take('title', emptyFault),
    published: row.take('published', (t) => (t === '' ? null : dayFault(t))),
    edition: row.take('edition', dayFault),
    url: row.cell('url'),
  };
  keep(row, 'source', source, batch.sources);
}

/** Reads one row of a groups file; members are looked up when every file was read. */
export function readGroup(row: Row, batch: Batch): void {
  const members = row.take('members', (t) =>
    t.replaceAll('|', '').trim() === '' ? 'ô trống; ghi mã các chỉ tiêu, cách nhau bằng dấu |' : null,
  );
  const group: IndicatorGroup = {
    id: row.take('group', idFault),
    name: row.take('name', emptyFault),
    rule: (row.take('rule', (t) => wordFault(t, GROUP_RULES, true)) || 'all') as IndicatorGroup['rule'],
    members: members
      .split('|')
      .map((m) => m.trim())
      .filter((m) => m !== ''),
  };
  const twice = group.members.filter((m, at) => group.members.indexOf(m) !== at);
  for (const member of twice) row.fault('members', `${quote(member)} bị ghi hai lần; chỉ giữ một`);
  keep(row, 'group', group, batch.groups);
}

/** Reads one row of an aliases file. */
export function readAlias(row: Row, batch: Batch): void {
  const alias: Alias = {
    kind: row.take('kind', (t) => wordFault(t, ALIAS_KINDS)) as Alias['kind'],
    target: row.take('target', idFault),
    alias: row.take('alias', emptyFault),
  };
  if (row.sound) batch.aliases.push({ row: alias, file: row.record.file, line: row.record.line });
}

function dayFault(text: string): string | null {
  if (editionEnd(text)) return null;
  if (text === '') return 'ô trống; ghi thời điểm công bố: năm, năm-tháng hoặc năm-tháng-ngày, ví dụ 2022-05';
  return `${quote(text)} không phải thời điểm hợp lệ; ghi 2022, 2022-05 hoặc 2022-05-04`;
}

/**
 * Notes the entry, also a faulty one: its id is declared, and rows that use it are not at fault. (A batch
 * with any fault is never written.)
 */
function keep<T extends { id: string }>(row: Row, column: string, entry: T, list: Placed<T>[]): void {
  const first = list.find((b) => b.row.id === entry.id);
  if (!first) list.push({ row: entry, file: row.record.file, line: row.record.line });
  else if (entry.id !== '') {
    const where = `tệp ${first.file}, dòng ${first.line}`;
    row.fault(column, `mã ${quote(entry.id)} đã có ở ${where}; mỗi mã chỉ ghi một lần`);
  }
}

/** What can be checked only when every file was read: that groups and aliases name something that exists. */
export function checkReferences(batch: Batch, known: Known, fault: Told): void {
  const indicators = new Set([...known.indicators.keys(), ...batch.indicators.map((i) => i.row.id)]);
  const areas = new Set([...known.areas, ...batch.areas.map((a) => a.row.id)]);
  const groups = new Set([...known.groups, ...batch.groups.map((g) => g.row.id)]);
  for (const g of batch.groups) {
    for (const member of g.row.members) {
      if (!indicators.has(member))
        fault(g, 'members', unknown('chỉ tiêu', member, indicators, 'indicators.csv'));
    }
  }
  for (const a of batch.areas)
    if (a.row.region !== '' && !areas.has(a.row.region))
      fault(a, 'region', unknown('vùng', a.row.region, areas, 'areas.csv'));
  const targets = {
    indicator: ['chỉ tiêu', indicators, 'indicators.csv'],
    area: ['địa bàn', areas, 'areas.csv'],
    group: ['nhóm', groups, 'groups.csv'],
  } as const;
  for (const a of batch.aliases) {
    const [what, ids, file] = targets[a.row.kind];
    if (!ids.has(a.row.target)) fault(a, 'target', unknown(what, a.row.target, ids, file));
  }
  for (const i of batch.indicators) {
    const unit = known.indicators.get(i.row.id);
    if (unit === undefined || unit === i.row.unit || !known.settled.has(i.row.id)) continue;
    fault(
      i,
      'unit',
      `chỉ tiêu ${quote(i.row.id)} đã có số liệu tính bằng ${unit}, không đổi sang ${quote(i.row.unit)} được; giữ ${unit} hoặc dùng mã chỉ tiêu mới`,
    );
  }
}

/** Notes a fault at a placed row. */
export type Told = (at: { file: string; line: number }, column: string, message: string) => void;

/** «chưa có chỉ tiêu «x» …», with the nearest id as a suggestion. */
export function unknown(what: string, id: string, ids: ReadonlySet<string>, file: string): string {
  const near = nearest(id, ids);
  const hint = near ? `ý bạn là ${quote(near)}? Nếu không, ` : '';
  return `chưa có ${what} ${quote(id)}; ${hint}hãy khai báo mã này trong tệp ${file} nạp cùng lúc`;
}

/** The id at most two slips away, if any. */
function nearest(id: string, ids: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let least = Math.min(2, Math.floor(id.length / 3)) + 1;
  for (const candidate of ids) {
    if (Math.abs(candidate.length - id.length) >= least) continue;
    const d = distance(id.toLowerCase(), candidate.toLowerCase());
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
