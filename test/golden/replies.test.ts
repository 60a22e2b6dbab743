import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Turn } from '../../src/ask.js';
import { type Assembly, assemble } from '../../src/assemble.js';
import { QUESTIONS } from './questions.js';

/**
 * Replies as a person reads them, a file a kind. They were read line by line before they were kept: read what a
 * change does to them in the diff, then renew them with `UPDATE_GOLDEN=1`.
 */

let assembly: Assembly;
beforeAll(() => {
  assembly = assemble(join(mkdtempSync(join(tmpdir(), 'golden-')), 'facts.db'), () => {});
});
afterAll(() => assembly.close());

function conversation(questions: readonly string[]): string {
  const world = assembly.world('2026-11-25');
  let previous: Turn | null = null;
  return `${questions
    .map((q) => {
      const follows = q.startsWith('+ ');
      const text = follows ? q.slice(2) : q;
      const result = ask(text, { ...world, previous: follows ? previous : null });
      previous = result.turn;
      const buttons = result.reply.buttons.map((b) => `[${b.label}]`).join(' ');
      return [`${follows ? 'Hỏi tiếp' : 'Hỏi'}: ${text}`, '', result.reply.plain, ...(buttons ? [buttons] : [])].join('\n');
    })
    .join('\n\n')}\n`;
}

test.each(Object.entries(QUESTIONS))('%s', (kind, questions) => {
  const file = join(import.meta.dirname, `${kind}.txt`);
  const told = conversation(questions);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, told);
  expect(existsSync(file), `${kind}.txt is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(told).toBe(readFileSync(file, 'utf8'));
});
