import type { Cause } from '../../model/fact/fact.ts';
import type { OrphanNative, PlannedNative } from '../../model/plan.ts';
import type { VendorOrphan } from './left-behind.ts';
import { nativeChangeOf } from './native-change.ts';
import type { NativeWork } from './native-work.ts';
import type { VendorRelease } from './release.ts';

/** What becomes of a destination at the vendor. Given before a rollout keeps anything back, as its digest is. */
export function describeNative(work: NativeWork): PlannedNative {
  const { target } = work;
  const { action, steps, subscribe, unsubscribe, manualSyncOnly, keyVersion, warnings } = nativeChangeOf(work);
  return {
    engine: 'native',
    action,
    id: 'object' in target ? target.object.id : null,
    consent: consentFor(work.blocked),
    from: target.at === 'elsewhere' ? { tenantUrl: target.object.tenantUrl, teamId: target.object.teamId } : null,
    subscribe,
    unsubscribe: unsubscribe.map(({ key, storyId }) => key ?? `#${storyId}`),
    manualSyncOnly,
    keyVersion,
    steps: steps.flatMap(({ kind }) => (kind === 'prove' ? [] : kind)),
    warnings,
  };
}

function consentFor(cause: Cause | null): PlannedNative['consent'] {
  if (cause?.kind === 'awaits_replace') return '--replace';
  const mayTakeOver = cause?.kind === 'kept_by_vendor' || (cause?.kind === 'kept_by_push' && cause.mayTakeOver);
  return mayTakeOver ? '--takeover' : null;
}

/** The same of a destination of the push that the vendor still keeps: its sync destination goes, and the copies stay. */
export function describeRelease({ destination, objects, cause }: VendorRelease): PlannedNative {
  const [object, ...twins] = objects;
  return {
    engine: 'push',
    action: 'takeover',
    id: twins.length === 0 ? (object?.id ?? null) : null,
    consent: consentFor(cause),
    from: null,
    subscribe: [],
    unsubscribe: [],
    manualSyncOnly: destination.manualSyncOnly,
    keyVersion: null,
    steps: cause === null ? ['delete'] : [],
    warnings: [],
  };
}

export function describeVendorOrphan({ object, name, keptBecause }: VendorOrphan): OrphanNative {
  const { id, tenantUrl, teamId, subscriptions } = object;
  const stories = subscriptions.map(({ storyId, storyName }) => storyName ?? `#${storyId}`);
  return { id, name, tenantUrl, teamId, stories, keptBecause };
}
