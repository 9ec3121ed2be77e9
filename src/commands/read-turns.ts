import pLimit, { type LimitFunction } from 'p-limit';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';

/** As many requests of one tenant are in flight at most: more destinations of it at once would only wait for each other. */
const AT_ONCE = 4;

type TenantTurns = { readonly limit: LimitFunction; late: number };

/**
 * Whose turn it is to be read. A few teams of one tenant at a time, so that a slow tenant with hundreds of teams holds few
 * places; and after as many in a row that were not read in time the rest of its teams is not asked.
 */
export class ReadTurns {
  readonly #limit: LimitFunction;
  readonly #tenants = new Map<string, TenantTurns>();

  constructor(concurrency: number) {
    this.#limit = pLimit(concurrency);
  }

  take<T>(tenantUrl: string, read: () => Promise<T>): Promise<T> {
    return this.#of(tenantUrl).limit(() => this.#limit(read));
  }

  /** Why a tenant is not asked any more. */
  givenUp(tenantUrl: string): TenantFailure | undefined {
    const { late } = this.#of(tenantUrl);
    if (late < AT_ONCE) return undefined;
    const evidence = { seen: 'tenant_given_up', destinations: late } as const;
    return { kind: 'too_slow', request: 'GET /stories', evidence, effect: 'none' };
  }

  /** Told of every destination that the tenant was asked about. */
  record(tenantUrl: string, inTime: boolean): void {
    const turns = this.#of(tenantUrl);
    // One that was begun before the tenant was given up may end in time; that does not begin it all anew.
    if (turns.late < AT_ONCE) turns.late = inTime ? 0 : turns.late + 1;
  }

  #of(tenantUrl: string): TenantTurns {
    const known = this.#tenants.get(tenantUrl) ?? { limit: pLimit(AT_ONCE), late: 0 };
    this.#tenants.set(tenantUrl, known);
    return known;
  }
}
