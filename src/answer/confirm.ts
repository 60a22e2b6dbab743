import type { Claim, FigureQuestion } from '../question/question.js';
import { absolute, agree, compare, divide, multiply, subtract } from '../stats/decimal.js';
import type { Measure } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import type { Answer } from './answer.js';
import { asValue, gather, told } from './build.js';
import { change } from './derive-growth.js';
import type { Derived } from './derive-parts.js';
import { isWithin } from './threshold.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

type Confirm = Extract<FigureQuestion, { kind: 'confirm' }>;

/** «xi măng 2016 là 936 nghìn tấn, tăng 30 % đúng không»: the held figures, and whether every claim agrees with one. */
export function answerConfirm(question: Confirm, world: AnswerWorld): Answer {
  const judged = question.claims.map((claim) => judge(claim, question, world));
  const answers = judged.map((j) => j.answer);
  const [first] = answers;
  if (!first) return told(question, { asked: [] });
  const lacking = answers.find((a) => !a.figures.some((f) => f.role === 'asked'));
  if (lacking) return { ...lacking, question, verdict: null };
  const figures = answers.flatMap((a) => a.figures);
  const verdict = judged.every((j) => j.fits);
  const earlier =
    !verdict &&
    judged.some((j) =>
      j.answer.notes.some(
        (n) => n.type === 'other-source' && question.claims.some((c) => fits(c, n.figure, question)),
      ),
    );
  return {
    ...first,
    outcome: answers.some((a) => a.outcome === 'assumed') ? 'assumed' : first.outcome,
    assumptions: answers
      .flatMap((a) => a.assumptions)
      .filter((a, i, all) => all.findIndex((b) => b.type === a.type) === i || a.type === 'bend'),
    question,
    figures: gather(
      figures.filter((f) => f.role === 'asked'),
      figures.filter((f) => f.role === 'context'),
    ),
    missing: answers.flatMap((a) => a.missing),
    notes: [
      ...(earlier
        ? [{ type: 'text' as const, text: 'số anh/chị nêu là của lần công bố hoặc nguồn khác, ghi dưới đây' }]
        : []),
      ...answers.flatMap((a) => a.notes),
    ],
    verdict,
  };
}

interface Judged {
  readonly answer: Answer;
  readonly fits: boolean;
}

function judge(claim: Claim, question: Confirm, world: AnswerWorld): Judged {
  const measure = measureOf(claim, question);
  const of = { ...question, measure: { value: measure, from: question.measure.from } } as FigureQuestion;
  const answer = growthOverNamed(measure, question)
    ? change({ ...of, kind: 'derived', op: 'change' } as Derived, world)
    : answerValue(asValue(of), world);
  return { answer, fits: answer.figures.some((f) => f.role === 'asked' && fits(claim, f, question)) };
}

/** What a claim is about: a percentage is a growth or a completion, an amount a level or a target. */
function measureOf(claim: Claim, question: Confirm): Measure | null {
  const said = question.measure.value;
  const percent = claim.unit === '%';
  const indices = question.subject.value.indicators.every((i) => i.startsWith('iip'));
  if (percent && indices && said !== 'growth' && compare(absolute(claim.value), '50') >= 0) return null;
  if (percent) return said === null || said === 'actual' ? 'growth' : said;
  // Beside a percentage an amount is the level: «đạt 936 nghìn tấn, tăng 30 %».
  const mixed = question.claims.some((c) => c.unit === '%');
  return mixed && (said === 'growth' || said === 'completion') ? 'actual' : said;
}

/** «tăng 4,1 % so với năm 2019»: growth over a year that is named. */
function growthOverNamed(measure: Measure | null, question: Confirm): boolean {
  const p = question.periods.value;
  return (
    measure === 'growth' &&
    p.type === 'list' &&
    p.codes.length === 2 &&
    comparePeriods(p.codes[0] as string, p.codes[1] as string) !== 0
  );
}

/** Said without a unit a number may be in any scale: 936, 936 nghìn, 936.000. */
const SCALES = ['1', '1000', '1000000', '1000000000'];

function fits(claim: Claim, f: Figure, question: Confirm): boolean {
  if ((claim.unit === '%') !== (f.unit === '%') && claim.unit !== null) return false;
  return sizesOf(claim, f).some((size) => holds(claim, f, signed(size, f, question)));
}

/** The claim's amount in the figure's unit; more than one where the unit was left out, none where it is another. */
function sizesOf(claim: Claim, f: Figure): readonly string[] {
  if (claim.unit === f.unit) return [claim.value];
  // «4.310 tỷ» is said of money without its đồng.
  if (f.unit === 'tỷ đồng' && (claim.unit === null || claim.unit === 'đồng')) {
    const billions = divide(claim.value, '1000000000') as string;
    return claim.unit === null ? [claim.value, billions] : [billions];
  }
  if (claim.unit === null) return SCALES.map((s) => multiply(claim.value, s));
  const pieces = ['chiếc', 'cái'];
  return pieces.includes(claim.unit) && pieces.includes(f.unit) ? [claim.value] : [];
}

/** «giảm 5 %» is −5. */
const signed = (size: string, f: Figure, question: Confirm): string =>
  f.measure === 'growth' &&
  question.measure.value === 'growth' &&
  /giảm|giam/i.test(question.text) &&
  !/tăng|tang/i.test(question.text) &&
  !size.startsWith('-')
    ? `-${size}`
    : size;

/** How far «gần», «khoảng» reach: a twentieth of an amount, half a point of a percentage. */
const NEAR = '0.05';
const NEAR_POINTS = '0.5';

function holds(claim: Claim, f: Figure, size: string): boolean {
  // «giảm hơn 5 %» is compared by size.
  const falling = f.measure === 'growth' && size.startsWith('-');
  if (falling && !f.value.startsWith('-')) return false;
  const [held, said] = falling ? [absolute(f.value), absolute(size)] : [f.value, size];
  const away = absolute(subtract(held, said));
  if (claim.bound === 'about')
    return f.unit === '%' && compare(absolute(held), '50') < 0
      ? compare(away, NEAR_POINTS) <= 0
      : compare(away, multiply(absolute(held), NEAR)) <= 0;
  if (claim.bound !== null) return isWithin(held, claim.bound, said);
  return (
    compare(away, '0') === 0 || (agree(held, said) && compare(away, multiply(absolute(held), '0.005')) <= 0)
  );
}
