import type { Dispatcher } from 'undici';
import type { Clock } from '../model/clock.ts';
import type { FailureEvidence } from '../model/fact/tenant-failure.ts';
import { exchange, type HttpReply } from '../tenant/http.ts';
import { DEFAULT_LIMITS } from '../tenant/limits.ts';
import { decideRetry, parseRetryAfter, type Trouble } from '../tenant/retry.ts';
import { VERSION } from '../version.ts';

/** How a server is asked. */
export type Way = {
  readonly dispatcher: Dispatcher;
  /** The variable of the environment that may name a proxy for it. */
  readonly proxy: string | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal | undefined;
};

export type Question = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: { readonly [name: string]: string };
  readonly body?: object;
};

export type Heard =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly attempts: number }
  | { readonly kind: 'silence'; readonly evidence: FailureEvidence };

const LIMITS = { ...DEFAULT_LIMITS, attempts: 3, attemptsWhenLimited: 5, patienceMs: 30_000 };
export const CONNECT_MS = 5_000;
const TIMES = { timeoutMs: 10_000, bodyDeadlineMs: 20_000 };
/** A secret of more fields than any vault takes. */
const MAX_BODY = 1024 * 1024;

/** One answer, after a few attempts. All that is asked here may be asked again: a token too many expires by itself. */
export async function ask({ url, method, headers, body }: Question, way: Way): Promise<Heard> {
  const { dispatcher, clock, signal, random, proxy } = way;
  for (let attempt = 1; ; attempt++) {
    if (signal?.aborted) return { kind: 'silence', evidence: { seen: 'never_sent' } };
    const reply = await exchange(
      {
        url,
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          'user-agent': `storysync/${VERSION}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
        ...TIMES,
        maxBodyBytes: MAX_BODY,
        ...(signal === undefined ? {} : { signal }),
      },
      dispatcher,
    );
    const trouble = troubleOf(reply, clock);
    const decision = trouble && decideRetry({ write: false, attempt, trouble, random: random() }, LIMITS);
    if (decision?.again !== true) return heard(reply, attempt, proxy);
    await clock.sleep(decision.afterMs, signal);
  }
}

function troubleOf(reply: HttpReply, clock: Clock): Trouble | undefined {
  if (reply.kind === 'no_connection') return { kind: 'network', sent: false, permanent: !reply.failure.passing };
  if (reply.kind === 'broken') {
    return { kind: 'network', sent: true, permanent: reply.how === 'too_large' || reply.how === 'aborted' };
  }
  if (reply.status < 300) return undefined;
  const retryAfterMs = parseRetryAfter(reply.retryAfter, clock.now().getTime());
  return { kind: 'status', status: reply.status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function heard(reply: HttpReply, attempts: number, proxy: string | undefined): Heard {
  switch (reply.kind) {
    case 'answer':
      return { kind: 'answer', status: reply.status, text: new TextDecoder().decode(reply.body), attempts };
    case 'no_connection': {
      const way = proxy === undefined ? {} : { proxy };
      return { kind: 'silence', evidence: { seen: 'no_connection', connection: reply.failure, attempts, ...way } };
    }
    case 'broken':
      return { kind: 'silence', evidence: { seen: reply.how, code: reply.code, attempts } };
  }
}

export function oddStatus({ status, attempts }: Extract<Heard, { kind: 'answer' }>, phrases: readonly string[] = []) {
  return { kind: 'silence', evidence: { seen: 'status', status, phrases, attempts } } as const;
}

export function oddBody(status: number, defect: string) {
  return { kind: 'silence', evidence: { seen: 'odd_body', status, defect } } as const;
}
