import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'telegraf/types';
import type { Log } from './ports.js';

/** More than any update holds; Telegram's are a few kilobytes. */
const LONGEST_BODY = 1024 * 1024;
/** A post that takes longer is cut; Telegram repeats it. */
const SLOWEST_MS = 15_000;
/** How long posts under way may take to end after `close`. */
const GRACE_MS = 2_000;

export interface WebhookServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The only path that is answered, such as `/telegram`. */
  readonly path: string;
  readonly secret: string;
  readonly log: Log;
  /** Commits the update; the 200 is given only after it returned. */
  receive(update: Update): void;
}

export interface WebhookServer {
  readonly port: number;
  /** Takes no further post; resolves when those under way have ended. */
  close(): Promise<void>;
}

/**
 * Waits for Telegram's posts. Answers: 200 committed, 400 no update, 401 not Telegram (the secret is missing or wrong),
 * 404 another path, 405 no POST, 413 too long, 500 not committed, so that Telegram repeats it.
 */
export async function serveWebhook(options: WebhookServerOptions): Promise<WebhookServer> {
  const { host, port, log } = options;
  const known = isSecret(options.secret);
  const open = () => server.listening;
  const server = createServer({ requestTimeout: SLOWEST_MS, headersTimeout: SLOWEST_MS }, (req, res) => {
    serve(req, res, { ...options, known, open }).catch((err: unknown) => {
      // The line broke: nobody is there to be answered.
      log.debug({ err }, 'a webhook post broke off');
      res.destroy();
    });
  });
  server.listen(port, host.replace(/^\[|\]$/g, ''));
  try {
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    throw new Error(whyNot(code, host, port), { cause });
  }
  server.on('error', (err) => log.error({ err }, 'the webhook server failed'));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  options: WebhookServerOptions & {
    readonly known: (secret: string) => boolean;
    readonly open: () => boolean;
  },
): Promise<void> {
  const { path, log, receive, known } = options;
  // Whoever is turned away is not listened to: the body stays unread, the connection ends.
  const turnAway = (code: number, more: Record<string, string> = {}) => {
    res.writeHead(code, { connection: 'close', ...more }).end();
  };
  if ((req.url ?? '').split('?')[0] !== path) return turnAway(404);
  if (req.method !== 'POST') return turnAway(405, { allow: 'POST' });
  const secret = req.headers['x-telegram-bot-api-secret-token'];
  if (typeof secret !== 'string' || !known(secret)) {
    log.warn({}, 'a webhook post without the right secret was refused');
    return turnAway(401);
  }
  const body = await bodyOf(req);
  if (body === null) return turnAway(413);
  const update = updateIn(body);
  if (update === null) return turnAway(400);
  // While closing, a connection kept open would hold everything up.
  if (!options.open()) res.setHeader('connection', 'close');
  try {
    receive(update);
  } catch (err) {
    log.error({ update: update.update_id, err }, 'update not committed: Telegram repeats it');
    res.writeHead(500).end();
    return;
  }
  res.writeHead(200).end();
}

/** Null when it is too long. */
async function bodyOf(req: IncomingMessage): Promise<string | null> {
  if (Number(req.headers['content-length'] ?? 0) > LONGEST_BODY) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function updateIn(body: string): Update | null {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? update : null;
  } catch {
    return null;
  }
}

/** Compares digests, so that neither the time taken nor the length tells anything. */
function isSecret(secret: string): (other: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const ours = digest(secret);
  return (other) => timingSafeEqual(ours, digest(other));
}

function whyNot(code: unknown, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Không nhận được webhook: cổng ${port} đang có chương trình khác dùng. Hãy đặt TELEGRAM_WEBHOOK_PORT là một cổng còn trống rồi chạy lại.`;
  if (code === 'EACCES')
    return `Không nhận được webhook: không có quyền dùng cổng ${port}. Hãy đặt TELEGRAM_WEBHOOK_PORT từ 1024 trở lên rồi chạy lại.`;
  return `Không nhận được webhook ở ${host}, cổng ${port}. Hãy xem lại WEB_HOST và TELEGRAM_WEBHOOK_PORT rồi chạy lại.`;
}
