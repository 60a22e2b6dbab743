// What the benches share: a folder that goes away at the end, and the tests' own generators, compiled into it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** A folder of its own, and `load(name)`: a file of test/support as a module that uses the built program. */
export function workshop(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'support'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  function compile(name) {
    const source = readFileSync(join(ROOT, 'test/support', `${name}.ts`), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    const out = join(folder, 'support', `${name}.js`);
    writeFileSync(out, outputText.replaceAll("'../../src/", `'${pathToFileURL(join(ROOT, 'dist'))}/`));
    for (const [, needed] of outputText.matchAll(/from '\.\/([\w-]+)\.js'/g)) compile(needed);
    return out;
  }
  return { folder, load: (name) => import(pathToFileURL(compile(name)).href) };
}
