import type { Story } from '../../model/story.ts';
import type { DiffChange } from '../../model/story-diff.ts';
import { neutralise } from '../../story/addresses/neutralise.ts';
import { isSecondary } from '../../story/compare/compare-links.ts';
import { normalLink } from '../../story/compare/normal.ts';
import { actionPart } from '../../story/compare/parts.ts';
import { actionLabels, spokenLabel } from '../../story/label.ts';
import type { Picture, PictureLink, PictureMark, PictureNode } from '../picture.ts';
import { countsOf, describeAction, pictureInOrder } from './assemble.ts';
import { bounded } from './bounded.ts';
import { spotsOf, withColumn } from './canvas.ts';
import { flowOrder } from './flow-order.ts';
import { notesOf } from './notes.ts';
import { placesByLabel } from './places.ts';

const ACTION = /^agents\[(.*)\]$/s;
/** `"Fetch" → "Build" #2`, with which a change of links begins. */
const LINK = /^("(?:[^"\\]|\\.)*"(?: #\d+)?) → ("(?:[^"\\]|\\.)*"(?: #\d+)?)/s;
const TYPE = /\(([^()]+)\)$/;

/**
 * What a push would do to the copy at a destination, on the canvas of git: of the copy only the differences are known, so
 * what it alone has stands below everything, under the name that the changes give it.
 */
export function pictureOfPush(wanted: Story, told: readonly DiffChange[]): Picture {
  const story = neutralise(wanted);
  const labels = actionLabels(story);
  const places = placesByLabel(told);
  const whole = new Map(told.map((change) => [change.path, change.op]));
  const own = new Set(labels.map(actionPart));
  const removed = told.filter(({ path, op }) => op === 'remove' && ACTION.test(path) && !own.has(path));
  const spoken = new Map(labels.map((label, at) => [spokenLabel(label), at]));
  for (const [at, { path }] of removed.entries()) {
    spoken.set(spokenLabel(labelIn(path)), labels.length + at);
  }
  const links = linksOf(story, told, spoken);
  const changed = (label: string): PictureMark => {
    if (whole.get(actionPart(label)) === 'add') return 'added';
    return places.has(label) ? 'changed' : 'unchanged';
  };
  const marks: readonly PictureMark[] = [...labels.map(changed), ...removed.map((): PictureMark => 'removed')];
  const rewired = new Set(
    links
      .filter(
        ({ mark, source, receiver }) => mark !== 'unchanged' && isThere(marks[source]) && isThere(marks[receiver]),
      )
      .flatMap(({ source, receiver }) => [source, receiver]),
  );
  const shown = marks.map((mark, at) => (mark === 'unchanged' && rewired.has(at) ? 'rewired' : mark));
  const spots = withColumn([...spotsOf(story), ...removed.map(() => undefined)], flowOrder(marks.length, links));
  const at = (index: number) => spots[index] ?? { x: 0, y: 0 };
  const actions = story.agents.map((action, index): PictureNode => {
    const mark = shown[index] ?? 'unchanged';
    const own = mark === 'changed' ? (places.get(labels[index] ?? '') ?? []) : [];
    return { ...describeAction(action), mark, at: at(index), from: null, places: own };
  });
  const gone = removed.map(({ path, text }, index): PictureNode => {
    const [, type = 'action'] = TYPE.exec(text) ?? [];
    const name = bounded(nameIn(labelIn(path)));
    const rest = { width: null, disabled: false, places: [], tools: [], from: null };
    return { kind: 'action', mark: 'removed', name, type: bounded(type, 200), at: at(labels.length + index), ...rest };
  });
  return pictureInOrder({
    name: bounded(story.name),
    nodes: [...actions, ...gone, ...notesOf(story, story, true)],
    links,
    counts: { ...countsOf(shown), moved: 0 },
    leftOut: 0,
    guids: story.agents.map(({ guid }) => guid),
  });
}

function linksOf(
  story: Story,
  told: readonly DiffChange[],
  spoken: ReadonlyMap<string, number>,
): readonly PictureLink[] {
  const changes = told.flatMap(({ path, op, text }) => {
    const [, from, to] = path === 'links' ? (LINK.exec(text) ?? []) : [];
    const [source, receiver] = [spoken.get(from ?? ''), spoken.get(to ?? '')];
    if (source === undefined || receiver === undefined) return [];
    return [{ op, source, receiver, secondary: text.endsWith('(no-match branch)') }];
  });
  const waiting = Map.groupBy(
    changes.filter(({ op }) => op !== 'remove'),
    ({ source, receiver }) => `${source} ${receiver}`,
  );
  const kept = story.links.map((link): PictureLink => {
    const { source, receiver } = link;
    const secondary = isSecondary(normalLink(link, []));
    const change = waiting.get(`${source} ${receiver}`)?.shift();
    return { source, receiver, secondary, mark: change === undefined ? 'unchanged' : MARKS[change.op] };
  });
  const gone = changes.filter(({ op }) => op === 'remove');
  return [...kept, ...gone.map((link) => ({ ...link, mark: 'removed' as const }))].map(
    ({ source, receiver, secondary, mark }) => ({ source, receiver, secondary, mark }),
  );
}

const MARKS = { add: 'added', update: 'changed', move: 'unchanged', remove: 'removed' } as const;

function isThere(mark: PictureMark | undefined): boolean {
  return mark !== undefined && mark !== 'added' && mark !== 'removed';
}

function labelIn(path: string): string {
  return ACTION.exec(path)?.[1] ?? path;
}

/** The name that a label was made of. */
function nameIn(label: string): string {
  const quoted = /^"(?:[^"\\]|\\.)*"/s.exec(label)?.[0];
  if (quoted === undefined) return label.replace(/#\d+$/, '');
  try {
    const name: unknown = JSON.parse(quoted);
    return typeof name === 'string' ? name : label;
  } catch {
    return label;
  }
}
