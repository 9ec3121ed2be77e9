import type { Actual, SharedObject } from '../../../model/actual.ts';
import type { DesiredStory, Reference } from '../../../model/desired.ts';
import type { Warning } from '../../../model/fact/warning.ts';
import type { MissingPrerequisite } from '../../../model/prerequisite.ts';
import { byTextOf } from '../../../model/text/order.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import { slugsOf } from '../../../story/graph.ts';

/** What a story names and the destination lacks; names only, values are never read. */
export type Prerequisites = {
  readonly missing: readonly MissingPrerequisite[];
  readonly warnings: readonly Warning[];
  readonly needs: readonly ReadRequest[];
};

type Surroundings = {
  readonly teamId: number;
  readonly readings: Actual;
  /** Slugs of stories that this run brings, or that this repository already has there. */
  readonly broughtSlugs: ReadonlySet<string>;
};

export function checkPrerequisites(desired: DesiredStory, around: Surroundings): Prerequisites {
  const needs: ReadRequest[] = [];
  const missing: MissingPrerequisite[] = [];
  const warnings: Warning[] = desired.uncheckable.map((path) => ({ kind: 'name_computed', path }));
  for (const reference of uniqueReferences(desired)) {
    if (reference.kind === 'record') continue;
    const availability =
      reference.kind === 'story' ? checkSubStory(reference, desired, around) : checkShared(reference, around);
    if (availability.kind === 'unread') needs.push(availability.need);
    if (availability.kind === 'missing') missing.push({ kind: reference.kind, slug: reference.slug });
    if (availability.kind === 'maybe') warnings.push(availability.warning);
  }
  return { missing, warnings, needs };
}

type Availability =
  | { readonly kind: 'there' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'maybe'; readonly warning: Warning }
  | { readonly kind: 'unread'; readonly need: ReadRequest };

/**
 * Whether a team's list holds what others share with it is not stated. What it shows the team can use is there; only what it
 * lacks is looked for in all that the key sees.
 */
function checkShared({ kind, slug }: Reference, { teamId, readings }: Surroundings): Availability {
  const [own, visible, lists] =
    kind === 'credential'
      ? [readings.credentials, readings.visibleCredentials, ['credentials', 'visible_credentials'] as const]
      : [readings.resources, readings.visibleResources, ['resources', 'visible_resources'] as const];
  const matches = [...(own ?? []), ...(visible ?? [])].filter((object) => slugsOf(object).has(slug));
  if (matches.some((object) => isVisible(object, teamId))) return { kind: 'there' };
  const [first, second] = lists;
  if (!own || !visible) return { kind: 'unread', need: { kind: own ? second : first } };
  if (matches.some((object) => object.access === 'specific_teams')) {
    const thing = { kind: kind === 'credential' ? 'credential' : 'resource', slug } as const;
    return { kind: 'maybe', warning: { kind: 'shared_with_teams', thing } };
  }
  return { kind: 'missing' };
}

function isVisible(object: SharedObject, teamId: number): boolean {
  return object.teamId === teamId || object.access === 'global';
}

function checkSubStory(reference: Reference, desired: DesiredStory, around: Surroundings): Availability {
  const { slug } = reference;
  if (slugsOf(desired.story).has(slug) || around.broughtSlugs.has(slug)) return { kind: 'there' };
  if (around.readings.listing.some((story) => slugsOf(story).has(slug))) {
    return { kind: 'there' };
  }
  const visible = around.readings.visibleStories;
  if (!visible) return { kind: 'unread', need: { kind: 'visible_stories' } };
  const elsewhere = visible.find((story) => slugsOf(story).has(slug));
  if (!elsewhere) return { kind: 'missing' };
  return { kind: 'maybe', warning: { kind: 'sub_story_elsewhere', slug, teamId: elsewhere.teamId } };
}

function uniqueReferences(desired: DesiredStory): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of desired.references) {
    const id = `${reference.kind} ${reference.slug}`;
    if (!seen.has(id)) seen.set(id, reference);
  }
  return [...seen.values()].sort(byTextOf(({ kind, slug }) => kind + slug));
}
