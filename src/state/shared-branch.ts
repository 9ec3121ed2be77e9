import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { blobId } from '../git/objects/blob-id.ts';
import { readRef } from '../git/read/ref.ts';
import { clearDeadRefLock, moveRef } from '../git/read/ref-lock.ts';
import type { Remote } from '../git/remote/remote.ts';
import type { RemoteFailure } from '../git/remote/remote-failure.ts';
import { joinMessages } from './commit-message.ts';
import { HISTORY, type HistoryLimits, isFarther, shortenedHistory } from './history.ts';
import { filesToCarryOver } from './merge.ts';
import { outrun, remoteProblem } from './remote-problems.ts';
import type { Sharing } from './sharing.ts';
import type { StateBranch } from './state-branch.ts';
import { guarded } from './state-problems.ts';
import type { StateTreeFile } from './state-tree.ts';
import type { StateChange } from './write-queue.ts';

export type SharingOptions = {
  /** Git's own folder, which holds the branches. */
  readonly commonDir: string;
  readonly random?: () => number;
  readonly history?: HistoryLimits;
};

/** During a run what was written is pushed now and then, so that a job that is killed loses little. */
const PUSH_EVERY_MS = 10_000;
/** Twenty writers at once need a handful of attempts each; this many mean that something else is wrong. */
const MAX_ATTEMPTS = 40;
const MAX_MS = 180_000;
const BACKOFF_MS = { first: 50, most: 2000 };
const MAX_UNREACHED = 3;
const LOCK_WAIT_MS = 2000;
/** More new commits than this go as one: a thousand destinations would use up the whole history in a single run. */
const COMMITS_A_PUSH = 20;

/** What went wrong, and whether the same may work a moment later. */
type Trouble = { readonly problem: Problem; readonly kind: RemoteFailure['kind'] | 'local' };

/**
 * The local branch and the same branch on the remote. Pushes are compare-and-swap: whoever comes second puts his files
 * on top of what the first has pushed, in a linear history, so that nobody's file is lost.
 */
export class SharedBranch implements Sharing {
  readonly #branch: StateBranch;
  readonly #remote: Remote;
  readonly #options: SharingOptions;
  readonly #baseRef: string;
  /** What this run wrote and has not pushed yet, by path. */
  readonly #fresh = new Map<string, { readonly oid: string; readonly message: string }>();
  #wrote = false;
  /** Where the remote's branch was when we last saw it. */
  #seen: { readonly tip: string | undefined } | undefined;
  /** Where it was before this run. */
  #first: string | undefined;
  /** The remote turned us away: asking again would get the same answer. */
  #turnedAway: Problem | undefined;
  #background: Promise<void> = Promise.resolve();
  #pushing = false;
  #lastPush: number;

  constructor(branch: StateBranch, remote: Remote, options: SharingOptions) {
    this.#branch = branch;
    this.#remote = remote;
    this.#options = options;
    this.#baseRef = `refs/storysync/base/${remote.name}/${branch.name}`;
    this.#lastPush = branch.clock.elapsed();
  }

  /** Brings what others have written. */
  async open(): Promise<Result<null, Problem>> {
    const pulled = await this.#safely(() => this.#pull());
    this.#first = this.#seen?.tip;
    return pulled.ok ? pulled : fail(this.#note(pulled.error));
  }

  async catchUp(): Promise<void> {
    if (this.#turnedAway !== undefined) return;
    await this.#background;
    this.#pushing = true;
    await this.#safely(() => this.#pull()).finally(() => {
      this.#pushing = false;
    });
  }

  writing({ path, text, message }: StateChange): void {
    this.#fresh.set(path, { oid: blobId(text), message });
  }

