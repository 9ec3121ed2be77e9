import type { DesiredStory } from '../../model/desired.ts';
import type { StoryState } from '../../model/destination-state.ts';

/** What state tells of one story, and whether it is proven (docs/decisions/0021). */
export type StateEntry = { readonly state: StoryState; readonly proven: boolean };

/**
 * The one place that says whose a live story is. Ours is what carries our stamp. How a tenant stored our stamp after our
 * own push is told by proven state alone: what others may write claims nothing.
 */
export function isOurs(
  desired: DesiredStory,
  live: { readonly id: number; readonly stamp: unknown },
  entry: StateEntry | undefined,
): boolean {
  if (live.stamp === desired.stamp) return true;
  if (!entry?.proven || live.stamp === '') return false;
  const { destinationStoryId, stamp } = entry.state;
  return destinationStoryId === live.id && stamp === live.stamp;
}
