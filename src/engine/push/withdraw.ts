import { fail, type Result } from '../../diagnostics/result.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { NotDeletedFact } from '../../model/fact/orphan-fact.ts';
import type { Story } from '../../model/story.ts';
import { type CopyOptions, keepCopies } from './copies.ts';
import { deleteStory } from './delete.ts';
import { hasStampOf } from './import.ts';
import { confirmUntouched, type SeenStory } from './precondition.ts';
import { readFailed, stale } from './step-failure.ts';
import type { Pusher } from './story.ts';

export type WithdrawOptions = {
  /** Why no further write may be made there. */
  readonly blockedBy: () => Cause | undefined;
  readonly copies?: CopyOptions;
};

/** A story of ours that is to make way for another of the same stamp. */
export type Surplus = {
  readonly key: string;
  readonly seen: SeenStory;
  /** The one that stays. */
  readonly survivor: number;
  readonly sent: Story;
};

/** Deletes what our own create returned: unedited since, with a copy kept, and only while the one that stays is there. */
export async function withdraw(
  pusher: Pusher,
  { key, seen, survivor, sent }: Surplus,
  { blockedBy, copies }: WithdrawOptions,
): Promise<Result<string, Cause | NotDeletedFact>> {
  const { tenant, destination } = pusher;
  const halt = blockedBy();
  if (halt) return fail(halt);
  if (!copies) return fail({ kind: 'no_copy', problem: null });
  const now = await confirmUntouched(tenant, seen);
  if (!now.ok) return fail(now.error.fact);
  const { id } = seen.listed;
  const kept = (await keepCopies(destination, [{ key, listed: { id }, story: now.value.story }], copies)).get(id);
  if (!kept?.ok) return kept ?? fail({ kind: 'no_copy', problem: null });
  const confirm = async () => {
    const other = await tenant.exportStory(survivor);
    if (!other.ok) return fail(readFailed('before_write', other.error));
    if (!hasStampOf(other.value, sent)) return fail(stale({ since: 'edited' }));
    return confirmUntouched(tenant, seen);
  };
  const confirmed = await confirm();
  if (!confirmed.ok) return fail(confirmed.error.fact);
  const deleted = await deleteStory(pusher, seen.listed, confirm);
  return deleted.ok ? kept : fail(deleted.error.fact);
}
