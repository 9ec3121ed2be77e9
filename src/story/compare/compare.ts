import { sameJson } from '../../json/same.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { AddressFinder } from '../addresses/address-finder.ts';
import { actionTold, plural } from '../addresses/wording.ts';
import { alignObjects } from './align.ts';
import { type IsFromGit, OF_A_TENANT, type StoryChange } from './change.ts';
import { changeOf } from './change-text.ts';
import { compareAction } from './compare-action.ts';
import { compareLinks } from './compare-links.ts';
import { findDifferences } from './differences.ts';
import { type ActionMatching, isSameMatching, matchActions, matchActionsByName } from './match.ts';
import type { NormalStory } from './normal.ts';
import { normalSides, type Sides } from './normal-sides.ts';
import type { OwnForm } from './own-form.ts';
import { actionPart, noteText } from './parts.ts';
import { isSameAction } from './same-action.ts';

export { type IsFromGit, OF_GIT, type StoryChange } from './change.ts';
export { editedThere } from './change-text.ts';

/** Which action is which on the other side, and what differs between them. */
export type StoryComparison = { readonly matching: ActionMatching; readonly changes: readonly StoryChange[] };

/**
 * What would have to change in the live story. An empty list means that the two are equal (spec section 3). `form` is
 * the live story's own one, where the caller has made it already.
 */
export function compareStories(
  live: Story,
  wanted: Story,
  isFromGit: IsFromGit = OF_A_TENANT,
  form?: OwnForm,
): readonly StoryChange[] {
  return comparisonOf(live, wanted, isFromGit, form).changes;
}

/** The same with the actions that were taken for each other. */
export function comparisonOf(live: Story, wanted: Story, isFromGit: IsFromGit, form?: OwnForm): StoryComparison {
  const matching = matchActions(live, wanted);
  const changes = compareMatched({ live, wanted, form }, matching, isFromGit);
  if (changes.length === 0) return { matching, changes };
  // Guids of two tenants have nothing to say about each other: equal by name and order is equal too.
  const byName = matchActionsByName(live, wanted);
  if (isSameMatching(matching, byName)) return { matching, changes };
  const same = compareMatched({ live, wanted, form }, byName, isFromGit).length === 0;
  return same ? { matching: byName, changes: [] } : { matching, changes };
}

/** The same where guids say nothing: an action under another name is another action. */
export function compareStoriesByName(
  live: Story,
  wanted: Story,
  isFromGit: IsFromGit = OF_A_TENANT,
): readonly StoryChange[] {
  return compareMatched({ live, wanted }, matchActionsByName(live, wanted), isFromGit);
}

function compareMatched(sides: Sides, matching: ActionMatching, isFromGit: IsFromGit): readonly StoryChange[] {
  const { live, wanted } = sides;
  const { before, after, liveLabels, wantedLabels, spoken } = normalSides(sides, matching);
  const changes: StoryChange[] = [...compareFields(before.fields, after.fields, isFromGit)];
  for (const pair of matching.pairs) {
    const label = wantedLabels[pair.after] ?? '';
    const [ours, theirs] = [before.actions.get(label), after.actions.get(label)];
    if (ours === undefined || theirs === undefined || isSameAction(ours, theirs)) continue;
    const part = actionPart(liveLabels[pair.before] ?? '');
    changes.push(...compareAction(ours, theirs, label, part, isFromGit));
  }
  for (const index of matching.added) {
    const path = actionPart(wantedLabels[index] ?? '');
    changes.push({ path, op: 'add', ...actionTold(wanted.agents[index], 'added'), part: path });
  }
  for (const index of matching.removed) {
    const path = actionPart(liveLabels[index] ?? '');
    changes.push({ path, op: 'remove', ...actionTold(live.agents[index], 'removed'), part: path });
  }
  changes.push(...compareLinks(before.links, after.links, spoken));
  changes.push(...compareLayout(before.layout, after.layout), ...compareNotes(live, wanted, before, after));
  return changes.length === 0 ? changes : withoutAddresses(changes, live);
}

/** What git quotes stands for the destination's own address here, and keys may hold one: nothing of it is told. */
function withoutAddresses(changes: readonly StoryChange[], live: Story): readonly StoryChange[] {
  const finder = new AddressFinder(live);
  if (finder.isEmpty) return changes;
  const hide = (change: StoryChange, key: 'from' | 'to'): { readonly [key: string]: string } =>
    change[key] === undefined ? {} : { [key]: finder.hide(change[key]) };
  return changes.map((change) => ({
    ...change,
    path: finder.hide(change.path),
    text: finder.hide(change.text),
    subject: finder.hide(change.subject),
    ...hide(change, 'from'),
    ...hide(change, 'to'),
  }));
}

function compareFields(live: JsonObject, wanted: JsonObject, isFromGit: IsFromGit): readonly StoryChange[] {
  if (sameJson(live, wanted)) return [];
  const aligned = alignObjects(live, wanted);
  return findDifferences(aligned.live, aligned.wanted).map((each) => {
    return changeOf(each.path || 'story settings', each, { path: each.path || 'story', part: 'story' }, isFromGit);
  });
}

/** Where actions stand on the canvas; one that only one side has placed is no difference. */
function compareLayout(live: JsonObject, wanted: JsonObject): readonly StoryChange[] {
  const moved = Object.keys(wanted).filter(
    (label) => Object.hasOwn(live, label) && !sameJson(live[label] ?? null, wanted[label] ?? null),
  );
  if (moved.length === 0) return [];
  const text = `layout only: ${plural(moved.length, 'action')} moved`;
  return [{ path: 'diagram_layout', op: 'move', text, part: 'layout', subject: 'layout' }];
}

/** Notes have no identity across tenants: each is looked for on the other side, exactly first. */
function compareNotes(live: Story, wanted: Story, before: NormalStory, after: NormalStory): readonly StoryChange[] {
  if (!('diagram_notes' in live) || !('diagram_notes' in wanted) || sameJson(before.notes, after.notes)) return [];
  const waiting = [...before.notes];
  const take = (same: (note: JsonObject) => boolean): boolean => {
    const index = waiting.findIndex(same);
    if (index !== -1) waiting.splice(index, 1);
    return index !== -1;
  };
  const left = after.notes.filter((note) => !take((other) => noteText(other) === noteText(note)));
  const added = left.filter((note) => !take((other) => sameWhereBothSay(other, note)));
  const changed = Math.min(added.length, waiting.length);
  const counts = [
    [added.length - changed, 'added'],
    [waiting.length - changed, 'removed'],
    [changed, 'changed'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, done]) => `${plural(count, 'note')} ${done}`);
  if (said.length === 0) return [];
  const op = added.length === changed ? (changed === 0 ? 'remove' : 'update') : waiting.length === 0 ? 'add' : 'update';
  return [{ path: 'diagram_notes', op, text: said.join(', '), part: 'notes', subject: 'notes' }];
}

function sameWhereBothSay(live: JsonObject, wanted: JsonObject): boolean {
  const aligned = alignObjects(live, wanted);
  return sameJson(aligned.live, aligned.wanted);
}
