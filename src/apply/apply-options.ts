import type { Clock } from '../model/clock.ts';
import type { DestinationState, StateContent } from '../model/destination-state.ts';
import type { Cause, Explain } from '../model/fact/fact.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import type { Engine } from './engine.ts';
import type { Leases } from './leases.ts';
import type { RolloutGate } from './rollout-gate.ts';

export type ApplyOptions = {
  readonly engine: Engine;
  readonly leases: Leases;
  readonly rollout: RolloutGate;
  /**
   * Called when the lease of a destination is ours: a new plan of it where another run may have written there since
   * it was planned, else undefined.
   */
  readonly planAnew: (destination: string, waited: boolean) => Promise<PlannedAnew | undefined>;
  readonly stateOf: (destination: string) => DestinationState | undefined;
  /** Called once per destination, when nothing more will be written there. */
  readonly saveState: (
    destination: string,
    state: StateContent,
    outcomes: readonly Outcome[],
    pruned: readonly Pruned[],
  ) => Promise<void>;
  /** Told of each destination whose statuses were recorded: what stood there before, and what stands there now. */
  readonly onRecorded?: (turn: {
    readonly destination: string;
    readonly before: StateContent['last'];
    readonly after: StateContent['last'];
    readonly outcomes: readonly Outcome[];
  }) => void;
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

export type PlannedAnew = {
  readonly work: DestinationWork;
  readonly state: DestinationState | undefined;
  readonly heldBack: Cause | undefined;
};
