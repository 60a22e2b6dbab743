import { setMaxListeners } from 'node:events';
import type { Telegram } from 'telegraf';
import { CallFault, readFault } from './fault.js';

export type Payload = Readonly<Record<string, unknown>>;

/**
 * Calls to the Bot API: each with a deadline, each ended by `stop`, each failure a `CallFault` without
 * the token in it. Nothing is tried twice here.
 */
export class Api {
  constructor(
    private readonly telegram: Telegram,
    private readonly redact: (text: string) => string,
    private readonly stop: AbortSignal,
  ) {
    setMaxListeners(0, stop);
  }

  async call<T>(method: string, payload: Payload, deadline: number, stop = this.stop): Promise<T> {
    if (stop.aborted) throw new CallFault(method, { kind: 'stopped', code: null }, 'stopped');
    const abort = new AbortController();
    let giveUp = (_: CallFault) => {};
    const ended = new Promise<never>((_, reject) => {
      giveUp = (fault) => {
        // Rejecting before aborting: the caller is freed even if the socket never comes to an end.
        reject(fault);
        abort.abort();
      };
    });
    const late = () =>
      giveUp(new CallFault(method, { kind: 'uncertain', code: null }, `no answer within ${deadline} ms`));
    const stopped = () => giveUp(new CallFault(method, { kind: 'stopped', code: null }, 'stopped'));
    const timer = setTimeout(late, deadline);
    stop.addEventListener('abort', stopped, { once: true });
    try {
      return await Promise.race([this.#raw<T>(method, payload, abort.signal), ended]);
    } catch (error) {
      // Telegraf leaves the body of a 5xx unread: without this its socket would stay open.
      abort.abort();
      if (error instanceof CallFault) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      throw new CallFault(method, readFault(error), this.redact(detail).slice(0, 500));
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', stopped);
    }
  }

  /** One telegraf client for everything; methods newer than telegraf's types go the same way. */
  #raw<T>(method: string, payload: Payload, signal: AbortSignal): Promise<T> {
    const callApi = this.telegram.callApi.bind(this.telegram) as unknown as (
      method: string,
      payload: Payload,
      options: { signal: AbortSignal },
    ) => Promise<T>;
    return callApi(method, payload, { signal });
  }
}
