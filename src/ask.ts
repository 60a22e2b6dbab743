import type { Answer } from './answer/answer.js';
import { fault } from './answer/build.js';
import { answerQuestion } from './answer/index.js';
import type { Form } from './question/form.js';
import { readRequest } from './question/index.js';
import type { Lexicon } from './question/lexicon.js';
import type { FigureQuestion, Question } from './question/question.js';
import type { Turn } from './question/world.js';
import { unproven } from './reply/check.js';
import { renderReply } from './reply/index.js';
import type { Reply } from './reply/reply.js';
import type { Facts } from './store/reader.js';

export type { Turn };

/** All that a question may depend on: with it any conversation can be replayed. */
export interface World {
  /** Today in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
  readonly today: string;
  readonly lexicon: Lexicon;
  readonly facts: Facts;
  readonly previous: Turn | null;
}

export interface Result {
  readonly question: Question;
  readonly answer: Answer;
  readonly reply: Reply;
  /** What the next question of the conversation may carry over. */
  readonly turn: Turn | null;
  /** The form that the sentence asked for beside words; null: none. */
  readonly form: Form | null;
  /** An internal fault, for the log; the person was told that there was one. */
  readonly fault: string | null;
}

/** The whole flow: text → Question → Answer → Reply. Pure and synchronous. */
export function ask(text: string, world: World): Result {
  const { question, form } = readRequest(text, world);
  return { ...askQuestion(question, world), form };
}

/** The same from a Question that is already known: a button's or a digest's. */
export function askQuestion(question: Question, world: World): Result {
  const answer = answerQuestion(question, world);
  const reply = renderReply(answer, world);
  const unread = unproven(reply, answer, world);
  if (unread.length > 0) return withheld(question, world, unread);
  return { question, answer, reply, turn: turnAfter(answer, reply, world.previous), form: null, fault: null };
}

/** A reply with a number that is no figure of its answer is never sent. */
function withheld(question: Question, world: World, numbers: readonly string[]): Result {
  const answer = fault(question);
  return {
    question,
    answer,
    reply: renderReply(answer, world),
    turn: world.previous,
    form: null,
    fault: `unproven numbers in a reply: ${numbers.join(' | ')}`,
  };
}

/** What the next question may carry over; offers of a refusal can be picked by «cái đầu», «2». */
function turnAfter(answer: Answer, reply: Reply, previous: Turn | null): Turn | null {
  const made = figuresTurn(answer);
  const { before: _, ...last } = previous ?? {};
  const turn = made && previous ? { ...made, before: last as Turn } : (made ?? previous);
  const offers = answer.outcome === 'ask' || answer.outcome === 'refuse';
  const offered = offers ? reply.buttons.map((b) => b.question) : [];
  if (offered.length === 0) return turn && (turn.offered ? { ...turn, offered: [] } : turn);
  if (turn) return { ...turn, offered };
  const [first] = offered as [FigureQuestion];
  const nobody = { value: { indicators: [], group: null }, from: 'default' } as const;
  return { question: { ...first, subject: nobody }, told: [], offered };
}

function figuresTurn(answer: Answer): Turn | null {
  const last = answer.parts.at(-1);
  if (last) return figuresTurn(last);
  const question = answer.question;
  // What was read of a question that could not be answered still stands: «nhôm 2021», then «gạch?».
  if (question.kind === 'unclear' && question.slots?.periods.from === 'text')
    return { question: { ...question.slots, kind: 'value', yesno: null }, told: [] };
  return 'subject' in question ? turnOf(question, answer) : null;
}

/** The turn that a Question alone makes: of a button, or of a message that is replied to. */
export function turnOf(question: FigureQuestion, answer?: Answer): Turn {
  const told = (answer?.figures ?? []).filter((f) => f.role === 'asked' && f.indicator !== null);
  const ids = [...new Set(told.map((f) => f.indicator as string))];
  // A set is what was told; of names it is the names, held or not.
  const set = ['rank', 'filter', 'overview'].includes(question.kind);
  const named = question.subject.value.indicators;
  const periods = answer?.periods ?? [];
  return {
    question,
    told: set && ids.length > 0 ? ids : named.length > 0 ? named : ids,
    ...(periods.length > 0 ? { periods } : {}),
  };
}
