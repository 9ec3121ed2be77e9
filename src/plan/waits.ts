import { reasonOf } from '../model/fact/reason.ts';
import type { PlannedStory } from '../model/plan.ts';
import type { RolloutFact } from '../model/rollout.ts';
import { isDue } from './planned-story.ts';

/** The same story, kept back by the rollout. What is not due has nothing to wait for. */
export function awaitRollout(planned: PlannedStory, fact: RolloutFact): PlannedStory {
  if (!isDue(planned) || (planned.action !== 'create' && planned.action !== 'update')) return planned;
  const waits = { for: waitsFor(fact), until: fact.until, because: planned.reason };
  return { ...planned, action: 'skip', would: planned.action, reason: reasonOf(fact), fact, waits };
}

/** The story as if there were no rollout: what a digest covers. */
export function ungated(planned: PlannedStory): PlannedStory {
  if (!planned.waits || planned.would === null) return planned;
  const { waits, would, ...rest } = planned;
  return { ...rest, action: would, would: null, reason: waits.because, fact: null };
}

/** What keeps a pair back, as a script reads it. */
export function waitsFor({ ring, by }: Pick<RolloutFact, 'ring' | 'by'>): string {
  switch (by.kind) {
    case 'ring':
      return `ring:${by.before}`;
    case 'soak':
      return `soak:${by.before}`;
    case 'batch':
      return `batch:${ring}`;
    case 'place':
      return `place:${ring}`;
    case 'window':
      return `window:${by.window.text}`;
    case 'callee':
      return `story:${by.key}`;
    case 'failures':
      return `failures:${by.failedRing}`;
    case 'approved_plan':
      return 'approved_plan';
  }
}
