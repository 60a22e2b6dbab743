import type { FigureQuestion, Question } from '../question.js';
import { has } from '../said.js';
import { type Intent, many, type Sight, unclear } from './sight.js';

type OverSet = Extract<FigureQuestion, { kind: 'rank' | 'filter' }>;

const YEAR = /^\d{4}$/;

/** A way of understanding a set of products, minded of the several years that were said. */
export const overTime =
  (intent: Intent): Intent =>
  (s) => {
    const found = intent(s);
    return found && mind(s, found);
  };

/** «2021 so với 2015 sản phẩm nào tăng», «tăng cả 2016 và 2021»: which years are set against each other, and which stand apart. */
function mind(s: Sight, q: Question): Question {
  if (q.kind === 'many') return { ...q, parts: q.parts.map((p) => mind(s, p)) };
  if ((q.kind !== 'rank' && q.kind !== 'filter') || q.across !== 'indicators') return q;
  if (q.measure.value !== 'growth' || q.periods.from !== 'text') return q;
  if (q.basis.value !== null && q.basis.value !== 'yoy') return q;
  const ends = against(s, q);
  if (ends) {
    if (has(s.marks, 'more') || /\b(cham|nhanh) (lai|hon)\b/.test(s.folded)) return rates(s, q);
    return { ...q, ...overBase(ends) };
  }
  const p = q.periods.value;
  if (p.type !== 'list' || p.codes.length < 2) return q;
  if (/\b(cham|nhanh) lai\b/.test(s.folded)) return rates(s, q);
  const together = /\b(deu|ca hai|ca ba|cung (tang|giam))\b|\b(tang|giam) (o |trong |vao )?ca\b/.test(
    s.folded,
  );
  if (q.kind === 'filter' && together) return { ...q, everyPeriod: true };
  return many(
    s,
    p.codes.map((code) => ({
      ...q,
      periods: { value: { type: 'list', codes: [code] }, from: 'text' } as const,
    })),
  );
}

/** First and last year, where the later is counted against the earlier; null where they stand beside each other. */
function against(s: Sight, q: OverSet): readonly [string, string] | null {
  const p = q.periods.value;
  if (p.type === 'range' && YEAR.test(p.from) && YEAR.test(p.to)) return [p.from, p.to];
  if (p.type !== 'list' || p.codes.length !== 2 || !p.codes.every((c) => YEAR.test(c))) return null;
  const [a, b] = [...p.codes].sort() as [string, string];
  const versus = (s.marks.features.get('versus') ?? []).some((at) => {
    const [x, y] = s.marks.periods;
    return x !== undefined && y !== undefined && x.end <= at && at < y.at;
  });
  return versus || /\bgiua\b/.test(s.folded) ? [a, b] : null;
}

/** The later year over the earlier; of two that follow each other the growth is the published one. */
function overBase([from, to]: readonly [string, string]): Pick<OverSet, 'periods' | 'basis'> {
  return {
    periods: { value: { type: 'list', codes: [to] }, from: 'text' },
    basis: { value: Number(to) - Number(from) === 1 ? 'yoy' : `vs:${from}`, from: 'text' },
  };
}

/** «tăng nhanh hơn 2016»: rates are not counted against each other; both years are shown. */
const rates = (s: Sight, q: OverSet): Question =>
  unclear(s, 'ambiguous', said(s), [
    {
      ...q,
      kind: 'overview',
      products: true,
    } as FigureQuestion,
  ]);

/** The words that set the rates against each other, as typed. */
function said(s: Sight): string {
  const words = s.folded.split(' ');
  const at = words.findIndex(
    (w, i) => /^(nhanh|cham|manh|cao|thap|tot|kem)$/.test(w) && /^(lai|hon)$/.test(words[i + 1] ?? ''),
  );
  return at < 0
    ? s.marks.text
    : s.marks.tokens
        .slice(at, at + 2)
        .map((t) => t.raw)
        .join(' ');
}
