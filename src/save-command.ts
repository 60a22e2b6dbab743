import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Result } from './ask.js';
import type { Studio } from './studio.js';

/** Raised where a question cannot become the file asked for; the message tells what to do. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
}

/** The kinds of file that `solieu save` writes. */
export const SAVED = ['.png', '.svg', '.xlsx', '.csv'] as const;

/**
 * Writes an answer as a picture (.png, .svg) or as a table (.xlsx, .csv).
 *
 * @param file path to write; its ending chooses the kind
 * @returns a line for the person who asked
 * @throws SaveError when the ending is unknown, or the answer holds nothing to draw or to list
 */
export async function saveAnswer(
  { question, answer, reply }: Pick<Result, 'question' | 'answer' | 'reply'>,
  file: string,
  studio: Studio,
): Promise<string> {
  const kind = extname(file).toLowerCase();
  if (!SAVED.some((s) => s === kind)) throw new SaveError(`Tên tệp cần đuôi ${SAVED.join(', ')}: «${file}».`);
  // What is asked back or refused says itself why there is nothing to write.
  if (answer.outcome === 'ask' || answer.outcome === 'refuse')
    throw new SaveError(`Không ghi tệp vì chưa trả lời được câu này.\n${reply.plain}`);
  if (kind === '.xlsx' || kind === '.csv') {
    const saved = await studio.file(question, kind === '.csv' ? 'csv' : 'workbook');
    if (!saved) throw new SaveError('Câu trả lời không có số liệu để lập bảng. Hãy nêu tên sản phẩm và năm.');
    writeFileSync(file, saved.bytes);
    return `${saved.caption}\nĐã ghi bảng vào ${file}.`;
  }
  const picture = await studio.chart(question);
  if (!picture)
    throw new SaveError(
      'Câu trả lời không vẽ được biểu đồ: cần từ hai số liệu trở lên so sánh được với nhau (cùng đơn vị, cùng thước đo).',
    );
  writeFileSync(file, kind === '.svg' ? picture.lettered() : await picture.png());
  return `${picture.caption}\nĐã ghi biểu đồ vào ${file}.`;
}
