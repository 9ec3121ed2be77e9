import type { DesiredStory } from '../model/desired.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { Warning } from '../model/fact/warning.ts';
import type { PlannedStory } from '../model/plan.ts';

type PlannedDetails = Pick<PlannedStory, 'action' | 'reason'> & Partial<PlannedStory>;

/** Fills in what there is nothing to say about. */
export function plannedStory(desired: DesiredStory, details: PlannedDetails): PlannedStory {
  return {
    key: desired.key,
    name: desired.story.name,
    would: null,
    fact: null,
    detached: false,
    destinationStoryId: null,
    changes: [],
    drift: [],
    conflict: false,
    missing: [],
    recordTypes: [],
    urls: [],
    warnings: [],
    ...details,
  };
}

/** A story whose key was renamed in the manifest is the same story still. */
export function renamedFrom(key: string | undefined): readonly Warning[] {
  return key === undefined ? [] : [{ kind: 'key_renamed', from: key }];
}

/** Another story that was pushed under this key stays there, and gets a key of its own in state. */
export function displacedBy(other: StoryState | undefined): readonly Warning[] {
  return other ? [{ kind: 'key_reused', name: other.name, id: other.destinationStoryId }] : [];
}

/** Whether applying the plan writes this story. */
export function isDue({ action }: Pick<PlannedStory, 'action'>): boolean {
  return action === 'create' || action === 'update';
}
