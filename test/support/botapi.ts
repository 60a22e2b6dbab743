import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A Bot API server of the tests' own: real HTTP, getUpdates with Telegram's offset semantics, a script of
 * faults, and a watch over everything sent (`violations` must stay empty).
 */

type Json = Record<string, unknown>;

/** What happens instead of an ordinary answer. With `after: true` the call takes effect first. */
export interface Fault {
  readonly method: string;
  /** Only for calls to this chat. */
  readonly chat?: number;
  /** How many calls it hits; 1 unless told. */
  times?: number;
  /** Carry the call out before the fault: the sender cannot know. */
  readonly after?: boolean;
  readonly what:
    | { readonly kind: 'hang' | 'reset' | 'html' | 'cut' }
    | { readonly kind: 'delay'; readonly ms: number }
    | {
        readonly kind: 'error';
        readonly code: number;
        readonly description: string;
        readonly parameters?: Json;
      };
}

export const flood = (seconds: number): Fault['what'] => ({
  kind: 'error',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});
export const serverError: Fault['what'] = { kind: 'error', code: 500, description: 'Internal Server Error' };
export const conflict: Fault['what'] = {
  kind: 'error',
  code: 409,
  description: 'Conflict: terminated by other getUpdates request',
};

export interface Call {
  readonly method: string;
  readonly payload: Json;
  readonly at: number;
}

export interface Shown {
  readonly chat: number;
  readonly message_id: number;
  /** After parsing, as a person reads it. */
  text: string;
  html: string;
  buttons: { text: string; data: string }[][];
  readonly thread: number | undefined;
  readonly answers: number | undefined;
}

export class BotApi {
  readonly me = { id: 700, is_bot: true, first_name: 'Số liệu', username: 'SoLieuBot' };
  /** Every call, also those that met a fault. */
  readonly calls: Call[] = [];
  /** Messages of the bot in the order they were sent, as they look now. */
  readonly messages: Shown[] = [];
  readonly edits: Shown[] = [];
  readonly acknowledged: { id: string; text: string | undefined; alert: boolean }[] = [];
  readonly violations: string[] = [];
  readonly moved = new Map<number, number>();
  readonly blocked = new Set<number>();
  /** Topics that exist; any other thread is "not found". */
  readonly threads = new Set<number>();
  webhook = false;
  /** What setWebhook was told. */
  hook: { readonly url: string; readonly secret: string } | null = null;
  /** Where posts to the webhook really go: the tests have no https before the bot. */
  hookAt: string | null = null;
  /** Status codes that the webhook answered, in order. */
  readonly posted: number[] = [];
  lastHookError: { readonly date: number; readonly message: string } | null = null;

  readonly #faults: Fault[] = [];
  readonly #queries = new Set<string>();
  readonly #sockets = new Set<Socket>();
  readonly #waiters = new Set<() => void>();
  #updates: Json[] = [];
  #poller: { release: (answer: Json) => void } | null = null;
  #posting: Promise<void> | null = null;
  #nextUpdate = 1_000;
  #nextMessage = 1;
  #server: Server | null = null;
  #port = 0;

  constructor(readonly token = '123456:AAtest-Secret_of-the-tests') {}

