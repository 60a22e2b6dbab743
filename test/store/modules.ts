import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..', '..');

/** Compiles some rooms of `src/` into a folder, so that another process can run them. */
export function compile(into: string, rooms: readonly string[]): void {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  for (const room of rooms) {
    for (const file of readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const target = join(into, room, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const text = readFileSync(join(ROOT, 'src', room, file), 'utf8');
      writeFileSync(target, ts.transpileModule(text, { compilerOptions }).outputText);
    }
  }
  writeFileSync(join(into, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'));
}
