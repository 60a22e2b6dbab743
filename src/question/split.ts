import { prepare } from './prepare.js';
import { readMarks } from './slots.js';
import type { ReadingWorld } from './world.js';

/**
 * A message with several questions: sentences that each name a product or a period and a measure. «và»
 * parts a sentence only where both sides name their own product and their own period.
 */
export function splitQuestions(text: string, world: ReadingWorld): string[] {
  const sentences = text
    .split(/[?;\n]+|\.\s+(?=\p{Lu})/u)
    .map((s) => s.trim())
    .filter((s) => /[\p{L}\p{N}]/u.test(s));
  const asked = sentences.filter((s) => bearing(s, world));
  if (asked.length > 1) {
    const ends = text.includes('?') ? '?' : '';
    return asked.map((s) => s + ends);
  }
  const halves = text.split(/\s+(?:và|va|còn|con|với lại|rồi|;)\s+|,\s+(?=\p{L})/iu);
  if (halves.length === 2 && !/so sánh|so sanh|so với|so voi|hơn|hon /i.test(text)) {
    const marks = halves.map((h) => readMarks(h, prepare(h, world.lexicon), world.lexicon, world.today));
    if (marks.every((m) => m.names.length === 1 && m.periods.length > 0)) return halves.map((h) => h.trim());
  }
  return [text];
}

/** Does a sentence ask something by itself? */
function bearing(sentence: string, world: ReadingWorld): boolean {
  const m = readMarks(sentence, prepare(sentence, world.lexicon), world.lexicon, world.today);
  return m.names.length > 0 || (m.periods.length > 0 && m.tokens.length > 1);
}
