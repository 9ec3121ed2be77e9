import pLimit from 'p-limit';
import type { Clock } from '../model/clock.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState, StateContent } from '../model/destination-state.ts';
import type { Cause, Explain } from '../model/fact/fact.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import type { Planning } from '../plan/plan.ts';
import type { Engine } from './engine.ts';
import { keepAll } from './kept-orphans.ts';
import { lastStatuses } from './last-status.ts';
import { type Ledger, outcomeFrom } from './ledger.ts';
import { TenantHalt } from './tenant-halt.ts';

export type ApplyOptions = {
  readonly engine: Engine;
  readonly stateOf: (destination: string) => DestinationState | undefined;
  /** Called once per destination, when nothing more will be written there. */
  readonly saveState: (
    destination: string,
    state: StateContent,
    outcomes: readonly Outcome[],
    pruned: readonly Pruned[],
  ) => Promise<void>;
  readonly onDone: (destination: string, outcomes: readonly Outcome[]) => void;
  /** Destinations side by side. */
  readonly concurrency: number;
  readonly clock: Pick<Clock, 'now'>;
  readonly stop: AbortSignal;
  readonly explain: Explain;
  /** Why nothing may be pushed to a destination, or undefined when it may. */
  readonly heldBack: (destination: string) => Cause | undefined;
  /** Told what became of stories left behind; given when the user agreed to delete them. */
  readonly onPruned?: (pruned: readonly Pruned[]) => void;
};

/** Names of destinations that are pushed to together, before those of the next wave. */
export type Wave = readonly string[];

/**
 * Pushes a planning, wave by wave. It never throws for one destination's sake, and the ledger, which spans all waves,
 * reports every pair exactly once.
 */
export async function applyPlan(
  planning: Planning,
  ledger: Ledger,
  waves: readonly Wave[],
  options: ApplyOptions,
): Promise<readonly Outcome[]> {
  const limit = pLimit(options.concurrency);
  const halts = new Map<string, TenantHalt>();
  for (const wave of workOf(planning, waves)) {
    // Teams of one tenant take turns: a replacement finds its story by name, perhaps in all of the tenant.
    const tenants = Map.groupBy(wave, ({ destination }) => destination.tenantUrl);
    const runs = [...tenants].map(async ([tenantUrl, teams]) => {
      const halt = halts.get(tenantUrl) ?? new TenantHalt();
      halts.set(tenantUrl, halt);
      for (const work of teams) await limit(() => runOne(work, ledger, planning, options, halt));
    });
    await Promise.all(runs);
  }
  return ledger.outcomes();
}

/** Every destination of the plan has its one wave; anything else would leave some out, or push to them twice. */
function workOf({ work }: Planning, waves: readonly Wave[]): readonly (readonly DestinationWork[])[] {
  const names = waves.flat();
  if (names.length !== work.size || new Set(names).size !== work.size || !names.every((name) => work.has(name)))
    throw new Error('Internal error: the waves are not a partition of the plan');
  return waves.map((wave) => wave.flatMap((name) => work.get(name) ?? []));
}

async function runOne(
  work: DestinationWork,
  ledger: Ledger,
  planning: Planning,
  options: ApplyOptions,
  tenantHalt: TenantHalt,
): Promise<void> {
  const { name } = work.destination;
  const outcomes = (): readonly Outcome[] => work.stories.map((story) => ledger.outcomeOf(name, story));
  const heldBack = options.heldBack(name);
  const previous = options.stateOf(name) ?? blankState(work.destination);
  const { state, pruned } = await pushOrHoldBack(work, ledger, { planning, options, tenantHalt, previous, heldBack });
  options.onPruned?.(pruned);
  // A run that was overtaken by a newer commit must not write its older status over a newer one.
  if (heldBack?.kind !== 'superseded') {
    const moment = { at: options.clock.now().toISOString(), commit: planning.plan.commit, explain: options.explain };
    const last = lastStatuses(work, outcomes(), previous.last, moment);
    await options.saveState(name, { ...state, last }, outcomes(), pruned);
  }
  options.onDone(name, outcomes());
}

type DestinationTurn = {
  readonly planning: Planning;
  readonly options: ApplyOptions;
  readonly tenantHalt: TenantHalt;
  readonly previous: DestinationState;
  readonly heldBack: Cause | undefined;
};

/** The next state of the destination, and what became of the stories left behind; after a bug of ours, the state before. */
async function pushOrHoldBack(
  work: DestinationWork,
  ledger: Ledger,
  { planning, options, tenantHalt, previous, heldBack }: DestinationTurn,
): Promise<{ readonly state: StateContent; readonly pruned: readonly Pruned[] }> {
  if (heldBack) {
    recordOpen(work, ledger, heldBack);
    return { state: previous, pruned: options.onPruned ? keepAll(work, heldBack) : [] };
  }
  if (!work.refreshed) return { state: previous, pruned: [] };
  const { commit } = planning.plan;
  const { engine, explain, stop } = options;
  try {
    return await engine.apply(work, { ledger, previous, commit, tenantHalt, explain, stop });
  } catch (bug) {
    // A bug of ours must not take the report with it: what is still open at this destination is reported as our fault.
    const text = bug instanceof Error ? bug.message.slice(0, 200) : null;
    recordOpen(work, ledger, { kind: 'internal', text });
    return { state: previous, pruned: options.onPruned ? keepAll(work, { kind: 'maybe_deleted' }) : [] };
  }
}

function blankState({ tenantUrl, teamId }: Destination): DestinationState {
  return { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, proven: false };
}

/** What is still open at this destination ends so. */
function recordOpen(work: DestinationWork, ledger: Ledger, cause: Cause): void {
  const { name } = work.destination;
  for (const story of work.stories) {
    if (ledger.isOpen(name, story)) ledger.record(name, story, outcomeFrom(cause));
  }
}
