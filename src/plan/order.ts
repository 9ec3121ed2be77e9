import type { DesiredStory } from '../model/desired.ts';
import { calledSlugs, isCalled } from '../story/graph.ts';

/** Callees before callers. `again` lists the callers inside a cycle: they are pushed once more at the end. */
export type WorkOrder = { readonly stories: readonly DesiredStory[]; readonly again: ReadonlySet<string> };

/** Those of the given stories that this one calls, itself left out. */
export function calleesOf(desired: DesiredStory, stories: readonly DesiredStory[]): readonly DesiredStory[] {
  const called = calledSlugs(desired.references);
  if (called.size === 0) return [];
  return stories.filter((other) => other.key !== desired.key && isCalled(other.story, called));
}

/** The keys that a story calls, directly or not, itself left out. */
export function reachedCallees(key: string, calleesByKey: (key: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...calleesByKey(key)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next) || next === key) continue;
    reached.add(next);
    open.push(...calleesByKey(next));
  }
  return reached;
}

/** A stable depth-first order: the input's order decides wherever the calls leave a choice. */
export function workOrder(stories: readonly DesiredStory[]): WorkOrder {
  const done = new Set<string>();
  const open = new Set<string>();
  const again = new Set<string>();
  const ordered: DesiredStory[] = [];
  const visit = (desired: DesiredStory): void => {
    if (done.has(desired.key)) return;
    open.add(desired.key);
    for (const callee of calleesOf(desired, stories)) {
      if (open.has(callee.key)) again.add(desired.key);
      else visit(callee);
    }
    open.delete(desired.key);
    done.add(desired.key);
    ordered.push(desired);
  };
  for (const desired of stories) visit(desired);
  return { stories: ordered, again };
}
