import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runChat } from '../../../src/channel/terminal/index.js';
import { fakeTalker } from '../web/fake.js';

class Screen extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function chat(...lines: string[]) {
  const talker = fakeTalker();
  const output = new Screen();
  const faults: unknown[] = [];
  const input = Readable.from([lines.join('\n')]);
  await runChat({ talker, input, output, onFault: (e) => faults.push(e) });
  return { heard: talker.heard.map((h) => h.text ?? `[${h.pressed}]`), screen: output.text, faults };
}

describe('a conversation through a pipe', () => {
  it('answers every line, without a prompt', async () => {
    const { heard, screen } = await chat('điện thương phẩm 2021', '', '  xi măng  ');
    expect(heard).toEqual(['điện thương phẩm 2021', 'xi măng']);
    expect(screen).toContain('890 triệu kWh');
    expect(screen).toContain('1,02 triệu tấn');
    expect(screen).not.toContain('Hỏi:');
    expect(screen).not.toContain('\u001b');
  });

  it('presses the numbered button of the last reply', async () => {
    const { heard, screen } = await chat('điện thương phẩm 2021', '1', '1');
    expect(heard).toEqual([
      'điện thương phẩm 2021',
      '[mục tiêu điện thương phẩm 2022]',
      '[điện thương phẩm 2021]',
    ]);
    expect(screen).toContain('gần 930 triệu kWh');
  });

  it('takes a number without a button for text', async () => {
    expect((await chat('1', 'điện thương phẩm 2021', '9', '12', '0')).heard).toEqual([
      '1',
      'điện thương phẩm 2021',
      '9',
      '12',
      '0',
    ]);
  });

  it.each(['thoát', 'THOÁT', 'thoát'.normalize('NFD'), 'exit', ' Exit '])('ends at "%s"', async (word) => {
    expect((await chat('xi măng', word, 'điện 2021')).heard).toEqual(['xi măng']);
  });

  it('survives a fault and goes on', async () => {
    const { heard, screen, faults } = await chat('hỏng', 'xi măng');
    expect(heard).toEqual(['hỏng', 'xi măng']);
    expect(screen).toContain('Hệ thống gặp lỗi');
    expect(faults).toHaveLength(1);
  });

  it('ends quietly at an empty input, with Windows line ends, and when the reader leaves', async () => {
    expect((await chat('')).heard).toEqual([]);
    expect((await chat('xi măng\r', 'thoát\r')).heard).toEqual(['xi măng']);
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
      },
    });
    const input = Readable.from(['xi măng\n', 'điện 2021\n']);
    await expect(runChat({ talker: fakeTalker(), input, output })).resolves.toBeUndefined();
  });
});

describe('a conversation at a terminal', () => {
  it('greets, prompts, prints bold, and ends at Ctrl-D', async () => {
    const talker = fakeTalker();
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new Screen(), { isTTY: true, hasColors: () => true, columns: 100 });
    const chatting = runChat({ talker, input, output });
    input.write('xi măng\r');
    await new Promise((resolve) => setTimeout(resolve, 50));
    input.write('\u0004');
    await chatting;
    expect(talker.heard).toEqual([{ key: 'terminal', text: 'xi măng' }]);
    expect(output.text).toContain('Gõ số để chọn');
    expect(output.text).toContain('Hỏi: ');
    expect(output.text).toContain('\u001b[1m1,02 triệu tấn\u001b[22m');
  });

  it('prints nothing bold where colours are refused', async () => {
    const input = Readable.from(['xi măng']);
    const output = Object.assign(new Screen(), { isTTY: true, hasColors: () => false });
    await runChat({ talker: fakeTalker(), input, output });
    expect(output.text).not.toContain('\u001b');
  });
});
