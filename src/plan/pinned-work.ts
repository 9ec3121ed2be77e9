import type { DesiredStory } from '../model/desired.ts';
import type { Pin } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { UnusablePin } from '../model/fact/pin-fact.ts';
import { reasonOf } from '../model/fact/reason.ts';
import { plannedStory } from './planned-story.ts';
import type { StoryWork } from './story-work.ts';

/** What is as its pin asks says so; what a push brings there keeps the reason of the push. */
export function asPinned<Work extends Pick<StoryWork, 'planned'>>(work: Work, pin: Pin | undefined): Work {
  if (pin === undefined) return work;
  const { planned } = work;
  if (planned.action !== 'unchanged') return { ...work, pin };
  return { ...work, pin, planned: { ...planned, reason: 'pinned', fact: { kind: 'pinned', pin } } };
}

/** Nobody knows what the pair is to have: it alone is left as it is. */
export function blockedByPin(desired: DesiredStory, fact: UnusablePin, state: StoryState | undefined): StoryWork {
  const destinationStoryId = state?.destinationStoryId ?? null;
  const planned = plannedStory(desired, { action: 'blocked', reason: reasonOf(fact), fact, destinationStoryId });
  return { planned, desired, equal: false, pin: fact.pin, ...(state ? { state } : {}), evidence: {} };
}
