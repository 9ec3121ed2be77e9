import type { Dispatcher } from 'undici';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Clock } from '../model/clock.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { Family } from '../model/tenant/budget.ts';
import { type Asked, breakFailure, failure, looksLikeHtml, statusFailure, withoutConnection } from './failure.ts';
import { exchange, type HttpReply } from './http.ts';
import type { TenantLimits } from './limits.ts';
import type { Answer, RequestRecord } from './port.ts';
import { type RateLimiter, STOPPED } from './rate-limiter.ts';
import type { ReadTime, TimedRequest } from './read-time.ts';
import { decideRetry, parseRetryAfter, type Trouble, waitWhenLimited } from './retry.ts';

/** One call of the API, before host and key are known. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, such as `/stories/301/export`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | number | boolean };
  readonly body?: unknown;
  readonly family?: Family;
  /** Export and import take long for large stories. */
  readonly slow?: boolean;
};

/** Reads a body of a 2xx answer; the error says in our words what is wrong with it. `readAt`: see http.ts. */
export type BodyReader<T> = (text: string, readAt: number | undefined) => Result<T, string>;

/** Carries calls out: queues, attempts, and the mapping of what can go wrong. */
export interface Caller {
  send<T>(call: Call, read: BodyReader<T>): Answer<T>;
}

export type CallerParts = {
  readonly address: (call: Call) => URL;
  /** Host, port and path prefix, for those who watch. */
  readonly host: string;
  readonly headers: { readonly [name: string]: string };
  readonly dispatcher: Dispatcher;
  /** The variable of the environment that may name a proxy for this tenant. */
  readonly proxy: string | undefined;
  /** Shared by all clients of the address. */
  readonly limiter: RateLimiter;
  readonly limits: TenantLimits;
  readonly clock: Clock;
  /** At least 0, less than 1. */
  readonly random: () => number;
  readonly signal: AbortSignal | undefined;
  /** Set where a destination is read, whose time is limited. */
  readonly time?: ReadTime;
  readonly onRequest: ((record: RequestRecord) => void) | undefined;
};

export function createCaller(parts: CallerParts): Caller {
  return { send: (call, read) => sendInTime(parts, call, read) };
}

async function sendInTime<T>(parts: CallerParts, call: Call, read: BodyReader<T>): Answer<T> {
  const { time, clock } = parts;
  if (time === undefined) return send(parts, call, read);
  const request = `${call.method} ${call.path}`;
  const since = clock.elapsed();
  const timed = time.begin(request);
  const answer = await send(parts, call, read, timed).finally(timed.end);
  const cut = !answer.ok && answer.error.kind === 'aborted' && time.isOver;
  return cut ? fail({ kind: 'too_slow', request, evidence: time.evidence(since), effect: 'none' }) : answer;
}

async function send<T>(parts: CallerParts, call: Call, read: BodyReader<T>, timed?: TimedRequest): Answer<T> {
  const { limits, clock, limiter, signal } = parts;
  const family = call.family ?? 'default';
  const asked: Asked = { request: `${call.method} ${call.path}`, write: call.method !== 'GET' };
  const body = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
  for (let attempt = 1; ; attempt++) {
    const spent = parts.time?.count();
    if (spent !== undefined) return fail(failure(asked, 'not_asked', spent, 'none'));
    timed?.queue();
    let sentAt = 0;
    const reply = await limiter.run(family, signal, () => {
      timed?.ask();
      sentAt = clock.elapsed();
      return once(parts, call, body, attempt);
    });
    // Also where an earlier attempt met trouble: it provably did nothing, and what ended the call is the stop.
    if (reply === STOPPED) return fail(failure(asked, 'aborted', { seen: 'never_sent' }, 'none'));
    const isLimited = reply.kind === 'answer' && reply.status === 429;
    if (reply.kind === 'answer' && !isLimited) limiter.answered();
    if (reply.kind === 'answer' && reply.status >= 200 && reply.status < 300) return readBody(asked, reply, read);

    const trouble = troubleOf(reply, clock.now().getTime());
    const random = parts.random();
    if (isLimited && trouble.kind === 'status') {
      const waitMs = waitWhenLimited({ attempt, random, retryAfterMs: trouble.retryAfterMs }, limits);
      limiter.slowDown(family, { sentAt, waitMs });
    }
    const limitedForMs = limiter.limitedFor();
    const decision = decideRetry({ write: asked.write, attempt, trouble, random, limitedForMs }, limits);
    if (!decision.again) return fail(failureOf(asked, reply, attempt, parts.proxy));
    // Whom the tenant limits waits in the queue, with all others.
    if (!isLimited) await clock.sleep(decision.afterMs, signal);
  }
}

