import { pairChanges, type RecordedTurn } from '../../changes/pair-changes.ts';
import { type RolloutTurn, rolloutChanges } from '../../changes/rollout-changes.ts';
import type { Change } from '../../model/change/change.ts';
import type { Desired } from '../../model/desired.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Outcome } from '../../model/status.ts';
import type { RolloutReport } from '../../report/sync/sync-report.ts';
import { decideRollout } from '../../rollout/decide.ts';
import { fleetParts, joinFleet } from '../../rollout/fleet.ts';
import type { AskedRollout } from '../rollout/govern.ts';

/** What a run found recorded when it began. */
export type RecordedStart = {
  readonly desired: Desired;
  /** Destinations that the run is about. */
  readonly selected: ReadonlyMap<string, unknown>;
  readonly states: ReadonlyMap<string, DestinationState>;
  /** Where there is a rollout. */
  readonly rollout: AskedRollout | undefined;
  readonly now: Date;
};

/** Gathers whose state a sync changes, destination by destination. */
export class SyncChanges {
  readonly #changes: Change[] = [];
  readonly #rings: Pick<RolloutTurn, 'fleet' | 'before'> | undefined;

  constructor(start: RecordedStart) {
    this.#rings = ringsByRecord(start);
  }

  recorded(turn: RecordedTurn): void {
    this.#changes.push(...pairChanges(turn));
  }

  /** At the end of the run. */
  all(outcomes: readonly Outcome[], rollout: RolloutReport | undefined): readonly Change[] {
    const rings = this.#rings && rollout ? { ...this.#rings, after: rollout.progress, outcomes } : undefined;
    return rings ? [...this.#changes, ...rolloutChanges(rings)] : this.#changes;
  }
}

/** Not by the plan: what it found out just now, such as a tenant that does not answer, is part of what this run changes. */
function ringsByRecord({
  desired,
  selected,
  states,
  rollout: asked,
  now,
}: RecordedStart): Pick<RolloutTurn, 'fleet' | 'before'> | undefined {
  if (!asked) return undefined;
  const { rollout, record, others } = asked;
  const partOf = fleetParts(rollout, desired);
  const own = desired.destinations
    .filter(({ name }) => selected.has(name))
    .map((destination) => partOf({ destination, state: states.get(destination.name), planned: undefined }));
  const fleet = joinFleet(rollout, [...own, ...others]);
  return { fleet, before: decideRollout(fleet, record, now.getTime()).progress };
}
