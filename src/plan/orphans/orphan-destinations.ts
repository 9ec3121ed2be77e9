import type { DestinationState } from '../../model/destination-state.ts';
import type { LeftBehindDestination, PlannedDestination } from '../../model/plan.ts';

/** State of a destination that the manifest does not have. */
export type Stranger = { readonly name: string; readonly state: DestinationState };

/** A destination under a new name is the same tenant and team, and nothing of it is left behind. */
export function findLeftBehindDestinations(
  strangers: readonly Stranger[],
  destinations: readonly Pick<PlannedDestination, 'tenantUrl' | 'teamId'>[],
): readonly LeftBehindDestination[] {
  const inUse = new Set(destinations.map(({ tenantUrl, teamId }) => `${tenantUrl} ${teamId}`));
  return strangers
    .map(({ name, state: { tenantUrl, teamId, stories } }) => {
      return { name, tenantUrl, teamId, stories: Object.keys(stories).length };
    })
    .filter(({ tenantUrl, teamId, stories }) => stories > 0 && !inUse.has(`${tenantUrl} ${teamId}`))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
