import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Assembly, assemble } from '../../src/assemble.js';

/** A real store with the project's data for the tests of one file; call it at the top level. */
export function useAssembly(): () => Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  let assembly: Assembly;
  beforeAll(() => {
    assembly = assemble(join(folder, 'facts.db'), () => {});
  });
  afterAll(() => {
    assembly.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => assembly;
}
