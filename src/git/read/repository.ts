import { ObjectReader, type ObjectRefusal } from '../objects/objects.ts';
import { foreignStorage } from '../objects/storage.ts';
import { treeStatus } from './dirty-tree.ts';
import { findGitDirs, type GitDirs } from './git-dir.ts';
import { readHeadFile, readRef } from './ref.ts';

/** The commit that is checked out; no branch when HEAD is detached, as in most CI jobs. */
export type Head = { readonly commit: string; readonly branch?: string };

/** A git work tree, to read from. */
export interface Repository {
  /** Top folder of the work tree, absolute. */
  readonly root: string;
  readonly dirs: GitDirs;
  /** The one reader of a command: what it learnt of git's packs serves all that follows. */
  readonly objects: ObjectReader;
  /** Undefined before the first commit. */
  head(): Promise<Head | undefined>;
  /** Whether these files (relative to the root) are what HEAD holds; in words, what keeps git from telling. */
  status(paths: readonly string[]): Promise<'same' | 'changed' | { readonly unknown: string }>;
}

/** The repository that a folder lies in, or undefined when it lies in none. */
export async function openRepository(startDir: string): Promise<Repository | undefined> {
  const dirs = await findGitDirs(startDir);
  if (dirs === undefined) return undefined;
  const objects = await ObjectReader.open(dirs.commonDir);
  return {
    root: dirs.root,
    dirs,
    objects,
    head: () => readHead(dirs),
    status: async (paths) => {
      const foreign = await foreignStorage(dirs.commonDir);
      if (foreign !== undefined) return { unknown: `the repository uses ${foreign}, which storysync does not read` };
      const commit = (await readHead(dirs))?.commit;
      const status = await treeStatus({ root: dirs.root, objects, commit }, paths);
      return typeof status === 'string' ? status : { unknown: DOUBTS[status.unknown] };
    },
  };
}

const DOUBTS: { readonly [refusal in ObjectRefusal]: string } = {
  missing_objects: 'objects of the commit are not in this clone, which is shallow or partial',
  too_large: 'an object of the commit is larger than storysync reads',
  unreadable: "git's objects cannot be read; git fsck tells what is wrong with them",
};

async function readHead({ gitDir, commonDir }: GitDirs): Promise<Head | undefined> {
  const head = await readHeadFile(gitDir);
  if (head === undefined) return undefined;
  if ('oid' in head) return { commit: head.oid };
  const commit = await readRef(commonDir, head.ref);
  return commit === undefined ? undefined : { commit, branch: head.ref.replace(/^refs\/heads\//, '') };
}
