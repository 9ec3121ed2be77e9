import { type HttpClient, push } from 'isomorphic-git';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { readProxies } from '../../network/proxies.ts';
import { ObjectReader, readingObjects } from '../objects/objects.ts';
import { storageFailure } from '../objects/storage-failure.ts';
import type { GitDirs } from '../read/git-dir.ts';
import { currentBranch, readRef } from '../read/ref.ts';
import { clearDeadRefLock, moveRef } from '../read/ref-lock.ts';
import { readGitConfig } from './git-config.ts';
import { type GitAccess, type GitPatience, openGitHttp } from './git-http.ts';
import { LIBRARY_REMOTE, objectsOnlyFs } from './objects-only-fs.ts';
import { findRemote, type RemoteAddress } from './remote-address.ts';
import { authorizationFor } from './remote-credentials.ts';
import { judgeFailure, judgePush, type RemoteFailure } from './remote-failure.ts';
import { readingPack, storePack } from './store-pack.ts';
import { type Advertisement, readAdvertisement, requestPack } from './upload-pack.ts';

/** A branch, and the commit that the remote has it at. */
export type BranchTip = { readonly name: string; readonly tip: string };

/** A remote repository over http(s). Branches are short names. */
export interface Remote {
  /** As git calls it here: `origin`. */
  readonly name: string;
  /** Without credentials. */
  readonly url: string;
  /** The branch that HEAD stands for there; undefined when the server does not say, or has no such branch yet. */
  defaultBranch(): Promise<Result<BranchTip | undefined, RemoteFailure>>;
  /** Reads from a commit that a branch is at there, without its history and without a trace in this repository. */
  readTip<T>(commit: string, read: (objects: ObjectReader) => Promise<T>): Promise<Result<T, RemoteFailure>>;
  /** The commit that a branch is at there; undefined when there is no such branch. */
  tip(branch: string): Promise<Result<string | undefined, RemoteFailure>>;
  /** Whether a push may begin with what is at hand. What the rules of a branch make of it, only the push tells. */
  mayPush(): Promise<Result<null, RemoteFailure>>;
  /** Brings that branch's whole history here, and moves its tracking ref. Answers the tip. `have`: what came before. */
  fetch(
    branch: string,
    options?: Tracking & { readonly have?: string | undefined },
  ): Promise<Result<string | undefined, RemoteFailure>>;
  /**
   * Moves a branch there from `expected` (undefined: it must not exist yet) to a commit of ours; `moved` when it is not
   * at `expected` (any more). Without `force` the commit must follow on what is there.
   */
  push(
    commit: string,
    branch: string,
    expected: string | undefined,
    options?: Tracking & { readonly force?: boolean },
  ): Promise<Result<'done' | 'moved', RemoteFailure>>;
}

/** `track: false`: nobody in this clone is to see the branch, and no ref of it can be left locked. */
export type Tracking = { readonly track?: boolean };

export type OpenedRemote =
  | { readonly kind: 'open'; readonly remote: Remote }
  | Exclude<RemoteAddress, { readonly kind: 'http' }>;

export type RemoteOptions = {
  /** Where tokens and proxies are looked for. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** The remote's name; the one of the current branch unless told. */
  readonly remote?: string;
  readonly patience?: GitPatience;
};

/** The repository's remote, from its configuration alone: nothing is asked yet. */
export async function openRemote(
  dirs: GitDirs,
  { environment, remote, patience }: RemoteOptions,
): Promise<OpenedRemote> {
  const config = await readGitConfig(dirs.commonDir);
  const address = findRemote(config, await currentBranch(dirs.gitDir), remote);
  if (address.kind !== 'http') return address;
  const authorization = authorizationFor(address.url, environment, config);
  const access = { authorization, proxies: readProxies(environment), ...(patience ? { patience } : {}) };
  const objects = await ObjectReader.open(dirs.commonDir);
  return { kind: 'open', remote: new HttpRemote(dirs.commonDir, objects, address, access) };
}

/** Longer than any other process needs to move a tracking ref. */
const LOCK_WAIT_MS = 2000;
/** A new branch lies a few commits beside one that is there, or nowhere near. */
const NEAR = 100;
const NO_COMMIT = '0'.repeat(40);

class HttpRemote implements Remote {
  readonly name: string;
  readonly url: string;
  readonly #gitdir: string;
  readonly #objects: ObjectReader;
  readonly #http: HttpClient;

  constructor(
    commonDir: string,
    objects: ObjectReader,
    address: { readonly name: string; readonly url: URL },
    access: GitAccess,
  ) {
    this.name = address.name;
    this.#gitdir = commonDir;
    this.#objects = objects;
    const url = new URL(address.url);
    url.username = '';
    url.password = '';
    this.url = url.href.replace(/(?<!\/)\/+$/, '');
    this.#http = openGitHttp(url, access);
  }

