import { type Dispatcher, request } from 'undici';
import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';
import { connectionFailure } from '../network/connection-failure.ts';
import { readTime } from './edit-stamp.ts';

export type HttpRequest = {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: { readonly [name: string]: string };
  readonly body?: Uint8Array;
  readonly timeoutMs: number;
  readonly bodyDeadlineMs: number;
  readonly maxBodyBytes: number;
  /** Ends the request at once; given for reads only, because a write that was sent is better waited for. */
  readonly signal?: AbortSignal;
};

/** How one exchange ended. It never holds an error object: those can carry addresses and headers. */
export type HttpReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** When the tenant looked, by its own clock; absent where it does not say. */
      readonly readAt: number | undefined;
      readonly body: Uint8Array;
    }
  /** Nothing was sent. */
  | { readonly kind: 'no_connection'; readonly failure: ConnectionFailure }
  /** The request may have been carried out. */
  | { readonly kind: 'broken'; readonly how: BreakKind; readonly code: string };

export type BreakKind = 'broke' | 'timeout' | 'too_large' | 'aborted';

/** Error bodies are read for a few known phrases only. */
const ERROR_BODY_BYTES = 64 * 1024;

/** One exchange, one attempt. Redirects are not followed. */
export async function exchange(wanted: HttpRequest, dispatcher: Dispatcher): Promise<HttpReply> {
  const started = performance.now();
  // The bound of the whole, whatever trickles: a request that is not taken, headers, interim answers, a body.
  const whole = AbortSignal.timeout(wanted.timeoutMs + wanted.bodyDeadlineMs);
  const signal = wanted.signal === undefined ? whole : AbortSignal.any([wanted.signal, whole]);
  try {
    const { statusCode, headers, body } = await request(wanted.url, {
      dispatcher,
      method: wanted.method,
      headers: wanted.headers,
      body: wanted.body ?? null,
      headersTimeout: wanted.timeoutMs,
      bodyTimeout: wanted.timeoutMs,
      signal,
    });
    const retryAfter = headers['retry-after'];
    const answer = {
      kind: 'answer',
      status: statusCode,
      retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
      readAt: readTime(headers.date, performance.now() - started),
    } as const;
    if (statusCode < 200 || statusCode > 299) return { ...answer, body: await readStart(body, wanted) };
    const whole = await readWhole(body, wanted);
    return whole instanceof Uint8Array ? { ...answer, body: whole } : whole;
  } catch (error) {
    return whole.aborted && !wanted.signal?.aborted
      ? { kind: 'broken', how: 'timeout', code: '' }
      : classify(error, wanted.signal);
  }
}

async function readWhole(body: AsyncIterable<Uint8Array>, wanted: HttpRequest): Promise<Uint8Array | HttpReply> {
  const deadline = performance.now() + wanted.bodyDeadlineMs;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > wanted.maxBodyBytes) return { kind: 'broken', how: 'too_large', code: '' };
    if (performance.now() > deadline) return { kind: 'broken', how: 'timeout', code: '' };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The status is already known, so a body that breaks off changes nothing. */
async function readStart(body: AsyncIterable<Uint8Array>, { bodyDeadlineMs }: HttpRequest): Promise<Uint8Array> {
  const deadline = performance.now() + bodyDeadlineMs;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > ERROR_BODY_BYTES || performance.now() > deadline) break;
    }
  } catch {
    // Keep what came.
  }
  return Buffer.concat(chunks);
}

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** We built the request wrongly, or used a closed client: a bug, not a failure of the tenant. */
const OURS = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_INVALID_RETURN_VALUE', 'UND_ERR_CLOSED']);

function classify(error: unknown, signal: AbortSignal | undefined): HttpReply {
  if (signal?.aborted) return { kind: 'broken', how: 'aborted', code: '' };
  const failure = connectionFailure(error);
  if (failure !== undefined) return { kind: 'no_connection', failure };
  const code = codeOf(error);
  if (!/^[A-Z][A-Z0-9_]+$/.test(code) || OURS.has(code)) throw error;
  return { kind: 'broken', how: TIMEOUTS.has(code) ? 'timeout' : 'broke', code };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
