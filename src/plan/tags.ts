import type { PlannedChange } from '../model/plan.ts';
import type { Story } from '../model/story.ts';
import { tagsOf } from '../model/tags.ts';

export type TagChange = { readonly add: readonly string[]; readonly remove: readonly string[] };

/** Tags the destination added stay; a tag gone from git goes only where we had set it (spec 5.3). */
export function tagChange(wanted: Story, live: readonly string[], setByUs: readonly string[]): TagChange {
  const want = new Set(tagsOf(wanted));
  const have = new Set(live);
  return {
    add: [...want].filter((tag) => !have.has(tag)).sort(),
    remove: setByUs.filter((tag) => have.has(tag) && !want.has(tag)).sort(),
  };
}

export function describeTagChange(change: TagChange): readonly PlannedChange[] {
  return [
    ...change.add.map((tag) => ({ path: 'tags', op: 'add', text: `tag "${tag}" added` }) as const),
    ...change.remove.map((tag) => ({ path: 'tags', op: 'remove', text: `tag "${tag}" removed` }) as const),
  ];
}
