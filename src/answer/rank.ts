import type { FigureQuestion, PeriodChoice } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import { as, type Figure } from '../stats/figure.js';
import { parsePeriod, periodShort, spanEnd } from '../stats/period.js';
import type { Answer, Note } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { refused, slotAssumptions, told } from './build.js';
import { caveat } from './derive-parts.js';
import { likeSet } from './like-set.js';
import { lonelyArea } from './lonely-area.js';
import { nothingHeld } from './nothing-held.js';
import { answerPosition, homePlace } from './rank-place.js';
import { targetsOf } from './resolve.js';
import { memberOf } from './set.js';
import { baseNotes } from './set-base.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type Rank = Extract<FigureQuestion, { kind: 'rank' }>;

/** Orders by value; equal values keep the catalogue's order, so the bytes are the same every time. */
function ordered(figures: readonly Figure[], order: 'asc' | 'desc'): Figure[] {
  return figures
    .map((f, i) => ({ f, i }))
    .sort(
      (a, b) =>
        (order === 'desc' ? compare(b.f.value, a.f.value) : compare(a.f.value, b.f.value)) || a.i - b.i,
    )
    .map((x) => x.f);
}

/** The first `limit`, with everything that ties with the last of them. */
function cut(figures: readonly Figure[], limit: number | null): Figure[] {
  if (limit === null || figures.length <= limit) return [...figures];
  const last = figures[limit - 1] as Figure;
  return figures.filter((f, i) => i < limit || compare(f.value, last.value) === 0);
}

/** Ranks products, provinces or periods, like with like (ANSWERING rule 8). */
export function answerRank(question: Rank, world: AnswerWorld): Answer {
  if (question.across === 'periods') return acrossPeriods(question, world);
  // One product alone is no set: it is placed among the others.
  const alone = question.across === 'indicators' && question.subject.value.indicators.length === 1;
  if (question.position || alone) return answerPosition({ ...question, position: true }, world);
  const set = likeSet(question, world);
  const unit = question.unit ?? set.figures[0]?.unit;
  const like = set.figures.filter((f) => f.unit === unit);
  // Amounts of different units are never ranked against each other; growth can be.
  if (
    question.across === 'indicators' &&
    question.unit === undefined &&
    (question.measure.value === 'actual' || question.measure.value === 'target') &&
    set.figures.length > like.length
  ) {
    const goals = question.measure.value === 'target';
    return refused(question, 'not-computable', {
      notes: [
        {
          type: 'text',
          text: goals
            ? 'các mục tiêu có đơn vị khác nhau nên không xếp hạng được; hãy nêu đơn vị, ví dụ «tính bằng tấn»'
            : 'các sản phẩm có đơn vị khác nhau nên không xếp hạng theo sản lượng được; có thể xếp theo tốc độ tăng',
        },
      ],
      choices: goals
        ? []
        : [
            {
              question: { ...question, measure: { value: 'growth', from: 'text' } },
              label: { type: 'measure', measure: 'growth', period: set.period },
            },
          ],
      periods: set.period ? [set.period] : [],
    });
  }
  if (question.across === 'areas' && like.length < 2) return lonelyArea(question, set, world);
  if (like.length === 0)
    return nothingHeld(
      question,
      question.subject.value.indicators.length > 0 ? targetsOf(world.facts, question) : [],
      world,
      set.period,
    );
  const all = ordered(like, question.order);
  const asked = wantedOf(all, question, question.limit);
  if (asked.length === 0) return refused(question, 'no-data', { periods: set.period ? [set.period] : [] });
  const home = homePlace(question, all, asked);
  const claimed = like.filter((f) => question.claim?.includes(memberOf(f, question.across)));
  return told(question, {
    asked,
    context: [...claimed, ...home.flatMap((n) => ('figure' in n ? n.figure : []))].filter(
      (f) => !asked.includes(f),
    ),
    verdict: question.claim ? claimed.some((f) => asked.includes(f)) : null,
    missing: question.across === 'indicators' ? set.absent : [],
    notes: [
      ...tieNotes(asked, question, all.length, MEMBERS[question.across]),
      ...fallNotes(question, all),
      ...baseNotes(world, asked),
      ...home,
      ...(question.across === 'areas' && set.absent.length > 0
        ? [{ type: 'text' as const, text: `${set.absent.length} tỉnh không có số liệu kỳ này` }]
        : []),
    ],
    assumptions: slotAssumptions(question, {
      period: question.periods.from === 'default' ? set.period : null,
    }),
    periods: set.period ? [set.period] : [],
    areas: question.across === 'areas' ? [...new Set(asked.map((f) => f.area))] : [set.area],
  });
}

const MEMBERS = { indicators: 'sản phẩm', areas: 'tỉnh, thành phố', periods: 'kỳ' } as const;

