import { periodName } from '../stats/period.js';
import { fold } from '../vietnamese/text.js';
import { periodOf, plainOf } from './follow.js';
import { AGAINST, bareNames, listOf, tailOf } from './follow-set.js';
import type { Marks } from './slots.js';
import type { ReadingWorld } from './world.js';

/** «… thì tăng bao nhiêu %» at the end of a base. */
const CHANGE =
  /^(.+?)(?: (?:thi|no|da|se))* (?:tang truong|tang hay giam|tang giam|tang|giam|thay doi|bien dong)(?: (?:them|duoc|la|bao nhieu|may|ra sao|the nao|nhu the nao|phan tram|%))*$/;

/** «(ok,) tăng bao nhiêu so với …». */
const CHANGE_FIRST =
  /^(?:(?:ok|the|vay|con|thi|roi|da|a) )*(?:tang truong|tang hay giam|tang giam|tang|giam|thay doi|bien dong)(?: (?:them|duoc|la|bao nhieu|may|ra sao|the nao|nhu the nao|phan tram|%))* (?:so voi|so|sv) (.+)$/;

/** «cao hơn thực hiện bao nhiêu» after a plan. */
const OVER_ACTUAL =
  /^(?:(?:ok|the|vay|con|thi|roi|da|a|no) )*(?:(?:cao|thap|nhieu|it|lon|nho|hon|kem|tang|giam|bao|may|%|phan|tram) )+(?:so voi |so )?(?:muc |so )?(?:thuc hien|thuc te|san luong|ket qua)\b/;

/**
 * «so với năm 2021 tăng mấy %» after a figure of another period: the same said of that period, «năm 2022 so với năm 2021
 * tăng mấy %»; the year said is the base, not what is asked for. Null where the text or the turn does not fit.
 */
export function withBase(text: string, world: ReadingWorld): string | null {
  const turn = world.previous;
  if (!turn) return null;
  const now = periodOf(turn);
  if (now !== null && turn.question.measure.value === 'target' && OVER_ACTUAL.test(plainOf(text)))
    return `mục tiêu ${periodName(now)} ${text}`;
  const marks = baseOf(text, world);
  if (!marks || marks.names.length + marks.areas.length > 0) return null;
  const [code, ...others] = listOf(marks);
  if (code === undefined || others.length > 0 || now === null || now === code) return null;
  const goal = turn.question.measure.value === 'target' ? 'mục tiêu ' : '';
  return `${goal}${periodName(now)} ${text}`;
}

/** The base that is said, before the change or behind it. */
function baseOf(text: string, world: ReadingWorld): Marks | null {
  const behind = tailOf(text.replace(/^(ok|oke)\s*,\s*/iu, '$1 '), CHANGE_FIRST);
  if (behind) return bareNames(behind, world);
  const tail = tailOf(text, AGAINST);
  const base = tail === null ? undefined : CHANGE.exec(fold(tail))?.[1];
  return tail === null || base === undefined ? null : bareNames(tail.slice(0, base.length), world);
}
