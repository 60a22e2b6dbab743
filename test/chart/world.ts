import { ask } from '../../src/ask.js';
import { assemble } from '../../src/assemble.js';

/** The real data in memory, asked on a fixed day. */
export function openWorld() {
  const assembly = assemble(':memory:', () => undefined);
  const world = assembly.world('2026-11-23');
  return {
    names: world,
    answer: (text: string) => ask(text, { ...world, previous: null }).answer,
    close: () => assembly.close(),
  };
}
