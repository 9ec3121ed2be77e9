import { dirname, resolve } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { ok } from '../diagnostics/result.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import { authorFrom, DEFAULT_AUTHOR } from '../repository/author.ts';
import type { Trailers } from '../state/commit-message.ts';
import { parseState, serialiseState } from '../state/format.ts';
import { type GitStateOptions, openGitStateStore } from '../state/git-store.ts';
import { createMemoryStateStore } from '../state/memory-store.ts';
import type { StateStore } from '../state/port.ts';
import { openSharedStateStore } from '../state/shared-store.ts';
import type { World } from './ports.ts';
import { provenanceOf } from './provenance.ts';
import { receiptOf } from './receipt.ts';
import type { Workspace } from './workspace.ts';

export const STATE_BRANCH = 'storysync/state';

export type MemoryOptions = {
  /** Without it nothing is remembered, and nothing is asked. */
  readonly state: boolean;
  readonly stateBranch?: string;
  /** Whether the repository's remote is asked for what others have written, and gets what this run writes. */
  readonly remote: 'use' | 'ignore';
};

/** What earlier runs remembered, and where this one leaves its receipts. Trouble with it is a warning, never a stop. */
export class Memory {
  readonly #store: StateStore;
  readonly #provenance: Trailers;
  readonly #problems: Problem[] = [];

  private constructor(store: StateStore, problems: readonly Problem[], provenance: Trailers = {}) {
    this.#store = store;
    this.#provenance = provenance;
    this.#problems.push(...problems);
  }

  /** State on the local branch; without a git repository, or where it is not wanted, nothing is remembered. */
  static async open(world: World, workspace: Workspace, options: MemoryOptions): Promise<Memory> {
    if (!options.state) return new Memory(createMemoryStateStore(), []);
    if (!workspace.repository) return new Memory(createMemoryStateStore(), [notInGit(workspace.manifest.file)]);
    const { environment } = world;
    const author = authorFrom(environment);
    const place: GitStateOptions = {
      dir: dirname(resolve(world.directory, workspace.manifest.file)),
      branch: options.stateBranch ?? STATE_BRANCH,
      author: author.ok ? author.value : DEFAULT_AUTHOR,
      now: () => world.now(),
    };
    const opened =
      options.remote === 'use'
        ? await openSharedStateStore({ ...place, environment, sleep: (ms) => world.sleep(ms) })
        : await openLocal(place);
    const problems = [...(author.ok ? [] : [author.error]), ...(opened.ok ? opened.value.problems : [opened.error])];
    const provenance = provenanceOf(environment, workspace.dirty ? null : workspace.head);
    return new Memory(opened.ok ? opened.value.store : createMemoryStateStore(), problems, provenance);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** The store itself, for what is not about one run: all names, copies kept, the time of the last writing. */
  get store(): StateStore {
    return this.#store;
  }

  /** Waits until what this run remembered is where other runs find it. */
  async close(): Promise<void> {
    const flushed = await this.#store.flush();
    if (!flushed.ok) this.#note(flushed.error);
  }

  /** Undefined when there is none, or none that can be trusted: then the destination is compared in full. */
  async recall({ name, tenantUrl, teamId }: Destination): Promise<DestinationState | undefined> {
    const text = await this.#store.read(name);
    if (!text.ok) {
      this.#problems.push(text.error);
      return undefined;
    }
    if (text.value === undefined) return undefined;
    const state = parseState(text.value, { name, tenantUrl, teamId });
    if (state.ok) return state.value;
    this.#problems.push(state.error);
    return undefined;
  }

  async remember(name: string, state: DestinationState, outcomes: readonly Outcome[]): Promise<void> {
    if (Object.keys(state.stories).length === 0) return;
    const written = await this.#store.write(
      name,
      serialiseState(name, state),
      receiptOf(name, outcomes, this.#provenance),
    );
    if (!written.ok) this.#note(written.error);
  }

  /** What is in the way of all destinations alike is said once. */
  #note(problem: Problem): void {
    const known = this.#problems.some(({ code, message }) => code === problem.code && message === problem.message);
    if (!known) this.#problems.push(problem);
  }
}

async function openLocal(place: GitStateOptions): ReturnType<typeof openSharedStateStore> {
  const opened = await openGitStateStore(place);
  return opened.ok ? ok({ store: opened.value, problems: [] }) : opened;
}

function notInGit(file: string): Problem {
  return {
    code: 'RUN004',
    severity: 'warning',
    message: `${file} is not in a git repository, so nothing is remembered between runs`,
    hint: 'keep the manifest in git: edits at a destination can then be told from changes in git',
  };
}
