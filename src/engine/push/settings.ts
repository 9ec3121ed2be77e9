import type { StoryInfo } from '../../model/actual.ts';
import type { StoryPatch } from '../../tenant/port.ts';

/**
 * What must be set by update after an import: the name if the tenant chose another, tags, and every setting that
 * exports do not hold and the import moved. Undefined when all is as it should be.
 */
export function settingsToRestore(
  after: StoryInfo,
  wanted: { readonly name: string; readonly tags: readonly string[]; readonly removeTags: readonly string[] },
  before: StoryInfo | undefined,
): StoryPatch | undefined {
  const addTags = wanted.tags.filter((tag) => !after.tags.includes(tag));
  const removeTags = wanted.removeTags.filter((tag) => after.tags.includes(tag));
  const patch: StoryPatch = {
    ...(after.name === wanted.name ? {} : { name: wanted.name }),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(removeTags.length > 0 ? { removeTags } : {}),
    ...(before && after.disabled !== before.disabled ? { disabled: before.disabled } : {}),
    ...(before && after.priority !== before.priority ? { priority: before.priority } : {}),
    ...(before && after.locked !== before.locked ? { locked: before.locked } : {}),
    ...(before && after.folderId !== before.folderId ? { folderId: before.folderId } : {}),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Settings in a patch that no export holds: only asking for the story by its id proves them. */
export function settingsIn(patch: StoryPatch): readonly string[] {
  return Object.keys(patch).filter((field) => !['name', 'addTags', 'removeTags'].includes(field));
}

/** What an import can take from a story: no file holds it, so all that it can be reset to is the vendor's own value. The folder is sent along. */
export function hasSettingsToLose({ disabled, priority, locked }: StoryInfo): boolean {
  return disabled || priority || locked;
}
