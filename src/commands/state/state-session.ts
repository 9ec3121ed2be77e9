import pLimit from 'p-limit';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Copy } from '../../engine/push/copies.ts';
import { clearDeadLocks } from '../../git/commit/dead-locks.ts';
import { authorFrom, DEFAULT_AUTHOR } from '../../git/objects/author.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState, StateContent } from '../../model/destination-state.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { RolloutRecord } from '../../model/rollout.ts';
import type { Outcome } from '../../model/status.ts';
import type { RecordedDestination } from '../../plan/orphans/orphan-destinations.ts';
import { commitMessage, type Trailers } from '../../state/commit-message.ts';
import type { Seal } from '../../state/envelope.ts';
import { type GitStateOptions, openGitStateStore } from '../../state/git-store.ts';
import { createMemoryStateStore } from '../../state/memory-store.ts';
import { ROLLOUT } from '../../state/paths.ts';
import type { StateStore } from '../../state/port.ts';
import { mergingRollouts } from '../../state/rollout-file.ts';
import { openSharedStateStore } from '../../state/shared-store.ts';
import { StateFiles } from '../../state/state-files.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts } from '../ports.ts';
import { atPlace } from './at-place.ts';
import { notInGit } from './not-in-git.ts';
import { provenanceOf } from './provenance.ts';
import { RecordedRollout } from './recorded-rollout.ts';
import { RecordedTold } from './recorded-told.ts';
import { sealFrom } from './seal.ts';
import { stateCommitMessage } from './state-commit-text.ts';
import { StateTrust } from './state-trust.ts';

export const STATE_BRANCH = 'storysync/state';
/** State files read side by side. */
const READS = 16;
const UNKNOWN_ORPHAN =
  'the manifest does not have this destination, and what was left behind there is not known; look at the file on the state branch';

export type StateSessionOptions = {
  /** Without it nothing is recorded, and nothing is asked. */
  readonly state: boolean;
  readonly stateBranch?: string;
  /** Whether the repository's remote is asked for what others have written, and gets what this run writes. */
  readonly remote: 'use' | 'ignore';
};

type Opening = {
  readonly store: StateStore;
  readonly seal?: Seal | undefined;
  readonly problems: readonly Problem[];
  /** What is recorded may be elsewhere: the store, or the remote's copy of it, could not be read. */
  readonly blind: boolean;
  /** Where copies are found; undefined when nothing outlives the run. */
  readonly branch?: string;
  readonly provenance?: Trailers;
};

/** What earlier runs recorded, and where this one records what it did. Trouble with it is a warning, never a stop. */
export class StateSession {
  readonly #store: StateStore;
  readonly #files: StateFiles;
  /** What signs in this run; undefined without a state key. */
  readonly seal: Seal | undefined;
  readonly vendorIds: ReadonlyMap<string, number>;
  readonly told: RecordedTold;
  readonly #trust: StateTrust;
  readonly #branch: string | undefined;
  readonly #provenance: Trailers;
  readonly #rollout: RecordedRollout;
  readonly #blind: boolean;
  readonly #problems: Problem[] = [];
  /** Read for the rollout, and by nobody else yet. */
  readonly #fleet = new Map<string, Promise<DestinationState | undefined>>();
  readonly #recorded = new Set<string>();
  /** Whose record is there, or may be, and cannot be used. */
  readonly #untold = new Set<string>();

