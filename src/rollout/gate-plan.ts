import type { PlanContent } from '../model/plan.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { countActions } from '../plan/plan.ts';
import type { StoryWork } from '../plan/story-work.ts';
import { awaitRollout } from '../plan/waits.ts';
import type { RolloutDecision } from './decide.ts';

/** The plan with what the rollout keeps back. Digests of destinations stay: they do not cover what only time changes. */
export function gatePlan(plan: PlanContent, { waits, rings, progress }: RolloutDecision): PlanContent {
  const destinations = plan.destinations.map((destination) => {
    const facts = waits.get(destination.name);
    const ring = rings.get(destination.name);
    const stories = destination.stories.map((story) => {
      const fact = facts?.get(story.key);
      return fact ? awaitRollout(story, fact) : story;
    });
    return { ...destination, ...(ring === undefined ? {} : { ring }), stories };
  });
  return { ...plan, destinations, totals: countActions(destinations), rollout: progress };
}

/** The same for what the push of a destination needs. */
export function gateWork<Work extends StoryWork>(
  work: DestinationWork<Work>,
  { waits }: Pick<RolloutDecision, 'waits'>,
): DestinationWork<Work> {
  const facts = waits.get(work.destination.name);
  if (!facts) return work;
  const stories = work.stories.map((story) => {
    const fact = facts.get(story.planned.key);
    return fact ? { ...story, planned: awaitRollout(story.planned, fact) } : story;
  });
  return { ...work, stories };
}
