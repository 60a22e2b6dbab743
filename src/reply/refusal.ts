import type { Answer } from '../answer/answer.js';
import type { Question } from '../question/question.js';
import { periodName } from '../stats/period.js';
import { capitalise, decapitalise } from '../vietnamese/print.js';
import { phraseOf } from './figures.js';
import { missingBlocks } from './notes.js';
import { subjectName } from './phrase.js';
import type { Block } from './reply.js';
import { areaName, indicatorName } from './words.js';
import type { ReplyWorld } from './world.js';

const line = (text: string): Block => ({ kind: 'line', spans: [{ text }] });

/** What a refusal or a question back says: which part failed, and what is held. */
export function refusalBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const q = answer.question;
  if (answer.reason === 'fault')
    return [
      line('Hệ thống gặp lỗi khi trả lời câu này. Lỗi đã được ghi lại; anh/chị thử hỏi lại sau ít phút.'),
    ];
  if (q.kind === 'unclear') return unclearBlocks(q, answer);
  if (q.kind === 'out-of-scope') return outsideBlocks(q, answer, world);
  const blocks: Block[] = [];
  if (answer.reason === 'not-computable') blocks.push(line('Không tính được từ các số liệu đang có.'));
  const missing = missingBlocks(answer.missing, world).map(
    (b): Block => (b.kind === 'note' ? { kind: 'line', spans: b.spans } : b),
  );
  blocks.push(...missing);
  if (blocks.length === 0) {
    const name =
      'subject' in q && q.subject.value.indicators.length > 0
        ? decapitalise(subjectName(q, world))
        : 'nội dung này';
    blocks.push(
      line(`Chưa có số liệu ${name}${answer.periods[0] ? ` ${periodName(answer.periods[0])}` : ''}.`),
    );
  }
  blocks.push(...contextBlocks(answer, world));
  return blocks;
}

/** Figures that are not what was asked, marked so. */
export function contextBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const context = answer.figures.filter(
    (f) =>
      f.role === 'context' &&
      !answer.notes.some(
        (n) => 'figure' in n && n.figure.value === f.value && n.figure.sources[0] === f.sources[0],
      ),
  );
  if (context.length === 0) return [];
  return [
    line('Để tham khảo (không phải số được hỏi):'),
    {
      kind: 'list',
      items: context.slice(0, 6).map((f) => [
        {
          text: `${capitalise(indicatorName(world, f.indicator))}, ${areaName(world, f.area)}, ${periodName(f.period)}: ${phraseOf(f)}`,
        },
      ]),
    },
  ];
}

function unclearBlocks(q: Extract<Question, { kind: 'unclear' }>, answer: Answer): Block[] {
  const offers = answer.choices.length > 0;
  const offer = offers ? ' Có phải anh/chị hỏi một trong các nội dung dưới đây?' : '';
  if (q.part === 'too-long')
    return [line('Câu hỏi dài quá. Anh/chị viết lại trong một, hai câu, ví dụ: «sản lượng điện 2021».')];
  if (q.reason === 'no-data')
    return [line(`Không có số liệu ${q.part}; chỉ có số của từng doanh nghiệp.${offer}`)];
  if (q.reason === 'not-computable') return [line(`Không tính được ${q.part}.`)];
  if (q.reason === 'unknown-area')
    return [
      line(
        `Kho số liệu chưa có «${q.part}»: chỉ có tỉnh Lạng Sơn, cả nước, các vùng và một số chỉ tiêu của các tỉnh khác.${offer}`,
      ),
    ];
  if (q.part === '')
    return [
      line(
        `Chưa rõ anh/chị hỏi chỉ tiêu nào. Hãy nêu tên sản phẩm và năm, ví dụ: «xi măng 2016», «mục tiêu 2022».${offer}`,
      ),
    ];
  if (q.reason === 'ambiguous')
    return [line(`Chưa rõ «${q.part}» trong câu hỏi, nên chưa trả lời ngay.${offer}`)];
  return [
    line(
      `Chưa hiểu «${q.part}», hoặc kho số liệu không có chỉ tiêu này.${offer || ' Gõ «có những sản phẩm nào» để xem danh mục.'}`,
    ),
  ];
}

function outsideBlocks(
  q: Extract<Question, { kind: 'out-of-scope' }>,
  answer: Answer,
  world: ReplyWorld,
): Block[] {
  const text =
    q.topic === 'forecast'
      ? 'Bot không dự báo; chỉ trả lời số liệu đã công bố.'
      : q.topic === 'cause'
        ? 'Bot không giải thích nguyên nhân; chỉ trả lời số liệu đã công bố.'
        : 'Nội dung này nằm ngoài kho số liệu sản xuất công nghiệp của bot. Gõ «có những sản phẩm nào» để xem danh mục.';
  return [line(text), ...contextBlocks(answer, world)];
}
