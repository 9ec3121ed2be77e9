import { dirname, resolve } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import { parseState, serialiseState } from '../state/format.ts';
import { openGitStateStore } from '../state/git-store.ts';
import { createMemoryStateStore } from '../state/memory-store.ts';
import type { StateStore } from '../state/port.ts';
import type { World } from './ports.ts';
import type { Workspace } from './workspace.ts';

export const STATE_BRANCH = 'storysync/state';
const AUTHOR = { name: 'storysync', email: 'storysync@users.noreply.github.com' };

/** What earlier runs remembered, and where this one leaves its receipts. Trouble with it is a warning, never a stop. */
export class Memory {
  readonly #store: StateStore;
  readonly #problems: Problem[] = [];
  /** Whose record is there, or may be, and cannot be used. */
  readonly #untold = new Set<string>();
  /** The store as a whole could not be opened. */
  readonly #blind: boolean;

  private constructor(store: StateStore, problems: readonly Problem[]) {
    this.#store = store;
    this.#blind = problems.length > 0;
    this.#problems.push(...problems);
  }

  /** State on the local branch; without a git repository, or where it is not wanted, nothing is remembered. */
  static async open(
    world: World,
    workspace: Workspace,
    { state, stateBranch = STATE_BRANCH }: { readonly state: boolean; readonly stateBranch?: string },
  ): Promise<Memory> {
    if (!state) return new Memory(createMemoryStateStore(), []);
    if (!workspace.repository) return new Memory(createMemoryStateStore(), [notInGit(workspace.manifest.file)]);
    const dir = dirname(resolve(world.directory, workspace.manifest.file));
    const store = await openGitStateStore({ dir, branch: stateBranch, author: AUTHOR, now: () => world.now() });
    return store.ok ? new Memory(store.value, []) : new Memory(createMemoryStateStore(), [store.error]);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Undefined when there is none, or none that can be trusted: then the destination is compared in full. */
  async recall({ name, tenantUrl, teamId }: Destination): Promise<DestinationState | undefined> {
    const text = await this.#store.read(name);
    if (text.ok && text.value === undefined) return undefined;
    const state = text.ok ? parseState(text.value ?? '', { name, tenantUrl, teamId }) : text;
    if (state.ok) return state.value;
    this.#problems.push(state.error);
    this.#untold.add(name);
    return undefined;
  }

  /** Whether "no record" of this destination means that there is none. */
  knows(name: string): boolean {
    return !this.#blind && !this.#untold.has(name);
  }

  async remember(name: string, state: DestinationState, outcomes: readonly Outcome[]): Promise<void> {
    const receipts = Object.keys(state.stories).length;
    if (receipts + Object.keys(state.last).length === 0) return;
    // A record that could not be read here may be good elsewhere: only one with receipts may take its place.
    if (receipts === 0 && this.#untold.has(name)) return;
    const written = await this.#store.write(name, serialiseState(name, state), describe(name, outcomes));
    if (!written.ok) this.#problems.push(written.error);
  }
}

/** The commit message on the state branch: what the run did there, in one line. */
function describe(name: string, outcomes: readonly Outcome[]): string {
  const told = outcomes
    .filter(({ did, status }) => did === 'created' || did === 'updated' || status === 'failed')
    .map(({ storyKey, did, status }) => `${storyKey} ${status === 'failed' ? 'failed' : did}`);
  return `${name}: ${told.length > 0 ? told.join(', ') : 'recorded what is there'}`;
}

function notInGit(file: string): Problem {
  return {
    code: 'RUN004',
    severity: 'warning',
    message: `${file} is not in a git repository, so nothing is remembered between runs`,
    hint: 'keep the manifest in git: edits at a destination can then be told from changes in git',
  };
}
