import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { openTenant, type TenantClient, type TenantClientOptions } from '../../src/tenant/client.ts';
import { apiKey } from './api-key.ts';
import { instantClock } from './instant-clock.ts';

/** What a test needs of real sockets: servers it programs, and clients of them. Call it once per file, at the top. */
export function realServers() {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  return {
    /** Closed before the servers, in the opposite order of opening. */
    closeLater: (close: () => Promise<void>) => void closers.unshift(close),
    serve: async (listener: RequestListener): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const stop = async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      };
      closers.push(stop);
      const { port } = server.address() as AddressInfo;
      return { url: `http://127.0.0.1:${port}/tenant`, stop };
    },
    connect: (tenantUrl: string, options: Partial<TenantClientOptions> = {}): TenantClient => {
      const client = openTenant({
        tenantUrl,
        key: apiKey('canary-key-77'),
        clock: instantClock(),
        random: () => 0.5,
        ...options,
      });
      closers.unshift(() => client.close());
      return client;
    },
  };
}

export function json(res: ServerResponse, body: unknown): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
