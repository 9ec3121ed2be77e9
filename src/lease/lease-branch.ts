import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Author } from '../git/objects/author.ts';
import { ObjectWriter } from '../git/objects/object-writer.ts';
import { ObjectReader, readingObjects } from '../git/objects/objects.ts';
import { storageFailure } from '../git/objects/storage-failure.ts';
import type { Remote } from '../git/remote/remote.ts';
import type { RemoteFailure } from '../git/remote/remote-failure.ts';
import type { Clock } from '../model/clock.ts';
import type { Seal } from '../state/envelope.ts';
import { StateTree, type StateTreeFile } from '../state/state-tree.ts';
import { LARGEST_LEASE, leasePath, leaseText, RUNS, type RunLease, readLease, runOf } from './run-lease.ts';

export type LeaseBranchOptions = {
  /** Git's own folder. */
  readonly commonDir: string;
  readonly remote: Remote;
  /** Short name of the branch. */
  readonly branch: string;
  readonly author: Author;
  readonly clock: Clock;
  readonly seal: Seal | undefined;
};

/** What stands on the branch: the runs that are believed, each with the id of its file. */
export type LeaseLook = {
  readonly tip: string | undefined;
  readonly runs: readonly (RunLease & { readonly stamp: string; readonly file: StateTreeFile })[];
};

/** More runs at once than any fleet has: whoever writes so many files wants to hold us up. */
const MOST_RUNS = 200;
/** The files of a look, together: a hundred thousand destinations fit. */
const MOST_TEXT = 8 * 2 ** 20;
const ABOUT = `# Leases

Written by storysync, and by nobody else: each file under \`runs/\` names the destinations that one run writes to at this
moment. Another run waits for it, for five minutes at most. A file that is not renewed for two minutes counts for nothing.
The branch may be deleted when no run is at work.
`;

/** The branch on the remote where runs tell each other which destinations they write to. Compare-and-swap, like state. */
export class LeaseBranch {
  readonly #options: LeaseBranchOptions;
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  readonly #tree: StateTree;
  /** The server lets nobody begin the branch anew. */
  #mustFollow = false;
  #lastTip: string | undefined;

  private constructor(options: LeaseBranchOptions, reader: ObjectReader) {
    this.#options = options;
    this.#reader = reader;
    this.#writer = new ObjectWriter(options.commonDir);
    this.#tree = new StateTree(reader, this.#writer);
  }

  static async open(options: LeaseBranchOptions): Promise<LeaseBranch> {
    return new LeaseBranch(options, await ObjectReader.open(options.commonDir));
  }

  async look(): Promise<Result<LeaseLook, RemoteFailure>> {
    const { remote, branch } = this.#options;
    const fetched = await remote.fetch(branch, { track: false, have: this.#lastTip });
    if (!fetched.ok) return fetched;
    const tip = fetched.value;
    this.#lastTip = tip;
    if (tip === undefined) return ok({ tip, runs: [] });
    const runs = await readingObjects(() => this.#runsAt(tip));
    if (!runs.ok) return fail(unfit(branch, 'is damaged, or cannot be read'));
    if (runs.value === undefined) return fail(unfit(branch, 'has more on it than runs write'));
    return ok({ tip, runs: runs.value });
  }

  /** Undefined: more than is looked at. */
  async #runsAt(tip: string): Promise<LeaseLook['runs'] | undefined> {
    const names = (await this.#tree.list(tip, RUNS)).map(runOf).filter((run) => run !== undefined);
    if (names.length > MOST_RUNS) return undefined;
    const found: LeaseLook['runs'][number][] = [];
    let room = MOST_TEXT;
    // One after another: what is too large is not to be in memory together.
    for (const run of names) {
      const { lease, size } = await this.#runAt(tip, run);
      room -= size;
      if (room < 0) return undefined;
      if (lease) found.push(lease);
    }
    return found;
  }

  async #runAt(
    tip: string,
    run: string,
  ): Promise<{ readonly size: number; readonly lease?: LeaseLook['runs'][number] }> {
    const path = leasePath(run);
    const entry = await this.#tree.entry(tip, path);
    if (entry?.type !== 'blob') return { size: 0 };
    const content = await this.#reader.blob(entry.oid);
    const size = content.length;
    const lease = size > LARGEST_LEASE ? undefined : readLease(run, content.toString('utf8'), this.#options.seal);
    return lease ? { size, lease: { ...lease, stamp: entry.oid, file: { path, entry } } } : { size };
  }

  /** Puts exactly these runs there: ours as it is now, and the files of others. `moved`: somebody was faster. */
  async write(
    tip: string | undefined,
    others: readonly StateTreeFile[],
    own: RunLease | undefined,
    message: string,
  ): Promise<Result<'done' | 'moved', RemoteFailure>> {
    const { seal, author, clock } = this.#options;
    try {
      const about = await this.#tree.store('README.md', ABOUT);
      const file = own === undefined ? [] : [await this.#tree.store(leasePath(own.run), leaseText(own, seal))];
      const files = [about, ...others, ...file];
      const commit = await this.#tree.write({ parent: undefined, files, message, author, at: clock.now() });
      // Nobody needs the past: while no other run is there the branch begins anew, so that no clone fetches a long one.
      if (others.length === 0 && !this.#mustFollow) {
        const pushed = await this.#push(commit, tip, { force: true });
        if (pushed.ok || pushed.error.kind !== 'refused' || tip === undefined) return pushed;
        this.#mustFollow = true;
      }
      return await this.#push(await this.#after(tip, commit), tip, { force: false });
    } catch (error) {
      storageFailure(error);
      return fail({
        kind: 'broken',
        why: `cannot be used: git's storage in this clone is damaged, or cannot be read or written`,
      });
    }
  }

  #push(commit: string, tip: string | undefined, how: { readonly force: boolean }): ReturnType<Remote['push']> {
    return this.#options.remote.push(commit, this.#options.branch, tip, { ...how, track: false });
  }

  /** The same files, as a commit that follows on what is there. */
  async #after(tip: string | undefined, commit: string): Promise<string> {
    if (tip === undefined) return commit;
    return this.#tree.writeCommit({ ...(await this.#tree.commit(commit)), parents: [tip] });
  }
}

/** Somebody has to look at it: no run mends it. */
function unfit(branch: string, why: string): RemoteFailure {
  return { kind: 'broken', why: `has a branch ${branch} that ${why}; delete it when no run is at work` };
}
