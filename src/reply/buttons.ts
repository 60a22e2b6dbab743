import type { Answer, Choice } from '../answer/answer.js';
import type { FigureQuestion } from '../question/question.js';
import { periodName, periodShort } from '../stats/period.js';
import { unitName } from '../stats/unit.js';
import { capitalise } from '../vietnamese/print.js';
import { sentenceOf, subjectName } from './phrase.js';
import type { Button } from './reply.js';
import { areaName } from './words.js';
import type { ReplyWorld } from './world.js';

/** A reading as a button names it: indicator, period, unit. */
function readingLabel(question: FigureQuestion, world: ReplyWorld): string {
  const name = subjectName(question, world);
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
  return `${capitalise(`${what}${what ? name.charAt(0).toLowerCase() + name.slice(1) : name}`)}${period}${area}${unit && question.measure.value !== 'growth' ? ` (${unitName(unit)})` : ''}`;
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
  for (const choice of answer.choices) {
    const label = labelOf(choice, world).slice(0, 60);
    if (out.some((b) => b.label === label)) continue;
    out.push({ label, question: choice.question, sentence: sentenceOf(choice.question, world) });
  }
  return out.slice(0, 5);
}
