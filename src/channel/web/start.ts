import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, type WebWorld } from './app.js';
import { inUrl } from './host.js';

const GRACE_MS = 2_000;

export interface WebOptions extends WebWorld {
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Web {
  /** Where a browser on this machine opens the page. */
  readonly url: string;
  /** Lets the requests under way finish, then closes. */
  stop(): Promise<void>;
}

/** Opens the web page. Fails with a sentence that says what to do when the address cannot be taken. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { port, host, log } = options;
  const server = createAdaptorServer({ fetch: createApp(options).fetch });
  server.listen(port, host.replace(/^\[|\]$/g, ''));
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(whyNot(error, host, port), { cause: error });
  }
  server.on('error', (err) => log.error({ err }, 'the web server failed'));
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : inUrl(host);
  const url = `http://${shown}:${(server.address() as AddressInfo).port}/`;
  log.info({ url }, 'the web page is open');

  let stopped: Promise<void> | null = null;
  const stop = () =>
    new Promise<void>((resolve) => {
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  return {
    url,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `Không mở được trang web: cổng ${port} đang có chương trình khác dùng. Hãy đặt WEB_PORT là một cổng còn trống, ví dụ WEB_PORT=${port < 65_535 ? port + 1 : 8081}, rồi chạy lại.`;
  }
  if (code === 'EACCES') {
    return `Không mở được trang web: không có quyền dùng cổng ${port}. Hãy đặt WEB_PORT từ 1024 trở lên, ví dụ WEB_PORT=8080, rồi chạy lại.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `Không mở được trang web: máy này không có địa chỉ ${host}. Hãy sửa WEB_HOST (thường là 127.0.0.1) rồi chạy lại.`;
  }
  return `Không mở được trang web ở ${host}, cổng ${port}. Hãy xem lại WEB_HOST và WEB_PORT rồi chạy lại.`;
}
