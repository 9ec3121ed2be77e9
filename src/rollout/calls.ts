import type { DesiredStory } from '../model/desired.ts';
import { calleesOf } from '../plan/order.ts';

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
  return new Map(
    stories.map(({ key }) => {
      const reached = new Set<string>();
      const open = [...(direct.get(key) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (reached.has(next) || next === key) continue;
        reached.add(next);
        open.push(...(direct.get(next) ?? []));
      }
      return [key, [...reached].sort()];
    }),
  );
}
