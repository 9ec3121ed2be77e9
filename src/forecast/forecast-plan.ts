import type { OrphanNative, PlanContent, PlannedDestination } from '../model/plan.ts';
import type { Forecast } from '../model/tenant/forecast.ts';
import { byText } from '../model/text/order.ts';
import { isDue } from '../plan/planned-story.ts';
import { CALL_TABLE, pagesOf } from './call-table.ts';
import { inMinutes, looksWithin, sideBySideMs, turnMs } from './duration.ts';
import type { MeasuredWork, NativeCost } from './measured-work.ts';

/** What a run is allowed. */
export type RunBudgets = {
  /** Requests a minute and tenant. */
  readonly rate: number;
  /** Destinations side by side. */
  readonly concurrency: number;
  /** Milliseconds to wait for the vendor's syncing. */
  readonly pollTimeout: number;
  /** The tenant that has the vendor's sync destinations, where there is an origin. */
  readonly originUrl: string | undefined;
  /** What is left behind at the vendor is deleted as well. */
  readonly prune?: boolean;
};

/** What applying a plan takes at most; undefined where nothing is to be done that anybody can count. */
export function forecastPlan(
  plan: Pick<PlanContent, 'destinations' | 'rollout' | 'leftBehindNative'>,
  measured: readonly MeasuredWork[],
  budgets: RunBudgets,
): Forecast | undefined {
  const works = new Map(measured.map((work) => [work.destination, work]));
  const tenants = new Map<string, number>();
  const rings = new Map<string | undefined, Map<string, number>>();
  const vendor = new VendorTurn(budgets);
  let uncounted = 0;
  for (const destination of plan.destinations) {
    const work = works.get(destination.name);
    if (work === undefined) continue;
    const going = new Set(destination.stories.filter(isDue).map(({ key }) => key));
    if (!work.isAsked) {
      if (going.size > 0) uncounted += 1;
      continue;
    }
    const calls = callsAt(work, going);
    const ring = rings.get(destination.ring) ?? new Map<string, number>();
    rings.set(destination.ring, add(ring, work.tenantUrl, calls));
    add(tenants, work.tenantUrl, calls);
    if (work.native) vendor.add(work.native, going.size, isTold(destination));
  }
  if (budgets.prune) vendor.prune(plan.leftBehindNative ?? []);
  if (budgets.originUrl !== undefined) add(tenants, budgets.originUrl, vendor.calls);
  const asked = [...tenants].filter(([, calls]) => calls > 0);
  if (asked.length === 0) return undefined;
  const [[tenantUrl, most] = ['', 0]] = asked.toSorted(([a, many], [b, more]) => more - many || byText(a, b));
  const pushing = [...rings].map(([ring, turns]) => {
    const places = Math.min(budgets.concurrency, placesOf(ring, plan));
    return sideBySideMs(
      [...turns.values()].map((calls) => turnMs(calls, budgets.rate)),
      places,
    );
  });
  return {
    calls: asked.reduce((sum, [, calls]) => sum + calls, 0),
    minutes: inMinutes(pushing.reduce((sum, ms) => sum + ms, vendor.ms)),
    tenants: asked.length,
    busiest: { tenantUrl, calls: most },
    uncounted,
  };
}

function add(counts: Map<string, number>, tenantUrl: string, calls: number): Map<string, number> {
  return counts.set(tenantUrl, (counts.get(tenantUrl) ?? 0) + calls);
}

/** Calls at the destination itself. */
function callsAt({ stories, fixed, afterCreates, typeCost }: MeasuredWork, going: ReadonlySet<string>): number {
  const pushed = stories.filter(({ key }) => going.has(key));
  const types = new Map(pushed.flatMap((story) => story.types.map((type) => [type.id, type.isWritten] as const)));
  const written = [...types.values()].filter((isWritten) => isWritten).length;
  const own = pushed.reduce((sum, { calls }) => sum + calls, 0);
  const listings = pushed.some(({ isNew }) => isNew) ? afterCreates : 0;
  return own + listings + fixed + written * typeCost.written + (types.size - written) * typeCost.used;
}

function isTold({ native, stories }: PlannedDestination): boolean {
  return stories.some(isDue) || (native !== undefined && native.consent === null && native.steps.length > 0);
}

/** What the origin is asked for the vendor's own syncing. All destinations wait at one time. */
class VendorTurn {
  readonly #budgets: RunBudgets;
  #series = 0;
  calls = 0;

  constructor(budgets: RunBudgets) {
    this.#budgets = budgets;
  }

  get ms(): number {
    return turnMs(this.calls, this.#budgets.rate) + this.#series * this.#budgets.pollTimeout;
  }

  add({ writes, trigger, look, series }: NativeCost, stories: number, isTold: boolean): void {
    if (!isTold) return;
    const looks = stories > 0 ? series * looksWithin(this.#budgets.pollTimeout) : 0;
    this.calls += writes + stories * trigger + looks * look;
    if (stories > 0) this.#series = Math.max(this.#series, series);
  }

  /** One look at the list serves all. */
  prune(orphans: readonly OrphanNative[]): void {
    const doomed = orphans.filter(({ keptBecause }) => keptBecause === null).length;
    if (doomed > 0) this.calls += pagesOf(orphans.length) + doomed * CALL_TABLE.nativeDelete.calls;
  }
}

/** In a ring that may have few failures, few pairs are in flight at a time. */
function placesOf(ring: string | undefined, { rollout = [] }: Pick<PlanContent, 'rollout'>): number {
  const rows = rollout.filter((row) => row.ring === ring);
  return rows.reduce(
    (least, { allowed, failed }) => Math.min(least, Math.max(1, allowed - failed + 1)),
    Number.POSITIVE_INFINITY,
  );
}