  private constructor({ store, seal, problems, blind, branch, provenance = {} }: Opening) {
    this.#store = store;
    this.#files = new StateFiles(store, seal);
    this.seal = seal;
    this.#branch = branch;
    this.#trust = new StateTrust(branch ?? STATE_BRANCH);
    this.#provenance = provenance;
    const place = { store, seal, provenance, note: (problem: Problem) => this.#note(problem) };
    this.#rollout = new RecordedRollout({ ...place, branch });
    this.told = new RecordedTold({ ...place, branch: branch ?? STATE_BRANCH });
    this.vendorIds = this.#files.vendorIds;
    this.#blind = blind;
    this.#problems.push(...problems);
  }

  /** State on the state branch; without a git repository, or where it is not wanted, nothing is recorded. */
  static async open(
    world: CommandPorts,
    workspace: Workspace,
    options: StateSessionOptions,
  ): Promise<Result<StateSession, readonly Problem[]>> {
    const { environment } = world;
    const seal = await sealFrom(environment, workspace.repository);
    if (!seal.ok) return fail([seal.error]);
    if (!options.state) return ok(new StateSession(forgetful(world, [], seal.value)));
    if (!workspace.repository)
      return ok(new StateSession(forgetful(world, [notInGit(workspace.manifest.file)], seal.value)));
    const author = authorFrom(environment);
    const place: GitStateOptions = {
      dir: workspace.layout.folder,
      branch: options.stateBranch ?? STATE_BRANCH,
      author: author.ok ? author.value : DEFAULT_AUTHOR,
      clock: world.clock,
      merges: new Map([[ROLLOUT, mergingRollouts(seal.value)]]),
    };
    await clearDeadLocks(workspace.repository.dirs);
    const opened =
      options.remote === 'use' ? await openSharedStateStore({ ...place, environment }) : await openLocal(place);
    const unsaid = author.ok ? [] : [author.error];
    if (!opened.ok) return ok(new StateSession(forgetful(world, [...unsaid, opened.error], seal.value)));
    const { store, problems } = opened.value;
    const provenance = provenanceOf(environment, workspace.commit);
    const blind = problems.length > 0;
    const found = [...unsaid, ...problems];
    return ok(new StateSession({ store, seal: seal.value, problems: found, blind, branch: place.branch, provenance }));
  }

  get problems(): readonly Problem[] {
    return [...this.#problems, ...this.#trust.problems];
  }

  /** What was read is not proven, or what was written is not signed: a hint, and people should know. */
  get unsigned(): boolean {
    return this.#branch !== undefined && this.#trust.unsigned;
  }

  /** Undefined when there is none, or none that can be trusted: then the destination is compared in full. */
  read(destination: Destination): Promise<DestinationState | undefined> {
    const known = this.#fleet.get(destination.name);
    this.#fleet.delete(destination.name);
    return known ?? this.#readState(destination);
  }

  async #readState({ name, tenantUrl, teamId }: Destination): Promise<DestinationState | undefined> {
    const read = await this.#files.read({ name, tenantUrl, teamId });
    if (read.kind === 'none') return undefined;
    this.#recorded.add(name);
    this.#trust.read(name, read);
    if (read.kind === 'state') return read.state;
    if (read.kind === 'unreadable') this.#note(read.problem);
    this.#untold.add(name);
    return undefined;
  }

  /** The same for a destination that the vendor serves, also where it stood under another address or team. */
  async readNative({ name, tenantUrl, teamId }: Destination): Promise<DestinationState | undefined> {
    const read = await this.#files.read({ name });
    if (read.kind === 'none') return undefined;
    this.#recorded.add(name);
    this.#trust.read(name, read);
    if (read.kind === 'unreadable') this.#note(read.problem);
    if (read.kind !== 'state') {
      this.#untold.add(name);
      return undefined;
    }
    return atPlace({ tenantUrl, teamId }, read.state);
  }

  /** What was recorded before, newest first. */
  former({ name, tenantUrl, teamId }: Destination): AsyncIterable<StateContent> {
    return this.#files.former({ name, tenantUrl, teamId });
  }

  /**
   * The same of destinations that the run does not read itself, side by side: a rollout counts them all. What is not
   * recorded, or not believed, is not among them.
   */
  async readFleet(destinations: readonly Destination[]): Promise<ReadonlyMap<string, DestinationState>> {
    const found = await pLimit(READS).map(destinations, async (destination) => {
      const reading = this.#fleet.get(destination.name) ?? this.#readState(destination);
      this.#fleet.set(destination.name, reading);
      return [destination.name, await reading] as const;
    });
    return new Map(found.flatMap(([name, state]) => (state === undefined ? [] : [[name, state]])));
  }

  /** How far changes have come. Asked only where there is a rollout: what is in the way of one is told then. */
  readRollout(): Promise<RolloutRecord> {
    return this.#rollout.read();
  }

  /** Adds to what is recorded of the rollout, whatever other runs add at the same moment. */
  recordRollout(record: RolloutRecord): Promise<void> {
    return this.#rollout.record(record);
  }

  /** Brings what other runs have recorded since this one began. */
  async catchUp(): Promise<void> {
    await this.#store.catchUp();
    this.#fleet.clear();
  }

  /** Whether another run has recorded something of this destination since it was read. */
  hasMoved(name: string): Promise<boolean> {
    return this.#files.hasMoved(name);
  }

  /** Destinations that state has, and that are not among the known ones. */
  async orphans(known: readonly string[]): Promise<readonly RecordedDestination[]> {
    const names = await this.#store.names();
    if (!names.ok) {
      this.#note(names.error);
      return [];
    }
    const own = new Set(known);
    const found = await pLimit(READS).map(
      names.value.filter((name) => !own.has(name)),
      async (name): Promise<readonly RecordedDestination[]> => {
        const read = await this.#files.read({ name });
        if (read.kind === 'state') return [{ name, state: read.state }];
        if (read.kind === 'unreadable') this.#problems.push({ ...read.problem, hint: UNKNOWN_ORPHAN });
        return [];
      },
    );
    return found.flat();
  }

  /** How old what is recorded is; undefined when nothing is. */
  writtenAt(): Promise<string | undefined> {
    return this.#store.writtenAt();
  }

  /** Whether "no record" of this destination means that there is none. */
  knows(name: string): boolean {
    return !this.#blind && !this.#untold.has(name);
  }

  async record(
    name: string,
    state: StateContent,
    outcomes: readonly Outcome[],
    pruned: readonly Pruned[],
  ): Promise<void> {
    const entries = Object.keys(state.stories).length + (state.native === undefined ? 0 : 1);
    if (entries + Object.keys(state.last).length === 0 && !this.#recorded.has(name)) return;
    // A record that could not be read here may be good elsewhere: only one with entries may take its place.
    if (entries === 0 && this.#untold.has(name)) return;
    const message = stateCommitMessage(name, outcomes, pruned, this.#provenance);
    const written = await this.#files.write(name, state, message);
    if (!written.ok) this.#note(written.error);
    else this.#trust.wrote(name, written.value);
  }

  /** What is left to say of a destination that the manifest does not have. `what` was done there, in a few words. */
  async recordEnd(name: string, state: StateContent, what: string): Promise<void> {
    const written = await this.#files.write(name, state, commitMessage(`${name}: ${what}`, [], this.#provenance));
    if (!written.ok) this.#note(written.error);
  }

  get keepsCopies(): boolean {
    return this.#branch !== undefined;
  }

  /** Keeps what is about to be deleted at a destination, and says how `git show` finds it. */
  async keepCopy({ destination, key, storyId, text }: Copy): Promise<Result<string, Problem>> {
    const file = `${key}-${storyId}.json`;
    const subject = `${destination}: a copy of ${key} (story ${storyId}) before it is deleted there`;
    const kept = await this.#store.keep(destination, file, text, commitMessage(subject, [], this.#provenance));
    return kept.ok ? ok(`${this.#branch ?? ''}:pruned/${destination}/${file}`) : kept;
  }

  /** Answers when all that was written stands where other runs find it. */
  flush(): Promise<Result<null, Problem>> {
    return this.#store.flush();
  }

  /** The end of a run: what cannot be shared is told. */
  async close(): Promise<void> {
    const flushed = await this.flush();
    if (!flushed.ok) this.#note(flushed.error);
  }

  /** What is in the way of all destinations alike is said once. */
  #note(problem: Problem): void {
    const known = this.#problems.some(({ code, message }) => code === problem.code && message === problem.message);
    if (!known) this.#problems.push(problem);
  }
}

/** Nothing outlives the run. */
function forgetful({ clock }: CommandPorts, problems: readonly Problem[], seal: Seal | undefined): Opening {
  return { store: createMemoryStateStore(clock), seal, problems, blind: problems.length > 0 };
}

async function openLocal(place: GitStateOptions): ReturnType<typeof openSharedStateStore> {
  const opened = await openGitStateStore(place);
  return opened.ok ? ok({ store: opened.value, problems: [] }) : opened;
}
