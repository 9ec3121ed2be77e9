import { reasonOf } from '../model/fact/reason.ts';
import { waitsOf } from '../model/fact/waits-of.ts';
import type { PlannedStory } from '../model/plan.ts';
import type { RolloutFact } from '../model/rollout.ts';
import { isDue } from './planned-story.ts';

/** The same story, kept back by the rollout. What is not due has nothing to wait for. */
export function awaitRollout(planned: PlannedStory, fact: RolloutFact): PlannedStory {
  if (!isDue(planned) || (planned.action !== 'create' && planned.action !== 'update')) return planned;
  const waits = { ...waitsOf(fact), because: planned.reason };
  return { ...planned, action: 'skip', would: planned.action, reason: reasonOf(fact), fact, waits };
}
