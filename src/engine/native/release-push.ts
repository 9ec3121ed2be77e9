import { contentHash } from '../../json/canonical.ts';
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
  const carried = work.stories.flatMap(({ live }) => live?.listed.id ?? []).toSorted((a, b) => a - b);
  if (release === undefined) {
    // It was deleted already, and nobody came to record it.
    const vendorId = state?.native?.vendorId ?? null;
    return vendorId === null || !work.refreshed ? work : { ...work, release: { id: null, carried } };
  }
  const cause = release.cause ?? (work.refreshed ? lostCopies(work, release) : null);
  const native = describeRelease({ ...release, cause });
  if (!work.refreshed) return { ...work, native };
  if (cause !== null) return { ...waitAll(work, cause), native };
  const [object] = release.objects;
  const id = object?.id ?? null;
  const digest = contentHash({ push: digestDestination(work), releases: id });
  return { ...work, native, digest, alters: true, release: { id, carried } };
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
