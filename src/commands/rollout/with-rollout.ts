import { reasonOf } from '../../model/fact/reason.ts';
import type { Outcome, Reason } from '../../model/status.ts';
import type { RolloutReport } from '../../report/sync/sync-report.ts';
import { decideRollout } from '../../rollout/decide.ts';
import { asDue, joinFleet } from '../../rollout/fleet.ts';
import type { AskedRollout } from './govern.ts';

/** What the rollout adds to statuses: which of the pairs that wait for a sync wait for their ring, and how far each ring is. */
export function withRollout(
  outcomes: readonly Outcome[],
  { rollout, record, others }: AskedRollout,
  now: Date,
): { readonly outcomes: readonly Outcome[]; readonly rollout: RolloutReport } {
  const due = new Map<string, Set<string>>();
  for (const { destination, storyKey } of outcomes.filter(isDue)) {
    due.set(destination, (due.get(destination) ?? new Set()).add(storyKey));
  }
  const fleet = asDue(joinFleet(rollout, others), due);
  const { waits, progress, rings } = decideRollout(fleet, record, now.getTime());
  const override = record.overrides.at(-1);
  return {
    outcomes: outcomes.map((outcome) => {
      const fact = waits.get(outcome.destination)?.get(outcome.storyKey);
      return fact ? { ...outcome, reason: reasonOf(fact), fact } : outcome;
    }),
    rollout: { rings, progress, ...(override ? { override } : {}) },
  };
}

/** A sync would push it, if nothing but the rollout kept it back. */
function isDue({ status, reason }: Outcome): boolean {
  return status === 'requires_sync' && (reason === null || PUSHED.has(reason));
}

const PUSHED: ReadonlySet<Reason> = new Set<Reason>([
  'new',
  'content_changed',
  'renamed',
  'recreated',
  'not_reached',
  'plan_stale',
]);
