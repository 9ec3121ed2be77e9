import { dirname, resolve } from 'node:path';
import { type ChangedFile, changedBetween } from '../repository/changed-files.ts';
import { type Layout, repositoryPath } from './layout.ts';
import type { World } from './ports.ts';
import type { Workspace } from './workspace.ts';

/** What this run's content changed since its base commit: the manifest and story files. */
export type ChangeSet = { readonly base: string; readonly files: readonly ChangedFile[] };

/** Undefined where no commit holds the content, or its base is not known or not here. */
export async function changeSetOf(world: World, workspace: Workspace): Promise<ChangeSet | undefined> {
  const { repository, base, commit, manifest } = workspace;
  if (repository === undefined || base === undefined || commit === null) return undefined;
  const folder = dirname(resolve(world.directory, manifest.file));
  const layout: Layout = { root: repository.root, folder, manifestPath: manifest.file };
  const stories = [...manifest.stories.values()].map(({ file }) => repositoryPath(layout, file));
  const changed = await changedBetween(repository, base, commit, { under: repositoryPath(layout, '.') || '.' });
  if (!changed.ok) return undefined;
  const ours = new Set([repositoryPath(layout, resolve(world.directory, manifest.file)), ...stories]);
  const folders = new Set(stories.map((path) => dirname(path)));
  // A story file that went away is in no catalogue any more.
  const wasOurs = ({ path, change }: ChangedFile): boolean => change === 'remove' && folders.has(dirname(path));
  return { base, files: changed.value.filter((file) => ours.has(file.path) || wasOurs(file)) };
}
