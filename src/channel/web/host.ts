import type { MiddlewareHandler } from 'hono';
import { TEXTS } from './texts.js';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a listening address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** An address as it stands in a URL: IPv6 between brackets. */
export function inUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/**
 * Turns away requests under a foreign name (DNS rebinding): a page of another site whose name was
 * pointed at this machine. Needed only on loopback; elsewhere the names are not ours to know.
 */
export function onlyOurNames(host: string): MiddlewareHandler {
  const allowed = isLoopback(host) ? new Set([...LOCAL_NAMES, inUrl(host).toLowerCase()]) : null;
  return async (c, next) => {
    const name = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    if (allowed && !allowed.has(name)) return c.json({ error: TEXTS.wrongHost }, 403);
    return next();
  };
}
