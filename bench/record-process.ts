import { Buffer } from 'node:buffer';
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { type RecordedCall, tenantOf } from './calls.ts';

/** Loaded before a program: writes down every request that it makes with undici, bundled or not, for `raw-process.ts`. */
type Made = {
  readonly request: {
    readonly method: string;
    readonly origin: string | URL;
    readonly path: string;
    readonly headers: readonly string[];
    readonly body?: unknown;
  };
};

const calls: RecordedCall[] = [];
const underWay = new Map<string, number>();
const count = (path: string, by: number): number => {
  const now = (underWay.get(tenantOf(path)) ?? 0) + by;
  underWay.set(tenantOf(path), now);
  return now;
};

subscribe('undici:request:create', (message) => {
  const { method, origin, path, headers, body } = (message as Made).request;
  const at = headers.findIndex((name) => name.toLowerCase() === 'authorization');
  calls.push({
    method,
    origin: String(origin),
    path,
    authorization: headers[at + 1] ?? '',
    ...(body instanceof Uint8Array ? { body: Buffer.from(body).toString() } : {}),
    alone: count(path, 1) === 1,
  });
});
for (const end of ['undici:request:trailers', 'undici:request:error']) {
  subscribe(end, (message) => count((message as Made).request.path, -1));
}
process.on('exit', () => writeFileSync(process.env.BENCH_CALLS ?? '', JSON.stringify(calls)));
