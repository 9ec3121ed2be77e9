import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Readings } from '../model/observed.ts';
import type { LeftBehind, LeftBehindDestination, PlannedDestination } from '../model/plan.ts';
import type { Recalled } from './known-before.ts';
import type { StoryWork } from './story-work.ts';

/** Still there, ours once, and asked for no more: not even by a story of another key, chosen for this run or not. */
export function findLeftBehind(
  desired: Desired,
  destination: Destination,
  { readings, state }: { readonly readings: Readings; readonly state?: DestinationState },
  work: readonly StoryWork[],
  recalled: ReadonlyMap<string, Recalled>,
): readonly LeftBehind[] {
  const subscribed = new Set(destination.subscriptions.map(({ storyKey }) => storyKey));
  const wantedNames = new Set([...subscribed].map((key) => desired.stories.get(key)?.story.name));
  const inUse = new Set(work.map(({ planned }) => planned.destinationStoryId));
  const renamed = new Set([...recalled.values()].map(({ knownAs }) => knownAs));
  return Object.entries(state?.stories ?? {})
    .filter(([key, { destinationStoryId: id, name }]) => {
      return (
        !subscribed.has(key) &&
        !renamed.has(key) &&
        !inUse.has(id) &&
        !wantedNames.has(name) &&
        readings.listing.some((story) => story.id === id)
      );
    })
    .map(([key, story]) => ({ key, name: story.name, destinationStoryId: story.destinationStoryId }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

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
