import type { DesiredStory } from '../model/desired.ts';
import { calleesOf, reachedCallees } from '../plan/order.ts';

/** Story key -> keys of all stories of the same destination that it calls, directly or not, itself left out. */
export type Calls = ReadonlyMap<string, readonly string[]>;

/** Many destinations take the same stories: who calls whom among them is found out once. */
export function callClosures(): (stories: readonly DesiredStory[]) => Calls {
  const known = new Map<string, Calls>();
  return (stories) => {
    const id = stories.map(({ key, contentHash }) => `${key} ${contentHash}`).join('\n');
    const calls = known.get(id) ?? closeCalls(stories);
    known.set(id, calls);
    return calls;
  };
}

function closeCalls(stories: readonly DesiredStory[]): Calls {
  const direct = new Map(stories.map((story) => [story.key, calleesOf(story, stories).map(({ key }) => key)]));
  return new Map(stories.map(({ key }) => [key, [...reachedCallees(key, (each) => direct.get(each) ?? [])].sort()]));
}
