import { createInterface } from 'node:readline';
import type { Result } from '../../ask.js';
import type { Question } from '../../question/question.js';
import type { Button } from '../../reply/reply.js';
import { drawReply } from './draw.js';

const KEY = 'terminal';
const PROMPT = 'Hỏi: ';
const GREETING = 'Hỏi số liệu công nghiệp. Gõ số để chọn câu gợi ý, gõ "thoát" để kết thúc.';
const FAULT = 'Hệ thống gặp lỗi khi trả lời câu này. Anh/chị thử lại hoặc hỏi câu khác.';
const LEAVE = new Set(['thoát', 'thoat', 'exit', 'quit']);

export interface ChatTalker {
  say(key: string, text: string): Pick<Result, 'reply'>;
  press(key: string, question: Question): Pick<Result, 'reply'>;
}

export interface ChatOptions {
  readonly talker: ChatTalker;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; hasColors?(): boolean };
  /** Told of faults; the person gets one kind sentence. */
  readonly onFault?: (error: unknown) => void;
}

/** A conversation, a line at a time, until "thoát" or the end of the input. */
export async function runChat({ talker, input, output, onFault }: ChatOptions): Promise<void> {
  const live = input.isTTY === true && output.isTTY === true;
  // The stream itself knows NO_COLOR and dumb terminals.
  const bold = output.isTTY === true && output.hasColors?.() === true;
  const lines = createInterface({
    input,
    ...(live ? { output } : {}),
    terminal: live,
    prompt: PROMPT,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  // The reader of a pipe may leave (`| head`), a terminal may vanish: that ends the conversation.
  let gone = false;
  const leave = () => {
    gone = true;
    lines.close();
  };
  output.on('error', leave);
  input.on('error', leave);
  const print = (text: string) => {
    if (!gone) output.write(`${text}\n\n`);
  };

  let offered: readonly Button[] = [];
  if (live) {
    print(GREETING);
    lines.prompt();
  }
  for await (const line of lines) {
    const text = line.trim();
    if (gone || LEAVE.has(text.normalize('NFC').toLowerCase())) break;
    if (text !== '') {
      try {
        const pressed = /^[1-9]$/.test(text) ? offered[Number(text) - 1] : undefined;
        const { reply } = pressed ? talker.press(KEY, pressed.question) : talker.say(KEY, text);
        print(drawReply(reply, { bold }));
        offered = reply.buttons;
      } catch (error) {
        onFault?.(error);
        print(FAULT);
      }
    }
    if (live) lines.prompt();
  }
  lines.close();
  // The shell's prompt starts on a line of its own after Ctrl-D.
  if (live && !gone) output.write('\n');
}
