/** What a question in a terminal needs of the settings: without the checking of them all, which takes a while to load. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the settings, each by its name and what to write instead. Never shows a value that may be secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chưa đúng:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Only where the store is: what the terminal commands need of the settings. */
export function readDatabase(env: Environment): string {
  return env.SOLIEU_DB?.trim() || 'var/solieu.db';
}
