import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const FOLDER = new URL('./page/', import.meta.url);
const MARK = '<!-- suggestions -->';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the page, held in memory. */
export interface PageFile {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

/** Reads the page's files once, by the path they are served under; the suggestions are set into the page. */
export function loadPage(suggestions: readonly string[]): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const body = name === 'index.html' ? text.replace(MARK, () => suggestions.map(chip).join('')) : text;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    files.set(name === 'index.html' ? '/' : `/${name}`, { body, type, etag });
  }
  return files;
}

function chip(sentence: string): string {
  return `<li><button type="button" class="chip">${escapeHtml(sentence)}</button></li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