function failureOf(asked: Asked, reply: HttpReply, attempts: number, proxy: string | undefined): TenantFailure {
  switch (reply.kind) {
    case 'answer':
      return statusFailure(asked, { status: reply.status, body: lenientText(reply.body), attempts });
    case 'no_connection':
      return withoutConnection(asked, reply.failure, { attempts, proxy });
    case 'broken':
      return breakFailure(asked, { ...reply, attempts });
  }
}

async function once(parts: CallerParts, call: Call, body: Uint8Array | undefined, attempt: number): Promise<HttpReply> {
  const { limits, clock, signal } = parts;
  const started = clock.elapsed();
  const reply = await exchange(
    {
      url: parts.address(call),
      method: call.method,
      headers: body === undefined ? parts.headers : { ...parts.headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
      timeoutMs: call.slow === true ? limits.slowTimeoutMs : limits.timeoutMs,
      bodyDeadlineMs: limits.bodyDeadlineMs,
      maxBodyBytes: limits.maxBodyBytes,
      ...(signal !== undefined && call.method === 'GET' ? { signal } : {}),
    },
    parts.dispatcher,
  );
  parts.onRequest?.({
    tenant: parts.host,
    method: call.method,
    // Ids are the tenant's, and alike requests shall count as alike.
    path: call.path.replace(/\/\d+/g, '/{id}'),
    ...(reply.kind === 'answer' ? { status: reply.status } : {}),
    ...(reply.kind === 'answer' && reply.retryAfter !== undefined ? { retryAfter: harmless(reply.retryAfter) } : {}),
    attempt,
    ended: endOf(reply),
    bytesIn: reply.kind === 'answer' ? reply.body.byteLength : 0,
    bytesOut: body?.byteLength ?? 0,
    ms: clock.elapsed() - started,
  });
  return reply;
}

const SECONDS = /^\d{1,10}$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Of a header that a tenant may write as it likes, the two forms that it has and nothing else. */
function harmless(retryAfter: string): string {
  return SECONDS.test(retryAfter) || HTTP_DATE.test(retryAfter) ? retryAfter : 'unreadable';
}

function endOf(reply: HttpReply): RequestRecord['ended'] {
  if (reply.kind === 'no_connection') return 'unreachable';
  if (reply.kind === 'broken') return reply.how;
  return reply.status >= 200 && reply.status < 300 ? 'answered' : 'refused';
}

type Read = { readonly status: number; readonly body: Uint8Array; readonly readAt: number | undefined };

function readBody<T>(asked: Asked, reply: Read, read: BodyReader<T>) {
  const text = strictText(reply.body);
  const result = text === undefined ? fail('the answer is not UTF-8') : read(text, reply.readAt);
  if (result.ok) return ok(result.value);
  const defect = looksLikeHtml(text ?? '') ? 'an HTML page instead of JSON' : result.error;
  return fail(failure(asked, 'malformed', { seen: 'odd_body', status: reply.status, defect }, 'possible'));
}

function troubleOf(reply: HttpReply, now: number): Trouble {
  if (reply.kind === 'no_connection') return { kind: 'network', sent: false, permanent: !reply.failure.passing };
  if (reply.kind === 'broken') {
    return { kind: 'network', sent: true, permanent: reply.how === 'too_large' || reply.how === 'aborted' };
  }
  // A date is meant by the tenant's own clock: ours may be off by hours.
  const retryAfterMs = parseRetryAfter(reply.retryAfter, reply.readAt ?? now);
  return { kind: 'status', status: reply.status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function strictText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function lenientText(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}
