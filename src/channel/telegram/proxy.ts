import type { Agent } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** The agent that goes through a proxy: http, https (CONNECT) or socks5. */
export function proxyAgent(url: string): Agent {
  // socks5h: the proxy looks the name up, which is what a closed network needs.
  if (/^socks/i.test(url)) {
    return new SocksProxyAgent(url.replace(/^socks5?:/i, 'socks5h:'), {
      keepAlive: true,
    }) as unknown as Agent;
  }
  return new HttpsProxyAgent(url, { keepAlive: true }) as unknown as Agent;
}
