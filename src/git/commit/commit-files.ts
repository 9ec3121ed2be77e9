import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { systemHint, systemWords } from '../../diagnostics/system-code.ts';
import type { Author } from '../objects/author.ts';
import { ObjectWriter } from '../objects/object-writer.ts';
import { ObjectReader } from '../objects/objects.ts';
import { foreignStorage } from '../objects/storage.ts';
import { storageFailure } from '../objects/storage-failure.ts';
import { isBranchName } from '../read/branch-name.ts';
import { isCheckedOut } from '../read/checkouts.ts';
import { findGitDirs, type GitDirs } from '../read/git-dir.ts';
import { isGitsOwnName } from '../read/gits-own-name.ts';
import { readHeadFile, readRef } from '../read/ref.ts';
import { moveRef } from '../read/ref-lock.ts';
import { baseTrailers, chooseBase, isAncestor } from './branch-base.ts';
import { CommitObjects, type NewTree, type Obstacle } from './commit-objects.ts';
import * as problems from './commit-problems.ts';
import { type LockedIndex, lockIndex } from './index-file.ts';

export type FilesToCommit = {
  /** By path from the top of the repository, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly message: string;
  readonly author: Author;
  readonly at: Date;
  /** Commit there and touch nothing else; without it, onto the branch that is checked out. */
  readonly branch?: string;
  /** With a branch: where it stands on the remote, its objects being here. */
  readonly remoteTip?: string;
  /** How long to wait for somebody else's lock; 5 seconds unless told. */
  readonly lockWaitMs?: number;
};

export type Committed = {
  readonly commit: string;
  readonly branch: string;
  /** What the commit stands on; its only parent. */
  readonly parent: string;
  /** False: the branch held these very files already. */
  readonly made: boolean;
  /** The commit takes the place of the remote's tip and does not follow it. */
  readonly force: boolean;
};

type Place = { readonly dirs: GitDirs; readonly objects: CommitObjects };

/**
 * Commits files from git's objects, never by way of the index. Hooks are not run. `'nothing'`: the files are as HEAD
 * has them.
 */
export async function commitFiles(
  repository: { readonly root: string },
  request: FilesToCommit,
): Promise<Result<Committed | 'nothing', Problem>> {
  for (const path of request.files.keys()) if (!isInside(path)) return fail(problems.outside(path));
  if (request.branch !== undefined && !isBranchName(request.branch))
    return fail(problems.cannotCommitWithoutBranch(request.branch));
  return guarded(request.branch, async () => {
    const dirs = await findGitDirs(repository.root);
    if (dirs === undefined) return fail(problems.cannotCommitOutside('this folder is not inside a git work tree'));
    const foreign = await foreignStorage(dirs.commonDir);
    if (foreign !== undefined) return fail(problems.cannotCommitForeign(foreign));
    const place = {
      dirs,
      objects: new CommitObjects(await ObjectReader.open(dirs.commonDir), new ObjectWriter(dirs.commonDir)),
    };
    return request.branch === undefined ? commitOnHead(place, request) : commitOnBranch(place, request, request.branch);
  });
}

async function commitOnHead(
  { dirs, objects }: Place,
  request: FilesToCommit,
): Promise<Result<Committed | 'nothing', Problem>> {
  const { message, author, at, lockWaitMs = LOCK_WAIT_MS } = request;
  const file = await readHeadFile(dirs.gitDir);
  if (file === undefined || !('ref' in file) || !file.ref.startsWith(HEADS)) return fail(problems.noBranch());
  const index = await lockIndex(dirs, lockWaitMs);
  if (!index.ok) {
    const { error } = index;
    return fail(
      'lockedBy' in error
        ? problems.cannotCommitLocked('index', error.lockedBy, lockWaitMs)
        : problems.indexForm(error),
    );
  }
  try {
    const parent = await readRef(dirs.commonDir, file.ref);
    if (parent === undefined) return fail(problems.noCommit());
    const built = await build(objects, parent, request, index.value);
    if (!built.ok) return built;
    const { tree, files } = built.value;
    if (tree === (await objects.reader.commit(parent)).tree) return ok('nothing');
    const commit = await objects.commit({ tree, parent, message: ending(message), author, at });
    await index.value.prepare(
      files.map((each) => ({ ...each, content: request.files.get(each.path) ?? new Uint8Array() })),
      { ref: file.ref, commit },
    );
    const branch = file.ref.slice(HEADS.length);
    const moved = await moveBranch(dirs, branch, { from: parent, to: commit }, lockWaitMs);
    if (!moved.ok) return moved;
    await index.value.replace();
    return ok({ commit, branch, parent, made: true, force: false });
  } finally {
    await index.value.release();
  }
}

