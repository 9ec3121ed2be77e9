import type { DesiredStory } from '../model/desired.ts';
import type { Detachment } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { PlannedStory } from '../model/plan.ts';

type Told = Pick<PlannedStory, 'action' | 'reason'> & Partial<PlannedStory>;

/** Fills in what there is nothing to say about. */
export function plannedStory(desired: DesiredStory, told: Told): PlannedStory {
  return {
    key: desired.key,
    name: desired.story.name,
    would: null,
    message: null,
    hint: null,
    detached: false,
    destinationStoryId: null,
    changes: [],
    drift: [],
    conflict: false,
    missing: [],
    recordTypes: [],
    urls: [],
    warnings: [],
    ...told,
  };
}

/** A story whose key was renamed in the manifest is the same story still. */
export function rememberedAs(key: string | undefined): readonly string[] {
  return key === undefined ? [] : [`renamed in the manifest, from "${key}"; its recorded state is kept`];
}

/** Another story that was pushed under this key stays there, and is remembered under a key of its own. */
export function displacedBy(other: StoryState | undefined): readonly string[] {
  if (!other) return [];
  const { name, destinationStoryId: id } = other;
  return [`this key was another story's before: "${name}" (id ${id}) stays there, left behind after this run`];
}

export function describeDetachment(detachment: Detachment | undefined): string {
  if (!detachment) return 'detached there, by the tag "detached-from-sync"';
  const details = [detachment.owner, detachment.until && `until ${detachment.until}`].filter((text) => text);
  return details.length > 0 ? `${detachment.reason} (${details.join(', ')})` : detachment.reason;
}
