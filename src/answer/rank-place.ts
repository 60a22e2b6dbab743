import type { FigureQuestion } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { periodShort } from '../stats/period.js';
import type { Answer, Note } from './answer.js';
import { familyOf } from './asked.js';
import { refused, slotAssumptions, told } from './build.js';
import { likeSet } from './like-set.js';
import { lonelyArea } from './lonely-area.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { type LikeSet, memberOf } from './set.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type Rank = Extract<FigureQuestion, { kind: 'rank' }>;
type Order = Rank['order'];

/** Where a figure stands among others; equal values share the place of the first of them. */
export function placeNote(question: Rank, mine: Figure, all: readonly Figure[], order: Order, own = 1): Note {
  const ahead = order === 'desc' ? 1 : -1;
  return {
    type: 'place',
    figure: mine,
    place: all.filter((f) => Math.sign(compare(f.value, mine.value)) === ahead).length + 1,
    of: all.length,
    order,
    across: question.across,
    ties: all.filter((f) => f !== mine && compare(f.value, mine.value) === 0),
    apart: !question.position || own > 1,
  };
}

/** «Lạng Sơn đứng thứ mấy», «gạch đứng thứ mấy về tăng trưởng»: the one's own figure, and its place among those that have one. */
export function answerPosition(question: Rank, world: AnswerWorld): Answer {
  const members = question.across === 'areas' ? question.areas.value : question.subject.value.indicators;
  const every: Rank =
    question.across === 'areas'
      ? question
      : { ...question, subject: { value: { indicators: [], group: null }, from: 'default' } };
  const years = placesOver(question, every, world);
  if (years) return years;
  const set = likeSet(every, world);
  const own = set.figures.filter((f) => members.includes(memberOf(f, question.across)));
  const like = comparableWith(own, set);
  const periods = set.period ? [set.period] : [];
  if (question.across === 'areas' && like.length < 2) return lonelyArea(question, set, world);
  if (own.length === 0) return nothingHeld(question, targetsOf(world.facts, question), world, set.period);
  // «chưa đạt» without a number has no place.
  if (like.length < 2 || own.some((f) => f.measure === 'completion' && f.bound !== null))
    return refused(question, 'not-computable', {
      context: own,
      notes: [{ type: 'text', text: 'không đủ số để xếp thứ tự' }],
      periods,
      areas: [...new Set(own.map((f) => f.area))],
    });
  return told(question, {
    asked: own,
    missing: question.across === 'indicators' ? set.absent : [],
    notes: own.map((f) => placeNote(question, f, like, 'desc', own.length)),
    assumptions: slotAssumptions(question, { period: set.period }),
    periods,
    areas: [...new Set(own.map((f) => f.area))],
  });
}

/** «đứng thứ mấy các năm 2012 đến 2016»: the place in each year; null where one period is asked about. */
function placesOver(question: Rank, every: Rank, world: AnswerWorld): Answer | null {
  const choice = question.periods.value;
  const several = choice.type === 'list' ? choice.codes.length > 1 : choice.type !== 'newest';
  const [mine, ...others] = question.areas.value;
  if (!several || question.across !== 'areas' || mine === undefined || others.length > 0) return null;
  const family = familyOf(question.measure.value, question.basis.value);
  const held = periodsHeld(world.facts, question.subject.value.indicators, mine, family);
  const places = expand(choice, held).flatMap((code) => {
    const set = likeSet(
      { ...every, periods: { value: { type: 'list', codes: [code] }, from: 'text' } },
      world,
    );
    const own = set.figures.find((f) => f.area === mine);
    return own && set.figures.length > 1
      ? [{ own, note: placeNote(question, own, set.figures, 'desc') }]
      : [];
  });
  if (places.length < 2) return null;
  const inWords = places.flatMap(({ own, note }) =>
    note.type === 'place' ? `${periodShort(own.period)} thứ ${note.place}/${note.of}` : [],
  );
  return told(question, {
    asked: places.map((p) => p.own),
    notes: [{ type: 'text', text: `thứ hạng, xếp từ cao xuống thấp: ${inWords.join('; ')}` }],
    assumptions: slotAssumptions(question, {}),
    periods: places.map((p) => p.own.period),
    areas: [mine],
  });
}

/** Amounts only beside amounts of the same unit; a rate without a number beside none. */
function comparableWith(own: readonly Figure[], set: LikeSet): readonly Figure[] {
  const unit = own[0]?.unit ?? set.figures[0]?.unit;
  return set.figures.filter((f) => f.unit === unit);
}

/** In a ranking of provinces the home province's place, where it stands among them. */
export function homePlace(question: Rank, all: readonly Figure[], asked: readonly Figure[]): Note[] {
  if (question.across !== 'areas' || all.length < 2) return [];
  const mine = all.find((f) => f.area === HOME);
  // The first of all has no place left to tell.
  return mine && !(asked.length === 1 && asked.includes(mine))
    ? [placeNote(question, mine, all, question.order)]
    : [];
}
