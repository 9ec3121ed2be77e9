import { isObject } from '../../../json/value.ts';
import type { DesiredStory } from '../../../model/desired.ts';
import type { Story } from '../../../model/story.ts';
import { tagsOf } from '../../../model/tags.ts';
import { sameFields } from '../../../records/compare.ts';
import { recordTypesOf } from '../../../records/definition.ts';
import { allActions } from '../../../story/actions.ts';
import { compareStories, compareStoriesByName, OF_GIT, type StoryChange } from '../../../story/compare/compare.ts';
import { addressChanges } from '../../../story/compare/compare-addresses.ts';
import { actionPart } from '../../../story/compare/parts.ts';
import { actionLabels } from '../../../story/label.ts';

/** What git changed in one story between the commit that a change set starts from and the one it leads to. */
export type ChangeSet = {
  /** What git had at a place that it changed, where that may be shown. */
  readonly had: (path: string) => string | undefined;
  readonly touches: (change: StoryChange) => boolean;
  readonly addsTag: (tag: string) => boolean;
  readonly removesTag: (tag: string) => boolean;
};

/** Every destination asks for the change set of the same stories, again and again. */
const sets = new WeakMap<DesiredStory, ChangeSet>();

/** Undefined when it is not known where the change set starts. */
export function changeSetOf(desired: DesiredStory): ChangeSet | undefined {
  if (desired.before === undefined) return undefined;
  const known = sets.get(desired);
  if (known) return known;
  const set = desired.before === null ? NEW_STORY : compareWithBefore(desired, desired.before);
  sets.set(desired, set);
  return set;
}

const NEW_STORY: ChangeSet = {
  had: () => undefined,
  touches: () => true,
  addsTag: () => true,
  removesTag: () => false,
};

function compareWithBefore(desired: DesiredStory, before: Story): ChangeSet {
  const { story } = desired;
  const [had, has] = [new Set(tagsOf(before)), new Set(tagsOf(story))];
  // A destination has guids of its own: an action that git renamed may come and go there.
  const changes = [
    ...compareStories(before, story, OF_GIT),
    ...compareStoriesByName(before, story, OF_GIT),
    ...addressChanges(before, story),
  ];
  const values = new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const])));
  return {
    had: (path) => values.get(path),
    touches: touchedBy(changes, retypedPlaces(desired, before)),
    addsTag: (tag) => has.has(tag) && !had.has(tag),
    removesTag: (tag) => had.has(tag) && !has.has(tag),
  };
}

/** Whether a change is at one of these places, inside one, or around one. Links all stand at one place: their words tell them apart. */
export function touchedBy(
  changes: readonly StoryChange[],
  morePaths: readonly string[] = [],
): (change: StoryChange) => boolean {
  const links = new Set(changes.filter(({ part }) => part === 'links').map(({ op, text }) => `${op} ${text}`));
  const paths = new Set([...changes.filter(({ part }) => part !== 'links').map(({ path }) => path), ...morePaths]);
  const around = new Set([...paths].flatMap(outerPlaces));
  return ({ part, path, op, text }) => {
    if (part === 'links') return links.has(`${op} ${text}`);
    if (paths.has(path)) return true;
    // An action that is added or removed as a whole is more than the change of one thing in it.
    if (path === part) return false;
    return around.has(path) || outerPlaces(path).some((outer) => paths.has(outer));
  };
}

/** `agents[A]` and `agents[A].options` for `agents[A].options.url`. */
function outerPlaces(path: string): readonly string[] {
  return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index)).filter((outer) => outer !== 'agents');
}

/** A record action may be bound to another type although nothing in the action itself changed. */
function retypedPlaces({ story, recordTypes }: DesiredStory, before: Story): readonly string[] {
  const last = new Map(recordTypesOf(before).definitions.map((type) => [type.name, type]));
  const retyped = new Set(
    recordTypes.filter(({ name, fields }) => !sameFields(last.get(name)?.fields ?? [], fields)).map(({ name }) => name),
  );
  const labels = actionLabels(story);
  return allActions(story).flatMap(({ action: { record_type: type }, top, trail }) => {
    const name = isObject(type) ? type.name : undefined;
    if (typeof name !== 'string' || !retyped.has(name)) return [];
    return [`${actionPart(labels[top] ?? '')}${trail === '' ? '' : `.${trail}`}.record_type`];
  });
}
