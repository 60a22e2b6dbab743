import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Question } from '../../question/question.js';
import { strictHeaders } from './headers.js';
import { onlyOurNames } from './host.js';
import { loadPage } from './page.js';
import type { Buttons, Log, Talker } from './talker.js';
import { TEXTS } from './texts.js';
import { conversationKey } from './visitor.js';
import { toWire } from './wire.js';

const MOST_BYTES = 64 * 1024;

export interface WebWorld {
  readonly host: string;
  readonly talker: Talker;
  readonly buttons: Buttons;
  readonly log: Log;
  readonly suggestions: readonly string[];
}

/** The page and its two questions: a sentence, or a button's key. */
export function createApp({ host, talker, buttons, log, suggestions }: WebWorld): Hono {
  const app = new Hono();
  const page = loadPage(suggestions);

  app.use(strictHeaders());
  app.use(onlyOurNames(host));

  app.use('/api/*', neverStored);
  app.use('/api/*', onlyJson);
  app.use(
    '/api/*',
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ error: TEXTS.tooLarge }, 413) }),
  );

  app.post('/api/ask', async (c) => {
    const body = await readObject(c);
    if (!body) return c.json({ error: TEXTS.badJson }, 400);
    if (typeof body.text !== 'string' || body.text.trim() === '') {
      return c.json({ error: TEXTS.noText }, 400);
    }
    return c.json(toWire(talker.say(conversationKey(c), body.text), buttons));
  });

  app.post('/api/press', async (c) => {
    const body = await readObject(c);
    if (!body) return c.json({ error: TEXTS.badJson }, 400);
    if (typeof body.key !== 'string' || body.key === '') return c.json({ error: TEXTS.noKey }, 400);
    const question = buttons.find(body.key);
    if (!question) return c.json({ error: TEXTS.oldButton }, 404);
    return c.json(toWire(talker.press(conversationKey(c), question as Question), buttons));
  });

  app.get('*', (c) => {
    const file = page.get(c.req.path);
    if (!file) return c.text(TEXTS.notFound, 404);
    c.header('ETag', file.etag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });

  app.notFound((c) => c.json({ error: TEXTS.notFound }, 404));
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, 'the web page could not answer');
    return c.json({ error: TEXTS.fault }, 500);
  });
  return app;
}

/** A form of another site can send text, but not JSON without asking first (CSRF). */
const onlyJson: MiddlewareHandler = async (c, next) => {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (c.req.method === 'POST' && type !== 'application/json') return c.json({ error: TEXTS.notJson }, 415);
  return next();
};

const neverStored: MiddlewareHandler = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  return next();
};

async function readObject(c: Context): Promise<Record<string, unknown> | null> {
  const text = await c.req.text();
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
