import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Some tests run the built program: it is built anew when a source is newer than it. */
export default function setup(): void {
  const built = join(ROOT, 'dist/main.js');
  if (existsSync(built) && newest(join(ROOT, 'src')) <= statSync(built).mtimeMs) return;
  const { status, stdout } = spawnSync('npm', ['run', '-s', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return;
  // The compiler writes its output in spite of type errors, which `npm run types` tells.
  process.stderr.write(`The program did not build cleanly:\n${stdout}\n`);
  if (!existsSync(built)) throw new Error('no built program: npm run build');
}

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (f) => statSync(join(folder, f)).mtimeMs,
    ),
  );
}
