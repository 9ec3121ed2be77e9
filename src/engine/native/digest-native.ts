import { contentHash } from '../../json/canonical.ts';
import { digestDestination } from '../../plan/digest.ts';
import { nativeChangeOf } from './native-change.ts';
import type { NativeWork } from './native-work.ts';

/**
 * Covers what the vendor would be told as well as the stories: an approved plan is stale when either moved. Made of the work
 * before a rollout keeps anything back, since no digest covers what only time changes.
 */
export function digestNative(work: NativeWork): string {
  const { action, steps, manualSyncOnly, keyVersion, unsubscribe } = nativeChangeOf(work);
  const object = 'object' in work.target ? work.target.object.id : null;
  return contentHash({
    stories: digestDestination(work),
    change: { action, steps, manualSyncOnly, keyVersion },
    unsubscribe: unsubscribe.map(({ storyId }) => storyId),
    object,
  });
}
