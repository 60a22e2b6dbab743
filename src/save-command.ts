import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Answer } from './answer/answer.js';
import type { World } from './ask.js';
import { chartSpec, createPainter, svgOf } from './chart/index.js';
import { csvOf, workbookOf } from './workbook/index.js';

/** Raised where a question cannot become the file asked for; the message tells what to do. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
}

/** The kinds of file that `solieu save` writes. */
export const SAVED = ['.png', '.svg', '.xlsx', '.csv'] as const;

/**
 * Writes an answer as a picture (.png, .svg) or as a table (.xlsx, .csv).
 *
 * @param answer what was answered to `question`
 * @param file path to write; its ending chooses the kind
 * @returns a line for the person who asked
 * @throws SaveError when the ending is unknown, or the answer holds nothing to draw or to list
 */
export async function saveAnswer(
  answer: Answer,
  file: string,
  { question, world }: { question: string; world: World },
): Promise<string> {
  const kind = extname(file).toLowerCase();
  if (!SAVED.some((s) => s === kind)) throw new SaveError(`Tên tệp cần đuôi ${SAVED.join(', ')}: «${file}».`);
  if (kind === '.xlsx' || kind === '.csv') {
    if (answer.figures.length === 0)
      throw new SaveError('Câu trả lời không có số liệu để lập bảng. Hãy nêu tên sản phẩm và năm.');
    const bytes =
      kind === '.csv'
        ? csvOf(answer, world)
        : await workbookOf(answer, world, { question, today: world.today });
    writeFileSync(file, bytes);
    return `Đã ghi bảng ${answer.figures.length} số liệu vào ${file}.`;
  }
  const spec = chartSpec(answer, world);
  if (!spec)
    throw new SaveError('Câu trả lời không vẽ được biểu đồ: cần từ hai số liệu cùng đơn vị trở lên.');
  const svg = svgOf(spec);
  if (kind === '.svg') writeFileSync(file, svg);
  else {
    const painter = createPainter();
    try {
      writeFileSync(file, await painter.pngOf(svg));
    } finally {
      await painter.close();
    }
  }
  return `${spec.caption}\nĐã ghi biểu đồ vào ${file}.`;
}
