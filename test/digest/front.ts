import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotApi } from '../support/botapi.js';

/**
 * Stands before the tests' Bot API and adds what digests meet: administrators of groups, and Telegram's limit of messages
 * a second, enforced by 429.
 */
export class Front {
  /** Administrators of each group. */
  readonly admins = new Map<number, readonly number[]>();
  /** Messages let through in any second; null: no limit. */
  limit: number | null = null;
  /** Requests made although they were told to wait. */
  ignored = 0;
  flooded = 0;
  readonly #let: number[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  #quietUntil = 0;
  #server: Server | null = null;

  constructor(readonly api: BotApi) {}

  get root(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const method = req.url?.split('/').at(-1) ?? '';
      const answer = (code: number, value: object) => {
        res.writeHead(code, { 'content-type': 'application/json' });
        res.end(JSON.stringify(value));
      };
      if (method === 'getChatMember') {
        const { chat_id, user_id } = JSON.parse(body.toString()) as { chat_id: number; user_id: number };
        const status = this.admins.get(chat_id)?.includes(user_id) ? 'administrator' : 'member';
        answer(200, { ok: true, result: { status, user: { id: user_id } } });
        return;
      }
      if (method === 'sendMessage' && this.#tooMany()) {
        answer(429, {
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 1',
          parameters: { retry_after: 1 },
        });
        return;
      }
      const to = request(
        `${this.api.root}${req.url}`,
        {
          method: req.method,
          headers: { ...req.headers, 'content-length': body.length },
          agent: this.#agent,
        },
        (from) => {
          res.writeHead(from.statusCode ?? 500, from.headers);
          from.on('error', () => res.destroy());
          from.pipe(res);
        },
      );
      to.on('error', () => req.socket.destroy());
      req.socket.on('close', () => to.destroy());
      to.end(body);
    });
    this.#server.on('connection', (socket) => socket.setMaxListeners(0));
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #tooMany(): boolean {
    if (this.limit === null) return false;
    const now = performance.now();
    while (this.#let.length > 0 && (this.#let[0] ?? 0) <= now - 1_000) this.#let.shift();
    if (now < this.#quietUntil) this.ignored += 1;
    if (this.#let.length >= this.limit) {
      this.flooded += 1;
      this.#quietUntil = now + 1_000;
      return true;
    }
    this.#let.push(now);
    return false;
  }
}
