import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { describeLayouts, type FileKind, layoutOf } from './columns.js';
import { type Faults, quote } from './faults.js';

/** A file to be read: a path, or content that came another way (a chat attachment). */
export type InputFile = string | { readonly name: string; readonly bytes: Uint8Array };

/** A file's bytes with the name that messages use. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** One row. Optional columns that the file lacks are ''; required ones are absent, and were told already. */
export interface FileRecord {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A file taken apart, nothing in it judged yet but its form. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly records: readonly FileRecord[];
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of a file; a fault and null when it cannot be read. */
export function readBytes(input: InputFile, faults: Faults): RawFile | null {
  if (typeof input !== 'string') return { ...input, sha256: sha256(input.bytes) };
  try {
    const bytes = readFileSync(input);
    return { name: input, bytes, sha256: sha256(bytes) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'không có tệp này' : code === 'EISDIR' ? 'đây là thư mục' : 'không đọc được tệp';
    faults.add(input, null, null, `${why}; hãy kiểm tra lại đường dẫn và quyền đọc`);
    return null;
  }
}

/** Takes a CSV file apart. Faults of form are told; null when nothing can be made of the file. */
export function readCsv(raw: RawFile, faults: Faults): ReadFile | null {
  const text = decode(raw, faults);
  if (text === null) return null;
  const rows = split(raw.name, text, faults);
  if (rows === null) return null;
  const [header, ...body] = rows;
  if (!header) {
    faults.add(raw.name, null, null, 'tệp rỗng; dòng đầu phải là tên cột, các dòng sau là số liệu');
    return null;
  }
  const columns = header.cells.map((c) => c.toLowerCase());
  const layout = layoutOf(columns);
  if (!layout) {
    const found = columns.join(', ');
    faults.add(
      raw.name,
      header.line,
      null,
      `không nhận ra loại tệp từ dòng tiêu đề ${quote(found)}; tệp phải có đủ cột của một trong các loại: ${describeLayouts()}`,
    );
    return null;
  }
  const known = [...layout.required, ...layout.optional];
  for (const column of layout.required) {
    if (columns.includes(column)) continue;
    faults.add(
      raw.name,
      header.line,
      column,
      `thiếu cột này; tệp ${layout.name} phải có các cột ${layout.required.join(', ')}`,
    );
  }
  columns.forEach((column, at) => {
    if (columns.indexOf(column) !== at)
      faults.add(raw.name, header.line, column, 'cột bị lặp lại; chỉ giữ một cột');
    else if (!known.includes(column)) {
      const name = column === '' ? `thứ ${at + 1} (không tên)` : column;
      faults.add(
        raw.name,
        header.line,
        name,
        `cột lạ; hãy sửa tên hoặc bỏ cột này. Các cột được dùng: ${known.join(', ')}`,
      );
    }
  });
  if (body.length === 0)
    faults.add(raw.name, null, null, 'tệp chỉ có dòng tiêu đề, không có dòng số liệu nào');
  const records: FileRecord[] = [];
  for (const row of body) {
    if (row.cells.length !== columns.length) {
      faults.add(
        raw.name,
        row.line,
        null,
        `dòng có ${row.cells.length} ô nhưng tiêu đề có ${columns.length} cột; kiểm tra dấu phân cách, hoặc đặt ô có dấu phẩy trong ngoặc kép "…"`,
      );
      continue;
    }
    const cells: Record<string, string> = {};
    for (const column of layout.optional) cells[column] = '';
    columns.forEach((column, at) => {
      cells[column] = row.cells[at] ?? '';
    });
    records.push({ file: raw.name, line: row.line, cells });
  }
  return { name: raw.name, sha256: raw.sha256, kind: layout.kind, records };
}

const SAVE_AS = 'trong Excel chọn «Lưu thành» → «CSV UTF-8 (Comma delimited)»';

function decode(raw: RawFile, faults: Faults): string | null {
  const [a, b] = raw.bytes;
  if (a === 0x50 && b === 0x4b) {
    faults.add(raw.name, null, null, `đây là tệp Excel hoặc tệp nén, không phải CSV; ${SAVE_AS}`);
    return null;
  }
  try {
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw new TypeError('UTF-16');
    return new TextDecoder('utf-8', { fatal: true }).decode(raw.bytes);
  } catch {
    faults.add(raw.name, badLine(raw.bytes), null, `tệp không phải mã UTF-8 nên chữ Việt sẽ sai; ${SAVE_AS}`);
    return null;
  }
}

/** The first line that is no UTF-8. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    line++;
    start = at + 1;
  }
  return 1;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function split(name: string, decoded: string, faults: Faults): Row[] | null {
  // One kind of line end, so that the parser's line numbers are the editor's.
  let text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let skipped = 0;
  let delimiter: string | null = null;
  const declared = /^sep=(.)\n/.exec(text);
  if (declared?.[1]) {
    delimiter = declared[1];
    text = text.slice(declared[0].length);
    skipped = 1;
  }
  delimiter ??= delimiterOf(text);
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 0,
    }) as unknown as { info: Info; record: string[] }[];
    return parsed.map(({ info, record }) => ({
      line: info.lines + skipped - newlines(record),
      cells: record.map(tidy),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines + skipped : null;
    faults.add(
      name,
      line,
      null,
      'dấu ngoặc kép không khớp; ô có ngoặc kép bên trong phải viết gấp đôi: "anh nói ""được"""',
    );
    return null;
  }
}

/** The separator that the header uses most: `,` · `;` (Excel with Vietnamese settings) · tab. */
function delimiterOf(text: string): string {
  const header = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const count = (c: string): number => header.split(c).length;
  return [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best));
}

function newlines(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) for (const c of cell) if (c === '\n') count++;
  return count;
}

/** Composed accents, no blanks at the ends. */
function tidy(cell: string): string {
  return cell.normalize('NFC').trim();
}
