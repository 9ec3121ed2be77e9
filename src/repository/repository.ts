import { changedSinceCommit } from './dirty.ts';
import { findGitDirs, type GitDirs } from './git-dir.ts';
import { ObjectReader } from './objects.ts';
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
  /** Whether any of these files (relative to the root) is not what HEAD holds. Cannot tell counts as yes. */
  isDirty(paths: readonly string[]): Promise<boolean>;
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
    isDirty: async (paths) => {
      const commit = (await readHead(dirs))?.commit;
      return changedSinceCommit({ root: dirs.root, objects, commit }, paths);
    },
  };
}

async function readHead({ gitDir, commonDir }: GitDirs): Promise<Head | undefined> {
  const head = await readHeadFile(gitDir);
  if (head === undefined) return undefined;
  if ('oid' in head) return { commit: head.oid };
  const commit = await readRef(commonDir, head.ref);
  return commit === undefined ? undefined : { commit, branch: head.ref.replace(/^refs\/heads\//, '') };
}
