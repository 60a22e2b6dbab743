#!/usr/bin/env node
import { HOME_DIR } from './assemble.js';
import { readConfig } from './config.js';
import { withEnvFile } from './env.js';
import { createLog } from './log.js';
import { openHouse } from './wire.js';

/** Exit codes: the settings are wrong, or the program cannot go on. */
const MISCONFIGURED = 2;
const FAILED = 1;

/** How often a program that npm started looks whether npm is still there. */
const LOOK_MS = 300;

/**
 * Resolves at the first signal to stop; the second one ends the process at once. `npm start` passes no signal on: its
 * shell dies and leaves us behind, which is taken for a signal.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const [signal, number] of [
      ['SIGTERM', 15],
      ['SIGINT', 2],
    ] as const) {
      process.on(signal, () => {
        if (asked) process.exit(128 + number);
        asked = true;
        resolve();
      });
    }
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), LOOK_MS).unref();
  });
}

async function main(): Promise<void> {
  const stop = stopSignal();
  const config = readConfig(withEnvFile(process.env, [process.cwd(), HOME_DIR]));
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const crash = (err: unknown) => {
    log.fatal({ err }, 'a bug ended the program');
    process.exit(FAILED);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  // Whoever read our lines may have left; the bot goes on.
  process.stdout.on('error', () => {});
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const house = await openHouse(config, { log, say, now: Date.now });
  await Promise.race([stop, house.failed]);
  say('Đang dừng…');
  await house.stop();
  say('Đã dừng.');
  process.exit(0);
}

/** Faults whose message tells a person what to do; of anything else the place is shown. */
const FOR_PEOPLE = new Set(['ConfigError', 'StoreError', 'LoadError', 'CannotStart', 'TokenRefused']);

main().catch((error: unknown) => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${FOR_PEOPLE.has(name) ? message : (stack ?? message)}\n`);
  process.exit(name === 'ConfigError' || name === 'TokenRefused' ? MISCONFIGURED : FAILED);
});
