import { lstat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isInside } from '../../files/safe-file.ts';
import { currentBranch } from '../../git/read/ref.ts';
import { openRepository, type Repository } from '../../git/read/repository.ts';
import type { Layout } from '../../workspace/layout.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';

/** Where a repository is set up, and what can be known of it without asking. */
export type SetupPlace = {
  readonly layout: Layout;
  readonly repository: Repository | undefined;
  /** The branch whose merges are synced. */
  readonly branch: string;
  readonly installed?: InstalledPackage;
  /** Packages are installed at the top of the repository. */
  readonly hasPackages: boolean;
};

export async function findSetupPlace(directory: string, manifestPath: string): Promise<SetupPlace> {
  const folder = dirname(resolve(directory, manifestPath));
  const repository = await openRepository(folder);
  // Without a repository, one is expected to begin where the command is run.
  const root = repository?.root ?? (isInside(resolve(directory), folder) ? resolve(directory) : folder);
  const installed = await findInstalledPackage(folder, root);
  return {
    layout: { root, folder, manifestPath },
    repository,
    branch: await defaultBranch(repository),
    ...(installed === undefined ? {} : { installed }),
    hasPackages: await isThere(join(root, 'node_modules')),
  };
}

/** A path as a file in `folder` names it: forward slashes. */
export function fromFolder({ folder }: Pick<Layout, 'folder'>, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** Whether anything has this name, be it a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** What git calls the first branch of a new repository is its default one; later only `master` gives itself away. */
async function defaultBranch(repository: Repository | undefined): Promise<string> {
  if (repository === undefined) return 'main';
  const branch = await currentBranch(repository.dirs.gitDir);
  const isFirst = (await repository.head()) === undefined;
  return branch !== undefined && (isFirst || branch === 'master') ? branch : 'main';
}
