import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LogEntry } from '../control/log.ts';
import type { EmulatedTenant, Key } from '../domain/tenant.ts';
import type { Fault } from '../faults/faults.ts';

/** What the stages of a request hand to one another. */
export type ApiEnv = {
  Bindings: HttpBindings;
  Variables: {
    tenant: EmulatedTenant;
    entry: LogEntry;
    path: string;
    text: string;
    fault: Fault | undefined;
    key: Key;
  };
};
export type ApiContext = Context<ApiEnv>;

const JSON_TYPE = 'application/json; charset=utf-8';

/** Makes an answer and notes it in the request log. */
export function answer(
  c: ApiContext,
  status: number,
  text: string | null,
  type = JSON_TYPE,
  headers: { readonly [name: string]: string } = {},
): Response {
  const entry = c.get('entry');
  entry.status = status;
  entry.response_bytes = text === null ? 0 : Buffer.byteLength(text);
  return new Response(text, { status, headers: text === null ? headers : { 'content-type': type, ...headers } });
}

/** Puts an answer in the place of the one a handler gave. */
export function replace(c: ApiContext, response: Response): void {
  // Hono merges headers into a response that is already set; emptying the place first keeps the new one as it is.
  c.res = undefined;
  c.res = response;
}

/** Breaks the connection without an answer. */
export function breakConnection(c: ApiContext): Response {
  c.get('entry').status = null;
  c.get('entry').response_bytes = 0;
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Waits, but no longer than the client does. */
export function waitFor(c: ApiContext, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const { socket } = c.env.incoming;
    const done = (): void => {
      clearTimeout(timer);
      socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (socket.destroyed) done();
    else socket.once('close', done);
  });
}