  get root(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((req, res) => void this.#serve(req, res));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      // Each poll that waits listens for the end of its connection.
      socket.setMaxListeners(0);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    this.#deliverUpdates();
    return this;
  }

  /** Nothing listens any more; `start` brings it back on the same port with everything kept. */
  async close(): Promise<void> {
    this.#poller?.release({ ok: true, result: [] });
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await this.#posting;
  }

  fault(fault: Fault): void {
    this.#faults.push({ times: 1, ...fault });
  }

  /** Ends every fault still waiting. */
  heal(): void {
    this.#faults.length = 0;
  }

  // --- what persons do ---

  /** A text of a private chat (chat = person). Returns the update id. */
  say(person: number, text: string, more: Json = {}): number {
    return this.message({
      chat: { id: person, type: 'private', first_name: 'A' },
      from: someone(person),
      text,
      ...more,
    });
  }

  /** A text of a group; `@SoLieuBot` and commands get their entities. */
  sayInGroup(group: number, person: number, text: string, more: Json = {}): number {
    return this.message({
      chat: { id: group, type: 'supergroup', title: 'Phòng' },
      from: someone(person),
      text,
      ...more,
    });
  }

  message(message: Json): number {
    const text = (message.text ?? message.caption) as string | undefined;
    const entities = text === undefined ? [] : entitiesIn(text);
    const key = 'text' in message ? 'entities' : 'caption_entities';
    return this.push({
      message: {
        message_id: this.#nextMessage++,
        date: 1_700_000_000,
        ...(entities.length > 0 ? { [key]: entities } : {}),
        ...message,
      },
    });
  }

  /** Presses a button under a message of the bot. */
  press(person: number, under: Shown, data: string, more: Json = {}): string {
    const id = `q${this.#nextUpdate}`;
    this.#queries.add(id);
    this.push({
      callback_query: {
        id,
        from: someone(person),
        chat_instance: '1',
        data,
        message: {
          message_id: under.message_id,
          date: 1_700_000_000,
          chat: { id: under.chat, type: under.chat < 0 ? 'supergroup' : 'private' },
          from: this.me,
          text: under.text,
          reply_markup: {
            inline_keyboard: under.buttons.map((row) =>
              row.map((b) => ({ text: b.text, callback_data: b.data })),
            ),
          },
        },
        ...more,
      },
    });
    return id;
  }

  push(update: Json, id = this.#nextUpdate++): number {
    this.#updates.push({ update_id: id, ...update });
    this.#deliverUpdates();
    return id;
  }

  /** Updates not yet confirmed by an offset. */
  get unconfirmed(): number {
    return this.#updates.length;
  }

  called(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  textsTo(chat: number): string[] {
    return this.messages.filter((m) => m.chat === chat).map((m) => m.text);
  }

  /** Waits until the predicate holds (looked at after every call). */
  async until(predicate: () => boolean, what = predicate.toString(), ms = 8_000): Promise<void> {
    if (predicate()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!predicate()) return;
        end();
        resolve();
      };
      const interval = setInterval(look, 10);
      const timer = setTimeout(() => {
        end();
        reject(
          new Error(`not within ${ms} ms: ${what}\ncalls: ${this.calls.map((c) => c.method).join(' ')}`),
        );
      }, ms);
      const end = () => {
        clearInterval(interval);
        clearTimeout(timer);
        this.#waiters.delete(look);
      };
      this.#waiters.add(look);
    });
  }

  // --- the server ---

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of req) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const [, prefix = '', method = ''] = (req.url ?? '').split('/');
    const payload = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as Json;
    this.calls.push({ method, payload, at: performance.now() });
    if (prefix !== `bot${this.token}`) {
      reply(res, failure(401, 'Unauthorized'));
    } else {
      const fault = this.#faultFor(method, payload);
      if (fault?.what.kind === 'delay')
        await new Promise((r) => setTimeout(r, (fault.what as { ms: number }).ms));
      if (fault && fault.what.kind !== 'delay') {
        const answer = fault.after ? await this.#carryOut(method, payload, req) : null;
        misbehave(fault.what, req, res, answer);
      } else reply(res, await this.#carryOut(method, payload, req));
    }
    for (const look of [...this.#waiters]) look();
  }

  #faultFor(method: string, payload: Json): Fault | null {
    const i = this.#faults.findIndex(
      (f) => f.method === method && (f.chat === undefined || f.chat === payload.chat_id),
    );
    const fault = this.#faults[i];
    if (!fault) return null;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.#faults.splice(i, 1);
    return fault;
  }

  async #carryOut(method: string, payload: Json, req: IncomingMessage): Promise<Json> {
    switch (method) {
      case 'getMe':
        return success(this.me);
      case 'getUpdates':
        return this.#getUpdates(payload, req);
      case 'deleteWebhook':
        this.webhook = false;
        this.hook = null;
        return success(true);
      case 'setWebhook':
        return this.#setWebhook(payload);
      case 'getWebhookInfo':
        return success({
          url: this.hook?.url ?? '',
          pending_update_count: this.#updates.length,
          ...(this.lastHookError
            ? { last_error_date: this.lastHookError.date, last_error_message: this.lastHookError.message }
            : {}),
        });
      case 'setMyCommands':
        return this.#setMyCommands(payload);
      case 'sendMessage':
        return this.#sendMessage(payload);
      case 'editMessageText':
        return this.#editMessageText(payload);
      case 'answerCallbackQuery':
        return this.#answerCallbackQuery(payload);
      default:
        return failure(404, 'Not Found: method not found');
    }
  }

  async #getUpdates(payload: Json, req: IncomingMessage): Promise<Json> {
    if (!Array.isArray(payload.allowed_updates)) this.#violate('getUpdates without allowed_updates');
    if (this.webhook) {
      return failure(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
    }
    const offset = Number(payload.offset ?? 0);
    this.#updates = this.#updates.filter((u) => Number(u.update_id) >= offset);
    this.#poller?.release(failure(409, 'Conflict: terminated by other getUpdates request'));
    if (this.#updates.length > 0) return success(this.#updates.slice(0, Number(payload.limit ?? 100)));
    return new Promise((resolve) => {
      const release = (answer: Json) => {
        clearTimeout(timer);
        if (this.#poller === poller) this.#poller = null;
        resolve(answer);
      };
      const timer = setTimeout(() => release(success([])), Number(payload.timeout ?? 0) * 1000);
      const poller = { release };
      this.#poller = poller;
      req.socket.once('close', () => release(success([])));
    });
  }

  #deliverUpdates(): void {
    // In the next turn, so that updates pushed together come as one batch.
    setImmediate(() => {
      if (this.hook) this.#posting ??= this.#post().finally(() => (this.#posting = null));
      if (this.#updates.length > 0) this.#poller?.release(success(this.#updates.slice(0, 100)));
    });
  }

  #setWebhook(payload: Json): Json {
    if (!Array.isArray(payload.allowed_updates)) this.#violate('setWebhook without allowed_updates');
    if (payload.drop_pending_updates !== false) this.#violate('setWebhook may drop updates');
    const [url, secret] = [String(payload.url), String(payload.secret_token)];
    if (!url.startsWith('https://'))
      return failure(400, 'Bad Request: bad webhook: An HTTPS URL must be provided');
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret)) this.#violate(`secret ${secret}`);
    this.webhook = true;
    this.hook = { url, secret };
    this.#poller?.release(failure(409, 'Conflict: terminated by setWebhook request'));
    this.#deliverUpdates();
    return success(true);
  }

  /** Posts what waits, one after the other; what is not answered well is posted again. */
  async #post(): Promise<void> {
    while (this.hook && this.#server?.listening && this.#updates.length > 0) {
      const { url, secret } = this.hook;
      const update = this.#updates[0]!;
      try {
        const answer = await fetch(this.hookAt ?? url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
          body: JSON.stringify(update),
        });
        this.posted.push(answer.status);
        if ((await answer.text()) !== '') this.#violate('the webhook answered with a call');
        if (answer.ok) this.#updates = this.#updates.filter((u) => u !== update);
        else this.lastHookError = { date: this.posted.length, message: `Wrong response: ${answer.status}` };
        if (answer.ok) continue;
      } catch {
        this.posted.push(0);
        this.lastHookError = { date: this.posted.length, message: 'Connection refused' };
      }
      await new Promise((r) => setTimeout(r, 30));
    }
  }

  #setMyCommands(payload: Json): Json {
    for (const { command, description } of payload.commands as { command: string; description: string }[]) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) this.#violate(`command ${command}`);
      if (description.length < 1 || description.length > 256) this.#violate(`description of ${command}`);
    }
    return success(true);
  }

  #sendMessage(payload: Json): Json {
    const chat = Number(payload.chat_id);
    if (this.blocked.has(chat)) return failure(403, 'Forbidden: bot was blocked by the user');
    const moved = this.moved.get(chat);
    if (moved !== undefined) {
      return failure(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: moved,
      });
    }
    const thread = payload.message_thread_id as number | undefined;
    if (thread !== undefined && !this.threads.has(thread)) {
      return failure(400, 'Bad Request: message thread not found');
    }
    const checked = this.#check(payload);
    if ('error' in checked) return checked.error;
    const parameters = payload.reply_parameters as { message_id: number } | undefined;
    const shown: Shown = {
      chat,
      message_id: this.#nextMessage++,
      ...checked,
      thread,
      answers: parameters?.message_id,
    };
    this.messages.push(shown);
    return success({ message_id: shown.message_id, date: 1, chat: { id: chat }, text: shown.text });
  }

  #editMessageText(payload: Json): Json {
    const shown = this.messages.find(
      (m) => m.chat === payload.chat_id && m.message_id === payload.message_id,
    );
    if (!shown) return failure(400, 'Bad Request: message to edit not found');
    const checked = this.#check(payload);
    if ('error' in checked) return checked.error;
    if (checked.html === shown.html && JSON.stringify(checked.buttons) === JSON.stringify(shown.buttons)) {
      return failure(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    }
    Object.assign(shown, checked);
    this.edits.push({ ...shown });
    return success({ message_id: shown.message_id, date: 1, chat: { id: shown.chat }, text: shown.text });
  }

  #answerCallbackQuery(payload: Json): Json {
    const id = String(payload.callback_query_id);
    const text = payload.text as string | undefined;
    if (text !== undefined && text.length > 200) this.#violate(`note of ${text.length} characters`);
    if (!this.#queries.delete(id)) {
      return failure(
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      );
    }
    this.acknowledged.push({ id, text, alert: payload.show_alert === true });
    return success(true);
  }

  /** Looks at what a person would see; what Telegram would refuse is refused. */
  #check(payload: Json): { text: string; html: string; buttons: Shown['buttons'] } | { error: Json } {
    const html = payload.text;
    if (typeof html !== 'string') {
      this.#violate('text is no string');
      return { error: failure(400, 'Bad Request: message text is empty') };
    }
    const parsed = payload.parse_mode === 'HTML' ? parseHtml(html) : { text: html, entities: 0 };
    if ('fault' in parsed) {
      this.#violate(`${parsed.fault} in ${html}`);
      return { error: failure(400, `Bad Request: can't parse entities: ${parsed.fault}`) };
    }
    const text = parsed.text.trim();
    if (text === '') return { error: failure(400, 'Bad Request: message text is empty') };
    if (text.length > 4096) {
      this.#violate(`message of ${text.length} characters`);
      return { error: failure(400, 'Bad Request: message is too long') };
    }
    if (parsed.entities > 100) this.#violate(`${parsed.entities} entities`);
    if (text !== text.normalize('NFC')) this.#violate(`not NFC: ${text}`);
    if (/undefined|\[object Object\]|\bNaN\b|\bnull\b/.test(text))
      this.#violate(`a program's word in: ${text}`);
    const preview = payload.link_preview_options as { is_disabled?: boolean } | undefined;
    if (preview?.is_disabled !== true) this.#violate('link preview not disabled');
    const keyboard = payload.reply_markup as
      | { inline_keyboard: { text: string; callback_data: string }[][] }
      | undefined;
    for (const button of keyboard?.inline_keyboard.flat() ?? []) {
      const bytes = Buffer.byteLength(button.callback_data ?? '');
      if (bytes < 1 || bytes > 64) this.#violate(`callback data of ${bytes} bytes`);
      if (!button.text?.trim()) this.#violate('button without a label');
      if (button.text !== button.text.normalize('NFC')) this.#violate(`label not NFC: ${button.text}`);
    }
    const buttons = (keyboard?.inline_keyboard ?? []).map((row) =>
      row.map((b) => ({ text: b.text, data: b.callback_data })),
    );
    return { text, html, buttons };
  }

  #violate(what: string): void {
    this.violations.push(what);
  }
}

