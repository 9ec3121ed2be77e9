import pLimit from 'p-limit';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import { observeDestination, offline, unreadable } from '../observe/observe.ts';
import type { DestinationWork } from '../plan/assess-destination.ts';
import { assemble, type Planning } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import { keyOf } from './keys.ts';
import type { Memory } from './memory.ts';
import type { Progress, Tenants, World } from './ports.ts';

export type Survey = Planning & { readonly states: ReadonlyMap<string, DestinationState> };

export type SurveyInput = {
  readonly world: World;
  readonly desired: Desired;
  readonly memory: Memory;
  readonly tenants: Pick<Tenants, 'reader'>;
  readonly policy: Policy;
  /** Ask no tenant: git and recorded state only. */
  readonly offline?: boolean;
  readonly progress: Progress;
  /** Destinations side by side. */
  readonly concurrency: number;
};

/** Reads every chosen destination side by side and plans it. Nothing on this path can write. */
export async function survey(input: SurveyInput): Promise<Survey> {
  const { desired, policy, progress, concurrency } = input;
  const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name));
  const states = new Map<string, DestinationState>();
  const limit = pLimit(concurrency);
  progress.begin('plan', chosen.length);
  const work = await Promise.all(
    chosen.map((destination) =>
      limit(async () => {
        const state = await input.memory.recall(destination);
        if (state) states.set(destination.name, state);
        const assessed = await look(destination, state, input);
        progress.advance(destination.name, describe(assessed));
        return assessed;
      }),
    ),
  );
  progress.end();
  return { ...assemble(desired.manifestFile, policy.commit, work), states };
}

async function look(
  destination: Destination,
  state: DestinationState | undefined,
  { world, desired, tenants, policy, ...input }: SurveyInput,
): Promise<DestinationWork> {
  if (input.offline) return offline(desired, destination, state, policy);
  const key = keyOf(world, destination);
  if (!key.ok) return unreadable(desired, destination, key.error, policy);
  return observeDestination(desired, destination, tenants.reader(destination.tenantUrl, key.value), state, policy);
}

function describe({ stories, readings }: DestinationWork): string {
  const [first] = stories;
  if (!readings && first?.planned.action === 'blocked') return first.planned.message ?? 'could not be read';
  const changes = stories.filter(({ planned }) => planned.action === 'create' || planned.action === 'update').length;
  const blocked = stories.filter(({ planned }) => planned.action === 'blocked').length;
  const told = [changes > 0 && `${changes} to push`, blocked > 0 && `${blocked} blocked`].filter((text) => text);
  return told.length > 0 ? told.join(', ') : 'nothing to push';
}
