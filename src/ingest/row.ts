import type { Faults } from './faults.js';
import type { FileRecord } from './read.js';

/** A record under examination: takes cells out and notes what is wrong with them. */
export class Row {
  /** False as soon as one fault was found in the row. */
  sound = true;

  constructor(
    readonly record: FileRecord,
    readonly faults: Faults,
  ) {}

  cell(column: string): string {
    return this.record.cells[column] ?? '';
  }

  /** Does the file lack the column? Then its cells are not judged one by one. */
  lacks(column: string): boolean {
    return this.record.cells[column] === undefined;
  }

  /** The cell, checked. */
  take(column: string, check: (text: string) => string | null): string {
    if (this.lacks(column)) {
      this.sound = false;
      return '';
    }
    const text = this.cell(column);
    const wrong = check(text);
    if (wrong) this.fault(column, wrong);
    return text;
  }

  fault(column: string | null, message: string): void {
    this.sound = false;
    this.faults.add(this.record.file, this.record.line, column, message);
  }
}