/** All that stand at a place; equal values share the place of the first of them. */
function atPlace(all: readonly Figure[], nth: number): Figure[] {
  const one = all[nth - 1];
  return one ? all.filter((f) => compare(f.value, one.value) === 0) : [];
}

/** The first ones, or those at the one place that was asked for. */
const wantedOf = (all: readonly Figure[], question: Rank, limit: number | null): Figure[] =>
  question.nth === undefined ? cut(all, limit) : atPlace(all, question.nth);

/** «sản phẩm nào giảm mạnh nhất» where none fell: said, the one that rose least being told. */
const fallNotes = (question: Rank, all: readonly Figure[]): Note[] =>
  question.falls && all.every((f) => compare(f.value, '0') > 0)
    ? [
        {
          type: 'text',
          text: `không có ${MEMBERS[question.across]} nào giảm trong ${all.length} ${MEMBERS[question.across]} có số liệu`,
        },
      ]
    : [];

/** Why there are more than were asked for, and which place was meant. */
function tieNotes(asked: readonly Figure[], question: Rank, of: number, what: string): Note[] {
  const place =
    question.nth === undefined ? [] : [`vị trí thứ ${question.nth} trong ${of} ${what} có số liệu`];
  const wanted = question.nth === undefined ? question.limit : 1;
  const ties =
    wanted !== null && asked.length > wanted ? ['có số bằng nhau nên kể cả các vị trí đồng hạng'] : [];
  return [...place, ...ties].map((text): Note => ({ type: 'text', text }));
}

/** «năm nào cao nhất»: the extreme of a series. */
function acrossPeriods(question: Rank, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const own = familyOf(question.measure.value, question.basis.value);
  // A growth may be worked out from the levels of two years.
  const family: typeof own =
    question.measure.value === 'growth' ? (m, b) => own(m, b) || m === 'actual' : own;
  const asked: Figure[] = [];
  let from: string | null = null;
  let to: string | null = null;
  let longest = 0;
  let mixed = false;
  // Those of the run that has the most: of several names each has its own extreme.
  let first: readonly Figure[] = [];
  for (const t of targets) {
    const runs = t.members.map((m) => {
      const heldPeriods = periodsHeld(world.facts, [m], t.area, family, question.enterprise);
      const choice = overYears(question.periods.value);
      return expand(choice, heldPeriods).flatMap((p) => askFigure(world, question, m, t.area, p) ?? []);
    });
    const some = runs
      .filter((r) => r.length > 0)
      .map((r) =>
        r.filter((f) => f.measure === (r.some((x) => x.measure === 'actual') ? 'actual' : r[0]?.measure)),
      );
    // Twins of one name follow each other in time: the extreme is looked for in all of them together.
    const taken = t.rule === 'first' && some.length > 1 ? [some.flat()] : some;
    for (const run of taken) {
      longest = Math.max(longest, run.length);
      const best = wantedOf(ordered(run, question.order), question, question.limit ?? 1);
      if (best.length > first.length) first = best;
      asked.push(...best);
      mixed ||= isMixed(run);
      for (const f of run) {
        if (!from || f.period < from) from = f.period;
        if (!to || f.period > to) to = f.period;
      }
    }
  }
  if (asked.length === 0) return nothingHeld(question, targets, world, null);
  // One candidate is no extreme.
  if (longest === 1)
    return {
      ...refused(question, 'not-computable', {
        notes: [{ type: 'text', text: 'trong phạm vi hỏi chỉ có số liệu một kỳ nên chưa so sánh được' }],
        periods: asked.map((f) => f.period),
        areas: targets.map((t) => t.area),
      }),
      figures: asked.map((f) => as('context', f)),
    };
  return told(question, {
    asked,
    verdict: question.claim
      ? asked.some((f) => question.claim?.includes(memberOf(f, question.across)))
      : null,
    notes:
      from && to
        ? [
            ...tieNotes(first, question, longest, MEMBERS.periods),
            ...(mixed ? [caveat('mixed-run')] : []),
            {
              type: 'text',
              text: `xét ${parsePeriod(from)?.kind === 'year' ? 'các năm' : 'các kỳ'} có số liệu từ ${periodShort(from)} đến ${periodShort(to)}`,
            },
          ]
        : [],
    assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
  });
}

/** Levels of years that several documents state: one may rest on another base than the next. */
const isMixed = (run: readonly Figure[]): boolean =>
  run.every((f) => f.measure === 'actual' && parsePeriod(f.period)?.kind === 'year') &&
  new Set(run.map((f) => f.sources[0])).size > 1;

/** The years an extreme is looked for in: all held, or those of a span. */
function overYears(choice: PeriodChoice): PeriodChoice {
  if (choice.type === 'newest') return { type: 'all' };
  const code =
    choice.type === 'list' && choice.codes.length === 1 ? parsePeriod(choice.codes[0] as string) : null;
  return code?.kind === 'span'
    ? { type: 'range', from: String(code.year), to: String(spanEnd(code)) }
    : choice;
}
