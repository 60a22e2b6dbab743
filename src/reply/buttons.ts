import type { Answer, Choice } from '../answer/answer.js';
import type { FigureQuestion } from '../question/question.js';
import { periodName, periodShort } from '../stats/period.js';
import { unitName } from '../stats/unit.js';
import { capitalise, decapitalise } from '../vietnamese/print.js';
import { fold } from '../vietnamese/text.js';
import { sentenceOf, subjectName } from './phrase.js';
import type { Button } from './reply.js';
import { areaName } from './words.js';
import type { ReplyWorld } from './world.js';

const LONGEST = 60;

const STRUCTURES = {
  ownership: 'cơ cấu GTSXCN theo thành phần kinh tế',
  branch: 'cơ cấu GTSXCN theo ngành',
  any: 'cơ cấu GTSXCN',
} as const;

/** A label cut at a word. */
const cut = (label: string) =>
  label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 2).replace(/\s+\S*$/, '')} …`;

/** A reading as a button names it: indicator, period, unit. */
function readingLabel(question: FigureQuestion, world: ReplyWorld): string {
  if (question.kind === 'rank' || question.kind === 'filter' || question.kind === 'overview')
    return capitalise(sentenceOf(question, world));
  const name =
    question.kind === 'derived' && question.structure
      ? STRUCTURES[question.structure]
      : subjectName(question, world);
  const when = question.periods.value;
  const period = when.type === 'list' ? ` ${when.codes.slice(0, 3).map(periodShort).join(', ')}` : '';
  const ids = question.subject.value.indicators;
  const unit = ids.length === 1 ? world.facts.indicator(ids[0] as string)?.unit : undefined;
  const what =
    question.measure.value === 'target'
      ? 'mục tiêu '
      : question.measure.value === 'growth'
        ? 'tăng trưởng '
        : '';
  const area =
    question.areas.value[0] && question.areas.value[0] !== 'lang-son'
      ? `, ${areaName(world, question.areas.value[0])}`
      : '';
  const label = `${capitalise(`${what}${what ? decapitalise(name) : name}`)}${period}${area}`;
  const withUnit = `${label}${unit && question.measure.value !== 'growth' ? ` (${unitName(unit)})` : ''}`;
  return withUnit.length <= LONGEST ? withUnit : label;
}

function labelOf(choice: Choice, world: ReplyWorld): string {
  const l = choice.label;
  switch (l.type) {
    case 'period':
      return l.direction === 'previous'
        ? `◀ ${capitalise(periodName(l.period))}`
        : l.direction === 'next'
          ? `${capitalise(periodName(l.period))} ▶`
          : capitalise(periodName(l.period));
    case 'measure':
      return `${l.measure === 'target' ? 'Mục tiêu' : l.measure === 'growth' ? 'Tăng trưởng' : 'Thực hiện'}${l.period ? ` ${periodShort(l.period)}` : ''}`;
    case 'source':
      return 'Nguồn';
    case 'area':
      return `Số của ${areaName(world, l.area)}`;
    case 'reading':
      return readingLabel(choice.question, world);
  }
}

/** At most five buttons, no label twice. */
export function buttonsOf(answer: Answer, world: ReplyWorld): Button[] {
  const out: Button[] = [];
  for (const choice of sensible(answer, world)) {
    // Of several questions «Năm 2015» alone would not say of which.
    const several = answer.parts.length > 1;
    if (several && choice.label.type === 'source') continue;
    const label = cut(several ? readingLabel(choice.question, world) : labelOf(choice, world));
    if (out.some((b) => b.label === label)) continue;
    out.push({ label, question: choice.question, sentence: sentenceOf(choice.question, world) });
  }
  return out.slice(0, 5);
}

/** Beside an offer that has the person's own words, one that has none of them is noise. */
export function sensible(answer: Answer, world: ReplyWorld): readonly Choice[] {
  const q = answer.question;
  if (q.kind !== 'unclear') return answer.choices;
  const typed = new Set(fold(q.text).split(' '));
  const marked = fold(q.text) !== q.text.toLowerCase().normalize('NFC');
  const exact = new Set(
    q.text
      .toLowerCase()
      .normalize('NFC')
      .split(/[^\p{L}\p{N}]+/u),
  );
  const joined = fold(q.text).replace(/ /g, '');
  const alike = (question: FigureQuestion) => {
    const words = fold(subjectName(question, world)).split(' ');
    return words.some((w) => typed.has(w)) || joined.includes(words.slice(0, 2).join(''));
  };
  const scored = answer.choices.map((choice) => {
    const words = subjectName(choice.question, world)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return { choice, hits: words.filter((w) => (marked ? exact.has(w) : typed.has(fold(w)))).length };
  });
  const most = Math.max(0, ...scored.map((s) => s.hits));
  // Nothing understood and not a syllable in common: no offer is better than a strange one.
  if (q.reason === 'unknown-indicator' && scored.every((s) => !alike(s.choice.question))) return [];
  return most < 2 ? answer.choices : scored.filter((s) => s.hits > 0).map((s) => s.choice);
}
