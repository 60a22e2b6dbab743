/** Longer than any question: of a longer line only so much is kept, and it is told as a fault. */
export const LONGEST_LINE = 100_000;

/** One line of input; `cut` when it was longer than is kept. */
export interface InputLine {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * Cuts a stream of text at its line ends (LF or CRLF) and nowhere else: Node's own reader also cuts at U+2028 and
 * lone carriage returns, which may stand inside a line. A byte order mark at the start goes; the last line needs no
 * end; a line of any length takes bounded memory.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<InputLine> {
  let line = '';
  let length = 0;
  let first = true;
  const take = (piece: string) => {
    const text = first && length === 0 && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
    if (piece !== '') first = false;
    length += text.length;
    if (line.length <= LONGEST_LINE) line += text.slice(0, LONGEST_LINE + 1 - line.length);
  };
  const finish = (): InputLine => {
    const text = line.replace(/\r$/, '');
    const cut = text.length > LONGEST_LINE || length > LONGEST_LINE + 1;
    line = '';
    length = 0;
    return { text: cut ? text.slice(0, LONGEST_LINE) : text, cut };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, end));
      yield finish();
      first = false;
      from = end + 1;
    }
    take(chunk.slice(from));
  }
  if (length > 0) yield finish();
}

/** What a line asks, or in Vietnamese why it asks nothing. */
export type Asked =
  | { readonly text: string; readonly chat: string | null; readonly today: string | null }
  | { readonly fault: string };

const SHAPE = 'dòng bắt đầu bằng { phải là một đối tượng JSON như {"text": "câu hỏi", "chat": "a"}';

/** Plain text, or an object with `text` and maybe `chat` and `today`. */
export function readLine({ text: line, cut }: InputLine, validDay: (day: string) => boolean): Asked {
  if (cut) return { fault: `dòng dài quá ${LONGEST_LINE} ký tự; hãy rút ngắn câu hỏi` };
  if (!line.trimStart().startsWith('{')) return { text: line, chat: null, today: null };
  let read: { text?: unknown; chat?: unknown; today?: unknown };
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return { fault: `JSON viết chưa đúng; ${SHAPE}` };
  }
  const { text, chat = null, today = null } = read;
  if (typeof text !== 'string') return { fault: `"text" phải là một chuỗi; ${SHAPE}` };
  if (chat !== null && typeof chat !== 'string' && typeof chat !== 'number')
    return { fault: '"chat" phải là một chuỗi hoặc một số' };
  if (today !== null && (typeof today !== 'string' || !validDay(today)))
    return { fault: '"today" phải là một ngày dạng 2026-11-25' };
  return { text, chat: chat === null ? null : String(chat), today };
}
