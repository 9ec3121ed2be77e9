import { dirname } from 'node:path';
import { type ChangedFile, changedBetween } from '../git/read/changed-files.ts';
import { manifestInGit, repositoryPath, storiesInGit } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What this run's content changed since its base commit: the manifest and story files. */
export type TouchedFiles = { readonly base: string; readonly files: readonly ChangedFile[] };

/** Undefined where no commit holds the content, or its base is not known or not here. */
export async function findTouchedFiles(workspace: Workspace): Promise<TouchedFiles | undefined> {
  const { repository, base, commit, manifest, layout } = workspace;
  if (repository === undefined || base === undefined || commit === null) return undefined;
  const stories = storiesInGit(layout, manifest);
  const changed = await changedBetween(repository, base, commit, { under: repositoryPath(layout, '.') || '.' });
  if (!changed.ok) return undefined;
  const ours = new Set([manifestInGit(layout), ...stories]);
  const folders = new Set(stories.map((path) => dirname(path)));
  // A story file that went away is in no catalogue any more.
  const wasOurs = ({ path, change }: ChangedFile): boolean => change === 'remove' && folders.has(dirname(path));
  return { base, files: changed.value.filter((file) => ours.has(file.path) || wasOurs(file)) };
}
