import { readFailed, stale } from '../../apply/step-failure.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { NotDeletedFact } from '../../model/fact/orphan-fact.ts';
import type { Story } from '../../model/story.ts';
import { type Copies, type CopyOptions, type DoomedStory, keepCopies } from './copies.ts';
import { deleteStory } from './delete.ts';
import { hasStampOf } from './import.ts';
import { confirmUntouched, type SeenStory } from './precondition.ts';
import type { Pusher } from './story.ts';

export type WithdrawOptions = {
  /** Why no further write may be made there. */
  readonly blockedBy: () => Cause | undefined;
  readonly copies?: CopyOptions;
  /** The run is asked to end: nothing is waited for any more. */
  readonly stopped: () => boolean;
};

/** A story of ours that is to make way for another of the same stamp. */
export type Surplus = {
  readonly key: string;
  readonly seen: SeenStory;
  /** The one that stays. */
  readonly survivor: number;
  readonly sent: Story;
};

/** By the id of our story: the name of its copy, or why it is still there. */
export type Withdrawn = ReadonlyMap<number, Result<string, Cause | NotDeletedFact>>;

/** Deletes what our own creates returned: unedited since, each after a copy of it is safe, and only while the one that stays is there. */
export async function withdrawAll(
  pusher: Pusher,
  surplus: readonly Surplus[],
  { blockedBy, copies }: WithdrawOptions,
): Promise<Withdrawn> {
  const withdrawn = new Map<number, Result<string, Cause | NotDeletedFact>>();
  const doomed: DoomedStory[] = [];
  for (const { key, seen } of surplus) {
    const { id } = seen.listed;
    const now = await pusher.tenant.exportStory(id);
    if (!now.ok) withdrawn.set(id, fail(readFailed('before_write', now.error).fact));
    else if (copies) doomed.push({ key, listed: { id }, story: now.value });
    else withdrawn.set(id, fail({ kind: 'no_copy', problem: null }));
  }
  const kept: Copies = copies ? await keepCopies(pusher.destination, doomed, copies) : new Map();
  for (const each of surplus) {
    const { id } = each.seen.listed;
    const copy = kept.get(id);
    if (!copy) continue;
    const halt = blockedBy();
    withdrawn.set(id, halt ? fail(halt) : copy.ok ? await withdraw(pusher, each, copy) : copy);
  }
  return withdrawn;
}

async function withdraw(
  pusher: Pusher,
  { seen, survivor, sent }: Surplus,
  copy: Result<string, NotDeletedFact>,
): Promise<Result<string, Cause | NotDeletedFact>> {
  const confirm = async () => {
    const other = await pusher.tenant.exportStory(survivor);
    if (!other.ok) return fail(readFailed('before_write', other.error));
    if (!hasStampOf(other.value, sent)) return fail(stale({ since: 'edited' }));
    return confirmUntouched(pusher.tenant, seen);
  };
  const confirmed = await confirm();
  if (!confirmed.ok) return fail(confirmed.error.fact);
  const deleted = await deleteStory(pusher, seen.listed, confirm);
  return deleted.ok ? copy : fail(deleted.error.fact);
}
