import type { Action, Story } from '../../model/story.ts';
import type { DiffChange } from '../../model/story-diff.ts';
import { AddressFinder } from '../../story/addresses/address-finder.ts';
import { neutralise } from '../../story/addresses/neutralise.ts';
import { OF_GIT } from '../../story/compare/change.ts';
import { comparisonOf } from '../../story/compare/compare.ts';
import { addressChanges } from '../../story/compare/compare-addresses.ts';
import { actionPart } from '../../story/compare/parts.ts';
import { actionLabels } from '../../story/label.ts';
import type { CanvasSpot, Picture, PictureMark, PictureNode } from '../picture.ts';
import { countsOf, describeAction, pictureInOrder } from './assemble.ts';
import { bounded } from './bounded.ts';
import { sameSpot, spotsOf, usualShift, withColumn } from './canvas.ts';
import { flowOrder } from './flow-order.ts';
import { type JoinedLink, joinLinks } from './join-links.ts';
import { notesOf } from './notes.ts';
import { placesByLabel } from './places.ts';

/** One action of the picture, and where it stands in either list. */
type Part = {
  readonly action: Action;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly mark: PictureMark;
  readonly label: string;
};

/**
 * Both versions in one picture, of one of which there may be none. What is which, and what differs, is what the diff
 * says; `told` are its changes as they may be shown.
 */
export function pictureOf(
  before: Story | undefined,
  after: Story | undefined,
  told: readonly DiffChange[] = [],
): Picture {
  const [old, now] = [before && neutralise(before), after && neutralise(after)];
  const { parts, sameNotes } = partsOf(old, now, before && after ? addressChanges(before, after) : []);
  const links = joinLinks(old, now, parts);
  const rewired = new Set(links.flatMap((link) => (link.rewires ? [link.source, link.receiver] : [])));
  const marks = parts.map(({ mark }, at) => (mark === 'unchanged' && rewired.has(at) ? 'rewired' : mark));
  const spots = placeParts(old, now, parts, links);
  const places = placesByLabel(told);
  const hide = hiding([before, after]);
  const actions = parts.map((part, at): PictureNode => {
    const { spot, from } = spots[at] ?? { spot: { x: 0, y: 0 }, from: null };
    const changed = marks[at] === 'changed' ? (places.get(part.label) ?? []) : [];
    return { ...describeAction(part.action, hide), mark: marks[at] ?? 'unchanged', at: spot, from, places: changed };
  });
  return pictureInOrder({
    name: bounded((now ?? old)?.name ?? ''),
    nodes: [...actions, ...notesOf(old, now, sameNotes)],
    links: links.map(({ source, receiver, secondary, mark }) => ({ source, receiver, secondary, mark })),
    counts: { ...countsOf(marks), moved: spots.filter(({ from }) => from !== null).length },
    leftOut: 0,
    guids: parts.map(({ action }) => action.guid),
  });
}

/** A name may quote an address, which belongs to a tenant. */
function hiding(stories: readonly (Story | undefined)[]): (name: string) => string {
  const finders = stories.flatMap((story) => (story === undefined ? [] : [new AddressFinder(story)]));
  return (name) => finders.reduce((text, finder) => (finder.isEmpty ? text : finder.hide(text)), name);
}

function partsOf(
  before: Story | undefined,
  after: Story | undefined,
  addresses: readonly { readonly part: string }[],
): { readonly parts: readonly Part[]; readonly sameNotes: boolean } {
  const whole = (story: Story, mark: PictureMark): readonly Part[] => {
    const labels = actionLabels(story);
    return story.agents.map((action, at) => {
      const sides = mark === 'added' ? { before: undefined, after: at } : { before: at, after: undefined };
      return { action, ...sides, mark, label: labels[at] ?? '' };
    });
  };
  if (before === undefined || after === undefined) {
    const parts = after ? whole(after, 'added') : before ? whole(before, 'removed') : [];
    return { parts, sameNotes: false };
  }
  const { matching, changes } = comparisonOf(before, after, OF_GIT);
  const [oldLabels, labels] = [actionLabels(before), actionLabels(after)];
  const changed = new Set([...changes, ...addresses].map(({ part }) => part));
  const [added, removed] = [whole(after, 'added'), whole(before, 'removed')];
  const kept = matching.pairs.flatMap((pair): readonly Part[] => {
    const action = after.agents[pair.after];
    if (action === undefined) return [];
    const mark = changed.has(actionPart(oldLabels[pair.before] ?? '')) ? 'changed' : 'unchanged';
    return [{ action, before: pair.before, after: pair.after, mark, label: labels[pair.after] ?? '' }];
  });
  const at = (list: readonly Part[], indexes: readonly number[]): readonly Part[] =>
    indexes.flatMap((index) => list[index] ?? []);
  const parts = [...kept, ...at(added, matching.added), ...at(removed, matching.removed)];
  return { parts, sameNotes: !changes.some(({ part }) => part === 'notes') };
}

type Place = { readonly spot: CanvasSpot; readonly from: CanvasSpot | null };

/** What is there now stands where it is now; what is gone, where it would stand if it had moved along. */
function placeParts(
  before: Story | undefined,
  after: Story | undefined,
  parts: readonly Part[],
  links: readonly JoinedLink[],
): readonly Place[] {
  const [old, now] = [before ? spotsOf(before) : [], after ? spotsOf(after) : []];
  const sides = parts.map((part) => ({
    was: part.before === undefined ? undefined : old[part.before],
    is: part.after === undefined ? undefined : now[part.after],
    gone: part.after === undefined,
  }));
  const shift = usualShift(sides.flatMap(({ was, is }) => (was && is ? [{ x: is.x - was.x, y: is.y - was.y }] : [])));
  const known = sides.map(({ was, is, gone }) =>
    gone && was ? { x: was.x + shift.x, y: was.y + shift.y } : (is ?? was),
  );
  const spots = withColumn(known, flowOrder(parts.length, links));
  return sides.map(({ was, is }, at) => ({
    spot: spots[at] ?? { x: 0, y: 0 },
    from: was && is && !sameSpot(was, is) ? was : null,
  }));
}
