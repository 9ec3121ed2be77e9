import { describeOrphan, keepAll, staying } from '../../apply/kept-orphans.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { OrphanStory } from '../../model/plan.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { sameParts } from '../../plan/drift.ts';
import type { PruneWork } from '../../plan/orphans/prune-work.ts';
import { fingerprint } from '../../story/compare/parts.ts';
import type { Tenant } from '../../tenant/port.ts';
import { type CopyOptions, keepCopies } from './copies.ts';
import { deleteStory } from './delete.ts';
import { explainFailure, type StepFailure, stale } from './step-failure.ts';
import { checkPrecondition } from './update.ts';

export type Pruning = {
  readonly work: DestinationWork;
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly copies: CopyOptions;
  /** Why no further write may be made there, asked anew before each delete. */
  readonly hindrance: () => string | undefined;
};

/** Deletes what the plan says may go, each after a copy of it is safe, and tells what became of everything left behind. */
export async function pruneDestination(pruning: Pruning): Promise<readonly Pruned[]> {
  const { work, hindrance } = pruning;
  const early = work.prune.length > 0 ? hindrance() : undefined;
  if (early !== undefined) return keepAll(work, `not deleted: ${early}`);
  const copies = await keepCopies(work, pruning.copies);
  const run: Run = { gone: new Set(), stopped: undefined };
  const pruned: Pruned[] = [];
  for (const entry of work.prune) {
    const copy = copies.get(entry.listed.id) ?? fail('not deleted: no copy was kept');
    const result = copy.ok ? await pruneStory(pruning, entry, run) : copy;
    const keptAs = copy.ok ? copy.value : null;
    const message = result.ok ? describeDeleted(entry.left, keptAs) : result.error;
    pruned.push(describeOrphan(work, entry.left, { consented: true, deleted: result.ok, message, keptAs }));
  }
  return [...pruned, ...staying(work)];
}

/** What this run came to at the destination so far. */
type Run = { readonly gone: Set<number>; stopped: string | undefined };

/** A destination where a push did not go through is not what the plan took it for: nothing is deleted there. */
export function findFailedPush(outcomes: readonly Outcome[], work: DestinationWork): string | undefined {
  const due = new Set(
    work.stories
      .filter(({ planned }) => planned.action === 'create' || planned.action === 'update')
      .map(({ planned }) => planned.key),
  );
  const lost = outcomes.find(({ storyKey, status }) => due.has(storyKey) && status !== 'synced');
  return lost && `the push of "${lost.storyKey}" to this destination did not go through`;
}

async function pruneStory(
  { tenant, clock, hindrance }: Pruning,
  { listed, story, callers }: PruneWork,
  run: Run,
): Promise<Result<null, string>> {
  const late = run.stopped ?? hindrance();
  if (late !== undefined) return fail(`not deleted: ${late}`);
  if (callers.some((id) => !run.gone.has(id))) return fail('not deleted: a story that calls it is still there');
  const confirm = () => confirmUntouched(tenant, { listed, story });
  const confirmed = await confirm();
  if (!confirmed.ok) return fail(`not deleted: ${explain(confirmed.error, run)}`);
  const deleted = await deleteStory({ tenant, clock }, listed, confirm);
  if (!deleted.ok) return fail(explain(deleted.error, run));
  run.gone.add(listed.id);
  return deleted;
}

/** The story right before its end: listed as it was, locked by nobody, and with the content that the copy holds. */
async function confirmUntouched(
  tenant: Tenant,
  { listed, story }: Pick<PruneWork, 'listed' | 'story'>,
): Promise<Result<StoryInfo, StepFailure>> {
  const now = await checkPrecondition(tenant, { listed });
  if (!now.ok) return now;
  if (now.value.locked) return fail(stale('the story was locked since the plan'));
  const content = await tenant.exportStory(listed.id);
  if (!content.ok) return fail(explainFailure('the story could not be read again', content.error));
  const same = content.value.origin_story_identifier === story.origin_story_identifier;
  if (same && sameParts(fingerprint(content.value), fingerprint(story))) return now;
  return fail(stale('the story was edited at the destination since the plan'));
}

function explain({ settlement: { message, hint }, stopTenant }: StepFailure, run: Run): string {
  if (stopTenant) run.stopped = `nothing more is written there: ${message ?? 'see above'}`;
  return [message, hint].filter((text) => text).join('; ');
}

function describeDeleted({ warnings }: OrphanStory, keptAs: string | null): string {
  const back = `deleted; to bring it back, make its copy a story file again: git show ${keptAs ?? ''}`;
  return [back, ...warnings].join('; ');
}
