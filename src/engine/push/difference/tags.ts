import type { ChangeCause, PlannedChange } from '../../../model/plan.ts';
import type { Story } from '../../../model/story.ts';
import { tagsOf } from '../../../model/tags.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import type { StoryContext } from '../assess/story-context.ts';
import type { TagChange } from '../push-work.ts';
import type { ChangeSet } from './change-set.ts';
import { tagsGitHad } from './git-had.ts';

/** Tags the destination added stay; a tag gone from git goes only where we had set it. */
export function tagChange(wanted: Story, live: readonly string[], setByUs: readonly string[]): TagChange {
  const want = new Set(tagsOf(wanted));
  const have = new Set(live);
  return {
    add: [...want].filter((tag) => !have.has(tag)).sort(),
    remove: setByUs.filter((tag) => have.has(tag) && !want.has(tag)).sort(),
  };
}

/**
 * The tags that we had set, as far as state tells. A hint counts only where git once asked for the tag: nobody may have us
 * take a tag of the destination's own.
 */
export function tagsSetByUs(
  { desired, state, proven, readings }: Pick<StoryContext, 'desired' | 'state' | 'proven' | 'readings'>,
  live: readonly string[],
):
  | { readonly kind: 'known'; readonly tags: readonly string[] }
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[]; readonly tags: readonly string[] } {
  const tags = state?.tags ?? [];
  if (proven || tagChange(desired.story, live, tags).remove.length === 0) return { kind: 'known', tags };
  const earlier = readings.earlier.get(desired.key);
  if (!earlier) return { kind: 'unread', needs: [{ kind: 'earlier_versions', storyKey: desired.key }], tags: [] };
  const had = tagsGitHad(desired, earlier);
  return { kind: 'known', tags: tags.filter((tag) => had.has(tag)) };
}

/** State does not say who took a tag away: without a change set the cause is unknown. */
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
