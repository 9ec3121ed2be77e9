import { describe, expect, it } from 'vitest';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { nativeDestination, nativeState, vendorObject } from '../../../test/support/native-planning.ts';
import { type LeaseAnswer, leaseOfNothing } from '../../apply/leases.ts';
import { ok } from '../../diagnostics/result.ts';
import { VendorWatch } from '../../engine/native/apply/vendor-watch.ts';
import type { SyncDestinationReader, SyncDestinationWriter } from '../../tenant/port.ts';
import type { StateSession } from '../state/state-session.ts';
import { pruneVendor } from './prune-vendor.ts';

const gone = nativeDestination('gone');
const object = vendorObject(gone, ['triage']);
const orphan = { object, name: 'gone', recorded: nativeState(gone, {}), keptBecause: null };

type World = {
  readonly lease?: LeaseAnswer;
  readonly moved?: boolean;
  readonly overtaken?: boolean;
  readonly stopped?: boolean;
};

/** What became of it, the requests to delete it, and what was recorded. */
async function fateIn({ lease = leaseOfNothing(), moved = false, overtaken = false, stopped = false }: World) {
  const did: string[] = [];
  const writer = {
    listSyncDestinations: async () => ok([object]),
    deleteSyncDestination: async () => {
      did.push('delete');
      return ok(null);
    },
  } as unknown as SyncDestinationReader & SyncDestinationWriter;
  const session = {
    catchUp: async () => {},
    hasMoved: async () => moved,
    recordEnd: async (_: string, state: { readonly native?: { readonly vendorId: number | null } }) =>
      void did.push(`record ${state.native?.vendorId}`),
  } as unknown as StateSession;
  const origin = async () => ok(writer);
  const clock = instantClock();
  const [end] = await pruneVendor({
    orphans: [orphan],
    deleteCopies: false,
    ports: { origin, clock, watch: new VendorWatch(origin, clock) },
    session,
    leases: { take: async () => lease },
    gate: { whyKeep: () => undefined },
    isOvertaken: async () => overtaken,
    stop: stopped ? AbortSignal.abort() : new AbortController().signal,
  });
  const why = end?.fact.kind === 'not_deleted' ? end.fact.by.kind : end?.fact.kind;
  return [why, ...did];
}

describe('what may go of the vendor’s', () => {
  it('is deleted, and recorded after that', async () => {
    expect(await fateIn({})).toEqual(['vendor_destination_deleted', 'delete', 'record null']);
  });

  it.each<[string, World, string]>([
    ['another run recorded something of it meanwhile', { moved: true }, 'stale'],
    ['a newer commit is the head by now', { overtaken: true }, 'superseded'],
    ['another run writes there', { lease: { kind: 'held', owner: 'a run' } }, 'leased_elsewhere'],
    ['the run was stopped while it waited', { lease: { kind: 'stopped' } }, 'interrupted'],
    ['the lease was lost', { lease: { ...leaseOfNothing(), lost: AbortSignal.abort() } }, 'lease_lost'],
    ['the run was stopped', { stopped: true }, 'interrupted'],
  ])('stays where %s', async (_, world, why) => {
    expect(await fateIn(world)).toEqual([why]);
  });
});
