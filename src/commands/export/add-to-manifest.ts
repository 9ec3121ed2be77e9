import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { editManifest } from '../../manifest/edit/edit.ts';
import type { DiscoveredStory } from '../../model/exported.ts';
import { openSource, type StoryCatalogue } from '../../workspace/open-catalogue.ts';

export type AddedStories = {
  readonly catalogue: StoryCatalogue;
  readonly text: string;
  /** Warnings of the new text, with its lines. */
  readonly problems: readonly Problem[];
};

/** The manifest with these stories in its catalogue; comments and layout stay. Nothing is written. */
export function addToManifest(
  catalogue: StoryCatalogue,
  stories: readonly DiscoveredStory[],
): Result<AddedStories, readonly Problem[]> {
  const { source, today } = catalogue;
  const added = stories.map(({ key, id }) => ({ key, id }));
  const text = editManifest(source, [{ kind: 'add_stories', stories: added }], { today });
  if (!text.ok) return text;
  const bytes = new TextEncoder().encode(text.value);
  const opened = openSource({ file: source.file, bytes }, catalogue);
  return opened.catalogue
    ? ok({ catalogue: opened.catalogue, text: text.value, problems: opened.problems })
    : fail(opened.problems);
}
