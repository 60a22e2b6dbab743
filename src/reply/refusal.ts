import type { Answer, Note } from '../answer/answer.js';
import type { Question } from '../question/question.js';
import { periodName } from '../stats/period.js';
import { capitalise, decapitalise } from '../vietnamese/print.js';
import { phraseOf } from './beside.js';
import { sensible } from './buttons.js';
import { CAVEATS } from './caveats.js';
import { SORRY } from './help.js';
import { missingBlocks } from './missing.js';
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
  if (q.kind === 'unclear') return unclearBlocks(q, sensible(answer, world).length);
  if (q.kind === 'out-of-scope') return outsideBlocks(q, answer, world);
  const blocks: Block[] = [];
  const missing = missingBlocks(answer.missing, world).map(
    (b): Block => (b.kind === 'note' ? { kind: 'line', spans: b.spans } : b),
  );
  const lone = answer.notes.find((n) => n.type === 'reason');
  if (lone?.type === 'reason') blocks.push(line(reasonText(lone, q, world)));
  const why = answer.notes.find((n) => n.type === 'caveat');
  if (why?.type === 'caveat') blocks.push(line(CAVEATS[why.caveat]));
  else if (answer.reason === 'not-computable') blocks.push(line(notComputable(q, missing.length > 0)));
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

/** «Kho số liệu chỉ có số của Lạng Sơn; chưa có số của các tỉnh khác về gỗ khai thác năm 2015, nên không so các tỉnh được.» */
function reasonText(n: Extract<Note, { type: 'reason' }>, q: Question, world: ReplyWorld): string {
  if (!('across' in q) || q.across !== 'areas') return `${capitalise(n.text)}.`;
  const name = 'subject' in q ? ` về ${decapitalise(subjectName(q, world))}` : '';
  return `${n.text}${name}${n.period ? ` ${periodName(n.period)}` : ''}, nên không so các tỉnh được.`;
}

function notComputable(q: Question, explained: boolean): string {
  if (q.kind === 'derived' && q.structure) return 'Không tính được cơ cấu của kỳ này.';
  if (q.kind === 'derived' && q.op === 'share')
    return 'Không tính được tỷ trọng: cần số của phần và của toàn bộ, cùng kỳ và cùng đơn vị.';
  if (q.kind === 'derived' && (q.op === 'remaining' || q.op === 'needed-monthly'))
    return 'Không tính được phần còn thiếu: cần cả mục tiêu và số thực hiện của cùng năm.';
  return explained ? 'Không tính được.' : 'Không tính được từ các số liệu đang có.';
}

/** Figures that are not what was asked, marked so; a thing in a period has one line. */
export function contextBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const context = answer.figures.filter(
    (f) =>
      f.role === 'context' &&
      !answer.notes.some(
        (n) => 'figure' in n && n.figure.value === f.value && n.figure.sources[0] === f.sources[0],
      ),
  );
  if (context.length === 0) return [];
  const lines = new Map<string, Set<string>>();
  for (const f of context) {
    const head = `${capitalise(indicatorName(world, f.indicator))}, ${areaName(world, f.area)}, ${periodName(f.period)}`;
    lines.set(head, (lines.get(head) ?? new Set()).add(phraseOf(f, world)));
  }
  return [
    line('Để tham khảo (không phải số được hỏi):'),
    {
      kind: 'list',
      items: [...lines].slice(0, 6).map(([head, told]) => [{ text: `${head}: ${[...told].join('; ')}` }]),
    },
  ];
}

const LONGEST_QUOTE = 80;

/** The person's words, so that they see what was read. */
function quote(text: string): string {
  const plain = text.replace(/[«»]/g, '').replace(/\s+/g, ' ').trim().normalize('NFC');
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …` : plain;
}

/** «“nhôm” trong “nhôm 2021”»; once where the part is the whole. */
function partOf(q: Extract<Question, { kind: 'unclear' }>): string {
  const part = quote(q.part);
  const whole = quote(q.text);
  return whole === '' || part.toLowerCase() === whole.toLowerCase()
    ? `«${part}»`
    : `«${part}» trong câu «${whole}»`;
}

function unclearBlocks(q: Extract<Question, { kind: 'unclear' }>, offers: number): Block[] {
  const offer =
    offers === 0
      ? ''
      : offers === 1
        ? ' Có phải anh/chị hỏi nội dung dưới đây?'
        : ' Có phải anh/chị hỏi một trong các nội dung dưới đây?';
  if (q.part === 'too-long')
    return [line('Câu hỏi dài quá. Anh/chị viết lại trong một, hai câu, ví dụ: «sản lượng điện 2021».')];
  if (q.part === 'garbled')
    return [
      line(
        'Tin nhắn bị lỗi phông chữ nên không đọc được. Anh/chị gõ lại, có dấu hay không dấu đều được, ví dụ: «xi mang 2016».',
      ),
    ];
  if (q.part === 'GRDP' && q.reason === 'unknown-indicator')
    return [
      line(`Kho số liệu không có GRDP của cả nền kinh tế, chỉ có phần công nghiệp và xây dựng.${offer}`),
    ];
  if (q.part === 'by-branch')
    return [line(`Kho số liệu chỉ xếp theo sản phẩm, chưa có số để xếp theo ngành.${offer}`)];
  if (q.reason === 'no-data')
    return [line(`Không có số liệu ${q.part}; chỉ có số của từng doanh nghiệp.${offer}`)];
  if (q.reason === 'no-measure')
    return [line(`Kho số liệu có sản lượng, chưa có ${q.part} bằng tiền của từng sản phẩm.${offer}`)];
  if (q.reason === 'not-computable') return [line(`Không tính được ${q.part}.`)];
  if (q.reason === 'unknown-area')
    return [
      line(
        `Kho số liệu chưa có «${quote(q.part)}»: chỉ có tỉnh Lạng Sơn, cả nước, các vùng và một số chỉ tiêu của các tỉnh khác.${offer}`,
      ),
    ];
  if (q.part === '')
    return [
      line(
        `Chưa rõ anh/chị hỏi chỉ tiêu nào. Hãy nêu tên sản phẩm và năm, ví dụ: «xi măng 2016», «mục tiêu 2022».${offer}`,
      ),
    ];
  if (q.reason === 'ambiguous') return [line(`Chưa rõ ${partOf(q)}, nên chưa trả lời ngay.${offer}`)];
  return [
    line(
      `Chưa hiểu ${partOf(q)}, hoặc kho số liệu không có chỉ tiêu này.${offer || ' Gõ «có những sản phẩm nào» để xem danh mục.'}`,
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
        : q.topic === 'rude'
          ? SORRY
          : 'Nội dung này nằm ngoài kho số liệu sản xuất công nghiệp của bot. Gõ «có những sản phẩm nào» để xem danh mục.';
  return [line(text), ...contextBlocks(answer, world)];
}
