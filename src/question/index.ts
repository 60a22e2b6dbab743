import { INTENTS, type Sight, sightOf, unclear } from './intents/index.js';
import { prepare, tokensOf, written } from './prepare.js';
import { propose } from './propose.js';
import type { FigureQuestion, Question } from './question.js';
import { type Marks, type QuantityMark, readMarks } from './slots.js';
import { splitQuestions } from './split.js';
import { losesAmount, unusedWords } from './unused.js';
import type { ReadingWorld } from './world.js';

/** Longer texts are not read: a question is a sentence or two. */
export const LONGEST = 600;

/**
 * Reads a text into a Question. Never throws; what it cannot read becomes `unclear`.
 * `world.previous` is the last question of the same person in the same chat, or null.
 */
export function readQuestion(text: string, world: ReadingWorld): Question {
  const clean = written(text, world.lexicon).trim();
  if (clean === '') return nothing(text, 'unknown-indicator', '');
  if ([...clean].length > LONGEST)
    return nothing(`${[...clean].slice(0, 80).join('')}…`, 'out-of-scope', 'too-long');
  const parts = splitQuestions(clean, world);
  if (parts.length > 1) {
    let previous = world.previous;
    const questions = parts.map((part) => {
      const question = readOne(part, { ...world, previous });
      if ('subject' in question) previous = { question, told: question.subject.value.indicators };
      return question;
    });
    return { kind: 'many', text: clean, parts: questions };
  }
  return readOne(clean, world);
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

/** The marks of a text, for `--explain` and tests. */
export function marksOf(text: string, world: ReadingWorld): Marks {
  return readMarks(text, prepare(text, world.lexicon), world.lexicon, world.today);
}

function readOne(text: string, world: ReadingWorld): Question {
  const marks = readMarks(text, tokensOf(text, world.lexicon), world.lexicon, world.today);
  const sight = sightOf(marks, world);
  if (marks.tokens.every((t) => t.kind === 'punct')) return nothing(text, 'unknown-indicator', '');
  const read = intend(sight);
  return read ? audit(read, sight) : lost(sight);
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
  const { marks } = sight;
  // A number that no reader used may be a filter, a year or a code.
  const kept = USES_NUMBERS.has(question.kind) && !losesAmount(question, marks);
  const numbers = kept ? [] : marks.quantities.map((q) => typedAmount(q, marks));
  const unused = HARMLESS.has(question.kind) ? [] : unusedWords(question, marks);
  if (HARMLESS.has(question.kind) || marks.leftover.length + numbers.length + unused.length === 0)
    return question;
  const part = [...marks.leftover, ...numbers, ...unused].join(', ');
  const readings = [question as FigureQuestion, ...propose(marks, sight, 4)]
    .slice(0, 5)
    .map((r) => ({ ...r, leftover: [] }));
  if (marks.names.length === 0) return lost(sight);
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
function lost(sight: Sight): Question {
  const { marks } = sight;
  const readings = propose(marks, sight, 5);
  return unclear(sight, 'unknown-indicator', marks.leftover.join(', '), readings);
}