  written(): void {
    this.#wrote = true;
    const due = this.#branch.clock.elapsed() - this.#lastPush >= PUSH_EVERY_MS;
    if (!due || this.#pushing || this.#seen === undefined || this.#turnedAway !== undefined) return;
    this.#pushing = true;
    const pushed = this.#push(MAX_UNREACHED).finally(() => {
      this.#pushing = false;
    });
    // What is in the way is told by `flush`, which tries again; a bug is thrown there.
    this.#background = pushed.then(() => {});
    this.#background.catch(() => {});
  }

  async flush(): Promise<Result<null, Problem>> {
    await this.#background;
    if (!this.#wrote) return ok(null);
    if (this.#turnedAway !== undefined) return fail(this.#turnedAway);
    // A remote that was out of reach at the start gets one more chance, not a long wait.
    const pushed = await this.#push(this.#seen === undefined ? 1 : MAX_UNREACHED);
    if (pushed.ok) await this.#safely(async () => ok(await this.#shorten()));
    return pushed;
  }

  async #push(unreachedAllowed: number): Promise<Result<null, Problem>> {
    const start = this.#branch.clock.elapsed();
    let [attempts, unreached] = [0, 0];
    while (attempts < MAX_ATTEMPTS && this.#branch.clock.elapsed() - start < MAX_MS) {
      if (attempts > 0) await this.#branch.clock.sleep(this.#pause(attempts));
      attempts++;
      const again = attempts > 1;
      const round = await this.#safely(() => this.#round(again));
      if (round.ok && round.value === 'done') return ok(null);
      if (round.ok) continue;
      if (round.error.kind !== 'unreachable' || ++unreached >= unreachedAllowed) return fail(this.#note(round.error));
    }
    return fail(outrun(this.#branch.name, attempts));
  }

  /** One push of what the local branch holds. `again`: somebody was faster. */
  async #round(again: boolean): Promise<Result<'done' | 'again', Trouble>> {
    if (this.#seen === undefined) {
      // After the pause, not before it: the shorter the time between look and push, the rarer is somebody faster.
      const pulled = await this.#pull({ rebuild: again });
      if (!pulled.ok) return pulled;
    }
    const expected = this.#seen?.tip;
    const gathered = await this.#branch.moveOn((tip) => this.#gather(tip, expected));
    if (!gathered.ok) return fail({ problem: gathered.error, kind: 'local' });
    const local = await this.#branch.tip();
    if (local === undefined || local === expected) return ok('done');
    // Whatever happens now, the remote may have moved; an answer can get lost as well.
    this.#seen = undefined;
    const pushed = await this.#remote.push(local, this.#branch.name, expected);
    if (!pushed.ok) return fail(this.#trouble('pushed', pushed.error));
    if (pushed.value === 'moved') return ok('again');
    this.#seen = { tip: local };
    this.#lastPush = this.#branch.clock.elapsed();
    await this.#rememberBase(local);
    await this.#forgetPushed(local);
    // What was written meanwhile goes with the next push: while a run writes, there is always something.
    return ok('done');
  }

  /** Fetches, and puts the local branch on top of what is there. */
  async #pull({ rebuild = false } = {}): Promise<Result<null, Trouble>> {
    // Read before the local branch is: a base that is too old does no harm, one that is too new would.
    const base = await readRef(this.#options.commonDir, this.#baseRef);
    const fetched = await this.#remote.fetch(this.#branch.name);
    if (!fetched.ok) return fail(this.#trouble('fetched', fetched.error));
    const tip = fetched.value;
    if (tip !== undefined) {
      const joined = await this.#branch.moveOn((local) => this.#join({ base, local, remote: tip, rebuild }));
      if (!joined.ok) return fail({ problem: joined.error, kind: 'local' });
      await this.#rememberBase(tip);
    }
    this.#seen = { tip };
    return ok(null);
  }

  async #join({
    base,
    local,
    remote,
    rebuild,
  }: {
    readonly base: string | undefined;
    readonly local: string | undefined;
    readonly remote: string;
    readonly rebuild: boolean;
  }): Promise<string> {
    if (local === undefined || local === remote) return remote;
    if (base === remote && !rebuild) return local;
    const { tree, merges } = this.#branch;
    const files = await filesToCarryOver(tree, { base, local, remote }, merges, ({ path, entry }) => {
      return this.#fresh.get(path)?.oid === entry.oid;
    });
    return files.length === 0 ? remote : this.#commit(remote, files);
  }

  /** What the local branch has more than the remote, as one commit where it is many. */
  async #gather(local: string | undefined, there: string | undefined): Promise<string | undefined> {
    const { tree } = this.#branch;
    if (local === undefined || !(await isFarther(tree, { from: local, to: there, than: COMMITS_A_PUSH }))) return local;
    return this.#commit(there, await tree.changed(there, local));
  }

  #commit(parent: string | undefined, files: readonly StateTreeFile[]): Promise<string> {
    const { tree, author, clock } = this.#branch;
    const message = joinMessages(files.map((file) => this.#describe(file)));
    return tree.write({ parent, files, message, author, at: clock.now() });
  }

  #describe({ path }: StateTreeFile): string {
    const name = path.replace(/^destinations\/(.*)\.json$/, '$1');
    return this.#fresh.get(path)?.message ?? `${name}: recorded by an earlier run`;
  }

  /** Cuts what is too old. It is a courtesy: a server that refuses keeps the long history. */
  async #shorten(): Promise<void> {
    const tip = this.#seen?.tip;
    if (tip === undefined) return;
    const { tree, name } = this.#branch;
    const cut = await shortenedHistory(tree, tip, this.#first, this.#options.history ?? HISTORY);
    if (cut === undefined) return;
    const pushed = await this.#remote.push(cut, name, tip, { force: true });
    if (pushed.ok && pushed.value === 'done') await this.#pull();
  }

  async #forgetPushed(commit: string): Promise<void> {
    for (const [path, { oid }] of this.#fresh) {
      if ((await this.#branch.tree.entry(commit, path))?.oid === oid) this.#fresh.delete(path);
    }
  }

  /** Always after the local branch has moved, so that the branch never lacks what the base says it has. */
  async #rememberBase(to: string): Promise<void> {
    const { commonDir } = this.#options;
    const from = await readRef(commonDir, this.#baseRef);
    if (from === to) await clearDeadRefLock(commonDir, this.#baseRef);
    else await moveRef(commonDir, this.#baseRef, { from, to }, LOCK_WAIT_MS);
  }

  /** Git and file system failures, wherever they come up, are trouble and never the end of the run. */
  async #safely<T>(work: () => Promise<Result<T, Trouble>>): Promise<Result<T, Trouble>> {
    const done = await guarded(this.#branch.name, async () => ok(await work()));
    return done.ok ? done.value : fail({ problem: done.error, kind: 'local' });
  }

  #pause(attempt: number): number {
    const { random = Math.random } = this.#options;
    return random() * Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** attempt);
  }

  #trouble(doing: 'fetched' | 'pushed', failure: RemoteFailure): Trouble {
    return { problem: remoteProblem(doing, this.#branch.name, this.#remote.name, failure), kind: failure.kind };
  }

  #note({ problem, kind }: Trouble): Problem {
    if (kind === 'no_access' || kind === 'refused' || kind === 'broken') this.#turnedAway = problem;
    return problem;
  }
}
