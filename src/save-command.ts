import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Question } from './question/question.js';
import type { Studio } from './studio.js';

/** Raised where a question cannot become the file asked for; the message tells what to do. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
}

/** The kinds of file that `solieu save` writes. */
export const SAVED = ['.png', '.svg', '.xlsx', '.csv'] as const;

/**
 * Writes the answer to a question as a picture (.png, .svg) or as a table (.xlsx, .csv).
 *
 * @param file path to write; its ending chooses the kind
 * @returns a line for the person who asked
 * @throws SaveError when the ending is unknown, or the answer holds nothing to draw or to list
 */
export async function saveAnswer(question: Question, file: string, studio: Studio): Promise<string> {
  const kind = extname(file).toLowerCase();
  if (!SAVED.some((s) => s === kind)) throw new SaveError(`Tên tệp cần đuôi ${SAVED.join(', ')}: «${file}».`);
  if (kind === '.xlsx' || kind === '.csv') {
    const saved = await studio.file(question, kind === '.csv' ? 'csv' : 'workbook');
    if (!saved) throw new SaveError('Câu trả lời không có số liệu để lập bảng. Hãy nêu tên sản phẩm và năm.');
    writeFileSync(file, saved.bytes);
    return `${saved.caption}\nĐã ghi bảng vào ${file}.`;
  }
  const picture = await studio.chart(question);
  if (!picture)
    throw new SaveError('Câu trả lời không vẽ được biểu đồ: cần từ hai số liệu cùng đơn vị trở lên.');
  writeFileSync(file, kind === '.svg' ? picture.lettered() : await picture.png());
  return `${picture.caption}\nĐã ghi biểu đồ vào ${file}.`;
}
