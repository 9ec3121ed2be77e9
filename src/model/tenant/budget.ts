/** Which of the vendor's limits per minute a request counts against. */
export type Family = 'default' | 'records';

/** Requests that may be started in any minute at one tenant; those of records count in both. */
export type Budgets = { readonly [family in Family]: number };

/**
 * A tenth below what the vendor allows, so that a clock that is off costs nothing. Whether record_types counts as records
 * is not stated, so it gets the smaller budget.
 */
export const VENDOR_BUDGETS: Budgets = { default: 4500, records: 360 };

/** What is left of them where a person allows fewer requests a minute and tenant. */
export function budgetsAt(rate: number | undefined, budgets: Budgets = VENDOR_BUDGETS): Budgets {
  if (rate === undefined) return budgets;
  return { default: Math.min(budgets.default, rate), records: Math.min(budgets.records, rate) };
}
