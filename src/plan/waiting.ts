import type { Destination } from '../model/destination.ts';
import type { Cause } from '../model/fact/fact.ts';
import { mayPushManually, type Policy } from './policy.ts';
import type { StoryWork } from './story-work.ts';

type Waiting = {
  readonly reason: 'held' | 'manual_sync_only';
  /** What is said of a story; `by` is what else would be in the way. */
  readonly fact: (by: Cause | null) => Cause | null;
};

/** Where nothing may be pushed in this run, stories are planned and reported like any other, and wait. */
export function letWait<Work extends Pick<StoryWork, 'planned'>>(
  work: readonly Work[],
  destination: Destination,
  policy: Policy,
): readonly Work[] {
  const waiting = whyWaiting(destination, policy);
  return waiting ? work.map((each) => waitFor(each, waiting)) : work;
}

/** A hold comes first: no flag opens it, as --manual does the other. */
function whyWaiting({ name, hold, manualSyncOnly }: Destination, policy: Policy): Waiting | undefined {
  if (hold) return { reason: 'held', fact: (by) => ({ kind: 'held', hold, by }) };
  if (!manualSyncOnly || mayPushManually(policy, name)) return undefined;
  return { reason: 'manual_sync_only', fact: (by) => by && { kind: 'manual_only_and_blocked', by } };
}

/** What stays as it is, or waits for a reason of its own, has nothing more to say. */
function waitFor<Work extends Pick<StoryWork, 'planned'>>(work: Work, { reason, fact }: Waiting): Work {
  const { planned } = work;
  const { action, fact: by } = planned;
  if (action === 'unchanged' || action === 'skip') return work;
  const waits = { ...planned, action: 'skip', reason } as const;
  if (action !== 'blocked') return { ...work, planned: { ...waits, would: action, fact: fact(null) } };
  // What blocks it was decided right here: a fact, and no words of an earlier run.
  return { ...work, planned: { ...waits, fact: by?.kind === 'recorded' ? by : fact(by) } };
}

/** A hold is not overridden: what is equal there stays so, whatever would be pushed once more. */
export function policyAt({ hold }: Destination, policy: Policy): Policy {
  return hold && policy.force ? { ...policy, force: false } : policy;
}
