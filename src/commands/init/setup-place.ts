import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { currentBranch } from '../../git/read/ref.ts';
import { openRepository, type Repository } from '../../git/read/repository.ts';
import type { Layout } from '../../workspace/layout.ts';

/** Where a repository is set up, and what can be known of it without asking. */
export type SetupPlace = {
  readonly layout: Layout;
  readonly repository: Repository | undefined;
  /** The branch whose merges are synced. */
  readonly branch: string;
  /** The manifest's schema in the installed package; absent where it is not installed. */
  readonly installedSchema?: string;
  /** Packages are installed at the top of the repository. */
  readonly hasPackages: boolean;
};

export const SCHEMA_FILE = 'schemas/sync.schema.json';

export async function findSetupPlace(directory: string, manifestPath: string): Promise<SetupPlace> {
  const folder = dirname(resolve(directory, manifestPath));
  const repository = await openRepository(folder);
  // Without a repository, one is expected to begin where the command is run.
  const root = repository?.root ?? (isWithin(folder, directory) ? resolve(directory) : folder);
  const installedSchema = await findInstalledSchema(folder, root);
  return {
    layout: { root, folder, manifestPath },
    repository,
    branch: await defaultBranch(repository),
    ...(installedSchema === undefined ? {} : { installedSchema }),
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

async function findInstalledSchema(folder: string, root: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const schema = join(at, 'node_modules', 'storysync', SCHEMA_FILE);
    const found = await stat(schema).catch(() => undefined);
    if (found?.isFile() === true) return fromFolder({ folder }, schema);
    if (at === root || basename(at) === '') return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}
