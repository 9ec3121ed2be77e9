import { contentHash } from '../../json/canonical.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import { reasonOf, statusOf } from '../../model/fact/reason.ts';
import type { PlannedStory } from '../../model/plan.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { digestDestination } from '../../plan/digest.ts';
import { describeRelease } from './describe-native.ts';
import type { VendorRelease } from './release.ts';

/** A destination of the push that the vendor keeps, or kept until now: what is done there before the push begins. */
export type ReleasedWork = DestinationWork & {
  readonly release?: {
    /** The vendor's object that is deleted, with its copies kept; none where it is gone already. */
    readonly id: number | null;
    /** Ids of its copies, which the push goes on with. */
    readonly carried: readonly number[];
    /** Those of them that were enabled then, as long as they were not seen to be so since: the vendor may disable copies that it lets go. */
    readonly enabled: readonly number[];
  };
};

/**
 * The work of the push, in the light of what the vendor has there. Nothing is written while it waits for consent, nor where
 * a copy that the vendor brought is not found: a push would make it a second time.
 */
export function afterRelease(
  work: DestinationWork,
  release: VendorRelease | undefined,
  state: DestinationState | undefined,
): ReleasedWork {
  const listed = work.stories.flatMap(({ live }) => live?.listed ?? []).toSorted((a, b) => a.id - b.id);
  const carried = listed.map(({ id }) => id);
  if (release === undefined) {
    const native = state?.native;
    if (native === undefined || !work.refreshed) return work;
    // It was deleted already, and nobody came to record it.
    if (native.vendorId !== null) return { ...work, release: { id: null, carried, enabled: [] } };
    return native.enabled === undefined ? work : sinceReleased(work, carried, native.enabled);
  }
  const cause = release.cause ?? (work.refreshed ? lostCopies(work, release) : null);
  const native = describeRelease({ ...release, cause });
  if (!work.refreshed) return { ...work, native };
  if (cause !== null) return { ...waitAll(work, cause), native };
  const [object] = release.objects;
  const id = object?.id ?? null;
  const digest = contentHash({ push: digestDestination(work), releases: id });
  return { ...work, native, digest, alters: true, release: { id, carried, enabled: enabledOf(listed) } };
}

function enabledOf(listed: readonly StoryInfo[]): readonly number[] {
  return listed.filter(({ disabled }) => !disabled).map(({ id }) => id);
}

/** The vendor disables afterwards, so later runs look too; what was seen enabled once is no more its doing. */
function sinceReleased(work: DestinationWork, carried: readonly number[], before: readonly number[]): ReleasedWork {
  const disabled = new Set(
    work.stories.flatMap(({ live }) =>
      live?.listed.disabled && before.includes(live.listed.id) ? live.listed.id : [],
    ),
  );
  const release = { id: null, carried, enabled: [...disabled] };
  return { ...warnOf(disabled, work), release };
}

/** Copies that were enabled, and are not any more. */
export function warnOf<Work extends DestinationWork>(disabled: ReadonlySet<number>, work: Work): Work {
  if (disabled.size === 0) return work;
  const stories = work.stories.map((story) => {
    if (!disabled.has(story.live?.listed.id ?? 0)) return story;
    const warnings = [...story.planned.warnings, { kind: 'disabled_by_vendor' } as const];
    return { ...story, planned: { ...story.planned, warnings } };
  });
  return { ...work, stories };
}

/** Nobody knows whether the vendor keeps it still, so nothing is written there. */
export function heldBy(work: DestinationWork, cause: Cause): DestinationWork {
  return work.refreshed ? waitAll(work, cause) : work;
}

function lostCopies({ stories }: DestinationWork, { objects }: VendorRelease): Cause | null {
  const brought = new Set(objects.flatMap(({ subscriptions }) => subscriptions.map(({ storyId }) => storyId)));
  const lost = stories.filter(
    ({ live, desired, planned }) => !planned.detached && live === undefined && brought.has(desired.id ?? 0),
  );
  return lost.length === 0 ? null : { kind: 'copies_not_found', keys: lost.map(({ planned }) => planned.key) };
}

function waitAll(work: DestinationWork, cause: Cause): DestinationWork {
  const stories = work.stories.map((story) => ({ ...story, planned: waitingFor(story.planned, cause) }));
  return { ...work, stories, prune: [], refreshed: false };
}

function waitingFor(planned: PlannedStory, cause: Cause): PlannedStory {
  const waits = statusOf(cause) === 'requires_sync';
  const due = planned.action === 'create' || planned.action === 'update' ? planned.action : null;
  return {
    ...planned,
    action: waits ? 'skip' : 'blocked',
    would: waits ? due : null,
    reason: reasonOf(cause),
    fact: cause,
  };
}
