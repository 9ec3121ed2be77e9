import type { Problem } from '../diagnostics/problem.ts';
import { fail, type Result } from '../diagnostics/result.ts';
import type { LeftBehind } from '../model/plan.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Outcome } from '../model/status.ts';
import type { Story } from '../model/story.ts';
import type { DestinationWork } from '../plan/assess-destination.ts';
import { sameParts } from '../plan/drift.ts';
import type { PruneWork } from '../plan/left-behind.ts';
import { canonicalStory } from '../story/canonical.ts';
import { neutralise } from '../story/neutralise.ts';
import { fingerprint } from '../story/parts.ts';
import type { Tenant } from '../tenant/port.ts';
import { deleteStory } from './delete.ts';
import type { Clock } from './ports.ts';
import { explainFailure, type StepFailure, stale } from './settlement.ts';
import { confirmUnmoved } from './update.ts';

/** Where a text looks like a credential; the value is never told. */
export type Literal = { readonly path: string; readonly kind: string };

export type Copy = {
  readonly destination: string;
  readonly key: string;
  readonly storyId: number;
  readonly text: string;
};

/** How stories left behind are deleted; absent when the user asked for no such thing. */
export type PruneOptions = {
  /** Keeps a copy of what is deleted, and answers under which name `git show` finds it. */
  readonly keep: (copy: Copy) => Promise<Result<string, Problem>>;
  /** Answers when the copies stand where they are shared. */
  readonly flush: () => Promise<Result<null, Problem>>;
  readonly findLiterals: (story: Story) => Promise<readonly Literal[]>;
  readonly tell: (pruned: readonly Pruned[]) => void;
};

export type Pruning = {
  readonly work: DestinationWork;
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly options: PruneOptions;
  /** Why no further write may be made there, asked anew before each delete. */
  readonly hindrance: () => string | undefined;
};

/** Deletes what the plan says may go, each after a copy of it is safe, and tells what became of everything left behind. */
export async function pruneDestination(pruning: Pruning): Promise<readonly Pruned[]> {
  const { work, hindrance } = pruning;
  const early = work.prune.length > 0 ? hindrance() : undefined;
  if (early !== undefined) return keepAll(work, `not deleted: ${early}`);
  const copies = await keepCopies(pruning);
  const gone = new Set<number>();
  const pruned: Pruned[] = [];
  for (const entry of work.prune) {
    const copy = copies.get(entry.listed.id) ?? fail('no copy was kept');
    const result = copy.ok ? await pruneStory(pruning, entry, gone) : copy;
    if (result.ok) gone.add(entry.listed.id);
    pruned.push(tell(work, entry.left, { consented: true, deleted: result.ok, ...wordsFor(entry, result, copy) }));
  }
  return [...pruned, ...staying(work)];
}

/** Everything left behind stays, for one reason. */
export function keepAll(work: DestinationWork, message: string): readonly Pruned[] {
  const due = work.prune.map(({ left }) => tell(work, left, { ...KEPT, consented: true, message }));
  return [...due, ...staying(work)];
}

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

type Told = Pick<Pruned, 'consented' | 'deleted' | 'message' | 'keptAs'>;

const KEPT = { deleted: false, keptAs: null } as const;

function staying(work: DestinationWork): readonly Pruned[] {
  return work.leftBehind
    .filter(({ prunable }) => !prunable)
    .map((left) => tell(work, left, { ...KEPT, consented: false, message: left.keptBecause ?? '' }));
}

function tell({ destination }: DestinationWork, left: LeftBehind, told: Told): Pruned {
  const { key, name, destinationStoryId } = left;
  return { destination: destination.name, key, name, destinationStoryId, ...told };
}

type Copies = ReadonlyMap<number, Result<string, string>>;

/** All copies first, then one flush: only what stands where it is shared counts as kept. */
async function keepCopies(pruning: Pruning): Promise<Copies> {
  const copies = new Map<number, Result<string, string>>();
  for (const entry of pruning.work.prune) copies.set(entry.listed.id, await keepCopy(pruning, entry));
  if (![...copies.values()].some(({ ok: kept }) => kept)) return copies;
  const flushed = await pruning.options.flush();
  if (flushed.ok) return copies;
  return new Map([...copies].map(([id, kept]) => [id, kept.ok ? fail(noCopy(flushed.error)) : kept]));
}

async function keepCopy(
  { work, options }: Pruning,
  { left, listed, story }: PruneWork,
): Promise<Result<string, string>> {
  const neutral = neutralise(story);
  const literals = await options.findLiterals(neutral);
  if (literals.length > 0) return fail(describeLiterals(literals));
  const { name: destination } = work.destination;
  const kept = await options.keep({ destination, key: left.key, storyId: listed.id, text: canonicalStory(neutral) });
  return kept.ok ? kept : fail(noCopy(kept.error));
}

function noCopy({ message, hint }: Problem): string {
  return `no copy of it could be kept: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}

const SHOWN = 5;

function describeLiterals(literals: readonly Literal[]): string {
  const places = literals.slice(0, SHOWN).map(({ path, kind }) => `${path} (${kind})`);
  const more = literals.length > SHOWN ? ` and ${literals.length - SHOWN} more places` : '';
  return (
    `its content holds what looks like a credential at ${places.join(', ')}${more}, so no copy of it may go into git; ` +
    'make it a credential there, or delete the story by hand'
  );
}

async function pruneStory(
  { tenant, clock, hindrance }: Pruning,
  { listed, story, callers }: PruneWork,
  gone: ReadonlySet<number>,
): Promise<Result<null, string>> {
  const late = hindrance();
  if (late !== undefined) return fail(late);
  if (callers.some((id) => !gone.has(id))) return fail('a story that calls it could not be deleted');
  const confirmed = await confirmUntouched(tenant, { listed, story });
  if (!confirmed.ok) return fail(explain(confirmed.error));
  const deleted = await deleteStory({ tenant, clock }, confirmed.value);
  return deleted.ok ? deleted : fail(explain(deleted.error));
}

/** The story right before its end: listed as it was, locked by nobody, and with the content that the copy holds. */
async function confirmUntouched(tenant: Tenant, { listed, story }: Pick<PruneWork, 'listed' | 'story'>) {
  const now = await confirmUnmoved(tenant, { listed });
  if (!now.ok) return now;
  if (now.value.locked) return fail(stale('the story was locked since the plan'));
  const content = await tenant.exportStory(listed.id);
  if (!content.ok) return fail(explainFailure('the story could not be read again', content.error));
  const same = content.value.origin_story_identifier === story.origin_story_identifier;
  if (same && sameParts(fingerprint(content.value), fingerprint(story))) return now;
  return fail(stale('the story was edited at the destination since the plan'));
}

function explain({ settlement: { message, hint } }: StepFailure): string {
  return [message, hint].filter((text) => text).join('; ');
}

function wordsFor(
  { left }: PruneWork,
  result: Result<null, string>,
  copy: Result<string, string>,
): Pick<Told, 'message' | 'keptAs'> {
  const keptAs = copy.ok ? copy.value : null;
  if (!result.ok) return { message: `not deleted: ${result.error}`, keptAs };
  const edits = left.warnings.map((warning) => `; ${warning}`).join('');
  return { message: `deleted; to see its copy: git show ${keptAs ?? ''}${edits}`, keptAs };
}
