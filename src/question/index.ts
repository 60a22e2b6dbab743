import { mendDigits } from '../vietnamese/digits.js';
import { legible } from '../vietnamese/mojibake.js';
import { fold, normalise } from '../vietnamese/text.js';
import { spelledOut } from './commands.js';
import { leans, ownSet, pickOf, stepOf } from './follow.js';
import { withBase } from './follow-base.js';
import { pairOf } from './follow-pair.js';
import { adjusted, against, carriedSlots } from './follow-set.js';
import { siblingOf } from './follow-sibling.js';
import { type Form, readForm } from './form.js';
import { isGarbled } from './garbled.js';
import { INTENTS, type Sight, sightOf, unclear } from './intents/index.js';
import { prepare, tokensOf, written } from './prepare.js';
import { propose } from './propose.js';
import type { Bend, FigureQuestion, Question } from './question.js';
import { type Marks, type QuantityMark, readMarks } from './slots.js';
import { splitQuestions } from './split.js';
import { CAPABLE, NODS } from './talk-words.js';
import { losesAmount, unusedWords } from './unused.js';
import { readSource, readUnit, wishing } from './wishes.js';
import type { ReadingWorld } from './world.js';

/** Longer texts are not read: a question is a sentence or two. */
export const LONGEST = 600;

/** Decomposed letters and raw keystrokes take up to five characters a letter; what is longer is not even repaired. */
const LONGEST_RAW = 5 * LONGEST;

/** A text as it was read: what is asked, and in what form the answer is wanted. */
export interface Request {
  readonly question: Question;
  readonly form: Form | null;
}

/**
 * Reads a text into a Question and the form of its answer. Never throws; what it cannot read becomes `unclear`.
 * `world.previous` is the last question of the same person in the same chat, or null.
 */
export function readRequest(text: string, world: ReadingWorld): Request {
  const raw = text.replace(/\s+/g, ' ').trim();
  if (raw.length > LONGEST_RAW) return { question: tooLong(normalise(raw.slice(0, 400))), form: null };
  const digits = mendDigits(normalise(spelledOut(legible(text))));
  const clean = written(digits.text, world.lexicon).trim();
  if (clean === '') return { question: nothing(text, 'unknown-indicator', ''), form: null };
  if ([...clean].length > LONGEST) return { question: tooLong(clean), form: null };
  // «xuất excel được không», with nothing asked before that it could be of.
  const folded = fold(clean);
  if (!world.previous && CAPABLE.test(folded) && /\b(khong|ko|k|the nao|kieu gi|sao|nao|cach)\b/.test(folded))
    return { question: { kind: 'help', text: clean, topic: 'form' }, form: null };
  const { form, rest } = readForm(clean, heldByName(clean, world));
  // «vẽ biểu đồ đi»: of what was asked last.
  if (form !== null && rest === '' && world.previous) return { question: world.previous.question, form };
  const said = form === null || rest === '' ? clean : rest;
  const question = withBends(
    readSaid(said, form !== null && ownSet(said) ? { ...world, previous: null } : world),
    digits.bends,
  );
  if (question.kind === 'unclear' && isGarbled(raw))
    return { question: nothing(raw, 'unknown-indicator', 'garbled'), form: null };
  return { question, form };
}

/** A sentence: an offer picked, a step from the last period, or what it says by itself; with its unit and source. */
function readSaid(said: string, world: ReadingWorld): Question {
  const source = readSource(said);
  const unit = readUnit(source.rest);
  const wished = source.wish !== null || unit.wish !== null;
  if (unit.rest !== '') return wishing(readRest(unit.rest, world), unit.wish, source.wish);
  // «đổi ra MWh», «theo Cục Thống kê?»: the last question once more.
  const last = world.previous && carriedSlots(said, world.previous, []);
  if (!wished || !last) return readRest(said, world);
  const about = ['definition', 'source', 'catalogue', 'freshness', 'revisions'].includes(last.kind);
  const plain = about ? ({ ...last, kind: 'value', yesno: null } as FigureQuestion) : last;
  return wishing(plain, unit.wish, source.wish);
}

function readRest(said: string, world: ReadingWorld): Question {
  const picked = pickOf(said, world.previous);
  if (picked) return picked;
  const changed = adjusted(said, world) ?? against(said, world) ?? pairOf(said, world.previous);
  if (changed) return changed;
  const based = withBase(said, world);
  if (based !== null) return readParts(based, world);
  const beside = siblingOf(said, world);
  if (beside) return withBend(readParts(beside.text, world), beside.bend);
  const step = stepOf(said, world.previous);
  const stepped = step && readParts(step.text, world);
  if (step && stepped && leans(stepped)) return withBend(stepped, step.bend);
  return readParts(said, world);
}

const withBend = (question: Question, bend: Bend): Question =>
  'subject' in question ? { ...question, bends: [...question.bends, bend] } : question;

