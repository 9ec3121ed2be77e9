import fc from 'fast-check';
import { expect, it } from 'vitest';
import { action, storyOf } from '../../../test/support/example-story.ts';
import { ALL_EXPORTS } from '../../../test/support/exports.ts';
import { exportNamed, laidOut } from '../../../test/support/pictures.ts';
import type { Story } from '../../model/story.ts';
import { pictureOf } from '../compose/picture-of.ts';
import type { Box } from './free-space.ts';
import { type PlacedNode, placeNodes } from './place-nodes.ts';

/** How close authors put actions on the vendor's canvas. */
const [APART_X, APART_Y] = [180, 60];

function overlaps(boxes: readonly Box[]): number {
  const sorted = boxes.toSorted((a, b) => a.y - b.y);
  let found = 0;
  for (const [at, a] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const b = sorted[next];
      if (b === undefined || b.y >= a.y + a.height) break;
      if (a.x < b.x + b.width && b.x < a.x + a.width) found += 1;
    }
  }
  return found;
}

/** Pairs of actions of which one stands on another side of the other than its author put it. */
function turnedAround(placed: readonly PlacedNode[]): number {
  const actions = placed.filter(({ node }) => node.kind !== 'note');
  let found = 0;
  for (const a of actions) {
    for (const b of actions) {
      const [wasLeft, isLeft] = [a.node.at.x < b.node.at.x, a.box.x < b.box.x];
      const [wasAbove, isAbove] = [a.node.at.y < b.node.at.y, a.box.y < b.box.y];
      if (wasLeft !== isLeft || wasAbove !== isAbove) found += 1;
    }
  }
  return found;
}

const plain = (story: Story) => placeNodes(pictureOf(story, story));

it.each([...ALL_EXPORTS.keys()])('%s: nothing overlaps, and everything stands as its author put it', (file) => {
  const placed = plain(exportNamed(file));
  expect(overlaps(placed.map(({ box }) => box))).toBe(0);
  expect(turnedAround(placed)).toBe(0);
});

const story = (count: number) =>
  storyOf(Array.from({ length: count }, (_, at) => action(at + 1, 'Trigger', `Check ${at}`)));
const cell = fc.record({ column: fc.nat(6), row: fc.nat(12), dx: fc.nat(40), dy: fc.nat(20) });

it('keeps the canvas of any author who kept actions apart', () => {
  fc.assert(
    fc.property(fc.uniqueArray(cell, { maxLength: 40, selector: ({ column, row }) => `${column} ${row}` }), (cells) => {
      // Wherever in its cell of the grid an action stands, it is apart from all others.
      const places = cells.map(({ column, row, dx, dy }) => [column * (APART_X + 40) + dx, row * (APART_Y + 20) + dy]);
      const placed = plain(laidOut(story(cells.length), places));
      expect(overlaps(placed.map(({ box }) => box))).toBe(0);
      expect(turnedAround(placed)).toBe(0);
    }),
    { numRuns: 200 },
  );
});

const anywhere = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(1e300, -1e300, 0),
);
const notes = fc.array(
  fc.record({
    content: fc.string({ maxLength: 400 }),
    position: fc.tuple(anywhere, anywhere),
    width: fc.oneof(fc.constant(null), anywhere),
  }),
  { maxLength: 6 },
);

it('draws nothing over anything else, whatever the canvas of either version says', () => {
  const spots = fc.array(fc.tuple(anywhere, anywhere), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(spots, spots, notes, fc.nat(8), (old, now, diagram_notes, gone) => {
      const before = laidOut(story(12), old);
      const after = laidOut({ ...story(12), agents: story(12).agents.slice(gone) }, now.slice(gone), { diagram_notes });
      const placed = placeNodes(pictureOf(before, after), true);
      const boxes = placed.map(({ box }) => box);
      expect(overlaps(boxes)).toBe(0);
      expect(boxes.every((box) => Object.values(box).every(Number.isFinite))).toBe(true);
      // A way to look at a picture is left.
      expect(Math.max(...boxes.map(({ x }) => x)) - Math.min(...boxes.map(({ x }) => x))).toBeLessThan(30_000);
    }),
    { numRuns: 150 },
  );
});

it('gives a note the room that its neighbours leave, and the rest of its text an ellipsis', () => {
  const text = Array.from({ length: 12 }, (_, at) => `line ${at}`).join('\n');
  const noted = (y: number) =>
    plain(laidOut(story(1), [[0, y]], { diagram_notes: [{ content: text, position: [0, 0], width: null }] }));
  const linesAt = (y: number) => noted(y).find(({ node }) => node.kind === 'note')?.lines ?? [];
  expect(linesAt(800)).toEqual(text.split('\n'));
  expect(linesAt(60)).toEqual(['line 0', 'line 1', 'line 2…']);
});
