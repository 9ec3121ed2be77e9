import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { JsonObject } from '../../src/json/value.ts';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What the server does with a message: answers with a status, or with one of the ways in which there is no answer. */
export type Behaviour = number | 'cut' | 'silent' | 'endless body';

export type WebhookServer = AsyncDisposable & {
  readonly url: string;
  readonly received: readonly Received[];
  /** The same, read. */
  readonly messages: readonly JsonObject[];
  /** Bytes of bodies without an end that were taken. */
  readonly poured: number;
  /** For the next messages, in turn; then 200 again. */
  behave(...next: readonly Behaviour[]): void;
  close(): Promise<void>;
};

const PIECE = 'x'.repeat(65_536);
const PATH = '/webhook/0123456789abcdef/the-secret-of-the-webhook';

/** Somebody who is told, on this machine. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const received: Received[] = [];
  const next: Behaviour[] = [];
  let poured = 0;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, path: url, headers, body });
      const behaviour = next.shift() ?? 200;
      if (behaviour === 'cut') request.socket.destroy();
      else if (behaviour === 'endless body') {
        response.writeHead(200);
        const pour = (): void => {
          poured += PIECE.length;
          if (!response.destroyed) response.write(PIECE, pour);
        };
        pour();
      } else if (typeof behaviour === 'number') {
        const elsewhere = behaviour >= 300 && behaviour <= 399 ? { location: '/elsewhere' } : {};
        response.writeHead(behaviour, elsewhere).end('a word of the server');
      }
    });
  });
  server.on('connection', (socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    received,
    get messages() {
      return received.map(({ body }) => JSON.parse(body) as JsonObject);
    },
    get poured() {
      return poured;
    },
    behave: (...behaviours) => void next.push(...behaviours),
    close,
    [Symbol.asyncDispose]: close,
  };
}
