import type { Action, Story } from '../../model/story.ts';
import { ownGuids, withoutGuids } from './guid-names.ts';

/** Which action of one version is which action of another. Numbers are positions in `agents`. */
export type ActionMatching = {
  readonly pairs: readonly ActionPair[];
  /** Positions in `after` that have no partner. */
  readonly added: readonly number[];
  /** Positions in `before` that have no partner. */
  readonly removed: readonly number[];
};
type ActionPair = { readonly before: number; readonly after: number; readonly by: 'guid' | 'name' };

/** By guid; what remains by name, in order, where an equal type is preferred. */
export function matchActions(before: Story, after: Story): ActionMatching {
  const positions = new Map(before.agents.map(({ guid }, index) => [guid, index]));
  const pairs = after.agents.flatMap(({ guid }, index): readonly ActionPair[] => {
    const partner = positions.get(guid);
    return partner === undefined ? [] : [{ before: partner, after: index, by: 'guid' }];
  });
  return matchRest(before, after, pairs);
}

/** By name and order alone: right for two copies whose guids say nothing about each other. */
export function matchActionsByName(before: Story, after: Story): ActionMatching {
  return matchRest(before, after, []);
}

/** Whether both take the same actions for each other, however they came to it. */
export function isSameMatching(one: ActionMatching, other: ActionMatching): boolean {
  const partners = new Map(other.pairs.map(({ before, after }) => [after, before]));
  return one.pairs.length === partners.size && one.pairs.every(({ before, after }) => partners.get(after) === before);
}

function matchRest(before: Story, after: Story, known: readonly ActionPair[]): ActionMatching {
  const takenBefore = new Set(known.map((pair) => pair.before));
  const takenAfter = new Set(known.map((pair) => pair.after));
  const pairs = [...known];
  // First those whose type agrees too; then a changed type is still the same action.
  const nameBefore = nameIn(before);
  const nameAfter = nameIn(after);
  for (const key of [(action: Action, name: string) => `${action.type}\n${name}`, (_: Action, name: string) => name]) {
    const waiting = new Map<string, number[]>();
    for (const [index, action] of before.agents.entries()) {
      if (takenBefore.has(index)) continue;
      const name = key(action, nameBefore(action));
      const queue = waiting.get(name);
      if (queue === undefined) waiting.set(name, [index]);
      else queue.push(index);
    }
    for (const [index, action] of after.agents.entries()) {
      const partner = takenAfter.has(index) ? undefined : waiting.get(key(action, nameAfter(action)))?.shift();
      if (partner === undefined) continue;
      takenBefore.add(partner);
      takenAfter.add(index);
      pairs.push({ before: partner, after: index, by: 'name' });
    }
  }
  return {
    pairs: pairs.sort((a, b) => a.after - b.after),
    added: [...after.agents.keys()].filter((index) => !takenAfter.has(index)),
    removed: [...before.agents.keys()].filter((index) => !takenBefore.has(index)),
  };
}

/** The name as both copies have it: a tenant that makes guids anew may do so in names as well. */
function nameIn(story: Story): (action: Action) => string {
  const guids = ownGuids(story);
  return ({ name }) => withoutGuids(name, guids);
}
