import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotApi } from '../support/botapi.js';

/**
 * Stands before the tests' Bot API and adds what digests meet: administrators of groups, and Telegram's limit of messages
 * a second, enforced by 429.
 */
export class Front {
  /** Administrators of each group. */
  readonly admins = new Map<number, readonly number[]>();
  /** What getChatMember answers instead: Telegram does not say who an administrator is. */
  adminFault: { readonly code: number; readonly description: string } | 'hang' | null = null;
  /** Pictures that arrived: uploaded, or again by the id they were given. */
  readonly photos: {
    chat: number;
    thread: number | undefined;
    caption: string;
    bytes: Buffer;
    again: boolean;
  }[] = [];
  /** What becomes of the next pictures, instead of an ordinary answer; `after` it arrived. */
  readonly photoFaults: ('hang' | 'reset' | 'server' | 'forgotten' | 'hang after')[] = [];
  /** Messages let through in any second; null: no limit. */
  limit: number | null = null;
  /** Requests made although they were told to wait. */
  ignored = 0;
  flooded = 0;
  readonly #let: number[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #files = new Map<string, Buffer>();
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
        if (this.adminFault === 'hang') return;
        if (this.adminFault) {
          const { code, description } = this.adminFault;
          answer(code, { ok: false, error_code: code, description });
          return;
        }
        const { chat_id, user_id } = JSON.parse(body.toString()) as { chat_id: number; user_id: number };
        const status = this.admins.get(chat_id)?.includes(user_id) ? 'administrator' : 'member';
        answer(200, { ok: true, result: { status, user: { id: user_id } } });
        return;
      }
      if (method === 'sendPhoto') {
        this.#photo(body, String(req.headers['content-type']), req, answer);
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

  #photo(
    body: Buffer,
    type: string,
    req: IncomingMessage,
    answer: (code: number, value: object) => void,
  ): void {
    const fields = type.startsWith('multipart/') ? multipart(body, type) : jsonFields(body);
    const chat = Number(fields.get('chat_id'));
    const thread = fields.has('message_thread_id') ? Number(fields.get('message_thread_id')) : undefined;
    const given = fields.get('photo') ?? Buffer.alloc(0);
    const again = this.#files.has(given.toString());
    const bytes = this.#files.get(given.toString()) ?? given;
    const caption = String(fields.get('caption') ?? '');
    const fault = this.photoFaults.shift();
    if (fault === 'hang') return;
    if (fault === 'reset') {
      req.socket.resetAndDestroy();
      return;
    }
    const moved = this.api.moved.get(chat);
    const refused =
      fault === 'server'
        ? { error_code: 500, description: 'Internal Server Error' }
        : fault === 'forgotten'
          ? { error_code: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' }
          : this.api.blocked.has(chat)
            ? { error_code: 403, description: 'Forbidden: bot was blocked by the user' }
            : moved !== undefined
              ? { error_code: 400, description: 'moved', parameters: { migrate_to_chat_id: moved } }
              : null;
    if (refused) {
      answer(refused.error_code, { ok: false, ...refused });
      return;
    }
    if (bytes.subarray(1, 4).toString() !== 'PNG') this.api.violations.push('a picture that is no PNG');
    if (caption.length > 1024 || caption !== caption.normalize('NFC'))
      this.api.violations.push(`caption: ${caption}`);
    this.photos.push({ chat, thread, caption, bytes, again });
    if (fault === 'hang after') return;
    const id = again ? given.toString() : `file-${this.#files.size}`;
    this.#files.set(id, bytes);
    answer(200, { ok: true, result: { message_id: 9_000 + this.photos.length, photo: [{ file_id: id }] } });
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

const jsonFields = (body: Buffer): Map<string, Buffer> =>
  new Map(Object.entries(JSON.parse(body.toString()) as object).map(([k, v]) => [k, Buffer.from(String(v))]));

/** The fields of multipart/form-data, files as their bytes. */
function multipart(body: Buffer, type: string): Map<string, Buffer> {
  const mark = `--${/boundary="?([^";]+)/.exec(type)?.[1]}`;
  const fields = new Map<string, Buffer>();
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const head = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.subarray(0, head).toString())?.[1];
    if (name !== undefined) fields.set(name, part.subarray(head + 4));
    at = next;
  }
  return fields;
}
