import type { Answer } from '../answer/answer.js';
import { HEADS, type Names, type Row, rowsOf } from './rows.js';

const BOM = '\uFEFF';
const BETWEEN = ';';

/**
 * An answer as CSV with a head, as a Vietnamese spreadsheet opens it: UTF-8 with BOM, a semicolon between fields, CRLF
 * after lines, numbers with a decimal comma and without points for thousands, days as 31/12/2021. No digit is altered:
 * what a spreadsheet would round, and text that it would take for a formula, gets an apostrophe in front.
 */
export function csvOf(answer: Answer, names: Names): string {
  const lines = [HEADS.map(text), ...rowsOf(answer, names).map(fields)];
  return `${BOM}${lines.map((l) => `${l.join(BETWEEN)}\r\n`).join('')}`;
}

const fields = (r: Row): string[] => [
  text(r.indicator),
  text(r.area),
  text(r.period),
  text(r.measure),
  r.amount.exact ? r.amount.decimal.replace('.', ',') : quoted(`'${r.amount.text}`),
  text(r.unit),
  text(r.status),
  text(r.source),
  text(r.address),
  text(r.note),
  ...(r.days ?? [null, null]).map((d) => (d ? day(d) : '')),
];

const day = (d: Date): string => d.toISOString().slice(0, 10).split('-').reverse().join('/');

/** A number as people write it, which is no formula: «−4,1», «+3,5 %». */
const NUMBER = /^[+\-−]?\d[\d.,]*(?:\s*%)?$/;

/** A field of text: defused, and in quotes where it must be. */
export function text(value: string): string {
  const plain = value.normalize('NFC');
  const risky = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(plain) && !NUMBER.test(plain);
  return quoted(risky ? `'${plain}` : plain);
}

const quoted = (field: string): string =>
  /[";,\r\n']/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
