import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { didYouMean } from '../../diagnostics/suggestion.ts';
import { gitChanges, wholeStory } from '../../export/git-changes.ts';
import { shownPicture } from '../../export/shown-picture.ts';
import type { CatalogueStory } from '../../model/destination.ts';
import type { Story } from '../../model/story.ts';
import type { GitSide, StoryDiff } from '../../model/story-diff.ts';
import type { Picture } from '../../picture/picture.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { commitVersion, type Version, type VersionFile, workTreeVersion } from '../../workspace/story-versions.ts';
import { cannotRun, finding, type Refused } from '../ended.ts';
import type { VersionName, VersionRange } from './range.ts';

export type DiffResult = {
  readonly diff: StoryDiff;
  /** The two sides in one. Made when somebody asks for it. */
  readonly picture: () => Promise<Picture>;
  /** What should be known beside it. */
  readonly problems: readonly Problem[];
  readonly exitCode: 0;
};

/** What changed in a story between two versions in git. Each is read under its own manifest; that there are differences is no failure. */
export async function diffVersions(
  catalogue: StoryCatalogue,
  key: string,
  range: VersionRange,
): Promise<Result<DiffResult, Refused>> {
  const from = await openVersion(catalogue, range.from);
  if (!from.ok) return cannotRun([from.error]);
  const to = await openVersion(catalogue, range.to);
  if (!to.ok) return cannotRun([to.error]);
  const versions = [from.value, to.value] as const;
  const entry = catalogue.manifest.stories.get(key) ?? to.value.named(key) ?? from.value.named(key);
  if (entry === undefined) {
    const keys = [...catalogue.manifest.stories.keys(), ...versions.flatMap((each) => [...each.keys])];
    return cannotRun([noSuchStory(key, catalogue, [...new Set(keys)])]);
  }
  const before = await readSide(from.value, entry);
  if (!before.ok) return before;
  const after = await readSide(to.value, entry);
  if (!after.ok) return after;
  const problems = [...new Set(versions.flatMap((version) => version.problems))];
  const compared = await compare(before.value.story, after.value.story);
  if (compared === undefined) return cannotRun([nowhere(key, before.value.side, after.value.side)]);
  const sides = { from: before.value.side, to: after.value.side };
  const diff: StoryDiff = { manifest: catalogue.manifest.file, key, ...sides, ...compared };
  const picture = () => shownPicture(before.value.story, after.value.story, diff.changes);
  return ok({ diff, picture, problems, exitCode: 0 });
}

export function noSuchStory(key: string, { manifest }: StoryCatalogue, keys: readonly string[]): Problem {
  const known = keys.slice(0, 5).join(', ') + (keys.length > 5 ? `, … (${keys.length} in all)` : '');
  return {
    code: 'DIF001',
    severity: 'error',
    message: `there is no story ${JSON.stringify(key)} in ${manifest.file}`,
    hint: didYouMean(key, keys) ?? `the manifest has: ${known || 'none'}`,
  };
}

export async function openVersion(catalogue: StoryCatalogue, version: VersionName): Promise<Result<Version, Problem>> {
  return version.kind === 'commit' ? commitVersion(catalogue, version.name) : ok(workTreeVersion(catalogue));
}

type ReadSide = { readonly side: GitSide & { readonly present: boolean }; readonly story: Story | undefined };

export async function readSide(version: Version, entry: CatalogueStory): Promise<Result<ReadSide, Refused>> {
  const file = await version.fileOf(entry);
  if (!file.ok) return cannotRun([file.error]);
  const { content } = file.value;
  if (!content.ok) return finding(content.error);
  const story = content.value === 'absent' ? undefined : content.value;
  return ok({ side: sideOf(version, file.value, story !== undefined), story });
}

function sideOf({ where }: Version, { shown: file }: VersionFile, present: boolean): ReadSide['side'] {
  return { ...where, file, present };
}

async function compare(
  before: Story | undefined,
  after: Story | undefined,
): Promise<Pick<StoryDiff, 'name' | 'change' | 'changes'> | undefined> {
  if (before === undefined) {
    return after && { name: after.name, change: 'added', changes: wholeStory(after, 'add') };
  }
  if (after === undefined) return { name: before.name, change: 'removed', changes: wholeStory(before, 'remove') };
  const changes = await gitChanges(before, after);
  return { name: after.name, change: changes.length === 0 ? 'unchanged' : 'changed', changes };
}

function nowhere(key: string, from: GitSide, to: GitSide): Problem {
  return {
    code: 'DIF001',
    severity: 'error',
    message: `story ${JSON.stringify(key)} is on neither side: there is no ${from.file} and no ${to.file}`,
    hint: 'give commits of which at least one has the story',
  };
}
