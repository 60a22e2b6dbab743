export { csvOf } from './csv.js';
export type { Asked } from './notes.js';
export type { Names } from './rows.js';
export { workbookOf } from './workbook.js';
