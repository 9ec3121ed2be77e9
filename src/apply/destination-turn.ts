import type { Destination } from '../model/destination.ts';
import type { DestinationState, StateContent } from '../model/destination-state.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { isDue } from '../plan/planned-story.ts';
import type { ApplyOptions } from './apply-options.ts';
import { keepAll } from './kept-orphans.ts';
import { lastStatuses } from './last-status.ts';
import type { Lease } from './leases.ts';
import { type Ledger, outcomeFrom } from './ledger.ts';
import type { TenantHalt } from './tenant-halt.ts';

type Applied = { readonly state: StateContent; readonly pruned: readonly Pruned[] };

/** A destination's part of a run: the lease, the push, and what is recorded of it. */
export class DestinationTurn {
  readonly #name: string;
  readonly #ledger: Ledger;
  readonly #commit: string | null;
  readonly #options: ApplyOptions;
  #work: DestinationWork;
  /** The plan that says what is left behind there. */
  #left: DestinationWork;
  #previous: DestinationState;
  #heldBack: Cause | undefined;
  #lease: Lease | undefined;
  /** Pairs that the rollout lets wait since this turn began: without a lease none may be begun after all. */
  #waits: ReadonlyMap<string, Cause> = new Map();
  #writes = false;
  /** Another run has written there, or may have, since it was read. */
  #isOld = false;

  constructor(work: DestinationWork, ledger: Ledger, commit: string | null, options: ApplyOptions) {
    this.#name = work.destination.name;
    this.#work = work;
    this.#left = work;
    this.#ledger = ledger;
    this.#commit = commit;
    this.#options = options;
    this.#previous = options.stateOf(this.#name) ?? blankState(work.destination);
    this.#heldBack = options.heldBack(this.#name);
  }

