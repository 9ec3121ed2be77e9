import type { ApplyOptions } from '../../apply/apply-options.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Plan } from '../../model/plan.ts';
import type { Planning } from '../../plan/plan.ts';
import type { Binding } from '../../trust/bind.ts';
import { findStale } from './approved-plan.ts';

export type HoldBackSettings = {
  /** For which destinations a key may be used. */
  readonly keys: Binding;
  /** The plan that was approved, where there is one. */
  readonly approved: Plan | undefined;
  /** This commit is no longer the head of its branch. */
  readonly superseded: boolean;
};

/** Why nothing is pushed to a destination, although the plan has something for it. */
export function whyHeldBack(
  { approved, superseded, keys }: HoldBackSettings,
  { plan, work }: Pick<Planning, 'work'> & { readonly plan: Plan },
): ApplyOptions['heldBack'] {
  if (superseded) return () => ({ kind: 'superseded' });
  const moved = approved ? findStale(approved, plan) : new Set();
  return (name): Cause | undefined => {
    const entry = work.get(name);
    const use = entry && keys.of(entry.destination);
    if (use?.ok === false) return { kind: 'key_not_bound', why: use.error };
    return moved.has(name) ? { kind: 'stale', stale: { since: 'other_plan' } } : undefined;
  };
}