async function commitOnBranch(
  { dirs, objects }: Place,
  request: FilesToCommit,
  branch: string,
): Promise<Result<Committed | 'nothing', Problem>> {
  const { message, author, at, remoteTip: remote, lockWaitMs = LOCK_WAIT_MS } = request;
  const ref = `${HEADS}${branch}`;
  if (await isCheckedOut(dirs.commonDir, ref)) return fail(problems.cannotCommitCheckedOut(branch));
  const file = await readHeadFile(dirs.gitDir);
  const head = file === undefined || 'oid' in file ? file?.oid : await readRef(dirs.commonDir, file.ref);
  if (head === undefined) return fail(problems.noCommit());
  const local = await readRef(dirs.commonDir, ref);
  const base = await chooseBase(objects.reader, { head, local, remote });
  if (base.kind === 'diverged') return fail(problems.diverged(branch));
  const { parent, tip } = base;
  const built = await build(objects, parent, request);
  if (!built.ok) return built;
  const { tree } = built.value;
  const force = async (commit: string): Promise<boolean> =>
    remote !== undefined && !(await isAncestor(objects.reader, remote, commit));
  if (parent === head && tree === (await objects.reader.commit(head)).tree) return ok('nothing');
  if (tip !== undefined && tree === (await objects.reader.commit(tip)).tree) {
    return ok({ commit: tip, branch, parent, made: false, force: await force(tip) });
  }
  const text = parent === head ? `${ending(message)}\n${baseTrailers(parent, tree)}` : ending(message);
  const commit = await objects.commit({ tree, parent, message: text, author, at });
  const moved = await moveBranch(dirs, branch, { from: local, to: commit }, lockWaitMs);
  if (!moved.ok) return moved;
  return ok({ commit, branch, parent, made: true, force: await force(commit) });
}

async function build(
  objects: CommitObjects,
  parent: string,
  { files }: FilesToCommit,
  index?: LockedIndex,
): Promise<Result<NewTree, Problem>> {
  const { tree } = await objects.reader.commit(parent);
  const built = await objects.withFiles(tree, files);
  if (!built.ok) return fail(problems.obstructed(built.error));
  const path = index?.findObstacle([...files.keys()]);
  return path === undefined ? built : fail(problems.obstructed({ path, what: UNMERGED }));
}

async function moveBranch(
  { commonDir }: GitDirs,
  branch: string,
  move: Parameters<typeof moveRef>[2],
  waitMs: number,
): Promise<Result<null, Problem>> {
  const done = await moveRef(commonDir, `${HEADS}${branch}`, move, waitMs);
  if (done === 'done') return ok(null);
  if (done === 'moved') return fail(problems.moved(branch));
  return fail(problems.cannotCommitLocked(`refs/heads/${branch}`, done.lockedBy, waitMs));
}

const HEADS = 'refs/heads/';
const LOCK_WAIT_MS = 5000;
/** A branch is a file: `x` and `x/y` cannot both be. */
const IN_THE_WAY = new Set(['EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY']);
const UNMERGED: Obstacle['what'] = 'left open by a merge, or staged as something else';

function ending(message: string): string {
  return `${message.trimEnd()}\n`;
}

/** No path that git would refuse, or that leads into its own folder. */
function isInside(path: string): boolean {
  return path.split('/').every((part) => !/^\.{0,2}$/.test(part) && !isGitsOwnName(part) && !part.includes('\0'));
}

/** Git and file system failures become problems here; our own mistakes still throw. */
async function guarded<T>(
  branch: string | undefined,
  work: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  try {
    return await work();
  } catch (error) {
    const code = storageFailure(error);
    if (branch !== undefined && IN_THE_WAY.has(code)) return fail(problems.nameTaken(branch));
    if (code === 'NotFoundError') return fail(problems.cannotCommitOutside('objects of the branch are missing here'));
    const why = systemWords(code, 'git or the file system failed');
    return fail(problems.cannotCommitOutside(why, systemHint(code, problems.FULL_CLONE)));
  }
}
