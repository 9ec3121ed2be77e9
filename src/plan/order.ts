import type { DesiredStory } from '../model/desired.ts';
import { slugify } from '../story/references.ts';

/** Callees before callers. `again` lists the callers inside a cycle: they are pushed once more at the end (spec 5.1). */
export type WorkOrder = { readonly stories: readonly DesiredStory[]; readonly again: ReadonlySet<string> };

/** The slug a story has, or will have, in a tenant. */
export function storySlug(desired: DesiredStory): string {
  const slug = desired.story.slug;
  return typeof slug === 'string' && slug !== '' ? slug : slugify(desired.story.name);
}

/** Keys of the given stories that this one calls, itself left out. */
export function calleesOf(desired: DesiredStory, stories: readonly DesiredStory[]): readonly DesiredStory[] {
  const called = new Set(desired.references.filter((ref) => ref.kind === 'story').map((ref) => ref.slug));
  if (called.size === 0) return [];
  return stories.filter((other) => other.key !== desired.key && [...slugsOf(other)].some((slug) => called.has(slug)));
}

/** Every destination asks for the slugs of the same stories, again and again. */
const slugsByStory = new WeakMap<DesiredStory, ReadonlySet<string>>();

/** Both spellings: the export's own slug may carry a suffix that the name lacks (export-format.md 2). */
export function slugsOf(desired: DesiredStory): ReadonlySet<string> {
  const known = slugsByStory.get(desired);
  if (known) return known;
  const slugs = new Set([storySlug(desired), slugify(desired.story.name)]);
  slugsByStory.set(desired, slugs);
  return slugs;
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
