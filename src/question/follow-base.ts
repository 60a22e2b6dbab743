import { periodName } from '../stats/period.js';
import { fold } from '../vietnamese/text.js';
import { periodOf } from './follow.js';
import { AGAINST, bareNames, listOf, tailOf } from './follow-set.js';
import type { ReadingWorld } from './world.js';

/** «… thì tăng bao nhiêu %» at the end of a base. */
const CHANGE =
  /^(.+?)(?: (?:thi|no|da|se))* (?:tang truong|tang hay giam|tang giam|tang|giam|thay doi|bien dong)(?: (?:them|duoc|la|bao nhieu|may|ra sao|the nao|nhu the nao|phan tram|%))*$/;

/**
 * «so với năm 2021 tăng mấy %» after a figure of another period: the same said of that period, «năm 2022 so với năm 2021
 * tăng mấy %»; the year said is the base, not what is asked for. Null where the text or the turn does not fit.
 */
export function withBase(text: string, world: ReadingWorld): string | null {
  const turn = world.previous;
  const tail = turn && tailOf(text, AGAINST);
  if (!turn || !tail) return null;
  const base = CHANGE.exec(fold(tail))?.[1];
  const marks = base === undefined ? null : bareNames(tail.slice(0, base.length), world);
  if (!marks || marks.names.length + marks.areas.length > 0) return null;
  const [code, ...others] = listOf(marks);
  const now = periodOf(turn);
  if (code === undefined || others.length > 0 || now === null || now === code) return null;
  const goal = turn.question.measure.value === 'target' ? 'mục tiêu ' : '';
  return `${goal}${periodName(now)} ${text}`;
}