/** What was mended before reading is told with the answer, of several questions with the first. */
function withBends(question: Question, bends: readonly Bend[]): Question {
  if (question.kind !== 'many') return bends.reduce(withBend, question);
  const [first, ...rest] = question.parts;
  return first && bends.length > 0 ? { ...question, parts: [withBends(first, bends), ...rest] } : question;
}

/** Does a stretch of the text, its spaces single, lie in a name of several words? */
function heldByName(clean: string, world: ReadingWorld): (from: number, to: number) => boolean {
  return (from, to) => {
    const tokens = tokensOf(clean.replace(/\s+/g, ' '), world.lexicon);
    const { names } = readMarks(clean, tokens, world.lexicon, world.today);
    return names.some((n) => {
      const [first, last] = [tokens[n.at], tokens[n.end - 1]];
      return n.end - n.at > 1 && first && last && first.start < to && last.end > from;
    });
  };
}

/** The Question of a text alone. */
export const readQuestion = (text: string, world: ReadingWorld): Question =>
  readRequest(text, world).question;

/** One question, or the several that a message holds. */
function readParts(clean: string, world: ReadingWorld): Question {
  const parts = splitQuestions(clean, world);
  if (parts.length <= 1) return readOne(parts[0] ?? clean, world);
  let previous = world.previous;
  const questions = parts.map((part, i) => {
    const here = { ...world, previous };
    const question = readOne((i > 0 && withBase(part, here)) || part, here);
    if ('subject' in question) previous = { question, told: question.subject.value.indicators };
    return question;
  });
  // «nhua thong 2021 maytan, ke hoach 2022»: a part that leans on one that was not understood would ask of everything.
  const [first, ...rest] = questions;
  if (first?.kind === 'unclear' && rest.every((q) => !('subject' in q) || q.subject.from !== 'text'))
    return first;
  return { kind: 'many', text: clean, parts: questions };
}

const nothing = (
  text: string,
  reason: Extract<Question, { kind: 'unclear' }>['reason'],
  part: string,
): Question => ({
  kind: 'unclear',
  text,
  reason,
  part,
  readings: [],
  leftover: [],
  slots: null,
});

const tooLong = (text: string) => nothing(`${[...text].slice(0, 80).join('')}…`, 'out-of-scope', 'too-long');

/** The marks of a text, for `--explain` and tests. */
export function marksOf(text: string, world: ReadingWorld): Marks {
  return readMarks(text, prepare(mendDigits(legible(text)).text, world.lexicon), world.lexicon, world.today);
}

function readOne(text: string, world: ReadingWorld): Question {
  const marks = readMarks(text, tokensOf(text, world.lexicon), world.lexicon, world.today);
  const sight = sightOf(marks, world);
  if (marks.tokens.every((t) => t.kind === 'punct'))
    return NODS.test(text) ? { kind: 'help', text, topic: 'thanks' } : nothing(text, 'unknown-indicator', '');
  const read = intend(sight);
  return read ? audit(read, sight) : notUnderstood(sight);
}

function intend(sight: Sight): Question | null {
  for (const [, intent] of INTENTS) {
    const question = intent(sight);
    if (question) return question;
  }
  return null;
}

/** Kinds whose answer no unread word could make wrong. */
const HARMLESS = new Set<Question['kind']>([
  'help',
  'out-of-scope',
  'unclear',
  'catalogue',
  'freshness',
  'many',
]);

/** Kinds that read the numbers of a question themselves. */
const USES_NUMBERS = new Set<Question['kind']>(['filter', 'rank', 'confirm', 'source', 'definition']);

/**
 * The last word: a word that was not used and could have restricted the answer (a place, a brand, an
 * adjective) turns a silent answer into a question back (ANSWERING rule 10).
 */
function audit(question: Question, sight: Sight): Question {
  if (HARMLESS.has(question.kind)) return question;
  const { marks } = sight;
  // A number that no reader used may be a filter, a year or a code.
  const kept = USES_NUMBERS.has(question.kind) && !losesAmount(question, marks);
  const numbers = kept ? [] : marks.quantities.map((q) => typedAmount(q, marks));
  const lost = [...marks.leftover, ...numbers, ...unusedWords(question, marks, sight.world.lexicon)];
  if (lost.length === 0) return question;
  const part = lost.join(', ');
  const readings = [question as FigureQuestion, ...propose(marks, sight, 4)]
    .slice(0, 5)
    .map((r) => ({ ...r, leftover: [] }));
  if (marks.names.length === 0) return notUnderstood(sight);
  return unclear(sight, 'ambiguous', part, readings);
}

/** An amount as it was typed. */
const typedAmount = (q: QuantityMark, marks: Marks): string =>
  marks.tokens
    .slice(q.at, q.end)
    .map((t) => `${t.spaced ? ' ' : ''}${t.raw}`)
    .join('')
    .trim();

/** No intent fits: say which part is unknown and offer the nearest names. */
function notUnderstood(sight: Sight): Question {
  const { marks } = sight;
  const readings = propose(marks, sight, 5);
  return unclear(sight, 'unknown-indicator', marks.leftover.join(', '), readings);
}
