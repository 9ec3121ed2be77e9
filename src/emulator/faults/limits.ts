import { ApiRefusal } from '../api/errors.ts';
import type { EmulatedTenant, RateLimits } from '../domain/tenant.ts';
import type { Positions } from './switches.ts';

export const DEFAULT_RATE_LIMITS: RateLimits = {
  default: 5000,
  record_types: 400,
  records: 400,
  audit_logs: 1000,
  actions: 100,
};

const WINDOW_MS = 60_000;

export function familyOf(path: string): keyof RateLimits {
  const first = path.split('/')[1] ?? '';
  if (first === 'record_types' || first === 'records' || first === 'audit_logs') return first;
  return first === 'actions' || first === 'agents' ? 'actions' : 'default';
}

/** Counts requests per key and family in fixed windows of a minute. */
export class EmulatedLimits {
  readonly #windows = new Map<string, { started: number; used: number }>();

  /** The 429 once the family's share of this minute is used up. */
  count(tenant: EmulatedTenant, key: string, path: string, now: number): ApiRefusal | undefined {
    const family = familyOf(path);
    const slot = `${tenant.name} ${key} ${family}`;
    let window = this.#windows.get(slot);
    if (window === undefined || now - window.started >= WINDOW_MS) {
      window = { started: now, used: 0 };
      this.#windows.set(slot, window);
    }
    window.used += 1;
    if (window.used <= tenant.rate_limits[family]) return undefined;
    const wait = Math.ceil((window.started + WINDOW_MS - now) / 1000);
    return new ApiRefusal(429, 'Rate limit', 'exceeded', retryAfter(tenant.switches.retry_after, wait, now));
  }
}

/** The header in the form that was asked for; a date is rounded up, since it has whole seconds only. */
export function retryAfter(form: Positions['retry_after'], wait: number, now: number): string | undefined {
  if (form === 'none') return undefined;
  if (form === 'absurd') return '99999999999';
  if (form === 'seconds') return String(wait);
  return new Date(Math.ceil(now / 1000) * 1000 + wait * 1000).toUTCString();
}
