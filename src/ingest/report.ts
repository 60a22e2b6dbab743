import { periodName } from '../stats/period.js';
import type { FactKey } from '../store/reader.js';
import { joinList, printDecimal } from '../vietnamese/print.js';

/** A release that says another figure than before. */
export interface Revision {
  readonly key: FactKey;
  readonly source: string;
  readonly indicatorName: string;
  readonly areaName: string;
  readonly unit: string;
  readonly before: { readonly value: string; readonly valueTo: string | null };
  readonly after: { readonly value: string; readonly valueTo: string | null };
}

/** What a load did. Observations are counted one by one; entries of the catalogue when added or changed. */
export interface LoadReport {
  /** Names of the files that were read. */
  readonly files: readonly string[];
  readonly added: number;
  /** Releases that now say another figure; the earlier one is in the history. */
  readonly revised: number;
  /** Releases of which only the notes changed. */
  readonly annotated: number;
  readonly unchanged: number;
  /** Rows that vanished from the data folder. */
  readonly removed: number;
  /** Rows of the data folder that an operator's own figure overrules. */
  readonly kept: number;
  readonly indicators: number;
  readonly areas: number;
  readonly sources: number;
  readonly groups: number;
  readonly aliases: number;
  readonly revisions: readonly Revision[];
  /** The keys under which a figure was added, revised or removed. */
  readonly changed: readonly FactKey[];
}

/** The report of a load that had nothing to do. */
export const NOTHING_LOADED: LoadReport = {
  files: [],
  added: 0,
  revised: 0,
  annotated: 0,
  unchanged: 0,
  removed: 0,
  kept: 0,
  indicators: 0,
  areas: 0,
  sources: 0,
  groups: 0,
  aliases: 0,
  revisions: [],
  changed: [],
};

const MEASURES: Record<FactKey['measure'], string> = {
  actual: 'thực hiện',
  target: 'mục tiêu',
  growth: 'tăng trưởng',
  index: 'chỉ số',
  completion: 'mức hoàn thành kế hoạch',
};

const SHOWN = 20;
const count = (n: number): string => printDecimal(String(n));

/** What a load did, in Vietnamese, for the person who loaded. */
export function printReport(r: LoadReport): string {
  const rows = parts([
    [r.added, 'thêm'],
    [r.revised, 'sửa'],
    [r.annotated, 'sửa ghi chú'],
    [r.removed, 'bỏ'],
    [r.unchanged, 'giữ nguyên'],
    [r.kept, 'giữ theo tệp của người vận hành'],
  ]);
  const entries = [
    [r.indicators, 'chỉ tiêu'],
    [r.areas, 'địa bàn'],
    [r.sources, 'nguồn'],
    [r.groups, 'nhóm'],
    [r.aliases, 'tên gọi khác'],
  ] as const;
  const catalogue = entries.filter(([n]) => n > 0).map(([n, what]) => `${count(n)} ${what}`);
  const touched = r.added + r.revised + r.annotated + r.removed > 0 || catalogue.length > 0;
  const lines: string[] = [];
  if (!touched) {
    lines.push('Không có gì thay đổi.');
    if (r.unchanged + r.kept > 0) lines.push(`Số liệu: ${rows}.`);
  } else {
    lines.push(r.files.length > 0 ? `Đã nạp ${count(r.files.length)} tệp.` : 'Đã cập nhật kho số liệu.');
    if (rows) lines.push(`Số liệu: ${rows}.`);
    if (catalogue.length > 0) lines.push(`Danh mục thêm hoặc sửa: ${joinList(catalogue)}.`);
  }
  for (const revision of r.revisions.slice(0, SHOWN)) lines.push(`- ${printRevision(revision)}`);
  if (r.revisions.length > SHOWN)
    lines.push(`- … và ${count(r.revisions.length - SHOWN)} số liệu khác được sửa`);
  return lines.join('\n');
}

function printRevision(r: Revision): string {
  const what = `${r.indicatorName}, ${r.areaName}, ${periodName(r.key.period)}, ${MEASURES[r.key.measure]}`;
  const figure = (f: Revision['before']): string =>
    f.valueTo === null ? printDecimal(f.value) : `${printDecimal(f.value)}–${printDecimal(f.valueTo)}`;
  const [before, after] = [figure(r.before), figure(r.after)];
  if (before === after)
    return `${what} (nguồn ${r.source}): ${after} ${r.unit}, đổi trạng thái hoặc độ tin cậy`;
  return `${what} (nguồn ${r.source}): ${before} → ${after} ${r.unit}`;
}

function parts(items: readonly (readonly [number, string])[]): string {
  return joinList(items.filter(([n]) => n > 0).map(([n, verb]) => `${verb} ${count(n)}`));
}
