import pLimit from 'p-limit';
import type { Lease, Leases } from '../../apply/leases.ts';
import type { RolloutGate } from '../../apply/rollout-gate.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import { OrphanDeletions, type OrphanPorts } from '../../engine/native/apply/delete-orphan.ts';
import { describeVendorOrphan } from '../../engine/native/describe-native.ts';
import type { VendorOrphan } from '../../engine/native/left-behind.ts';
import type { StateContent } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { PrunedNative } from '../../model/pruned.ts';
import type { StateSession } from '../state/state-session.ts';

export type VendorPruning = {
  readonly orphans: readonly VendorOrphan[];
  /** Somebody agreed to lose the stories that they carried as well. */
  readonly deleteCopies: boolean;
  readonly ports: OrphanPorts;
  readonly session: StateSession;
  readonly leases: Leases;
  readonly gate: Pick<RolloutGate, 'whyKeep'>;
  /** Whether a newer commit, which may have put some of them back, is the head by now. */
  readonly isOvertaken: () => Promise<boolean>;
  readonly stop: AbortSignal;
};

/** Requests to the origin side by side; the client has no more in flight. */
const IN_FLIGHT = 4;

/** One that the manifest no longer has, with what proves that it was ours. */
type Doomed = { readonly orphan: VendorOrphan; readonly name: string; readonly recorded: StateContent };

/** Deletes at the vendor what may go, after all pushes, and says what became of everything left behind there. */
export async function pruneVendor(pruning: VendorPruning): Promise<readonly PrunedNative[]> {
  const { orphans, leases, stop } = pruning;
  const doomed = orphans.flatMap((orphan): readonly Doomed[] => {
    const { keptBecause, name, recorded } = orphan;
    return keptBecause !== null || name === null || recorded === null ? [] : [{ orphan, name, recorded }];
  });
  // Asked for in one turn: they are taken together.
  const answers = await Promise.all(doomed.map(({ name }) => leases.take(name, stop)));
  const held = answers.flatMap((answer) => (answer.kind === 'ours' ? [answer] : []));
  try {
    const deletions = held.length > 0 ? await openDeletions(pruning) : fail<Cause>({ kind: 'interrupted' });
    const ends = await pLimit(IN_FLIGHT).map(doomed, async (each, at) => {
      const answer = answers[at];
      if (answer?.kind === 'held') return stays(each.orphan, { kind: 'leased_elsewhere', owner: answer.owner });
      if (answer?.kind !== 'ours') return stays(each.orphan, { kind: 'interrupted' });
      if (!deletions.ok) return stays(each.orphan, deletions.error);
      return pruneOne(each, answer, deletions.value, pruning);
    });
    const byId = new Map(ends.map((end) => [end.id, end]));
    return orphans.map((orphan) => byId.get(orphan.object.id) ?? untouched(orphan));
  } finally {
    await Promise.all(held.map((lease) => lease.release()));
  }
}

/** What other runs recorded meanwhile counts, and so does what they did at the vendor. */
async function openDeletions(pruning: VendorPruning): Promise<Result<OrphanDeletions, Cause>> {
  const { session, isOvertaken, ports } = pruning;
  await session.catchUp();
  if (await isOvertaken()) return fail({ kind: 'superseded' });
  return OrphanDeletions.open(ports);
}

async function pruneOne(
  { orphan, name, recorded }: Doomed,
  lease: Lease,
  deletions: OrphanDeletions,
  { deleteCopies, session, gate, stop }: VendorPruning,
): Promise<PrunedNative> {
  // Another run has written there: what proved that it is ours is of yesterday.
  if (await session.hasMoved(name)) return stays(orphan, { kind: 'stale', stale: { since: 'other_plan' } });
  const copies = orphan.object.subscriptions.length;
  const keepStories = !deleteCopies || copies === 0;
  const blockedBy = (): Cause | undefined => {
    if (stop.aborted) return { kind: 'interrupted' };
    return lease.lost.aborted ? { kind: 'lease_lost' } : gate.whyKeep(name);
  };
  const done = await deletions.delete(orphan, { keepStories, blockedBy });
  if (!done.ok) return stays(orphan, done.error);
  const told = keepStories ? 'kept' : 'deleted';
  await session.recordEnd(name, withoutVendor(recorded), `sync destination deleted, copies ${told}`);
  const fact = { kind: 'vendor_destination_deleted', copies, kept: keepStories } as const;
  return { ...shown(orphan), consented: true, deleted: true, copies: told, fact };
}

/** Which copies it brought stays known: the vendor may be told to carry them again. */
function withoutVendor({ native, ...rest }: StateContent): StateContent {
  return native === undefined ? rest : { ...rest, native: { ...native, vendorId: null } };
}

function stays(orphan: VendorOrphan, by: Cause): PrunedNative {
  const fact = { kind: 'not_deleted', by } as const;
  return { ...shown(orphan), consented: true, deleted: false, copies: null, fact };
}

/** What may not be deleted from here, whatever somebody agrees to. */
function untouched(orphan: VendorOrphan): PrunedNative {
  const because = orphan.keptBecause;
  if (because === null) throw new Error(`Internal error: sync destination ${orphan.object.id} was left out`);
  const fact = { kind: 'vendor_destination_stays', because } as const;
  return { ...shown(orphan), consented: false, deleted: false, copies: null, fact };
}

function shown(orphan: VendorOrphan): Pick<PrunedNative, 'id' | 'name' | 'tenantUrl' | 'teamId' | 'stories'> {
  const { keptBecause: _, ...what } = describeVendorOrphan(orphan);
  return what;
}
