import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { assemble } from '../src/assemble.js';
import { readConversations, readItems, runConversations, runItems } from './support/corpus.js';

test('report', () => {
  const a = assemble('/tmp/corp.db', () => {});
  const w = a.world('2026-11-25');
  const part = (process.env.PART ?? 'tuning') as 'tuning';
  const runs = [...runItems(readItems(part), w), ...runConversations(readConversations(part), w)];
  const by = new Map<string, Record<string, number>>();
  for (const r of runs) {
    const k = r.group;
    const o = by.get(k) ?? {};
    o[r.verdict] = (o[r.verdict] ?? 0) + 1;
    if (!r.passed) o.failed = (o.failed ?? 0) + 1;
    by.set(k, o);
  }
  const n = (f: (r: (typeof runs)[0]) => boolean) => runs.filter(f).length;
  console.log(
    `total ${runs.length} passed ${n((r) => r.passed)} right ${n((r) => r.verdict === 'right')} asked ${n((r) => r.verdict === 'asked')} refused ${n((r) => r.verdict === 'refused')} wrong ${n((r) => r.verdict === 'wrong')}`,
  );
  for (const [k, v] of by) console.log(k, JSON.stringify(v));
  writeFileSync(
    '/tmp/fails.txt',
    runs
      .filter((r) => !r.passed)
      .map(
        (r) =>
          `${r.verdict}\t${r.id}\t${r.channel}\t${r.text}\t${r.why}\t${r.got.question?.kind ?? ''}\tLEFT:${r.got.leftover.join('|')}`,
      )
      .join('\n'),
  );
});
