import type { CanvasSpot, Picture, PictureNode } from '../picture.ts';
import { inLines, wrapText } from '../words.ts';
import { type Box, FreeSpace } from './free-space.ts';
import { squeezed } from './squeeze.ts';

/** An action as it is drawn. The vendor's authors keep at least 180 by 60 of their units apart: more than this, scaled. */
export const ACTION_WIDTH = 176;
export const ACTION_HEIGHT = 70;
const SCALE_X = 1.06;
const SCALE_Y = 1.45;
/** No gap between things on the canvas needs more, in the author's units; less, where most of the canvas is left out. */
const WIDEST_GAP = 330;
const HIGHEST_GAP = 255;
const CROPPED_GAP = { x: 240, y: 120 };

export const NOTE_SIZE = 11;
export const NOTE_LINE = 15;
export const NOTE_PAD = 9;
const NOTE_WIDTH = 240;
const NARROWEST_NOTE = 110;
const MOST_NOTE_LINES = 40;

export type PlacedNode = {
  readonly node: PictureNode;
  readonly box: Box;
  /** The middle of where it stood before, where that is asked. */
  readonly from: CanvasSpot | null;
  /** Of a note: its text as it fits. */
  readonly lines: readonly string[];
};

/**
 * A box for each node, in the order of the nodes. Everything stands where its author put it, but for gaps that are wider
 * than anybody needs, and for what would cover something else: what is there now goes before what is gone, actions before
 * notes.
 */
export function placeNodes({ nodes, leftOut }: Picture, moved = false): readonly PlacedNode[] {
  const spots = nodes.flatMap(({ at, from }) => (moved && from !== null ? [at, from] : [at]));
  const across = squeezed(
    spots.map(({ x }) => x),
    leftOut > 0 ? CROPPED_GAP.x : WIDEST_GAP,
  );
  const down = squeezed(
    spots.map(({ y }) => y),
    leftOut > 0 ? CROPPED_GAP.y : HIGHEST_GAP,
  );
  const drawn = (spot: CanvasSpot): CanvasSpot => ({
    x: Math.round((across.get(spot.x) ?? 0) * SCALE_X),
    y: Math.round((down.get(spot.y) ?? 0) * SCALE_Y),
  });
  const space = new FreeSpace();
  const placed: PlacedNode[] = [];
  const turns = [isThere, isGone, isNote];
  for (const turn of turns) {
    for (const [index, node] of nodes.entries()) {
      if (!turn(node)) continue;
      const place = node.kind === 'note' ? placeNote : placeAction;
      const { box, lines } = place(node, drawn(node.at), space);
      const was = moved && node.from !== null ? drawn(node.from) : null;
      const from = was === null ? null : { x: was.x + box.width / 2, y: was.y + box.height / 2 };
      placed[index] = { node, box, lines, from };
    }
  }
  return placed;
}

function isNote({ kind }: PictureNode): boolean {
  return kind === 'note';
}

function isThere({ kind, mark }: PictureNode): boolean {
  return kind !== 'note' && mark !== 'removed';
}

function isGone({ kind, mark }: PictureNode): boolean {
  return kind !== 'note' && mark === 'removed';
}

type Placing = Pick<PlacedNode, 'box' | 'lines'>;

function placeAction(_: PictureNode, { x, y }: CanvasSpot, space: FreeSpace): Placing {
  const box = space.nearest({ x, y, width: ACTION_WIDTH, height: ACTION_HEIGHT });
  return { box: space.take(box), lines: [] };
}

/** As large as its text needs and its neighbours leave; nobody knows how high the author saw it. */
function placeNote(node: PictureNode, { x, y }: CanvasSpot, space: FreeSpace): Placing {
  const wanted = Math.max(NARROWEST_NOTE, Math.min(Math.round((node.width ?? NOTE_WIDTH) * SCALE_X), 420));
  const widths = [wanted, (wanted + NARROWEST_NOTE) / 2, NARROWEST_NOTE].map((width) => Math.round(width));
  const least = NOTE_LINE + 2 * NOTE_PAD;
  const width = widths.find((each) => space.isFree({ x, y, width: each, height: least })) ?? NARROWEST_NOTE;
  const { x: left, y: top } = space.nearest({ x, y, width, height: least });
  const lines = linesOf(node, width, MOST_NOTE_LINES);
  const heightOf = (count: number): number => count * NOTE_LINE + 2 * NOTE_PAD;
  let count = Math.max(1, lines.length);
  while (count > 1 && !space.isFree({ x: left, y: top, width, height: heightOf(count) })) count -= 1;
  const box = space.take({ x: left, y: top, width, height: heightOf(count) });
  return { box, lines: count === lines.length ? lines : linesOf(node, width, count) };
}

function linesOf({ name }: PictureNode, width: number, most: number): readonly string[] {
  const room = width - 2 * NOTE_PAD;
  const texts = inLines(name).map((line) =>
    line
      .replace(/^\s*#+\s+/, '')
      .replaceAll('**', '')
      .trimEnd(),
  );
  const lines: string[] = [];
  const filled = texts.filter((text, at) => text !== '' || (texts[at - 1] ?? '') !== '');
  while (filled.at(-1) === '') filled.pop();
  for (const [at, text] of filled.entries()) {
    const left = most - lines.length;
    if (left === 0) break;
    lines.push(...(text === '' ? [''] : wrapText(text, room, NOTE_SIZE, left)));
    if (lines.length === most && at < filled.length - 1) lines[most - 1] = withEllipsis(lines[most - 1] ?? '');
  }
  return lines;
}

function withEllipsis(line: string): string {
  return line.endsWith('…') ? line : `${line}…`;
}
