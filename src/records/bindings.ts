import { isObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { allActions } from '../story/actions.ts';

/** The ids of the record types that a story's actions embed; undefined for one that embeds a type without saying which. */
export function boundTypes(story: Story): readonly (number | undefined)[] {
  return allActions(story).flatMap(({ action: { record_type: type } }) => {
    if (type === undefined || type === null) return [];
    return [isObject(type) && Number.isInteger(type.id) ? (type.id as number) : undefined];
  });
}
