import type { Cause } from '../../model/fact/fact.ts';
import type { ReadStep, Stale } from '../../model/fact/push-fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';

/** A push step that did not go through. `stopTenant`: nothing more is written to this destination in this run. */
export type StepFailure = { readonly fact: Cause; readonly stopTenant?: boolean };

export function stale(change: Stale): StepFailure {
  return { fact: { kind: 'stale', stale: change } };
}

export function readFailed(step: ReadStep, failure: TenantFailure): StepFailure {
  return { fact: { kind: 'read_failed', step, failure }, ...stopFor(failure) };
}

/** With a refused key nothing more can be done there. */
export function stopFor({ kind }: TenantFailure): Pick<StepFailure, 'stopTenant'> {
  return kind === 'unauthorized' ? { stopTenant: true } : {};
}
