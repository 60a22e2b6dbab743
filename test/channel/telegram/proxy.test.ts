import { createServer } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { proxyAgent } from '../../../src/channel/telegram/index.js';
import { botApi, start } from './harness.js';

const open: (Server | ReturnType<typeof createServer> | Socket)[] = [];

afterEach(() => {
  for (const it of open.splice(0)) 'destroy' in it ? it.destroy() : it.close();
});

function join(a: Socket, b: Socket): void {
  open.push(a, b);
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
  }
}

async function listen(server: Server | ReturnType<typeof createServer>): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('through an HTTP proxy with a password', async () => {
  const api = await botApi();
  const seen: string[] = [];
  const proxy = createServer((_, res) => res.writeHead(400).end());
  proxy.on('connect', (req, socket, head) => {
    seen.push(`${req.url} ${req.headers['proxy-authorization']}`);
    const [host = '', port] = (req.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      join(socket as Socket, onward);
    });
  });
  const port = await listen(proxy);
  await start(api, { agent: proxyAgent(`http://user:p%40ss@127.0.0.1:${port}`) });
  api.say(1, 'qua proxy');
  await api.until(() => api.messages.length === 1);
  expect(seen[0]).toBe(`${new URL(api.root).host} Basic ${Buffer.from('user:p@ss').toString('base64')}`);
});

test('through a SOCKS5 proxy, which looks the name up itself', async () => {
  const api = await botApi();
  const seen: string[] = [];
  const proxy = createTcpServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const length = request[4]!;
        seen.push(`${request[3]} ${request.subarray(5, 5 + length).toString()}`);
        const onward = connect(request.readUInt16BE(5 + length), '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          join(socket, onward);
        });
      });
    });
  });
  const port = await listen(proxy);
  await start(api, {
    agent: proxyAgent(`socks5://127.0.0.1:${port}`),
    apiRoot: api.root.replace('127.0.0.1', 'bot-api.invalid'),
  });
  api.say(1, 'qua socks');
  await api.until(() => api.messages.length === 1);
  expect(seen[0]).toBe('3 bot-api.invalid');
});

test('a proxy that refuses is waited out', async () => {
  const api = await botApi();
  let refusals = 2;
  const proxy = createServer();
  proxy.on('connect', (req, socket) => {
    if (refusals-- > 0) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const [host = '', port] = (req.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      join(socket as Socket, onward);
    });
  });
  await start(api, { agent: proxyAgent(`http://127.0.0.1:${await listen(proxy)}`) });
  api.say(1, 'kiên trì');
  await api.until(() => api.messages.length === 1);
});
