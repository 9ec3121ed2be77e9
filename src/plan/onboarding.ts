import type { Onboarding } from '../model/plan.ts';
import type { MissingPrerequisite } from '../model/prerequisite.ts';
import { tagsOf } from '../model/tags.ts';
import { byTextOf } from '../model/text/order.ts';
import { slugsOf } from '../story/graph.ts';
import type { DestinationWork } from './destination-work.ts';

/** Told by git alone, for a destination that was not asked and of which nothing is recorded. */
export function onboardingOf({ destination, stories }: DestinationWork): Onboarding {
  const pushed = stories.filter(({ planned }) => !planned.detached).map(({ desired }) => desired);
  const brought = new Set(pushed.flatMap(({ story }) => [...slugsOf(story)]));
  const needs = pushed
    .flatMap(({ references }) => references)
    .flatMap(({ kind, slug }): readonly MissingPrerequisite[] =>
      kind === 'record' || (kind === 'story' && brought.has(slug)) ? [] : [{ kind, slug }],
    );
  return {
    keyName: destination.keyName,
    needs: [...new Map(needs.map((need) => [`${need.kind} ${need.slug}`, need])).entries()]
      .toSorted(byTextOf(([name]) => name))
      .map(([, need]) => need),
    tags: sorted(pushed.flatMap(({ story }) => tagsOf(story))),
    recordTypes: sorted(pushed.flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name))),
  };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
