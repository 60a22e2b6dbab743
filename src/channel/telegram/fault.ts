/**
 * What a failed call means for what to do next. The important question is whether the message may have
 * been delivered although no good answer came back.
 */
export type FaultKind =
  /** 429: wait `retryAfter`, then the same again. */
  | 'flood'
  /** Telegram answered with an error of its own (5xx): not delivered, worth another try. */
  | 'server'
  /** The request never reached Telegram (no connection, or a captive portal answered). */
  | 'unreachable'
  /** Deadline, reset or cut answer after the request went out: perhaps delivered. */
  | 'uncertain'
  /** 401 or 404: the token is not accepted. */
  | 'token'
  /** 409: another poller, or a webhook, has the updates. */
  | 'conflict'
  /** The chat cannot be written to: blocked, deleted, no right to write. */
  | 'gone'
  | 'migrated'
  | 'unchanged'
  | 'no-thread'
  | 'markup'
  /** The button was pressed too long ago to be acknowledged. */
  | 'late-press'
  /** Any other 400: the same again would fail the same way. */
  | 'rejected'
  /** The channel is stopping. */
  | 'stopped';

export interface FaultReading {
  readonly kind: FaultKind;
  readonly code: number | null;
  /** Seconds, with `flood`. */
  readonly retryAfter?: number;
  /** The new chat id, with `migrated`. */
  readonly movedTo?: number;
  /**
   * With `unreachable`: somebody answered, though not Telegram. Almost surely not delivered, but a gateway may have
   * spoken after the request went through.
   */
  readonly answered?: boolean;
}

/** A failed call, already without the token; the raw error is not kept. */
export class CallFault extends Error {
  readonly kind: FaultKind;
  readonly code: number | null;
  readonly retryAfter: number | undefined;
  readonly movedTo: number | undefined;
  readonly answered: boolean;

  constructor(
    readonly method: string,
    reading: FaultReading,
    detail: string,
  ) {
    super(`${method}: ${detail}`);
    this.name = 'CallFault';
    this.kind = reading.kind;
    this.code = reading.code;
    this.retryAfter = reading.retryAfter;
    this.movedTo = reading.movedTo;
    this.answered = reading.answered ?? false;
  }
}

const NEVER_SENT =
  /reason: (connect|getaddrinfo) |before secure TLS connection|socks|proxy connection|self[- ]signed|certificate|ERR_TLS|EPROTO/i;
const NEVER_SENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
]);

/** Reads what telegraf (or node-fetch below it) threw. */
export function readFault(error: unknown): FaultReading {
  const e = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  if ('response' in e) return readAnswer(e.response as Answer);
  const message = String(e.message ?? error);
  if (e.type === 'invalid-json') {
    // A cut answer was an answer of Telegram's; anything else that is not JSON is not from Telegram.
    if (/end of JSON|unterminated/i.test(message)) return { kind: 'uncertain', code: null };
    return { kind: 'unreachable', code: null, answered: true };
  }
  if (NEVER_SENT_CODES.has(String(e.code)) || NEVER_SENT.test(message)) {
    return { kind: 'unreachable', code: null };
  }
  return { kind: 'uncertain', code: null };
}

interface Answer {
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

function readAnswer(answer: Answer): FaultReading {
  const code = answer.error_code ?? null;
  // JSON, but not Telegram's: a portal or a proxy spoke.
  if (code === null) return { kind: 'unreachable', code, answered: true };
  if (code === 429) return { kind: 'flood', code, retryAfter: answer.parameters?.retry_after ?? 5 };
  if (code >= 500) return { kind: 'server', code };
  if (code === 401 || code === 404) return { kind: 'token', code };
  if (code === 409) return { kind: 'conflict', code };
  if (code === 403) return { kind: 'gone', code };
  const movedTo = answer.parameters?.migrate_to_chat_id;
  if (movedTo !== undefined) return { kind: 'migrated', code, movedTo };
  return { kind: readDescription(answer.description ?? ''), code };
}

const DESCRIPTIONS: readonly (readonly [RegExp, FaultKind])[] = [
  [/message is not modified/i, 'unchanged'],
  [/thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)|topic (is )?closed/i, 'no-thread'],
  [/can't parse entities|unsupported start tag|ENTITY_/i, 'markup'],
  [/query is too old|query ID is invalid|QUERY_ID_INVALID/i, 'late-press'],
  [
    /chat not found|user is deactivated|bot was (kicked|blocked)|not enough rights|CHAT_WRITE_FORBIDDEN|have no rights|CHAT_RESTRICTED|PEER_ID_INVALID/i,
    'gone',
  ],
];

function readDescription(description: string): FaultKind {
  return DESCRIPTIONS.find(([pattern]) => pattern.test(description))?.[1] ?? 'rejected';
}
