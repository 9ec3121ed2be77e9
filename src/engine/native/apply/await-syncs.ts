import type { Clock } from '../../../model/clock.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { SyncStatus } from '../../../model/status.ts';
import type { VendorSubscription } from '../../../model/tenant/vendor-destination.ts';
import type { NativeStoryWork } from '../native-work.ts';
import type { VendorListing, VendorWatch } from './vendor-watch.ts';

/** A story whose sync was begun, and what the vendor said of it before anything was written. */
export type AwaitedSync = {
  readonly story: NativeStoryWork;
  /** Null where the destination was not subscribed to it. */
  readonly before: Pick<VendorSubscription, 'status' | 'errorMessage'> | null;
};

/** In sync, or why not. */
export type SyncEnd = 'synced' | Cause;

export type Awaiting = {
  readonly vendorId: number;
  readonly syncs: readonly AwaitedSync[];
  readonly watch: VendorWatch;
  readonly clock: Pick<Clock, 'elapsed'>;
  /** Milliseconds. */
  readonly timeout: number;
  readonly stop: AbortSignal;
  /** Whether the copy at the destination is what git has; undefined where nobody can look. */
  readonly readCopy: (story: NativeStoryWork) => Promise<boolean | undefined>;
};

/** Looks at the list after which a status that never moved is asked about at the destination itself. */
const LOOKS = 3;
/** Milliseconds after which a failure that was there before is the last word: a tenant that is down would cost each run its time. */
const OLD_FAILURE = 30_000;

/**
 * Waits until the vendor says of each story what came of its sync. What it said before the sync was begun does not count,
 * since an old status may be shown until the new one is known.
 */
export async function awaitSyncs(awaiting: Awaiting): Promise<ReadonlyMap<NativeStoryWork, SyncEnd>> {
  const ends = new Map<NativeStoryWork, SyncEnd>();
  const moved = new Set<NativeStoryWork>();
  const told = new Map<NativeStoryWork, Told>();
  const began = awaiting.clock.elapsed();
  let waited = 0;
  for (let looks = 1; ends.size < awaiting.syncs.length; looks += 1) {
    const spent = Math.max(waited, awaiting.clock.elapsed() - began);
    if (awaiting.stop.aborted || spent >= awaiting.timeout) break;
    const tick = await awaiting.watch.later(awaiting.stop);
    waited += tick.waited;
    for (const sync of awaiting.syncs) {
      if (ends.has(sync.story)) continue;
      const now = statusIn(tick.listing, awaiting.vendorId, sync.story.storyId);
      if (now === 'unread') continue;
      if (now === 'gone') {
        ends.set(sync.story, { kind: 'stale', stale: { since: 'other_plan' } });
        continue;
      }
      told.set(sync.story, now);
      if (differs(now, sync.before)) moved.add(sync.story);
      const end = endOf(now, moved.has(sync.story), waited);
      if (end !== undefined) ends.set(sync.story, end);
    }
    if (looks === LOOKS) await confirm(awaiting, told, ends);
  }
  for (const { story } of awaiting.syncs) {
    if (!ends.has(story)) ends.set(story, await unfinished(awaiting, story, told.get(story)));
  }
  return ends;
}

type Told = { readonly status: SyncStatus; readonly errorMessage: string | null };

function statusIn(listing: VendorListing, vendorId: number, storyId: number): Told | 'unread' | 'gone' {
  if (!listing.ok) return 'unread';
  const object = listing.value.find(({ id }) => id === vendorId);
  return object?.subscriptions.find((one) => one.storyId === storyId) ?? 'gone';
}

function differs(now: Told, before: AwaitedSync['before']): boolean {
  return before === null || now.status !== before.status || now.errorMessage !== before.errorMessage;
}

function endOf({ status, errorMessage }: Told, moved: boolean, waited: number): SyncEnd | undefined {
  if (status === 'synced' && moved) return 'synced';
  if (status === 'failed' && (moved || waited >= OLD_FAILURE)) {
    return { kind: 'vendor_sync_failed', message: errorMessage };
  }
  return undefined;
}

/** Those that are shown as in sync, as they were before: perhaps they were synced in between. */
async function confirm(
  { syncs, readCopy }: Awaiting,
  told: ReadonlyMap<NativeStoryWork, Told>,
  ends: Map<NativeStoryWork, SyncEnd>,
): Promise<void> {
  for (const { story } of syncs) {
    if (ends.has(story) || told.get(story)?.status !== 'synced') continue;
    if ((await readCopy(story)) === true) ends.set(story, 'synced');
  }
}

async function unfinished(
  { readCopy, stop, timeout }: Awaiting,
  story: NativeStoryWork,
  told: Told | undefined,
): Promise<SyncEnd> {
  if (stop.aborted) return { kind: 'interrupted' };
  if (told?.status === 'failed') return { kind: 'vendor_sync_failed', message: told.errorMessage };
  if (told?.status !== 'synced') return { kind: 'still_syncing', seconds: Math.round(timeout / 1000) };
  return (await readCopy(story)) === true ? 'synced' : { kind: 'unconfirmed' };
}
