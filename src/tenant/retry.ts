import type { TenantLimits } from './limits.ts';

/** What came of one attempt that did not succeed. */
export type Trouble =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs?: number }
  /** `sent` is false only when the request provably never left; `permanent` when trying again cannot help. */
  | { readonly kind: 'network'; readonly sent: boolean; readonly permanent: boolean };

export type FailedAttempt = {
  readonly write: boolean;
  /** Counts from 1. */
  readonly attempt: number;
  readonly trouble: Trouble;
  /** How long the tenant has said nothing but that it was too many. */
  readonly limitedForMs?: number;
  /** At least 0, less than 1. */
  readonly random: number;
};

export type RetryDecision = { readonly again: true; readonly afterMs: number } | { readonly again: false };

/** What a tenant that limits us says of how long to wait, if anything. */
export type LimitedAttempt = Pick<FailedAttempt, 'attempt' | 'random'> & { readonly retryAfterMs: number | undefined };

const STOP: RetryDecision = { again: false };
const PASSING = new Set([408, 425, 500, 502, 503, 504]);

/**
 * Whether one more attempt is safe and useful. A write is repeated only when it was never sent. Everything else must be looked
 * up first, a 429 too: it may come from something in between that counts late, and its wait is long enough for an edit.
 */
export function decideRetry(failed: FailedAttempt, limits: TenantLimits): RetryDecision {
  const { trouble, write, attempt } = failed;
  if (trouble.kind === 'status' && trouble.status === 429) return decideLimited(failed, trouble.retryAfterMs, limits);
  if (attempt >= limits.attempts) return STOP;
  const backoff = failed.random * step(attempt, limits);
  if (trouble.kind === 'network') {
    return trouble.permanent || (write && trouble.sent) ? STOP : { again: true, afterMs: backoff };
  }
  if (write || !PASSING.has(trouble.status)) return STOP;
  const asked = trouble.retryAfterMs ?? 0;
  return asked > limits.patienceMs ? STOP : { again: true, afterMs: Math.max(asked, backoff) };
}

function decideLimited(failed: FailedAttempt, retryAfterMs: number | undefined, limits: TenantLimits): RetryDecision {
  const { write, attempt, random, limitedForMs = 0 } = failed;
  if (write || attempt >= limits.attemptsWhenLimited) return STOP;
  const afterMs = waitWhenLimited({ attempt, random, retryAfterMs }, limits);
  return limitedForMs + afterMs > limits.limitedPatienceMs ? STOP : { again: true, afterMs };
}

/**
 * How long nothing is sent after a 429: as long as the tenant asks, and never longer than is sensible for a limit that counts by
 * the minute. At least half of each step is waited, so that all of them outlast a minute whatever chance says.
 */
export function waitWhenLimited({ attempt, random, retryAfterMs = 0 }: LimitedAttempt, limits: TenantLimits): number {
  const backoff = (0.5 + random / 2) * step(attempt, limits);
  return Math.max(Math.min(retryAfterMs, limits.patienceMs), backoff);
}

function step(attempt: number, { backoffMs, backoffCeilingMs }: TenantLimits): number {
  return Math.min(backoffMs * 2 ** (attempt - 1), backoffCeilingMs);
}

/** Both forms of Retry-After, in milliseconds from now; a date in the past is now, anything odd is as if absent. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2,8}, .* GMT$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
