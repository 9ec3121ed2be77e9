import type { ChangeCause, PlannedChange } from '../model/plan.ts';
import type { Story } from '../model/story.ts';
import { tagsOf } from '../model/tags.ts';
import type { ChangeSet } from './change-set.ts';

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

/** State does not remember who took a tag away: without a change set the cause is unknown. */
export function describeTagChange(change: TagChange, set: ChangeSet | undefined): readonly PlannedChange[] {
  return [
    ...change.add.map((tag): PlannedChange => {
      return { path: 'tags', op: 'add', text: `tag "${tag}" added`, cause: ofSet(set?.addsTag(tag)) };
    }),
    ...change.remove.map((tag): PlannedChange => {
      return { path: 'tags', op: 'remove', text: `tag "${tag}" removed`, cause: ofSet(set?.removesTag(tag)) };
    }),
  ];
}

function ofSet(changedThere: boolean | undefined): ChangeCause {
  return changedThere ? 'change_set' : 'unknown';
}
