import type { CheckFact, FoundCheck } from '../model/diagnosis.ts';
import type { ReadinessReading, StoryReadiness } from '../plan/readiness.ts';
import { asPlanned, found, IN_ORDER } from './check.ts';

/** Whose stories they are, and whether people there have to approve what a push would do. */
export function storyChecks({ stories }: ReadinessReading): readonly FoundCheck[] {
  const pushed = stories.filter(({ detached }) => !detached);
  return [...ownership(pushed), ...changeControl(pushed)];
}

function ownership(stories: readonly StoryReadiness[]): readonly FoundCheck[] {
  const refused = stories.flatMap(({ key, ownership: of }) =>
    typeof of === 'object' ? [asPlanned('ownership', 'fails', of, [key])] : [],
  );
  const unread = keysOf(stories.filter((story) => story.ownership === 'unread'));
  if (unread.length > 0) return [...refused, found('ownership', 'unknown', OUT_OF_REACH, unread)];
  return refused.length > 0 ? refused : [found('ownership', 'ok', IN_ORDER)];
}

function changeControl(stories: readonly StoryReadiness[]): readonly FoundCheck[] {
  const held = stories.filter((story) => story.changeControl);
  // What is equal stays as it is: nothing of it would be pushed.
  const failing = keysOf(held.filter(({ settled }) => !settled));
  const settled = keysOf(held.filter((story) => story.settled));
  const fact = { kind: 'change_control' } as const;
  const checks = [
    ...(failing.length > 0 ? [asPlanned('change_control', 'fails', fact, failing)] : []),
    ...(settled.length > 0 ? [asPlanned('change_control', 'warning', fact, settled)] : []),
  ];
  return checks.length > 0 ? checks : [found('change_control', 'ok', IN_ORDER)];
}

const OUT_OF_REACH: CheckFact = { kind: 'out_of_reach' };

function keysOf(stories: readonly StoryReadiness[]): readonly string[] {
  return stories.map(({ key }) => key);
}
