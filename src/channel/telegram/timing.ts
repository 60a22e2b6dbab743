/** Every waiting time of the channel, in milliseconds; tests make them short. */
export interface Timing {
  /** How long Telegram may hold an empty getUpdates. */
  readonly poll: number;
  /** How much longer than `poll` the answer may take before the poll counts as dead. */
  readonly pollSlack: number;
  /** Deadline of every other call. */
  readonly call: number;
  /** First wait after a failure; doubles up to `backoffMost`. */
  readonly backoff: number;
  readonly backoffMost: number;
  /** How long an owed answer is tried while Telegram cannot be reached at all. */
  readonly unreachable: number;
  /** How long it is tried while Telegram answers with errors of its own (5xx). */
  readonly serverErrors: number;
  /** How long `stop` lets running handlers finish. */
  readonly stop: number;
  /** How often it is asked how the webhook fares. */
  readonly lookAtWebhook: number;
  /** How long finished updates are remembered, against duplicates. */
  readonly remember: number;
}

export const TIMING: Timing = {
  poll: 50_000,
  pollSlack: 15_000,
  call: 15_000,
  backoff: 1_000,
  backoffMost: 30_000,
  unreachable: 60 * 60_000,
  serverErrors: 5 * 60_000,
  stop: 10_000,
  lookAtWebhook: 5 * 60_000,
  remember: 7 * 24 * 60 * 60_000,
};
