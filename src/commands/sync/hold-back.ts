import type { ApplyOptions } from '../../apply/apply-options.ts';
import type { Origin } from '../../model/destination.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Plan } from '../../model/plan.ts';
import type { Planning } from '../../plan/plan.ts';
import { type Binding, whyUnbound } from '../../trust/bind.ts';
import { findStale } from './approved-plan.ts';

export type HoldBackSettings = {
  /** For which destinations a key may be used. */
  readonly keys: Binding;
  readonly origin: Origin | undefined;
  /** The plan that was approved, where there is one. */
  readonly approved: Plan | undefined;
  /** This commit is no longer the head of its branch. */
  readonly superseded: boolean;
};

/** Why nothing is pushed to a destination, although the plan has something for it. */
export function whyHeldBack(
  { approved, superseded, keys, origin }: HoldBackSettings,
  { plan, work }: Pick<Planning, 'work'> & { readonly plan: Plan },
): ApplyOptions['heldBack'] {
  if (superseded) return () => ({ kind: 'superseded' });
  const moved = approved ? findStale(approved, plan) : new Set();
  return (name): Cause | undefined => {
    const entry = work.get(name);
    const why = entry && whyUnbound(keys, entry.destination, origin);
    if (why !== undefined) return { kind: 'key_not_bound', why };
    return moved.has(name) ? { kind: 'stale', stale: { since: 'other_plan' } } : undefined;
  };
}
