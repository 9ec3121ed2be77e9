import type { DesiredStory } from '../model/desired.ts';
import type { Subscription } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { StateMatch } from './ownership/match-state.ts';
import { plannedStory, renamedFrom } from './planned-story.ts';
import type { StoryWork } from './story-work.ts';

/**
 * What can be said of a story without asking its tenant: whether git asks for something else than what was pushed last.
 * Edits, prerequisites and record types at the destination are unknown, and the plan says so.
 */
export function assessOffline(
  desired: DesiredStory,
  subscription: Subscription,
  match: StateMatch | undefined,
): StoryWork {
  const state = match?.state;
  const equal = state?.pushed === desired.contentHash && state.status === 'synced';
  const detached = subscription.detached !== undefined;
  const base = {
    detached,
    destinationStoryId: state?.destinationStoryId ?? null,
    warnings: [
      ...renamedFrom(match?.knownAs),
      { kind: 'not_compared', lastPush: state ? state.syncedAt.slice(0, 10) : null } as const,
    ],
  };
  const planned = detached
    ? plannedStory(desired, {
        ...base,
        action: 'skip',
        reason: 'detached',
        fact: { kind: 'detached', detachment: subscription.detached ?? null, absent: false },
      })
    : plannedStory(desired, { ...base, ...decideOffline(desired, state, equal) });
  return {
    planned,
    desired,
    equal,
    ...(state ? { state } : {}),
    evidence: {},
  };
}

function decideOffline(
  desired: DesiredStory,
  state: StoryState | undefined,
  equal: boolean,
): Pick<Parameters<typeof plannedStory>[1], 'action' | 'reason'> {
  // Nobody looked: it may be there all the same.
  if (!state) return { action: 'create', reason: null };
  if (equal) return { action: 'unchanged', reason: null };
  return { action: 'update', reason: state.name === desired.story.name ? 'content_changed' : 'renamed' };
}
