import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { foreignStorage } from '../git/objects/storage.ts';
import { isBranchName } from '../git/read/branch-name.ts';
import { findGitDirs, type GitDirs } from '../git/read/git-dir.ts';
import { pastBlobs } from './history.ts';
import { DESTINATIONS, destinationOf, prunedPath, ROLLOUT, statePath, TOLD } from './paths.ts';
import type { FleetFile, FormerText, StateStore, StoredText } from './port.ts';
import { NOT_SHARED, type Sharing } from './sharing.ts';
import { StateBranch, type StateBranchOptions } from './state-branch.ts';
import { foreignRepository, guarded, noBranchName, noRepository } from './state-problems.ts';
import type { StateChange } from './write-queue.ts';

export type GitStateOptions = StateBranchOptions & {
  /** A folder inside the repository. */
  readonly dir: string;
};

/** State on a local branch. Only objects and the branch itself are written: never work tree, index or HEAD. */
export async function openGitStateStore(options: GitStateOptions): Promise<Result<StateStore, Problem>> {
  const opened = await openStateBranch(options);
  return opened.ok ? ok(new GitStateStore(opened.value.branch)) : opened;
}

export type OpenedStateBranch = { readonly branch: StateBranch; readonly dirs: GitDirs };

/** The local branch, once it is known that state can be kept on it. */
export async function openStateBranch(options: GitStateOptions): Promise<Result<OpenedStateBranch, Problem>> {
  if (!isBranchName(options.branch)) return fail(noBranchName(options.branch));
  const dirs = await findGitDirs(options.dir);
  if (dirs === undefined) return fail(noRepository('this folder is not inside a git work tree'));
  const branch = await StateBranch.open(dirs.commonDir, options);
  return guarded(options.branch, async () => {
    const foreign = await foreignStorage(dirs.commonDir);
    if (foreign !== undefined) return fail(foreignRepository(foreign));
    await branch.clearDeadLock();
    const checkedOut = await branch.findCheckout();
    return checkedOut === undefined ? ok({ branch, dirs }) : fail(checkedOut);
  });
}

export class GitStateStore implements StateStore {
  readonly #branch: StateBranch;
  readonly #sharing: Sharing;
  #past: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  constructor(branch: StateBranch, sharing: Sharing = NOT_SHARED) {
    this.#branch = branch;
    this.#sharing = sharing;
  }

  read(name: string): Promise<Result<string | undefined, Problem>> {
    return this.#read(statePath(name));
  }

  past(name: string): Promise<Result<readonly FormerText[], Problem>> {
    return this.#pastOf(statePath(name));
  }

  // The path is made before anything is queued: one caller's bug must not take down a commit that it shares with others.
  async write(name: string, text: string, message: string): Promise<Result<null, Problem>> {
    return this.#write({ path: statePath(name), text, message });
  }

  ofFleet(path: FleetFile): StoredText {
    return {
      read: () => this.#read(path),
      past: () => this.#pastOf(path),
      write: (text, message, over) => this.#write({ path, text, message, over }),
    };
  }

  async keep(destination: string, file: string, text: string, message: string): Promise<Result<null, Problem>> {
    return this.#write({ path: prunedPath(destination, file), text, message });
  }

  names(): Promise<Result<readonly string[], Problem>> {
    return guarded(this.#branch.name, async () => {
      const commit = await this.#branch.tip();
      const files = commit === undefined ? [] : await this.#branch.tree.list(commit, DESTINATIONS);
      const names = files.map(destinationOf).filter((name) => name !== undefined);
      return ok(names.toSorted());
    });
  }

  async writtenAt(): Promise<string | undefined> {
    const time = await guarded(this.#branch.name, async () => {
      const commit = await this.#branch.tip();
      return ok(commit === undefined ? undefined : (await this.#branch.tree.commit(commit)).author.timestamp);
    });
    return time.ok && time.value !== undefined ? new Date(time.value * 1000).toISOString() : undefined;
  }

  catchUp(): Promise<void> {
    return this.#sharing.catchUp();
  }

  flush(): Promise<Result<null, Problem>> {
    return this.#sharing.flush();
  }

  #read(path: string): Promise<Result<string | undefined, Problem>> {
    return guarded(this.#branch.name, async () => {
      const commit = await this.#branch.tip();
      return ok(commit === undefined ? undefined : await this.#branch.tree.read(commit, path));
    });
  }

  #pastOf(path: string): Promise<Result<readonly FormerText[], Problem>> {
    return guarded(this.#branch.name, async () => {
      const blobs = (await this.#pastBlobs()).get(path) ?? [];
      return ok(blobs.map((id) => ({ id, read: () => this.#text(id) })));
    });
  }

  /** Looked up once for all files, and only when somebody asks. */
  #pastBlobs(): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#past ??= this.#branch
      .tip()
      .then((tip) =>
        tip === undefined ? new Map() : pastBlobs(this.#branch.tree, tip, [DESTINATIONS, ROLLOUT, TOLD]),
      );
    return this.#past;
  }

  #text(id: string): Promise<Result<string, Problem>> {
    return guarded(this.#branch.name, async () => ok(await this.#branch.tree.text(id)));
  }

  async #write(change: StateChange): Promise<Result<null, Problem>> {
    this.#sharing.writing(change);
    const written = await this.#branch.write(change);
    if (written.ok) this.#sharing.written();
    return written;
  }
}
