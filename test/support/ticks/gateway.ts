import { Agent, createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A story on its way to a tenant, in one of its versions. */
export type Push = { readonly tenant: string; readonly story: string; readonly version: number };

/** What becomes of it: done; refused, and not done; done, and its answer lost. */
export type Fate = 'done' | 'refused' | 'unanswered';

/** One request, with the order in which requests began and ended as the tenants saw it. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly tenant: string;
  readonly push: Push | undefined;
  readonly began: number;
  ended: number;
  /** The tenant did what it was asked for, whatever became of the answer. */
  done: boolean;
};

export type Gateway = {
  readonly url: string;
  /** All requests since the last call, once nobody is connected any more: what was sent arrives, whoever died meanwhile. */
  take(): Promise<readonly Request[]>;
  close(): Promise<void>;
};

/** The story and its version as the bodies of imports have them. */
const MARK = /"https:\/\/([a-z]+)\.example\/v(\d+)"/;

export const addressOf = (story: string, version: number): string => `https://${story}.example/v${version}`;

/** A door in front of all tenants: it sees which story goes where, and decides how that ends. */
export async function openGateway(behind: string, fateOf: (push: Push) => Fate): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  const seen: Request[] = [];
  let moments = 0;
  let visits = 0;
  let quiet = (): void => {};
  const leave = (): void => {
    visits -= 1;
    if (visits === 0) quiet();
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(incoming);
    const { method = '', url = '' } = incoming;
    const [, tenant = '', path = ''] = /^\/([^/]+)\/api\/v1(\/[^?]*)/.exec(url) ?? [];
    const [, story = '', version] = (method === 'POST' && path === '/stories/import' && MARK.exec(body)) || [];
    const push = version === undefined ? undefined : { tenant, story, version: Number(version) };
    moments += 1;
    const request: Request = { method, path, tenant, push, began: moments, ended: 0, done: false };
    seen.push(request);
    const fate = push ? fateOf(push) : 'done';
    const answer = fate === 'refused' ? REFUSAL : await passOn(new URL(url, behind), incoming, body, agent);
    moments += 1;
    request.ended = moments;
    request.done = answer.status < 300;
    if (fate === 'unanswered') incoming.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  };

  const server = createServer((incoming, response) => {
    visits += 1;
    serve(incoming, response)
      // Whoever asked is gone.
      .catch(() => incoming.socket.destroy())
      .finally(leave);
  });
  server.on('connection', (socket) => {
    visits += 1;
    socket.once('close', leave);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: async () => {
      if (visits > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        quiet = resolve;
        await promise;
      }
      return seen.splice(0);
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Answer = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
};

const REFUSAL: Answer = {
  status: 422,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errors: [{ message: 'is not for today' }] }),
};

function passOn(url: URL, { method = '', headers }: IncomingMessage, body: string, agent: Agent): Promise<Answer> {
  const { connection: _, host: __, 'transfer-encoding': ___, ...kept } = headers;
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const asked = forward(url, { method, agent, headers: { ...kept, ...length } }, (reply) => {
      const told = ['content-type', 'date', 'retry-after'].flatMap((name) => {
        const value = reply.headers[name];
        return typeof value === 'string' ? [[name, value] as const] : [];
      });
      textOf(reply).then(
        (text) => resolve({ status: reply.statusCode ?? 0, headers: Object.fromEntries(told), body: text }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
