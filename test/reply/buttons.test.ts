import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, askQuestion } from '../../src/ask.js';
import { type Assembly, assemble } from '../../src/assemble.js';
import { readItems } from '../support/corpus.js';

let assembly: Assembly;
beforeAll(() => {
  assembly = assemble(join(mkdtempSync(join(tmpdir(), 'buttons-')), 'facts.db'), () => {});
});
afterAll(() => assembly.close());

const asked = (r: ReturnType<typeof ask>) =>
  r.answer.figures
    .filter((f) => f.role === 'asked')
    .map((f) => `${f.indicator} ${f.area} ${f.measure} ${f.basis} ${f.period} ${f.value}`);

test('a button and the sentence it stands for tell the same figures, and no button is dead', () => {
  const world = { ...assembly.world('2026-11-25'), previous: null };
  const dead: string[] = [];
  const different: string[] = [];
  let pressed = 0;
  for (const item of readItems('tuning')
    .filter((i) => !i.channel && i.outcome.includes('answer'))
    .slice(0, 400)) {
    for (const b of ask(item.say[0] as string, world).reply.buttons) {
      pressed++;
      // A stored button is JSON: it must mean the same after the store.
      const result = askQuestion(JSON.parse(JSON.stringify(b.question)), world);
      if (result.answer.reason === 'fault' || result.reply.plain === '')
        dead.push(`${item.say[0]} → ${b.label}`);
      const typed = ask(b.sentence, world);
      if (asked(typed).join('|') !== asked(result).join('|'))
        different.push(`${item.say[0]} → ${b.label} = «${b.sentence}»`);
    }
  }
  expect(pressed).toBeGreaterThan(500);
  expect(dead).toEqual([]);
  expect(different).toEqual([]);
}, 60_000);
