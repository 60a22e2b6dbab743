import { expect, test } from 'vitest';
import { ask, askQuestion } from '../src/ask.js';
import type { Question } from '../src/question/question.js';
import { revive } from '../src/question/stored.js';
import { QUESTIONS } from './golden/questions.js';
import { useAssembly } from './support/assembly.js';

/** Questions kept by another version of the program: behind buttons, in addresses, followed. */
const assembly = useAssembly();
const world = () => ({ ...assembly().world('2026-11-25'), previous: null });
type Loose = Record<string, unknown>;

function kept(): Question[] {
  const all = new Map<string, Question>();
  for (const text of Object.values(QUESTIONS).flat()) {
    const { question, reply } = ask(text.replace(/^\+ /, ''), world());
    for (const q of [question, ...reply.buttons.map((b) => b.question)])
      if (q.kind !== 'unclear' && q.kind !== 'out-of-scope') all.set(JSON.stringify(q), q);
  }
  return [...all].map(([text]) => JSON.parse(text) as Question);
}

/** Each field taken away, and each that holds others with each of those taken away. */
function* olderThan(q: object): Generator<Loose> {
  for (const [field, value] of Object.entries(q)) {
    const { [field]: _, ...without } = q as Loose;
    yield without;
    yield { ...q, [field]: null };
    yield { ...q, [field]: { odd: [1] } };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const inner of olderThan(value)) yield { ...q, [field]: inner };
  }
}

test('a question of this version comes back as it was kept', () => {
  const questions = kept();
  expect(new Set(questions.map((q) => q.kind)).size).toBeGreaterThan(11);
  for (const q of questions) expect(revive(q)).toEqual(q);
});

test('one of another version is answered or not found, never a fault', () => {
  const byKind = new Map(kept().map((q) => [q.kind, q]));
  let answered = 0;
  let unknown = 0;
  for (const q of byKind.values()) {
    for (const old of olderThan(q)) {
      const question = revive(old);
      if (question === null) unknown += 1;
      else {
        answered += 1;
        expect(() => askQuestion(question, world()), JSON.stringify(old)).not.toThrow();
      }
    }
  }
  expect(answered).toBeGreaterThan(50);
  expect(unknown).toBeGreaterThan(100);
  expect(revive({ kind: 'horoscope', text: 'xi măng' })).toBeNull();
  expect(revive(null)).toBeNull();
});

test('what could be said only later is filled in and changes nothing', () => {
  const { question, answer } = ask('xi măng 2016', world());
  const { yesno: _, enterprise: __, bends: ___, leftover: ____, ...old } = question as unknown as Loose;
  expect(askQuestion(revive(old)!, world()).answer.figures).toEqual(answer.figures);
});

test('a thing, a place or a period that is no longer known is told as not held', () => {
  const { question } = ask('xi măng 2016', world());
  const q = question as Extract<Question, { kind: 'value' }>;
  for (const gone of [
    { ...q, subject: { ...q.subject, value: { indicators: ['khong-con'], group: null } } },
    { ...q, areas: { ...q.areas, value: ['khong-con'] } },
    { ...q, periods: { ...q.periods, value: { type: 'list', codes: ['nam-nao'] } } },
  ])
    expect(askQuestion(revive(gone) ?? { kind: 'help', text: '', topic: 'help' }, world()).fault).toBeNull();
});