const success = (result: unknown): Json => ({ ok: true, result });
const failure = (error_code: number, description: string, parameters?: Json): Json => ({
  ok: false,
  error_code,
  description,
  ...(parameters ? { parameters } : {}),
});

function reply(res: ServerResponse, answer: Json): void {
  if (res.destroyed) return;
  res.writeHead(answer.ok === true ? 200 : Number(answer.error_code), { 'content-type': 'application/json' });
  res.end(JSON.stringify(answer));
}

function misbehave(
  what: Fault['what'],
  req: IncomingMessage,
  res: ServerResponse,
  answer: Json | null,
): void {
  switch (what.kind) {
    case 'hang':
      return;
    case 'reset':
      req.socket.resetAndDestroy();
      return;
    case 'html':
      res.writeHead(200, { 'content-type': 'text/html' });
      res.end('<!doctype html><title>Đăng nhập mạng</title>');
      return;
    case 'cut': {
      const body = JSON.stringify(answer ?? success(true));
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      res.write(body.slice(0, Math.floor(body.length / 2)));
      setImmediate(() => req.socket.destroy());
      return;
    }
    case 'error':
      reply(res, failure(what.code, what.description, what.parameters));
      return;
    case 'delay':
  }
}

function someone(id: number): Json {
  return { id, is_bot: false, first_name: 'Người', language_code: 'vi' };
}