  /** Nothing is written without it; a destination with nothing to write takes none. */
  async takeLease(): Promise<void> {
    const { leases, stop, rollout } = this.#options;
    if (this.#heldBack) return;
    const due = this.#due();
    this.#waits = new Map(due.flatMap((key) => withKey(key, rollout.whyWait(this.#name, key))));
    const { prune, alters } = this.#work;
    this.#writes = prune.length > 0 || alters === true || this.#waits.size < due.length;
    if (!this.#writes) return;
    const answer = await leases.take(this.#name, stop);
    if (answer.kind === 'held') this.#heldBack = { kind: 'leased_elsewhere', owner: answer.owner };
    if (answer.kind === 'ours') this.#lease = answer;
    this.#isOld = answer.kind !== 'ours' || answer.waited;
  }

  /** Before it takes up a tenant's turn: who is in flight is to go on. */
  async takePlaces(): Promise<void> {
    if (!this.#lease) return;
    const keys = this.#due().filter((key) => !this.#waits.has(key));
    await this.#options.rollout.takePlaces(this.#name, keys, AbortSignal.any([this.#options.stop, this.#lease.lost]));
  }

  async run(tenantHalt: TenantHalt): Promise<void> {
    try {
      await this.#run(tenantHalt);
    } finally {
      this.#options.rollout.done(this.#name, this.#outcomes());
      await this.#lease?.release();
    }
    this.#options.onDone(this.#name, this.#outcomes());
  }

  async #run(tenantHalt: TenantHalt): Promise<void> {
    const { state, pruned } = await this.#pushOrHoldBack(tenantHalt);
    if (this.#lease?.lost.aborted) this.#recordOpen({ kind: 'lease_lost' });
    this.#options.onPruned?.(pruned);
    if (this.#mayRecord()) await this.#record(state, pruned);
  }

  /** What another run did there since the plan was made is not to be undone, nor to fail this one. */
  async #planAnew({ waited, lost }: Lease): Promise<void> {
    // Nothing is written there any more, so nobody need be asked.
    if (this.#options.stop.aborted || lost.aborted) return;
    const anew = await this.#options.planAnew(this.#name, waited);
    this.#isOld = false;
    if (!anew) return;
    // Where it cannot be read any more, what was to be deleted stays, and that is told.
    if (anew.work.refreshed) this.#left = anew.work;
    this.#ledger.planAnew(anew.work);
    this.#work = anew.work;
    this.#previous = anew.state ?? blankState(anew.work.destination);
    this.#heldBack = anew.heldBack;
  }

  /** The next state of the destination, and what became of the stories left behind; after a bug of ours, the state before. */
  async #pushOrHoldBack(tenantHalt: TenantHalt): Promise<Applied> {
    try {
      if (this.#lease) await this.#planAnew(this.#lease);
      if (!this.#heldBack) return await this.#push(tenantHalt);
      this.#recordOpen(this.#heldBack);
      return { state: this.#previous, pruned: this.#keepAll(this.#work.unreadable ?? this.#heldBack) };
    } catch (bug) {
      // A bug of ours must not take the report with it: what is still open at this destination is reported as our fault.
      const text = bug instanceof Error ? bug.message.slice(0, 200) : null;
      this.#recordOpen({ kind: 'internal', text });
      return { state: this.#previous, pruned: this.#keepAll({ kind: 'maybe_deleted' }) };
    }
  }

  async #push(tenantHalt: TenantHalt): Promise<Applied> {
    const { engine, explain, rollout, stop } = this.#options;
    const [work, previous, lease] = [this.#work, this.#previous, this.#lease];
    if (!work.refreshed) return { state: previous, pruned: [] };
    // Stopped while it waited for the lease: what is open stays so.
    if (this.#writes && !lease) return { state: previous, pruned: this.#keepAll({ kind: 'interrupted' }) };
    const ends = lease ? AbortSignal.any([stop, lease.lost]) : stop;
    return engine.apply(work, {
      ledger: this.#ledger,
      previous,
      commit: this.#commit,
      tenantHalt,
      whyWait: (key) => this.#whyWait(key),
      whyKeep: () => rollout.whyKeep(this.#name),
      calleesFirst: rollout.governs,
      explain,
      stop: ends,
    });
  }

  #due(): readonly string[] {
    return this.#work.stories.filter(({ planned }) => isDue(planned)).map(({ planned }) => planned.key);
  }

  #whyWait(key: string): Cause | undefined {
    return this.#waits.get(key) ?? this.#options.rollout.begin(this.#name, key);
  }

  #keepAll(by: Parameters<typeof keepAll>[1]): readonly Pruned[] {
    return this.#options.onPruned ? keepAll(this.#left, by) : [];
  }

  /** Where another run writes, or a newer commit has been, that one's word is newer than ours. */
  #mayRecord(): boolean {
    return this.#heldBack?.kind !== 'superseded' && !this.#isOld && !this.#lease?.lost.aborted;
  }

  async #record(state: StateContent, pruned: readonly Pruned[]): Promise<void> {
    const { clock, explain, saveState, onRecorded } = this.#options;
    const outcomes = this.#outcomes();
    const moment = { at: clock.now().toISOString(), commit: this.#commit, explain };
    const last = lastStatuses(this.#work, outcomes, this.#previous.last, moment);
    await saveState(this.#name, { ...state, last }, outcomes, pruned);
    onRecorded?.({ destination: this.#name, before: this.#previous.last, after: last, outcomes });
  }

  #outcomes(): readonly Outcome[] {
    return this.#work.stories.map((story) => this.#ledger.outcomeOf(this.#name, story));
  }

  /** What is still open at this destination ends so. */
  #recordOpen(cause: Cause): void {
    for (const story of this.#work.stories) {
      if (this.#ledger.isOpen(this.#name, story)) this.#ledger.record(this.#name, story, outcomeFrom(cause));
    }
  }
}

function withKey(key: string, cause: Cause | undefined): readonly (readonly [string, Cause])[] {
  return cause ? [[key, cause]] : [];
}

function blankState({ tenantUrl, teamId }: Destination): DestinationState {
  return { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, proven: false };
}
