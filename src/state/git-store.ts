import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { findGitDirs } from '../repository/git-dir.ts';
import { readHeadFile, readRef } from '../repository/ref.ts';
import { foreignStorage } from '../repository/storage.ts';
import type { StateStore } from './port.ts';
import { moveRef } from './ref-lock.ts';
import { type Author, fileName, type Signature, StateTree } from './state-tree.ts';
import { type StateChange, WriteQueue } from './write-queue.ts';

export type GitStateOptions = {
  /** A folder inside the repository. */
  readonly dir: string;
  /** Short name: `storysync/state`. */
  readonly branch: string;
  readonly author: Author;
  readonly now: () => Date;
  /** How long to wait for somebody else's lock; 5 seconds unless told. */
  readonly lockWaitMs?: number;
};

/** Each lost race means that another writer got ahead, so this many in a row means that something else is wrong. */
const MAX_LOST_RACES = 500;

/** State on a local branch. Only objects and the branch itself are written: never work tree, index or HEAD. */
export async function openGitStateStore(options: GitStateOptions): Promise<Result<StateStore, Problem>> {
  if (!isBranchName(options.branch)) return fail(noBranchName(options.branch));
  const dirs = await findGitDirs(options.dir);
  if (dirs === undefined) return fail(noRepository('this folder is not inside a git work tree'));
  const store = new GitStateStore(dirs.commonDir, options);
  return guarded(options.branch, async () => {
    const foreign = await foreignStorage(dirs.commonDir);
    if (foreign !== undefined) return fail(noRepository(`the repository uses ${foreign}`));
    const checkedOut = await store.findCheckout();
    return checkedOut === undefined ? ok(store) : fail(checkedOut);
  });
}

class GitStateStore implements StateStore {
  readonly #commonDir: string;
  readonly #options: GitStateOptions;
  readonly #ref: string;
  readonly #tree: StateTree;
  readonly #queue: WriteQueue;

  constructor(commonDir: string, options: GitStateOptions) {
    this.#commonDir = commonDir;
    this.#options = options;
    this.#ref = `refs/heads/${options.branch}`;
    this.#tree = new StateTree(commonDir);
    this.#queue = new WriteQueue((changes) => guarded(options.branch, () => this.#commit(changes)));
  }

  read(name: string): Promise<Result<string | undefined, Problem>> {
    return guarded(this.#options.branch, async () => {
      const commit = await readRef(this.#commonDir, this.#ref);
      return ok(commit === undefined ? undefined : await this.#tree.read(commit, name));
    });
  }

  names(): Promise<Result<readonly string[], Problem>> {
    return guarded(this.#options.branch, async () => {
      const commit = await readRef(this.#commonDir, this.#ref);
      return ok(commit === undefined ? [] : await this.#tree.names(commit));
    });
  }

  async writtenAt(): Promise<string | undefined> {
    const time = await guarded(this.#options.branch, async () => {
      const commit = await readRef(this.#commonDir, this.#ref);
      return ok(commit === undefined ? undefined : await this.#tree.writtenAt(commit));
    });
    return time.ok ? time.value : undefined;
  }

  async write(name: string, text: string, message: string): Promise<Result<null, Problem>> {
    // Checked before it is queued: one caller's bug must not take down a commit that it shares with others.
    fileName(name);
    return this.#queue.add({ name, text, message });
  }

  async keep(destination: string, file: string, text: string, message: string): Promise<Result<null, Problem>> {
    const copy = { folder: ['pruned', fileName(destination).replace(/\.json$/, '')], file, text, message };
    return guarded(this.#options.branch, () => this.#advance((from, by) => this.#tree.commitCopy(from, copy, by)));
  }

  /** The local branch is where state is shared: it stands there with each write. */
  flush(): Promise<Result<null, Problem>> {
    return Promise.resolve(ok(null));
  }

  /** A branch that a work tree is on must not move under it. */
  async findCheckout(): Promise<Problem | undefined> {
    const linked = await readdir(join(this.#commonDir, 'worktrees')).catch(() => []);
    for (const gitDir of [this.#commonDir, ...linked.map((name) => join(this.#commonDir, 'worktrees', name))]) {
      const head = await readHeadFile(gitDir);
      if (head !== undefined && 'ref' in head && head.ref === this.#ref) return checkedOut(this.#options.branch);
    }
    return undefined;
  }

  #commit(changes: readonly StateChange[]): Promise<Result<null, Problem>> {
    return this.#advance((from, by) => this.#tree.commit(from, { changes, ...by }));
  }

  /** Moves the branch on by one commit, made anew whenever somebody else was faster. */
  async #advance(
    commit: (from: string | undefined, by: Signature) => Promise<string | undefined>,
  ): Promise<Result<null, Problem>> {
    const { author, branch, lockWaitMs = 5000 } = this.#options;
    const by = { author, at: this.#options.now() };
    const conflict = await this.findCheckout();
    if (conflict !== undefined) return fail(conflict);
    for (let lost = 0; lost < MAX_LOST_RACES; lost++) {
      const from = await readRef(this.#commonDir, this.#ref);
      const to = await commit(from, by);
      if (to === undefined) return ok(null);
      const move = await moveRef(this.#commonDir, this.#ref, { from, to }, lockWaitMs);
      if (move === 'done') return ok(null);
      if (move === 'locked') return fail(locked(branch, lockWaitMs));
      await delay(Math.random() * Math.min(5 * (lost + 1), 100));
    }
    return fail(broken(branch, 'other processes kept moving it'));
  }
}

/** Git and file system failures become problems here; our own mistakes still throw. */
async function guarded<T>(branch: string, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || code.startsWith('ERR_INVALID_')) throw error;
    const missing = code === 'NotFoundError' || code === 'ENOENT';
    return fail(broken(branch, missing ? 'objects of it are missing here' : `git or the file system answered ${code}`));
  }
}

/** The part of git's rules that keeps a name inside refs/heads and away from lock files. */
function isBranchName(branch: string): boolean {
  const forbidden = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|^[.-]|\.$|\.lock$/u;
  return branch.split('/').every((part) => part !== '' && !forbidden.test(part));
}

function noBranchName(branch: string): Problem {
  const message = `${JSON.stringify(branch)} cannot be the name of a git branch`;
  return { code: 'STA008', severity: 'warning', message, hint: 'Use a name such as "storysync/state"' };
}

function noRepository(why: string): Problem {
  const hint = 'Run storysync inside a clone of the repository, or with --no-state';
  return { code: 'STA004', severity: 'warning', message: `State cannot be kept in git: ${why}`, hint };
}

function checkedOut(branch: string): Problem {
  const message = `A work tree of this repository is on "${branch}", the branch that state is kept on`;
  return { code: 'STA005', severity: 'warning', message, hint: 'Check out another branch there' };
}

function locked(branch: string, waitMs: number): Problem {
  return {
    code: 'STA006',
    severity: 'warning',
    message: `The state branch "${branch}" stayed locked for ${waitMs / 1000} seconds`,
    hint: `If no other storysync or git is at work here, delete the file refs/heads/${branch}.lock in the .git folder`,
  };
}

function broken(branch: string, why: string): Problem {
  return {
    code: 'STA007',
    severity: 'warning',
    message: `The state branch "${branch}" cannot be read or written: ${why}`,
    hint: 'Fetch the branch in full, and check free space and permissions of the .git folder',
  };
}
