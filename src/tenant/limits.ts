import { type Budgets, VENDOR_BUDGETS } from '../model/tenant/budget.ts';

/** How hard a tenant may be asked, and how long we wait for it. */
export type TenantLimits = {
  /** Requests in flight per tenant, whatever the number of keys. */
  readonly inFlight: number;
  /** Requests started in any window of `windowMs`, per tenant: the vendor counts by key and by the address that we ask from. */
  readonly budgets: Budgets;
  readonly windowMs: number;
  readonly connectTimeoutMs: number;
  /** Longest silence while we wait for headers or the next piece of a body. */
  readonly timeoutMs: number;
  /** The same for export and import, which are slow for large stories. */
  readonly slowTimeoutMs: number;
  /** Longest time to read one body, so that a trickle of bytes cannot hold a run. */
  readonly bodyDeadlineMs: number;
  readonly attempts: number;
  /** More, because the vendor counts by the minute and may not say how long to wait: together they outlast one. */
  readonly attemptsWhenLimited: number;
  /** First pause of the backoff; it doubles up to `backoffCeilingMs`. */
  readonly backoffMs: number;
  readonly backoffCeilingMs: number;
  /** No wait that a tenant asks for is longer: a server that is at work is given up on, and a limit is tried anew by then. */
  readonly patienceMs: number;
  /** A tenant that says nothing but "too many" for so long is given up on. */
  readonly limitedPatienceMs: number;
  /** So long in all is a tenant's "too many" no time of those that are read; one that says it for ever holds nobody up. */
  readonly limitedExcuseMs: number;
  readonly maxBodyBytes: number;
  /** The vendor's maximum is 500. */
  readonly pageSize: number;
  readonly maxPages: number;
};

export const DEFAULT_LIMITS: TenantLimits = {
  inFlight: 4,
  budgets: VENDOR_BUDGETS,
  windowMs: 60_000,
  connectTimeoutMs: 10_000,
  timeoutMs: 30_000,
  slowTimeoutMs: 120_000,
  bodyDeadlineMs: 180_000,
  attempts: 5,
  attemptsWhenLimited: 12,
  backoffMs: 1_000,
  backoffCeilingMs: 30_000,
  patienceMs: 120_000,
  limitedPatienceMs: 300_000,
  limitedExcuseMs: 900_000,
  maxBodyBytes: 60 * 1024 * 1024,
  pageSize: 500,
  maxPages: 200,
};
