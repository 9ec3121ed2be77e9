import type { Cause } from '../model/fact/fact.ts';
import type { ReadStep, Stale } from '../model/fact/push-fact.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';

/** A push step that did not go through. `halt`: where nothing more is written in this run. */
export type StepFailure = { readonly fact: Cause; readonly halt?: 'destination' | 'tenant' };

export function stale(change: Stale): StepFailure {
  return { fact: { kind: 'stale', stale: change } };
}

export function readFailed(step: ReadStep, failure: TenantFailure): StepFailure {
  return { fact: { kind: 'read_failed', step, failure }, ...stopFor(failure) };
}

/** A refused key says nothing of the tenant: its other teams may have keys of their own. */
export function stopFor({ kind }: TenantFailure): Pick<StepFailure, 'halt'> {
  return kind === 'unauthorized' ? { halt: 'destination' } : {};
}
