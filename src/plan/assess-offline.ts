import type { DesiredStory } from '../model/desired.ts';
import type { Subscription } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { StateMatch } from './ownership/match-state.ts';
import { describeDetachment, plannedStory, rememberedAs } from './planned-story.ts';
import type { StoryWork } from './story-work.ts';

/**
 * What can be said of a story without asking its tenant: whether git asks for something else than what was pushed last.
 * Edits, prerequisites and record types at the destination are unknown, and the plan says so.
 */
export function assessOffline(
  desired: DesiredStory,
  subscription: Subscription,
  recalled: StateMatch | undefined,
): StoryWork {
  const state = recalled?.state;
  const equal = state?.pushed === desired.contentHash && state.status === 'synced';
  const detached = subscription.detached !== undefined;
  const base = {
    detached,
    destinationStoryId: state?.destinationStoryId ?? null,
    warnings: [
      ...rememberedAs(recalled?.knownAs),
      state
        ? // The day, not the moment: what is said of a thousand destinations alike is told once.
          `not compared with the tenant; last pushed on ${state.syncedAt.slice(0, 10)}`
        : 'not compared with the tenant; nothing is recorded of it',
    ],
  };
  const planned = detached
    ? plannedStory(desired, {
        ...base,
        action: 'skip',
        reason: 'detached',
        message: describeDetachment(subscription.detached),
      })
    : plannedStory(desired, { ...base, ...judgeOffline(desired, state, equal) });
  return {
    planned,
    desired,
    equal,
    ...(state ? { state } : {}),
    evidence: {},
  };
}

function judgeOffline(
  desired: DesiredStory,
  state: StoryState | undefined,
  equal: boolean,
): Pick<Parameters<typeof plannedStory>[1], 'action' | 'reason'> {
  // Nobody looked: it may be there all the same.
  if (!state) return { action: 'create', reason: null };
  if (equal) return { action: 'unchanged', reason: null };
  return { action: 'update', reason: state.name === desired.story.name ? 'content_changed' : 'renamed' };
}
