import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Result, type Turn } from '../../src/ask.js';
import { type Assembly, assemble } from '../../src/assemble.js';
import { columnsOf, widthOf } from '../../src/reply/cells.js';
import { readConversations, readItems } from '../support/corpus.js';

/** What every reply of the corpus must keep to, whatever was asked. */

let assembly: Assembly;
let replies: { text: string; result: Result }[];
beforeAll(() => {
  assembly = assemble(join(mkdtempSync(join(tmpdir(), 'wording-')), 'facts.db'), () => {});
  const world = assembly.world('2026-11-25');
  const items = readItems('tuning').flatMap((i) =>
    i.say.map((text) => ({ text, result: ask(text, { ...world, today: i.today, previous: null }) })),
  );
  const turns = readConversations('tuning').flatMap((c) => {
    let previous: Turn | null = null;
    return c.turns.map((t) => {
      const result: Result = ask(t.say, { ...world, today: c.today, previous });
      previous = result.turn;
      return { text: t.say, result };
    });
  });
  replies = [...items, ...turns];
}, 60_000);
afterAll(() => assembly.close());

const failing = (bad: (r: Result) => string | false | null) =>
  replies.flatMap(({ text, result }) => {
    const why = bad(result);
    return why ? [`${text}: ${why}`] : [];
  });

test('no number is told that is no figure of its answer', () => {
  expect(replies.length).toBeGreaterThan(2_000);
  expect(failing((r) => r.fault)).toEqual([]);
});

test('each is composed Unicode, has words in it, no left-over of the program, and fits one message', () => {
  expect(failing(({ reply }) => reply.plain !== reply.plain.normalize('NFC') && 'not NFC')).toEqual([]);
  expect(failing(({ reply }) => reply.plain.trim() === '' && 'empty')).toEqual([]);
  expect(
    failing(({ reply }) => /undefined|null|NaN|\[object|Infinity|\$\{/.exec(reply.plain)?.[0] ?? null),
  ).toEqual([]);
  expect(failing(({ reply }) => reply.plain.length > 4096 && `${reply.plain.length} characters`)).toEqual([]);
});

test('nothing is doubled, negative zero or left open', () => {
  expect(
    failing(
      ({ reply }) =>
        / {2}| [.,;:]|,,|;;|\.\.|\(\)|[-−+]0 %|:\.|: *$|« *»/m.exec(withoutHeads(reply.plain))?.[0] ?? null,
    ),
  ).toEqual([]);
});

/** A line that introduces a list or a figure may end with a colon. */
const withoutHeads = (plain: string) => plain.replace(/«[^»]*»/g, '«…»').replace(/:\n/g, '\n');

test('every table fits 36 columns, every row has a cell for each column', () => {
  const tables = replies.flatMap(({ text, result }) =>
    result.reply.blocks.flatMap((b) => (b.kind === 'table' ? [{ text, table: b }] : [])),
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { text, table } of tables) {
    expect(widthOf(table), text).toBeLessThanOrEqual(36);
    for (const row of table.rows) expect(row.length, text).toBe(table.columns.length);
    for (const row of table.rows) expect(columnsOf(row[0] ?? ''), text).toBeGreaterThan(0);
  }
});

test('the source line names two sources at most, and small talk offers no button', () => {
  expect(
    failing(({ reply }) => {
      const line = reply.blocks.find((b) => b.kind === 'note' && b.spans[0]?.text === 'Nguồn: ');
      return line?.kind === 'note' && line.spans.filter((s) => s.href).length > 2 && 'more than two';
    }),
  ).toEqual([]);
  expect(
    failing((r) => r.question.kind === 'help' && r.reply.buttons.length > 0 && 'buttons to small talk'),
  ).toEqual([]);
  expect(failing(({ reply }) => reply.buttons.find((b) => b.label.length > 60)?.label ?? null)).toEqual([]);
});

test('one unit has one scale in one reply', () => {
  expect(
    failing((r) => {
      if (r.question.kind === 'overview' || r.question.kind === 'many') return null;
      const one = new Set(r.answer.figures.map((f) => f.indicator)).size === 1;
      const told = r.reply.blocks.filter((b) => !(b.kind === 'note' && b.spans[0]?.text === 'Nguồn: '));
      const text = JSON.stringify(told).replace(/«[^»]*»/g, '');
      const scales = new Set([...text.matchAll(/\d (nghìn|triệu|tỷ) (?!đồng)/g)].map((m) => m[1]));
      return one && scales.size > 1 && [...scales].join();
    }),
  ).toEqual([]);
});

test('no source is named twice, and what was carried over is listed with one «và» at the most', () => {
  expect(
    failing(({ reply }) => {
      for (const block of reply.blocks) {
        if (block.kind !== 'note') continue;
        const text = block.spans.map((s) => s.text).join('');
        if (text.startsWith('Giữ từ câu trước') && text.split(' và ').length > 2) return text;
        const named = block.spans.filter((s) => s.text !== '; ' && s.href !== undefined).map((s) => s.text);
        const dated = block.spans.some((s) => /^ \(/.test(s.text));
        if (text.startsWith('Nguồn: ') && !dated && new Set(named).size < named.length) return text;
      }
      return null;
    }),
  ).toEqual([]);
});
