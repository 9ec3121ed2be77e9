import type { Manifest } from '../model/destination.ts';
import type { Rollout } from '../model/rollout.ts';
import type { Trust } from './trust.ts';

/**
 * The rollout that a run goes by: what stands on the default branch, so that no pull request opens a ring for itself. Where
 * nobody is trusted nothing is pushed, and the plan shows the work tree's.
 */
export function rolloutInForce(trust: Trust, { rollout }: Pick<Manifest, 'rollout'>): Rollout | undefined {
  return trust.kind === 'default_branch' ? trust.manifest.rollout : rollout;
}
