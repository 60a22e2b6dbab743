import { setTimeout as sleepFor } from 'node:timers/promises';

/** Thrown out of every wait and call once the channel is stopping; what was under way stays owed. */
export class Stopped extends Error {
  constructor() {
    super('The Telegram channel is stopping.');
    this.name = 'Stopped';
  }
}

/** Sleeps, or throws `Stopped` as soon as the signal fires. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new Stopped();
  try {
    await sleepFor(ms, undefined, { signal });
  } catch {
    throw new Stopped();
  }
}

/** The wait before try number `failures + 1`: doubling, with a little spread so that retries do not march in step. */
export function backoff(failures: number, first: number, most: number, random = Math.random): number {
  const full = Math.min(most, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(full * (0.85 + 0.15 * random()));
}
