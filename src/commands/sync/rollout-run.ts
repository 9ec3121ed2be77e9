import type { Wave } from '../../apply/apply.ts';
import { ALL_AT_ONCE, type RolloutGate } from '../../apply/rollout-gate.ts';
import type { Clock } from '../../model/clock.ts';
import { reasonOf } from '../../model/fact/reason.ts';
import type { Plan } from '../../model/plan.ts';
import type { Outcome } from '../../model/status.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import type { RolloutOptions } from '../../rollout/decide.ts';
import { RunGate } from '../../rollout/run-gate.ts';
import type { Refreshed } from '../refresh.ts';
import type { StateSession } from '../state/state-session.ts';
import type { SyncSettings } from './settings.ts';

/** What this sync was called with that counts for a rollout. */
export function rolloutOptions(
  { override }: Pick<SyncSettings, 'override'>,
  approved: Plan | undefined,
): RolloutOptions {
  return { override: override !== undefined, ...(approved ? { approved: goesIn(approved) } : {}) };
}

/** A plan that was approved lets go what it says, and nothing that waited when it was made. */
function goesIn(approved: Plan): NonNullable<RolloutOptions['approved']> {
  const waiting = new Map(
    approved.destinations.map(({ name, stories }) => [
      name,
      new Set(stories.filter(({ waits }) => waits !== undefined).map(({ key }) => key)),
    ]),
  );
  return (destination, key) => !(waiting.get(destination)?.has(key) ?? false);
}

export type OpenedGate = {
  readonly gate: RolloutGate;
  readonly waves: readonly Wave[];
  /** Where the rollout stands when the run ends, and what each pair that waited waits for then. */
  readonly report: (outcomes: readonly Outcome[]) => Pick<SyncReport, 'outcomes' | 'rollout'>;
};

/** The rollout while the run is at work. What passed by now, and that a person passes over it, is recorded before the first write. */
export async function openGate(
  { plan, work, governed }: Refreshed,
  { override, superseded = false }: Pick<SyncSettings, 'override' | 'superseded'>,
  session: StateSession,
  clock: Pick<Clock, 'now'>,
): Promise<OpenedGate> {
  if (!governed) return { gate: ALL_AT_ONCE, waves: [[...work.keys()]], report: (outcomes) => ({ outcomes }) };
  const { fleet, decision, record } = governed;
  const at = clock.now().toISOString();
  const own = override && { digest: plan.digest, reason: override.reason, at };
  if (own && !superseded) {
    await session.recordRollout({ ...record, overrides: [...record.overrides, { ...own, commit: plan.commit }] });
  }
  const gate = new RunGate(fleet, record, {
    decision,
    now: () => clock.now().getTime(),
    override: override !== undefined,
    record: (passed) => session.recordRollout(passed),
  });
  if (!superseded) await gate.waveDone();
  return {
    gate,
    waves: decision.waves,
    report: (outcomes) => ({
      outcomes: outcomes.map((outcome) => asOfNow(outcome, gate)),
      rollout: { rings: fleet.rings, progress: gate.progress(), ...(own ? { override: own } : {}) },
    }),
  };
}

function asOfNow(outcome: Outcome, gate: RunGate): Outcome {
  const { destination, storyKey, fact } = outcome;
  // Who waits for a story that it calls, or for the next batch, waits for what this run decided.
  if (fact?.kind !== 'rollout_waits' || (fact.by.kind !== 'ring' && fact.by.kind !== 'share')) return outcome;
  const now = gate.waitsNow(destination, storyKey, fact);
  return { ...outcome, reason: reasonOf(now), fact: now };
}
