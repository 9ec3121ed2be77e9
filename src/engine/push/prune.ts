import { keepAll, type NotDeleted, prunedOf, staying } from '../../apply/kept-orphans.ts';
import type { StepFailure } from '../../apply/step-failure.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { PruneWork } from '../../plan/orphans/prune-work.ts';
import { isDue } from '../../plan/planned-story.ts';
import type { Tenant } from '../../tenant/port.ts';
import { type CopyOptions, keepCopies } from './copies.ts';
import { deleteStory } from './delete.ts';
import { confirmUntouched, seen } from './precondition.ts';

export type Pruning = {
  readonly work: DestinationWork;
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly copies: CopyOptions;
  /** Why no further write may be made there, asked anew before each delete. */
  readonly blockedBy: () => NotDeleted | undefined;
};

/** Deletes what the plan says may go, each after a copy of it is safe, and reports what became of everything left behind. */
export async function pruneDestination(pruning: Pruning): Promise<readonly Pruned[]> {
  const { work, blockedBy } = pruning;
  const early = work.prune.length > 0 ? blockedBy() : undefined;
  if (early !== undefined) return keepAll(work, early);
  const doomed = work.prune.map(({ left: { key }, listed, story }) => ({ key, listed, story }));
  const copies = await keepCopies(work.destination, doomed, pruning.copies);
  const run: Run = { gone: new Set(), stopped: undefined };
  const pruned: Pruned[] = [];
  for (const entry of work.prune) {
    const copy = copies.get(entry.listed.id) ?? fail<NotDeleted>({ kind: 'no_copy', problem: null });
    const result = copy.ok ? await pruneStory(pruning, entry, run) : copy;
    const keptAs = copy.ok ? copy.value : null;
    const fact: Pruned['fact'] = result.ok
      ? { kind: 'deleted', keptAs, warnings: entry.left.warnings }
      : { kind: 'not_deleted', by: result.error };
    pruned.push(prunedOf(work, entry.left, { consented: true, deleted: result.ok, fact, keptAs }));
  }
  return [...pruned, ...staying(work)];
}

/** What this run came to at the destination so far. */
type Run = { readonly gone: Set<number>; stopped: Cause | undefined };

/** A destination where a push did not go through is not what the plan took it for: nothing is deleted there. */
export function findFailedPush(outcomes: readonly Outcome[], work: DestinationWork): NotDeleted | undefined {
  const due = new Set(work.stories.filter(({ planned }) => isDue(planned)).map(({ planned }) => planned.key));
  const lost = outcomes.find(({ storyKey, status }) => due.has(storyKey) && status !== 'synced');
  return lost && { kind: 'push_failed', key: lost.storyKey };
}

async function pruneStory(
  { tenant, clock, blockedBy }: Pruning,
  { listed, story, callers }: PruneWork,
  run: Run,
): Promise<Result<null, NotDeleted>> {
  const late = run.stopped ?? blockedBy();
  if (late !== undefined) return fail(late);
  if (callers.some((id) => !run.gone.has(id))) return fail({ kind: 'caller_remains' });
  const confirm = () => confirmUntouched(tenant, seen(listed, story));
  const confirmed = await confirm();
  if (!confirmed.ok) return fail(causeOf(confirmed.error, run));
  const deleted = await deleteStory({ tenant, clock }, listed, confirm);
  if (!deleted.ok) return fail(causeOf(deleted.error, run));
  run.gone.add(listed.id);
  return deleted;
}

/** A failure that stops the tenant keeps the rest from being deleted, too. */
function causeOf({ fact, halt }: StepFailure, run: Run): Cause {
  if (halt) run.stopped = { kind: 'halted', by: fact };
  return fact;
}
