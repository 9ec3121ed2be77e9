import type { DesiredStory } from '../model/desired.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { PlannedStory, UrlChange } from '../model/plan.ts';
import type { Story } from '../model/story.ts';
import { type IngressMatching, type IngressPoint, ingressPoints } from '../story/addresses/ingress.ts';

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

/** Addresses that come or go with this push; those that are carried over are not news. */
export function urlChanges(wanted: Story, matching: IngressMatching | undefined): readonly UrlChange[] {
  const appearing = matching ? matching.appearing : ingressPoints(wanted);
  const disappearing = matching ? matching.disappearing : [];
  return [
    ...appearing.map((point) => urlChange(point, 'add')),
    ...disappearing.map((point) => urlChange(point, 'remove')),
  ];
}

function urlChange(point: IngressPoint, op: UrlChange['op']): UrlChange {
  return { action: point.name, kind: point.kind, op };
}
