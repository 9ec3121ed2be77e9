import type { buildConnector, Dispatcher } from 'undici';
import { type Proxies, proxyFor } from './proxies.ts';
import { Agent, EnvHttpProxyAgent, Pool } from './undici-parts.ts';

export type ConnectionLimits = {
  readonly connectMs: number;
  /** At most so many side by side; as many as there are requests unless told. */
  readonly connections?: number;
};

/** Connections to one server, through the proxy that the environment names for it. */
export function openConnections(url: URL, proxies: Proxies, { connectMs, connections }: ConnectionLimits): Dispatcher {
  // One exchange per connection at a time: with streams, `connections` would not bound what is in flight.
  const limits = { pipelining: 1, allowH2: false, ...(connections === undefined ? {} : { connections }) };
  const proxy = proxyFor(proxies, url);
  if (proxy === undefined) return new Agent({ ...limits, connect: { timeout: connectMs } });
  if (proxy.address === undefined) return new Agent({ ...limits, connect: refusingFor(proxy.variable) });
  return new EnvHttpProxyAgent({
    ...limits,
    connectTimeout: connectMs,
    // Given here, empty or not: the library would read the environment itself.
    httpProxy: proxy.address,
    httpsProxy: proxy.address,
    noProxy: proxies.except,
    // A proxy that takes a connection and then says nothing would hold us for five minutes.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: connectMs * 2 }),
  });
}

/** No connection was tried: the environment names a proxy in a way that nobody can follow. */
export class UnusableProxyError extends Error {
  readonly code = 'UNUSABLE_PROXY';
  readonly variable: string;

  constructor(variable: string) {
    super(`the variable ${variable} names no proxy`);
    this.variable = variable;
  }
}

function refusingFor(variable: string): buildConnector.connector {
  return (_, answer) => answer(new UnusableProxyError(variable), null);
}
