import { describe, expect, it } from 'vitest';
import { instantClock } from '../../../../test/support/instant-clock.ts';
import { nativeDestination, vendorEntry, vendorObject, workOf } from '../../../../test/support/native-planning.ts';
import { ok } from '../../../diagnostics/result.ts';
import type { SyncStatus } from '../../../model/status.ts';
import { type Awaiting, awaitSyncs } from './await-syncs.ts';
import { VendorWatch } from './vendor-watch.ts';

const contoso = nativeDestination('contoso', { stories: ['report'] });

/** What is shown look after look; the last word stays. */
async function awaited(
  before: SyncStatus | null,
  shown: readonly (SyncStatus | 'gone')[],
  more: Partial<Pick<Awaiting, 'timeout' | 'stop'>> & { readonly copyIsEqual?: boolean } = {},
) {
  const { copyIsEqual, ...rest } = more;
  const clock = instantClock();
  let looks = 0;
  const listSyncDestinations = async () => {
    const status = shown[Math.min(looks, shown.length - 1)] ?? 'gone';
    looks += 1;
    const errorMessage = status === 'failed' ? 'Net::ReadTimeout' : null;
    return ok(
      status === 'gone'
        ? []
        : [vendorObject(contoso, [], { subscriptions: [vendorEntry('report', { status, errorMessage })] })],
    );
  };
  const watch = new VendorWatch(
    async () => ok({ listSyncDestinations, getSyncDestination: () => Promise.reject(new Error('one alone')) }),
    clock,
  );
  const [story] = workOf({ destinations: [contoso], vendor: [vendorObject(contoso, ['report'])] }).stories;
  if (story === undefined) throw new Error('no story');
  let reads = 0;
  const ends = await awaitSyncs({
    vendorId: 31,
    syncs: [
      { story, before: before && { status: before, errorMessage: before === 'failed' ? 'Net::ReadTimeout' : null } },
    ],
    watch,
    clock,
    timeout: 120_000,
    stop: new AbortController().signal,
    readCopy: async () => {
      reads += 1;
      return copyIsEqual;
    },
    ...rest,
  });
  const end = ends.get(story);
  return { end: end === 'synced' ? end : end?.kind, looks, reads, seconds: Math.round(clock.elapsed() / 1000) };
}

describe('a sync that was begun', () => {
  it.each<[string, Parameters<typeof awaited>, string]>([
    ['of a story that was not subscribed', [null, ['synced']], 'synced'],
    ['of a story that waited', ['requires_sync', ['requires_sync', 'synced']], 'synced'],
    ['of a story that had failed', ['failed', ['failed', 'synced']], 'synced'],
    ['of a story in sync, seen at work', ['synced', ['requires_sync', 'synced']], 'synced'],
    ['that fails', ['requires_sync', ['requires_sync', 'failed']], 'vendor_sync_failed'],
    ['of which an old failure is shown to the end', ['failed', ['failed']], 'vendor_sync_failed'],
    ['that takes too long', ['requires_sync', ['requires_sync']], 'still_syncing'],
    ['whose subscription is gone', ['requires_sync', ['gone']], 'stale'],
    ['of which nothing but the old word is shown', ['synced', ['synced']], 'unconfirmed'],
    ['whose copy is what git has', ['synced', ['synced'], { copyIsEqual: true }], 'synced'],
    ['whose copy is something else', ['synced', ['synced'], { copyIsEqual: false }], 'unconfirmed'],
  ])('%s ends as the vendor shows it after that, and never by what it said before', async (_, given, end) => {
    expect((await awaited(...given)).end).toBe(end);
  });

  it('waits longer from look to look, and no longer than it may', async () => {
    const { looks, seconds } = await awaited('requires_sync', ['requires_sync']);
    expect(looks).toBeLessThan(20);
    expect(seconds).toBeGreaterThanOrEqual(120);
    expect(seconds).toBeLessThan(135);
  });

  it('gives up an old failure sooner than a status that may still come', async () => {
    expect((await awaited('failed', ['failed'])).seconds).toBeLessThan(45);
  });

  it('is asked about at the destination after a few looks, not at the end alone', async () => {
    const { looks, reads } = await awaited('synced', ['synced'], { copyIsEqual: true });
    expect([looks, reads]).toEqual([3, 1]);
  });

  it('is left where the run is asked to stop', async () => {
    expect((await awaited('requires_sync', ['requires_sync'], { stop: AbortSignal.abort() })).end).toBe('interrupted');
  });
});
