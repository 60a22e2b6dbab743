import type { Answer } from '../answer/answer.js';
import { HEADS, type Names, type Row, rowsOf } from './rows.js';

const BOM = '\uFEFF';

/**
 * An answer as CSV with a head: UTF-8 with BOM, comma between fields, CRLF after lines. Numbers are plain decimals
 * with a point, never altered; text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvOf(answer: Answer, names: Names): string {
  const lines = [HEADS.map(text), ...rowsOf(answer, names).map(fields)];
  return `${BOM}${lines.map((l) => `${l.join(',')}\r\n`).join('')}`;
}

const fields = (r: Row): string[] => [
  text(r.indicator),
  text(r.area),
  text(r.period),
  text(r.measure),
  r.amount.exact ? r.amount.decimal : text(r.amount.text),
  text(r.unit),
  text(r.status),
  text(r.source),
  text(r.address),
  text(r.note),
];

/** A field of text: defused, and in quotes where it must be. */
export function text(value: string): string {
  const plain = value.normalize('NFC');
  const safe = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
