import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { workOrder } from '../../plan/order.ts';
import { plannedStory } from '../../plan/planned-story.ts';
import type { Policy } from '../../plan/policy.ts';
import type { StoryWork } from '../../plan/story-work.ts';
import { letWait } from '../../plan/waiting.ts';

/** What git and recorded state say of a destination that the vendor serves, where the origin is not asked. */
export function offlineNative(
  desired: Desired,
  destination: Destination,
  state: DestinationState | undefined,
  policy: Policy,
): DestinationWork {
  const { name, subscriptions } = destination;
  const chosen = policy.selected.get(name) ?? new Set<string>();
  const wanted = subscriptions.flatMap(({ storyKey: key }) =>
    chosen.has(key) ? (desired.stories.get(key) ?? []) : [],
  );
  const stories = workOrder(wanted).stories.map((story): StoryWork => {
    const last = Object.hasOwn(state?.last ?? {}, story.key) ? state?.last[story.key] : undefined;
    const equal = last?.status === 'synced' && last.content === story.contentHash;
    const lastPush = last === undefined ? null : last.at.slice(0, 10);
    const planned = plannedStory(story, {
      action: equal ? 'unchanged' : last === undefined ? 'create' : 'update',
      reason: equal || last === undefined ? null : 'content_changed',
      warnings: [{ kind: 'not_compared', lastPush }],
    });
    return { planned, desired: story, equal, evidence: {} };
  });
  const waiting = letWait(stories, destination, policy);
  return { destination, stories: waiting, leftBehind: [], prune: [], refreshed: false };
}
