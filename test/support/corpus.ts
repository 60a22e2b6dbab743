import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type Turn, type World } from '../../src/ask.js';
import { type Contract, toContract } from '../../src/contract.js';

/** A figure as the corpus expects it; an absent key is not compared. */
export interface Expected {
  indicator?: string | null;
  area?: string;
  measure: string;
  basis?: string | null;
  period?: string;
  value: string;
  valueTo?: string | null;
  bound?: string | null;
  tolerance?: number;
}
export interface Check {
  outcome: string[];
  asked: Expected[];
  optional?: Expected[];
  ordered?: boolean;
  never?: string[];
  reason?: string[] | null;
  mentions?: string[];
}
export interface Item extends Check {
  id: string;
  group: string;
  channel?: string;
  say: string[];
  today: string;
}
export interface Conversation {
  id: string;
  today: string;
  turns: (Check & { say: string })[];
}

/** How one question went. `wrong` = a figure told that is not right: the worst fault. */
export type Verdict = 'right' | 'asked' | 'refused' | 'wrong';
export interface Run {
  id: string;
  group: string;
  channel: string;
  text: string;
  verdict: Verdict;
  /** Passed in every respect, wording included. */
  passed: boolean;
  why: string;
  got: Contract;
}

const FOLDER = join(import.meta.dirname, '../corpus');

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => JSON.parse(l) as T);

/** Items of the tuning set, or of the held-back part. */
export function readItems(part: 'tuning' | 'heldout'): Item[] {
  const folder = part === 'tuning' ? FOLDER : join(FOLDER, 'heldout');
  return readdirSync(folder)
    .filter((f) => f.endsWith('.jsonl') && f !== 'conversations.jsonl')
    .sort()
    .flatMap((f) => lines<Item>(join(folder, f)));
}

export function readConversations(part: 'tuning' | 'heldout'): Conversation[] {
  return lines<Conversation>(join(FOLDER, part === 'tuning' ? '.' : 'heldout', 'conversations.jsonl'));
}

const matches = (e: Expected, f: Contract['figures'][number]): boolean => {
  if (e.measure === 'count') return f.measure === 'count' && f.value === e.value;
  if (e.indicator !== undefined && e.indicator !== f.indicator) return false;
  if (e.area !== undefined && e.area !== f.area) return false;
  if (e.measure !== f.measure) return false;
  if (e.basis !== undefined && e.basis !== f.basis) return false;
  if (e.period !== undefined && !samePeriod(e.period, f.period)) return false;
  if (Math.abs(Number(e.value) - Number(f.value)) > (e.tolerance ?? 1e-9)) return false;
  if (e.valueTo !== undefined && e.valueTo !== f.valueTo) return false;
  if (e.bound !== undefined && e.bound !== f.bound) return false;
  return true;
};
const samePeriod = (a: string, b: string) =>
  a === b || a.replace('-S1', '-01-01/P6M') === b.replace('-S1', '-01-01/P6M');

/** Judges one answer against what the corpus allows. */
export function judge(check: Check, got: Contract): { verdict: Verdict; passed: boolean; why: string } {
  const asked = got.figures.filter((f) => f.role === 'asked');
  const told = got.outcome === 'answer' || got.outcome === 'assumed';
  const why: string[] = [];
  if (got.reason === 'fault') return { verdict: 'wrong', passed: false, why: 'fault' };
  if (!check.outcome.includes(got.outcome))
    why.push(`outcome ${got.outcome}, expected ${check.outcome.join('/')}`);
  let wrong = false;
  if (told) {
    const expected = [...check.asked];
    const extra: string[] = [];
    const order: number[] = [];
    for (const f of asked) {
      const i = expected.findIndex((e) => e && matches(e, f));
      if (i >= 0) {
        order.push(check.asked.indexOf(expected[i] as Expected));
        expected.splice(i, 1);
      } else if (!(check.optional ?? []).some((e) => matches(e, f)))
        extra.push(`${f.indicator}/${f.area}/${f.measure}/${f.basis}/${f.period}=${f.value}`);
    }
    if (check.outcome.includes('answer') || check.outcome.includes('assumed')) {
      if (expected.length > 0)
        why.push(
          `missing ${expected.map((e) => `${e.indicator}/${e.area}/${e.measure}/${e.basis}/${e.period}=${e.value}`).join(', ')}`,
        );
      if (extra.length > 0) why.push(`extra ${extra.join(', ')}`);
      if (check.ordered && order.some((o, i) => i > 0 && o < (order[i - 1] as number)) && !tied(asked, order))
        why.push('order');
      wrong = extra.length > 0 || (expected.length > 0 && asked.length > 0);
    } else wrong = asked.length > 0;
    for (const n of check.never ?? [])
      if (asked.some((f) => f.indicator === n)) {
        why.push(`never ${n}`);
        wrong = true;
      }
  } else {
    if (asked.length > 0) why.push('asked figures in a refusal');
    if (check.reason && why.length === 0 && got.reason && !check.reason.includes(got.reason))
      why.push(`reason ${got.reason}, expected ${check.reason.join('/')}`);
  }
  for (const m of check.mentions ?? [])
    if (!got.reply.toLowerCase().includes(m.toLowerCase())) why.push(`does not mention ${m}`);
  const verdict: Verdict = wrong
    ? 'wrong'
    : told
      ? check.outcome.some((o) => o === 'answer' || o === 'assumed')
        ? 'right'
        : 'wrong'
      : check.outcome.includes(got.outcome)
        ? 'right'
        : got.outcome === 'ask'
          ? 'asked'
          : 'refused';
  // A missing figure with nothing told in its place is no wrong figure.
  return {
    verdict: verdict === 'wrong' && told && asked.length === 0 ? 'refused' : verdict,
    passed: why.length === 0,
    why: why.join('; '),
  };
}

const tied = (asked: Contract['figures'], order: readonly number[]) =>
  order.every((o, i) => i === 0 || o > (order[i - 1] as number) || asked[i]?.value === asked[i - 1]?.value);

export function runItems(
  items: readonly Item[],
  world: Omit<World, 'previous' | 'today'>,
  vary: (s: string) => string = (s) => s,
): Run[] {
  return items.flatMap((item) =>
    item.say.map((said): Run => {
      const text = vary(said);
      const got = toContract(text, ask(text, { ...world, today: item.today, previous: null }));
      return {
        id: item.id,
        group: item.group,
        channel: item.channel ?? 'clean',
        text,
        got,
        ...judge(item, got),
      };
    }),
  );
}

export function runConversations(
  conversations: readonly Conversation[],
  world: Omit<World, 'previous' | 'today'>,
): Run[] {
  return conversations.flatMap((c) => {
    let previous: Turn | null = null;
    return c.turns.map((t, i): Run => {
      const result = ask(t.say, { ...world, today: c.today, previous });
      previous = result.turn;
      const got = toContract(t.say, result);
      return {
        id: `${c.id}.${i + 1}`,
        group: 'conversation',
        channel: 'clean',
        text: t.say,
        got,
        ...judge(t, got),
      };
    });
  });
}
