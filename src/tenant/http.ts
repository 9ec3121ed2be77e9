import type { Dispatcher } from 'undici';
import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';
import { connectionFailure } from '../network/connection-failure.ts';
import { BodyBytes } from './body-bytes.ts';
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
export function exchange(wanted: HttpRequest, dispatcher: Dispatcher): Promise<HttpReply> {
  const { url, method, headers, body, timeoutMs, bodyDeadlineMs, signal } = wanted;
  if (signal?.aborted) return Promise.resolve(ABORTED);
  const { promise, resolve, reject } = Promise.withResolvers<HttpReply>();
  const handler = new ExchangeHandler(wanted, resolve, reject);
  const abort = (): void => handler.end(ABORTED);
  signal?.addEventListener('abort', abort);
  // The bound of the whole, whatever trickles: a request that is not taken, headers, interim answers, a body.
  const whole = setTimeout(() => handler.end(TIMEOUT), timeoutMs + bodyDeadlineMs);
  dispatcher.dispatch(
    {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      body: body ?? null,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    },
    handler,
  );
  return promise.finally(() => {
    clearTimeout(whole);
    signal?.removeEventListener('abort', abort);
  });
}

const ABORTED: HttpReply = { kind: 'broken', how: 'aborted', code: '' };
const TIMEOUT: HttpReply = { kind: 'broken', how: 'timeout', code: '' };
const TOO_LARGE: HttpReply = { kind: 'broken', how: 'too_large', code: '' };

type Head = Omit<Extract<HttpReply, { readonly kind: 'answer' }>, 'kind' | 'body'>;

/** Takes the answer as it comes from the wire: a stream for each would cost more than all the rest of a call. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #wanted: HttpRequest;
  readonly #resolve: (reply: HttpReply) => void;
  readonly #reject: (bug: unknown) => void;
  readonly #started = performance.now();
  readonly #body = new BodyBytes();
  #controller: Dispatcher.DispatchController | undefined;
  #head: Head | undefined;
  #deadline = Number.POSITIVE_INFINITY;
  #ended = false;

  constructor(wanted: HttpRequest, resolve: (reply: HttpReply) => void, reject: (bug: unknown) => void) {
    this.#wanted = wanted;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** The first end counts; what is still under way is broken off. */
  end(reply: HttpReply): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#resolve(reply);
    this.#controller?.abort(new Error('no longer wanted'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(new Error('no longer wanted'));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    const retryAfter = headers['retry-after'];
    this.#head = {
      status,
      retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
      readAt: readTime(headers.date, performance.now() - this.#started),
    };
    this.#deadline = performance.now() + this.#wanted.bodyDeadlineMs;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#ended || this.#head === undefined) return;
    const isLate = performance.now() > this.#deadline;
    if (isGood(this.#head)) {
      if (this.#body.length + chunk.byteLength > this.#wanted.maxBodyBytes) this.end(TOO_LARGE);
      else if (isLate) this.end(TIMEOUT);
      else this.#body.add(chunk);
      return;
    }
    this.#body.add(chunk);
    if (this.#body.length > ERROR_BODY_BYTES || isLate) this.end(this.#answer(this.#head));
  }

  onResponseEnd(): void {
    // It ended by itself: there is nothing to break off.
    this.#controller = undefined;
    const head = this.#head;
    // The library takes a connection back one turn of the event loop later: whoever asks on before that opens another one.
    if (head !== undefined) queueMicrotask(() => setImmediate(() => this.end(this.#answer(head))));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#controller = undefined;
    // The status is already known, so the body of a refusal that breaks off changes nothing.
    const refused = this.#head !== undefined && !isGood(this.#head) ? this.#head : undefined;
    const reply = refused === undefined ? classify(error) : this.#answer(refused);
    if (reply === undefined) this.#reject(error);
    else this.end(reply);
  }

  #answer(head: Head): HttpReply {
    return { kind: 'answer', ...head, body: this.#body.bytes() };
  }
}

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

function isGood({ status }: Head): boolean {
  return status >= 200 && status <= 299;
}

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** We built the request wrongly, or used a closed client: a bug, not a failure of the tenant. */
const OURS = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_INVALID_RETURN_VALUE', 'UND_ERR_CLOSED']);

/** Undefined for what is no failure of the tenant or of the way to it. */
function classify(error: unknown): HttpReply | undefined {
  const failure = connectionFailure(error);
  if (failure !== undefined) return { kind: 'no_connection', failure };
  const code = codeOf(error);
  if (!/^[A-Z][A-Z0-9_]+$/.test(code) || OURS.has(code)) return undefined;
  return { kind: 'broken', how: TIMEOUTS.has(code) ? 'timeout' : 'broke', code };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
