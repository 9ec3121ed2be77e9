import type { PlannedDestination, PlannedNative } from '../model/plan.ts';

/** What is written at the vendor besides the syncs of single stories, now that a rollout may keep stories of it back. */
export function nativeWrites({
  native,
  stories,
}: Pick<PlannedDestination, 'native' | 'stories'>): PlannedNative['steps'] {
  if (native === undefined) return [];
  const goes = stories.some(({ action }) => action === 'create' || action === 'update');
  const enters = stories.some(({ key, action }) => action === 'create' && native.subscribe.includes(key));
  return native.steps.filter((step) => {
    if (step === 'trigger') return false;
    if (step === 'set_stories') return enters || native.unsubscribe.length > 0;
    // A takeover by the push goes on by itself, as a whole; the vendor is told of nothing where every story waits.
    if (native.engine === 'push') return stories.every(({ waits }) => waits === undefined);
    if (step === 'create' || step === 'delete') return goes || stories.length === 0;
    return true;
  });
}
