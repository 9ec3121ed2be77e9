/**
 * What applying a plan takes at most, as long as each tenant answers at the first asking, within a second, and nobody else
 * writes there meanwhile. Reading is not part of it: whoever plans has done it.
 */
export type Forecast = {
  readonly calls: number;
  readonly minutes: number;
  /** How many tenants are asked, the origin for the vendor's own syncing included. */
  readonly tenants: number;
  /** The tenant with most of the calls. */
  readonly busiest: { readonly tenantUrl: string; readonly calls: number };
  /** Destinations with something to push whose tenants nobody has asked: they are not in it. */
  readonly uncounted: number;
};
