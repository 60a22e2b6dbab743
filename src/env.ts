import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, type Environment } from './config-error.js';

/**
 * The environment; what it leaves out is taken from the first of the folders that holds a `.env` file. A variable
 * that is set, even to nothing, goes before the file.
 */
export function withEnvFile(env: Environment, folders: readonly string[]): Environment {
  const file = folders.map((folder) => join(folder, '.env')).find((path) => existsSync(path));
  if (file === undefined) return env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')), ...env };
  } catch {
    throw new ConfigError([`Không đọc được tệp ${file}. Hãy kiểm tra quyền đọc của tệp.`]);
  }
}
