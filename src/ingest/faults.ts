/** One thing wrong in a file: where, what, and what to write instead (Vietnamese, for the operator). */
export interface Fault {
  readonly file: string;
  /** Line in the file, from 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** Files were refused; nothing was written. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  /** `folder`: the faults are those of the program's own data folder, not of files that somebody loads. */
  constructor(
    readonly faults: readonly Fault[],
    folder?: string,
  ) {
    super(folder === undefined ? printFaults(faults) : printFolderFaults(faults, folder));
  }
}

/** A cell's content as a message quotes it: invisible characters shown, long texts cut. */
export function quote(text: string): string {
  const visible = text.replace(
    INVISIBLE,
    (c) => `⟨U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
  const characters = [...visible];
  return `«${characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : visible}»`;
}

/** Characters that nobody sees but that spoil a name or a reply. */
export const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/gu;

/** Nobody mends more at a time; a file with another separator has a fault in every line. */
const MOST_TOLD = 200;

/** The faults, one a line, in the order of files and lines: «tệp X, dòng 12, cột value: …». */
export function printFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'Không có lỗi nào.';
  return [`Chưa nạp gì vào kho: có ${faults.length} lỗi cần sửa.`, ...list(faults)].join('\n');
}

function printFolderFaults(faults: readonly Fault[], folder: string): string {
  return [
    `Thư mục số liệu ${folder} có ${faults.length} lỗi nên chương trình chưa chạy được; kho giữ nguyên như trước.`,
    ...list(faults),
    'Hãy sửa các chỗ trên, hoặc lấy lại tệp gốc của thư mục này, rồi chạy lại.',
  ].join('\n');
}

function list(faults: readonly Fault[]): string[] {
  const lines = faults.slice(0, MOST_TOLD).map((f) => `- ${where(f)}: ${f.message}`);
  const more = faults.length - lines.length;
  return more > 0 ? [...lines, `- … và ${more} lỗi nữa; hãy sửa các lỗi trên rồi nạp lại`] : lines;
}

function where(f: Fault): string {
  const line = f.line === null ? '' : `, dòng ${f.line}`;
  const column = f.column === null ? '' : `, cột ${f.column}`;
  return `tệp ${f.file}${line}${column}`;
}

/** Gathers faults; the same fault at the same place is told once. */
export class Faults {
  readonly #list: Fault[] = [];
  readonly #told = new Set<string>();

  add(file: string, line: number | null, column: string | null, message: string): void {
    const key = [file, line, column, message].join('\u0000');
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#list.push({ file, line, column, message });
  }

  get any(): boolean {
    return this.#list.length > 0;
  }

  /** By file (in the order in which files were given), then line. */
  sorted(files: readonly string[]): Fault[] {
    return this.#list
      .map((fault, at) => ({ fault, at }))
      .sort(
        (a, b) =>
          files.indexOf(a.fault.file) - files.indexOf(b.fault.file) ||
          (a.fault.line ?? 0) - (b.fault.line ?? 0) ||
          a.at - b.at,
      )
      .map((x) => x.fault);
  }
}
