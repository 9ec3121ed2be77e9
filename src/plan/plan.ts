import type { OrphanNative, PlanAction, PlanContent, PlannedDestination } from '../model/plan.ts';
import { byTextOf } from '../model/text/order.ts';
import type { DestinationWork } from './destination-work.ts';
import { digestDestination } from './digest.ts';
import { findOrphanDestinations, type RecordedDestination } from './orphans/orphan-destinations.ts';

/** The plan and, beside each of its entries, what a push of it needs. */
export type Planning = {
  readonly plan: PlanContent;
  /** By destination name. */
  readonly work: ReadonlyMap<string, DestinationWork>;
};

/** Puts assessed destinations together; the order of the manifest does not count. */
export function assemble(
  manifest: string,
  commit: string | null,
  work: readonly DestinationWork[],
  orphans: readonly RecordedDestination[] = [],
  orphansNative?: readonly OrphanNative[],
): Planning {
  const plan = assemblePlan(manifest, commit, work.map(describeDestination), orphans, orphansNative);
  return { plan, work: new Map(work.map((entry) => [entry.destination.name, entry])) };
}

/** The plan alone, of destinations whose work may be forgotten already. */
export function assemblePlan(
  manifest: string,
  commit: string | null,
  described: readonly PlannedDestination[],
  /** What state has of destinations that the manifest does not have; none when the run was narrowed. */
  orphans: readonly RecordedDestination[] = [],
  /** What the vendor has and the manifest does not; undefined where the vendor was not asked. */
  orphansNative?: readonly OrphanNative[],
): PlanContent {
  const destinations = described.toSorted(byTextOf(({ name }) => name));
  const totals = countActions(destinations);
  const leftBehindDestinations = findOrphanDestinations(orphans, destinations);
  const leftBehindNative = orphansNative === undefined ? {} : { leftBehindNative: orphansNative };
  return { totals, manifest, commit, destinations, leftBehindDestinations, ...leftBehindNative };
}

/** What the plan says of a destination. It holds no content, so that many fit into memory. */
export function describeDestination(work: DestinationWork): PlannedDestination {
  const { name, tenantUrl, teamId, manualSyncOnly, hold, pin } = work.destination;
  return {
    name,
    digest: work.digest ?? digestDestination(work),
    tenantUrl,
    teamId,
    manualSyncOnly,
    ...(hold === undefined ? {} : { hold }),
    ...(pin === undefined ? {} : { pin }),
    stories: work.stories.map((story) => story.planned),
    leftBehind: work.leftBehind,
    ...(work.onboarding === undefined ? {} : { onboarding: work.onboarding }),
    ...(work.native === undefined ? {} : { native: work.native }),
  };
}

export function countActions(destinations: readonly PlannedDestination[]): PlanContent['totals'] {
  const totals: Record<PlanAction, number> = { create: 0, update: 0, unchanged: 0, skip: 0, blocked: 0 };
  for (const story of destinations.flatMap((destination) => destination.stories)) totals[story.action] += 1;
  return totals;
}
