import type { DestinationState, StateContent } from '../model/destination-state.ts';
import type { Cause, Explain } from '../model/fact/fact.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';
import type { Ledger } from './ledger.ts';
import type { TenantHalt } from './tenant-halt.ts';

/** One way in which stories come to a destination: how its state is assessed, and how the decisions are carried out. */
export interface Engine {
  readonly assess: Assess;
  /** Work goes back to the engine that made it: what only that engine knows stands in it. */
  apply(work: DestinationWork, run: DestinationRun): Promise<AppliedDestination>;
}

/** What a run gives the engine for one destination. */
export type DestinationRun = {
  /** Takes the outcome of every pair as soon as it is known. */
  readonly ledger: Ledger;
  readonly previous: DestinationState | undefined;
  readonly commit: string | null;
  /** Why a pair may not be begun at this moment, asked right before; undefined when it may. */
  readonly whyWait: (storyKey: string) => Cause | undefined;
  /** Why nothing may be deleted at this moment; undefined when it may. */
  readonly whyKeep: () => Cause | undefined;
  /** A story does not go before those that it calls, also where they exist live. */
  readonly calleesFirst: boolean;
  /** State holds words. */
  readonly explain: Explain;
  /** Shared by all destinations of one tenant. */
  readonly tenantHalt: TenantHalt;
  /** Set when the user asks to stop: what is in flight is finished, nothing new is begun. */
  readonly stop: AbortSignal;
};

export type AppliedDestination = {
  /** What to record of it. */
  readonly state: StateContent;
  readonly pruned: readonly Pruned[];
};
