import { randomBytes } from 'node:crypto';
import type { LeaseAnswer, Leases } from '../apply/leases.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Author } from '../git/objects/author.ts';
import { fateOf, newOwner } from '../git/objects/owner.ts';
import type { GitDirs } from '../git/read/git-dir.ts';
import type { GitPatience } from '../git/remote/git-http.ts';
import { openRemote, type Remote } from '../git/remote/remote.ts';
import { UNUSABLE } from '../git/remote/remote-address.ts';
import { describeRemoteFailure } from '../git/remote/remote-failure.ts';
import type { Clock } from '../model/clock.ts';
import type { Seal } from '../state/envelope.ts';
import { CloneLeases } from './clone-leases.ts';
import { LeaseBranch } from './lease-branch.ts';
import { unsharedLease } from './lease-problems.ts';
import { SharedLeases } from './shared-leases.ts';

/** A sign of life that takes longer comes too late, and whoever waits for a lease waits for minutes. */
const PATIENCE: GitPatience = {
  connectMs: 10_000,
  listMs: 20_000,
  headersMs: 30_000,
  idleMs: 20_000,
  wholeMs: 30_000,
  mostBytes: 64 * 2 ** 20,
};

export type RunLeasesOptions = {
  readonly dirs: GitDirs;
  /** Leases stand beside it. */
  readonly stateBranch: string;
  /** False: nothing is to be pushed. */
  readonly shared: boolean;
  /** Where tokens for the remote are looked for. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly author: Author;
  readonly seal: Seal | undefined;
  readonly clock: Clock;
  /** A link to this run, where it has one. */
  readonly link: string | undefined;
  readonly beforeRelease: () => Promise<unknown>;
  readonly onWait: (destination: string, owner: string) => void;
};

/** The leases of one run: shared through the remote where that can be done, else among the runs of this clone. */
export class RunLeases implements Leases {
  readonly #options: RunLeasesOptions;
  #opened: Promise<Leases> | undefined;
  #shared: SharedLeases | undefined;
  #problem: Problem | undefined;

  constructor(options: RunLeasesOptions) {
    this.#options = options;
  }

  /** Why no lease could be shared; told only where one was wanted. */
  get problems(): readonly Problem[] {
    return this.#problem ? [this.#problem] : [];
  }

  async take(destination: string, stop: AbortSignal): Promise<LeaseAnswer> {
    this.#opened ??= this.#open();
    return (await this.#opened).take(destination, stop);
  }

  async close(): Promise<void> {
    await this.#shared?.close();
  }

  async #open(): Promise<Leases> {
    const { dirs, environment, shared } = this.#options;
    const found = await openRemote(dirs, { environment, patience: PATIENCE });
    if (found.kind === 'none') return this.#inClone();
    if (!shared) return this.#alone('this run has nothing to do with the remote (--no-state)');
    if (found.kind === 'unusable') return this.#alone(`the remote "${printable(found.name)}" ${UNUSABLE[found.why]}`);
    this.#shared = await this.#openShared(found.remote);
    return this.#shared;
  }

  async #openShared(remote: Remote): Promise<SharedLeases> {
    const { dirs, stateBranch, author, seal, clock, link, beforeRelease, onWait } = this.#options;
    const branch = `${stateBranch}-leases`;
    const process = await newOwner();
    const owner = link ?? `process ${process.pid} on ${process.host}`;
    return new SharedLeases({
      branch: await LeaseBranch.open({ commonDir: dirs.commonDir, remote, branch, author, clock, seal }),
      clock,
      self: { run: randomBytes(8).toString('hex'), owner, process },
      random: Math.random,
      fateOf,
      instead: (why) => this.#alone(`the remote "${printable(remote.name)}" ${describeRemoteFailure(why)}`),
      beforeRelease,
      onWait,
    });
  }

  #alone(why: string): Leases {
    this.#problem = unsharedLease(why);
    return this.#inClone();
  }

  #inClone(): Leases {
    const { dirs, onWait } = this.#options;
    return new CloneLeases({ commonDir: dirs.commonDir, onWait });
  }
}
