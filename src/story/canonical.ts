import { canonicalJson } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { mapSubStories } from './addresses/ingress-options.ts';

/** The story as it stands in git: canonical JSON without `exported_at`, which changes with every export. */
export function canonicalStory(story: Story): string {
  return canonicalJson(withoutExportTime(story));
}

function withoutExportTime(story: JsonObject): JsonObject {
  const { exported_at: _, ...rest } = story;
  return mapSubStories(rest, withoutExportTime);
}
