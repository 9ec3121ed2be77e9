import type { ApplyOptions } from '../../apply/apply.ts';
import type { StoryOutcome } from '../../apply/ledger.ts';
import type { Plan } from '../../model/plan.ts';
import type { Planning } from '../../plan/plan.ts';
import type { Binding } from '../../trust/bind.ts';
import { findStale } from './approved-plan.ts';

export type WithholdSettings = {
  /** For which destinations a key may be used. */
  readonly keys: Binding;
  /** The plan that was approved, where there is one. */
  readonly approved: Plan | undefined;
  /** This commit is no longer the head of its branch. */
  readonly superseded: boolean;
};

/** Why nothing is pushed to a destination, although the plan has something for it. */
export function withhold(
  { approved, superseded, keys }: WithholdSettings,
  { plan, work }: Planning,
): ApplyOptions['withheld'] {
  if (superseded) return () => SUPERSEDED;
  const moved = approved ? findStale(approved, plan) : new Set();
  return (name) => {
    const entry = work.get(name);
    const use = entry && keys.of(entry.destination);
    return use?.ok === false ? withoutKey(use.error) : moved.has(name) ? STALE : undefined;
  };
}

function withoutKey(why: string): StoryOutcome {
  const hint = 'merge the change of the manifest first';
  return { status: 'requires_sync', reason: 'not_reached', message: `not asked: ${why}`, hint };
}

const STALE: StoryOutcome = {
  status: 'requires_sync',
  reason: 'plan_stale',
  message: 'what would be pushed, or what is there, is no longer what the plan says',
  hint: 'make a new plan and look at the difference',
};
const SUPERSEDED: StoryOutcome = {
  status: 'requires_sync',
  reason: 'superseded',
  message: 'the branch has a newer commit, and a run never takes a destination back',
  hint: 'the run of the newer commit pushes it; run that one',
};
