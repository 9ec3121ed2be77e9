import type { Manifest } from '../model/destination.ts';
import type { Rollout } from '../model/rollout.ts';
import type { Trust } from './trust.ts';

/**
 * The rollout that a run goes by. Whoever may only propose a change must not open a ring with it, so it is that of the
 * default branch wherever trust comes from there, also when that one has none. Where nobody is trusted nothing is pushed.
 */
export function rolloutInForce(trust: Trust, manifest: Manifest): Rollout | undefined {
  return trust.kind === 'default_branch' ? trust.manifest.rollout : manifest.rollout;
}