  async tip(branch: string): Promise<Result<string | undefined, RemoteFailure>> {
    try {
      return ok((await this.#list()).refs.get(`refs/heads/${branch}`));
    } catch (error) {
      return fail(judgeFailure(error));
    }
  }

  async defaultBranch(): Promise<Result<BranchTip | undefined, RemoteFailure>> {
    try {
      const { refs, head } = await this.#list();
      const tip = head === undefined ? undefined : refs.get(`refs/heads/${head}`);
      return ok(head === undefined || tip === undefined ? undefined : { name: head, tip });
    } catch (error) {
      return fail(judgeFailure(error));
    }
  }

  async readTip<T>(commit: string, read: (objects: ObjectReader) => Promise<T>): Promise<Result<T, RemoteFailure>> {
    try {
      const { refs, capabilities } = await this.#list();
      if (![...refs.values()].includes(commit)) return fail({ kind: 'broken', why: 'has moved on meanwhile' });
      const pack = await requestPack(this.#http, this.url, { want: commit, tipOnly: true, capabilities });
      return ok(await readingPack(pack, read));
    } catch (error) {
      return fail(judgeFailure(error));
    }
  }

  async mayPush(): Promise<Result<null, RemoteFailure>> {
    try {
      await readAdvertisement(this.#http, this.url, 'git-receive-pack');
      return ok(null);
    } catch (error) {
      return fail(judgeFailure(error));
    }
  }

  async fetch(
    branch: string,
    { track = true, have: before }: Tracking & { readonly have?: string | undefined } = {},
  ): Promise<Result<string | undefined, RemoteFailure>> {
    try {
      const { refs, capabilities } = await this.#list();
      const want = refs.get(`refs/heads/${branch}`);
      if (want === undefined) return ok(undefined);
      const known = track ? await readRef(this.#gitdir, this.#trackingRef(branch)) : before;
      const have = known !== undefined && (await this.#has(known)) ? known : undefined;
      const isHere = have === want || (!track && (await this.#has(want)));
      if (!isHere) {
        await storePack(this.#gitdir, await requestPack(this.#http, this.url, { want, have, capabilities }));
        if (!(await this.#has(want))) return fail({ kind: 'broken', why: 'did not send the whole branch' });
      }
      if (track) await this.#track(branch, want);
      return ok(want);
    } catch (error) {
      return fail(judgeFailure(error));
    }
  }

  async push(
    commit: string,
    branch: string,
    expected: string | undefined,
    { force = false, track = true }: Tracking & { readonly force?: boolean } = {},
  ): Promise<Result<'done' | 'moved', RemoteFailure>> {
    try {
      const there = expected === undefined ? await this.#nearestThere(commit) : undefined;
      await push({
        ...this.#call(there),
        ref: commit,
        remoteRef: `refs/heads/${branch}`,
        force,
        // The server compares once more, with what it told us here.
        onPrePush: ({ remoteRef }) => remoteRef.oid === (expected ?? NO_COMMIT),
      });
    } catch (error) {
      const end = judgePush(error, { force });
      return end === 'moved' ? ok(end) : fail(end);
    }
    if (track) await this.#track(branch, commit);
    return ok('done');
  }

  #list(): Promise<Advertisement> {
    return readAdvertisement(this.#http, this.url);
  }

  #call(there?: string): {
    readonly fs: ReturnType<typeof objectsOnlyFs>;
    readonly http: HttpClient;
    readonly gitdir: string;
    readonly url: string;
    readonly remote: string;
    readonly corsProxy: string;
  } {
    const fs = objectsOnlyFs(this.#gitdir, there);
    return { fs, http: this.#http, gitdir: this.#gitdir, url: this.url, remote: LIBRARY_REMOTE, corsProxy: '' };
  }

  /** For a new branch the library finds no common ground by itself, and would send every file. */
  async #nearestThere(commit: string): Promise<string | undefined> {
    const tips = new Set((await this.#list()).refs.values());
    let at: string | undefined = commit;
    for (let steps = 0; at !== undefined && steps < NEAR; steps++) {
      if (tips.has(at)) return at;
      at = await this.#parent(at);
    }
    return undefined;
  }

  async #parent(oid: string): Promise<string | undefined> {
    const commit = await readingObjects(() => this.#objects.commit(oid));
    return commit.ok ? commit.value.parents[0] : undefined;
  }

  async #has(oid: string): Promise<boolean> {
    return (await readingObjects(() => this.#objects.commit(oid))).ok;
  }

  #trackingRef(branch: string): string {
    return `refs/remotes/${this.name}/${branch}`;
  }

  /** For people and for git, as "git fetch" does it. Nothing of ours relies on it, so a lost race does no harm. */
  async #track(branch: string, to: string): Promise<void> {
    const ref = this.#trackingRef(branch);
    const from = await readRef(this.#gitdir, ref);
    try {
      if (from === to) await clearDeadRefLock(this.#gitdir, ref);
      else await moveRef(this.#gitdir, ref, { from, to }, LOCK_WAIT_MS);
    } catch (error) {
      // A ref in the way of another (`x` and `x/y`), or a folder that may not be written.
      storageFailure(error);
    }
  }
}
