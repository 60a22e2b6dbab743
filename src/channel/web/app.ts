import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Question } from '../../question/question.js';
import { serveDownloads } from './downloads.js';
import { chartOf, handOver } from './handover.js';
import { strictHeaders } from './headers.js';
import { onlyOurNames } from './host.js';
import { loadPage } from './page.js';
import type { Buttons, Drawing, Form, Log, Said, Talker } from './talker.js';
import { TEXTS } from './texts.js';
import { conversationKey, forgetConversation, newConversation } from './visitor.js';
import { keyOf, toWire, type WireReply } from './wire.js';

const MOST_BYTES = 64 * 1024;
/** Longer than any key that was given out. */
const LONGEST_KEY = 64;
const FORMS: readonly Form[] = ['chart', 'workbook', 'csv'];

export interface WebWorld {
  readonly host: string;
  readonly talker: Talker;
  readonly buttons: Buttons;
  readonly studio: Drawing;
  readonly log: Log;
  readonly suggestions: readonly string[];
}

/** The page, its two questions (a sentence, or a button's key), and an answer's picture and files. */
export function createApp(world: WebWorld): Hono {
  const { host, talker, buttons, studio, log, suggestions } = world;
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

  const answer = async (said: Said, typed: string | null, wanted: Form | null): Promise<WireReply> => {
    const form = said.form ?? wanted;
    const handed = await handOver(said, form, keyOf(said, buttons), world);
    return toWire(said, typed, { ...handed, form }, world);
  };

  app.post('/api/ask', async (c) => {
    const body = await readObject(c);
    if (!body) return c.json({ error: TEXTS.badJson }, 400);
    const { text, form = null, fresh = false } = body;
    if (typeof text !== 'string' || text.trim() === '') return c.json({ error: TEXTS.noText }, 400);
    if (!isForm(form)) return c.json({ error: TEXTS.badForm }, 400);
    const key = fresh === true ? newConversation(c) : conversationKey(c);
    return c.json(await answer(talker.say(key, text), text, form));
  });

  app.post('/api/press', async (c) => {
    const body = await readObject(c);
    if (!body) return c.json({ error: TEXTS.badJson }, 400);
    const { key, form = null } = body;
    if (typeof key !== 'string' || key === '') return c.json({ error: TEXTS.noKey }, 400);
    if (!isForm(form)) return c.json({ error: TEXTS.badForm }, 400);
    const question = key.length <= LONGEST_KEY ? buttons.find(key) : null;
    if (!question) return c.json({ error: TEXTS.oldButton }, 404);
    return c.json(await answer(talker.press(conversationKey(c), question as Question), null, form));
  });

  // The picture of an answer that is on the page already: no word of the conversation.
  app.post('/api/chart', async (c) => {
    const body = await readObject(c);
    if (!body) return c.json({ error: TEXTS.badJson }, 400);
    const { key } = body;
    if (typeof key !== 'string' || key === '') return c.json({ error: TEXTS.noKey }, 400);
    const question = key.length <= LONGEST_KEY ? buttons.find(key) : null;
    if (!question) return c.json({ error: TEXTS.oldButton }, 404);
    const chart = await chartOf(question as Question, key, studio);
    return chart ? c.json(chart) : c.json({ error: TEXTS.noChart }, 422);
  });

  app.post('/api/forget', (c) => {
    forgetConversation(c);
    return c.json({});
  });

  serveDownloads(app, world);

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
    c.header('Cache-Control', 'no-store');
    return c.json({ error: TEXTS.fault }, 500);
  });
  return app;
}

const isForm = (form: unknown): form is Form | null => form === null || FORMS.includes(form as Form);

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
