import { ask, type World } from './ask.js';
import type { Candidate } from './question/candidate.js';
import { marksOf } from './question/index.js';

const describe = (c: Candidate): string => {
  const p = c.payload;
  if (p.kind === 'period') return `kỳ ${JSON.stringify(p.period)}`;
  if (p.kind === 'quantity') return `số ${p.quantity.value} ${p.quantity.unit ?? ''}`.trim();
  const m = p.meaning;
  return m.kind === 'word' ? `từ ${m.feature} «${p.label}»` : `${m.kind} ${m.id} «${p.label}»`;
};

/** How a text was read: tokens, candidates kept and dropped, leftovers, the Question and the outcome. */
export function explain(text: string, world: World): string {
  const marks = marksOf(text, world);
  const words = (c: { from: number; to: number }) =>
    marks.tokens
      .slice(c.from, c.to)
      .map((t) => t.typed)
      .join(' ');
  const kept = new Set<Candidate>(marks.cover.segments.flatMap((s) => s.readings));
  const lines = [`Âm tiết: ${marks.tokens.map((t) => t.typed).join(' | ')}`, 'Giữ:'];
  for (const s of marks.cover.segments) {
    lines.push(
      `  ${words(s)} → ${s.readings.map((c) => `${describe(c)} (${c.score.toFixed(2)})`).join('; ')}`,
    );
  }
  const dropped = marks.candidates
    .filter((c) => !kept.has(c))
    .sort((a, b) => b.score - a.score)
    .slice(0, 20);
  if (dropped.length > 0) lines.push('Bỏ (bị cách đọc khác lấn hoặc điểm thấp):');
  for (const c of dropped) lines.push(`  ${words(c)} → ${describe(c)} (${c.score.toFixed(2)})`);
  lines.push(`Chưa hiểu: ${marks.leftover.length > 0 ? marks.leftover.join(', ') : '(không)'}`);
  const { question, answer, reply } = ask(text, world);
  lines.push(
    `Loại câu: ${question.kind} · kết quả: ${answer.outcome}${answer.reason ? ` (${answer.reason})` : ''}`,
    reply.restated ?? '',
    reply.plain,
  );
  return lines.join('\n');
}
