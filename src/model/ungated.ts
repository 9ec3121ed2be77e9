import type { PlannedStory } from './plan.ts';

/** The story as it would be planned if the rollout kept nothing back: what no digest says depends on the time. */
export function ungated(story: PlannedStory): PlannedStory {
  const { waits, ...rest } = story;
  if (waits === undefined || story.would === null) return story;
  return { ...rest, action: story.would, reason: waits.because, would: null, fact: null };
}
