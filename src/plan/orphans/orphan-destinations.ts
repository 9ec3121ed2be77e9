import type { DestinationState } from '../../model/destination-state.ts';
import type { OrphanDestination, PlannedDestination } from '../../model/plan.ts';
import { byTextOf } from '../../model/text/order.ts';

/** State of a destination that the manifest does not have. */
export type RecordedDestination = { readonly name: string; readonly state: DestinationState };

/** A destination under a new name is the same tenant and team, and nothing of it is left behind. */
export function findOrphanDestinations(
  recorded: readonly RecordedDestination[],
  destinations: readonly Pick<PlannedDestination, 'tenantUrl' | 'teamId'>[],
): readonly OrphanDestination[] {
  const inUse = new Set(destinations.map(({ tenantUrl, teamId }) => `${tenantUrl} ${teamId}`));
  return recorded
    .map(({ name, state: { tenantUrl, teamId, stories } }) => {
      return { name, tenantUrl, teamId, stories: Object.keys(stories).length };
    })
    .filter(({ tenantUrl, teamId, stories }) => stories > 0 && !inUse.has(`${tenantUrl} ${teamId}`))
    .sort(byTextOf(({ name }) => name));
}
