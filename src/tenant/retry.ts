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
  /** At least 0, less than 1. */
  readonly random: number;
};

export type RetryDecision = { readonly again: true; readonly afterMs: number } | { readonly again: false };

const STOP: RetryDecision = { again: false };
const PASSING = new Set([408, 425, 500, 502, 503, 504]);

/**
 * Whether one more attempt is safe and useful. A write is repeated only when it was provably not carried out:
 * refused with 429, or never sent. Everything else must be looked up first.
 */
export function decideRetry(failed: FailedAttempt, limits: TenantLimits): RetryDecision {
  const { trouble, write, attempt } = failed;
  const limited = trouble.kind === 'status' && trouble.status === 429;
  if (attempt >= (limited ? limits.attemptsWhenLimited : limits.attempts)) return STOP;
  const backoff = failed.random * Math.min(limits.backoffMs * 2 ** (attempt - 1), limits.backoffCeilingMs);
  if (trouble.kind === 'network') {
    return trouble.permanent || (write && trouble.sent) ? STOP : { again: true, afterMs: backoff };
  }
  if (!limited && (write || !PASSING.has(trouble.status))) return STOP;
  const asked = trouble.retryAfterMs ?? 0;
  return asked > limits.patienceMs ? STOP : { again: true, afterMs: Math.max(asked, backoff) };
}

/** Both forms of Retry-After, in milliseconds from now; a date in the past is now, anything odd is as if absent. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2,8}, .* GMT$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
