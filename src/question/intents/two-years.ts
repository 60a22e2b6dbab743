import { at, has } from '../said.js';
import { grows, listed, partsOf, type Sight } from './sight.js';

const several = (s: Sight): boolean =>
  partsOf(s.slots.subject.value).length > 1 || s.slots.areas.value.length > 1;

/** «tốc độ tăng 2021 cao hơn 2023 bao nhiêu», «tăng chậm hơn 2023 bao nhiêu điểm phần trăm»: two rates set against each other. */
export function ratesApart(s: Sight): boolean {
  const { marks, said } = s;
  const rate = 'toc do (tang|phat)|muc tang|nhip tang|ty le tang|ti le tang|tang truong';
  if (said.measure !== 'growth' || said.basis === 'mom' || said.basis === 'avg_annual') return false;
  if (listed(s).length !== 2 || several(s)) return false;
  return (
    /\bdiem (%|phan tram)/.test(s.folded) ||
    new RegExp(`\\b(${rate}).*\\b(${rate})`).test(s.folded) ||
    (has(marks, 'more', 'difference') &&
      has(marks, 'howmany', 'difference') &&
      new RegExp(`\\b(${rate})`).test(s.folded))
  );
}

/** «đạt mục tiêu 2022», «vượt kế hoạch 2022»: reached, with a year of its own behind the plan. */
export const reaches = (s: Sight): boolean =>
  /\b(dat|vuot|hoan thanh|hut) (duoc )?(ke hoach|muc tieu|chi tieu|kh)( cua)?( nam)? \d{4}\b/.test(s.folded);

/**
 * «gạch 2021 đạt bao nhiêu % mục tiêu 2022»: a result in per cent of a plan of another year; true where the plan is in per
 * cent of the result. Null for any other question.
 */
export function planOfAnotherYear(s: Sight): boolean | null {
  const { marks } = s;
  if (listed(s).length !== 2 || grows(s) || has(marks, 'compare', 'difference', 'remaining', 'more', 'below'))
    return null;
  const last = s.world.previous?.question;
  // «đạt bao nhiêu phần trăm», after a result beside the plan of another year.
  const again =
    last?.kind === 'compare' &&
    last.across === 'target' &&
    s.slots.subject.from === 'context' &&
    /(phan tram|%)/.test(s.folded);
  if (again) return false;
  // «gạch 2023 đã đạt mục tiêu 2022 chưa», «vượt mục tiêu 2022 bao nhiêu»
  if (has(marks, 'plan', 'complete') && reaches(s) && !has(marks, 'unit-word')) return false;
  if (
    !has(marks, 'plan', 'complete') ||
    !has(marks, 'achieve', 'complete', 'percent-of') ||
    !/(phan tram|%)/.test(s.folded)
  )
    return null;
  const size = at(marks, 'percent-of');
  const plan = at(marks, 'plan');
  return size >= 0 && plan >= 0 && plan < size && !/\bso (voi )?(ke hoach|muc tieu|chi tieu)/.test(s.folded);
}