/** The entities Telegram itself finds: a leading command, mentions. */
function entitiesIn(text: string): Json[] {
  const found: Json[] = [];
  for (const m of text.matchAll(/(?<![\p{L}\p{N}_@/])(\/[A-Za-z0-9_]{1,32}(@\w+)?|@\w{3,32})/gu)) {
    found.push({
      type: m[0].startsWith('/') ? 'bot_command' : 'mention',
      offset: m.index,
      length: m[0].length,
    });
  }
  return found;
}

const TAGS = new Set([
  'b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'code', 'pre', 'a', 'span', 'tg-spoiler',
  'tg-emoji', 'tg-time', 'blockquote',
]); // biome-ignore format: a short list

/** Telegram's HTML: its tags, four named entities and numeric ones; anything else is a fault. */
export function parseHtml(html: string): { text: string; entities: number } | { fault: string } {
  const open: string[] = [];
  let text = '';
  let entities = 0;
  let rest = html;
  while (rest !== '') {
    const tag = /^<(\/?)([a-z-]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/.exec(rest);
    const entity = /^&(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);/i.exec(rest);
    if (tag) {
      const [whole, slash, name = '', attributes = ''] = tag;
      if (!TAGS.has(name)) return { fault: `unsupported start tag "${name}"` };
      if (slash) {
        if (open.pop() !== name) return { fault: `unmatched end tag "${name}"` };
      } else {
        if (name === 'a' && !/^\s+href="(https?|tg|mailto):[^"]+"$/.test(attributes))
          return { fault: `link ${attributes}` };
        open.push(name);
        entities += 1;
      }
      rest = rest.slice(whole.length);
    } else if (entity) {
      text += decode(entity[1]!);
      rest = rest.slice(entity[0].length);
    } else if (rest[0] === '<' || rest[0] === '&') {
      return { fault: `unescaped "${rest.slice(0, 10)}"` };
    } else {
      const plain = /^[^<&]+/.exec(rest)![0];
      text += plain;
      rest = rest.slice(plain.length);
    }
  }
  return open.length > 0 ? { fault: `unclosed tag "${open.at(-1)}"` } : { text, entities };
}

function decode(name: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  if (named[name.toLowerCase()]) return named[name.toLowerCase()]!;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return String.fromCodePoint(code);
}
