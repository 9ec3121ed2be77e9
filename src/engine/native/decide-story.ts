import type { DesiredStory } from '../../model/desired.ts';
import type { Cause } from '../../model/fact/fact.ts';
import { reasonOf, statusOf } from '../../model/fact/reason.ts';
import type { PlannedStory } from '../../model/plan.ts';
import type { VendorSubscription } from '../../model/tenant/vendor-destination.ts';
import { plannedStory } from '../../plan/planned-story.ts';
import type { OriginStory } from './native-input.ts';

export type StoryCase = {
  readonly desired: DesiredStory;
  readonly storyId: number;
  readonly origin: OriginStory;
  /** The vendor's entry, where the destination is subscribed to the story. */
  readonly entry: VendorSubscription | undefined;
  /** Why nothing is written at the destination at all. */
  readonly cause: Cause | null;
  /** What of the story stands in the team already, although the vendor was not told to carry it there. */
  readonly standing: Cause | null;
  readonly force: boolean;
};

/** What the vendor is to do with one story at one destination, before holds, rollouts and manual-only have their say. */
export function decideStory(story: StoryCase): PlannedStory {
  const planned = decide(story);
  return story.entry === undefined ? planned : { ...planned, vendorStatus: story.entry.status };
}

function decide(story: StoryCase): PlannedStory {
  const { desired, entry, force } = story;
  const would = entry === undefined ? 'create' : 'update';
  const warnings = entry?.errorMessage ? [{ kind: 'vendor_failed', message: entry.errorMessage } as const] : [];
  const cause = story.cause ?? obstacle(story);
  if (cause !== null) {
    const waits = statusOf(cause) === 'requires_sync';
    const action = waits ? 'skip' : 'blocked';
    return plannedStory(desired, {
      action,
      would: waits ? would : null,
      reason: reasonOf(cause),
      fact: cause,
      warnings,
    });
  }
  if (entry === undefined) return plannedStory(desired, { action: 'create', reason: 'new' });
  if (entry.status !== 'synced')
    return plannedStory(desired, { action: 'update', reason: 'content_changed', warnings });
  return plannedStory(desired, force ? { action: 'update', reason: 'forced' } : { action: 'unchanged', reason: null });
}

function obstacle({ storyId, origin, standing }: StoryCase): Cause | null {
  switch (origin.is) {
    case 'unread':
      return origin.fact;
    case 'gone':
      return { kind: 'origin_story_gone', storyId };
    case 'uncontrolled':
      return { kind: 'origin_uncontrolled', storyId };
    case 'different':
      return { kind: 'origin_differs', storyId };
    case 'as_in_git':
      return standing;
  }
}
