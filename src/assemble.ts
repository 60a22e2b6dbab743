import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { World } from './ask.js';
import { buildStore } from './ingest/build.js';
import { buildLexicon, type Lexicon } from './question/lexicon.js';
import { openFacts, type StoredFacts } from './store/facts.js';
import { type Database, openStore } from './store/open.js';

/** The package's own folder, wherever it is started from. */
export const HOME_DIR = join(dirname(fileURLToPath(import.meta.url)), '..');
export const DATA_DIR = join(HOME_DIR, 'data');

/**
 * Where the store is: a relative path counts from the program's own folder, wherever it is started from, so that the
 * server and every command mean the same file.
 */
export function storePath(file: string): string {
  return file === ':memory:' || isAbsolute(file) ? file : join(HOME_DIR, file);
}

/** The store with its read side, and the lexicon that follows it. */
export interface Assembly {
  readonly db: Database;
  readonly facts: StoredFacts;
  /** Today's world without a previous question. */
  world(today: string): Omit<World, 'previous'>;
  close(): void;
}

/**
 * Opens the store, builds it from `data/` when that changed, and reads the lexicon. `progress` gets a line for
 * a person when something takes time.
 */
export function assemble(
  file: string,
  progress: (line: string) => void,
  dataDir: string = DATA_DIR,
): Assembly {
  const path = storePath(file);
  const db = openStore(path);
  const { built } = buildStore(db, dataDir, { progress });
  if (built) collectGarbage();
  const facts = openFacts(db);
  let lexicon: Lexicon = buildLexicon(facts.catalogue);
  let revision = facts.revision;
  return {
    db,
    facts,
    world(today) {
      if (facts.revision !== revision) {
        revision = facts.revision;
        lexicon = buildLexicon(facts.catalogue);
      }
      return { today, lexicon, facts };
    },
    close: () => db.close(),
  };
}

/** Reading all files leaves twice the memory behind that the program needs afterwards; by itself it would lie for minutes. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
