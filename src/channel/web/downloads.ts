import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { Question } from '../../question/question.js';
import type { Buttons, Drawing, Log } from './talker.js';
import { TEXTS } from './texts.js';

/** What `buttons` gives out, and no more. */
const KEY = '[A-Za-z0-9_-]{1,64}';

export interface Shelf {
  readonly studio: Drawing;
  readonly buttons: Buttons;
  readonly log: Log;
}

/**
 * Pictures and files by the key of their question: `/chart/KEY.svg`, `/chart/KEY.narrow.svg` (for phones), `/chart/KEY.png`,
 * `/file/KEY.xlsx`, `/file/KEY.csv`.
 * Plain addresses, so that a browser shows, keeps and shares them as it does any other.
 */
export function serveDownloads(app: Hono, shelf: Shelf): void {
  app.get(`/chart/:name{${KEY}\\.(?:svg|narrow\\.svg|png)}`, (c) => picture(c, shelf));
  app.get(`/file/:name{${KEY}\\.(?:xlsx|csv)}`, (c) => file(c, shelf));
}

async function picture(c: Context, { studio, buttons, log }: Shelf): Promise<Response> {
  const { question, ending, narrow } = wanted(c, buttons);
  if (!question) return c.text(TEXTS.oldFile, 404);
  const drawn = await studio.chart(question, { narrow });
  if (!drawn) return c.text(TEXTS.noChart, 404);
  const etag = `"${createHash('sha256').update(`${drawn.key}.${ending}`).digest('base64url').slice(0, 20)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  // Seen before: nothing is drawn.
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  named(c, 'inline', `${drawn.fileName}.${ending}`);
  if (ending === 'svg')
    return c.body(drawn.lettered(), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
  try {
    return c.body(await bytesOf(drawn.png()), 200, { 'Content-Type': 'image/png' });
  } catch (err) {
    // The drawing process has too much to do, or lost this picture: either way it may be asked again.
    log.warn({ err }, 'a picture was not drawn');
    c.header('ETag', undefined);
    c.header('Content-Disposition', undefined);
    c.header('Cache-Control', 'no-store');
    c.header('Retry-After', '30');
    return c.text(TEXTS.busy, 503);
  }
}

async function file(c: Context, { studio, buttons }: Shelf): Promise<Response> {
  const { question, ending } = wanted(c, buttons);
  c.header('Cache-Control', 'no-store');
  if (!question) return c.text(TEXTS.oldFile, 404);
  const saved = await studio.file(question, ending === 'csv' ? 'csv' : 'workbook');
  if (!saved) return c.text(TEXTS.noFile, 404);
  named(c, 'attachment', saved.fileName);
  return c.body(await bytesOf(saved.bytes), 200, { 'Content-Type': saved.mime });
}

function wanted(c: Context, buttons: Buttons) {
  const [key = '', ...endings] = (c.req.param('name') ?? '').split('.');
  return {
    question: buttons.find(key) as Question | null,
    ending: endings.at(-1) ?? '',
    narrow: endings.length > 1,
  };
}

/** RFC 6266: the true name in UTF-8, and one of plain letters for whoever cannot read that. */
function named(c: Context, how: 'inline' | 'attachment', name: string): void {
  const ending = name.slice(name.lastIndexOf('.'));
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (s) => `%${s.charCodeAt(0).toString(16)}`);
  c.header('Content-Disposition', `${how}; filename="so-lieu${ending}"; filename*=UTF-8''${utf8}`);
}

/** A copy of its own: what comes out of a pool is not handed to the network. */
const bytesOf = async (bytes: Uint8Array | Promise<Uint8Array>) => new Uint8Array(await bytes);
