import type { Box, FreeSpace } from '../place/free-space.ts';
import { rounded } from './marks.ts';

/** The way of a connection: its line, the tip of its arrow, and the middle, where a sign may stand. */
export type LinkRoute = {
  readonly path: string;
  readonly tip: { readonly x: number; readonly y: number };
  readonly start: { readonly x: number; readonly y: number };
  readonly middle: { readonly x: number; readonly y: number };
  /** How far it reaches to either side. */
  readonly left: number;
  readonly right: number;
};

const STUB = 10;
const TIP = 6;
const AISLE = 9;
const CURVE = 7;
/** How far one look sees, and how many a picture gets: thousands of long connections would take minutes; then they go straight. */
const LOOK = 160;
const MOST_LOOKS = 1_000_000;

/** The ways that connections take beside the boxes: two that run along each other keep apart. */
export class Aisles {
  readonly #space: FreeSpace;
  #looksLeft = MOST_LOOKS;
  readonly #taken = new Map<number, (readonly [top: number, bottom: number])[]>();

  constructor(space: FreeSpace) {
    this.#space = space;
  }

  isClear(start: Point, tip: Point): boolean {
    return isClear(start, tip, this.#space);
  }

  /** The nearest way outside of `x` on which nothing stands and nothing runs. */
  find(x: number, outwards: 1 | -1, lanes: number, top: number, bottom: number): number | undefined {
    for (let lane = 0; lane < lanes; lane++) {
      const way = x + outwards * lane * LANE;
      this.#looksLeft -= 1 + (bottom - top) / LOOK;
      if (this.#looksLeft < 0) return undefined;
      if (!this.#space.isFree({ x: way, y: top, width: 1, height: Math.max(1, bottom - top) }, 2)) return undefined;
      const others = this.#taken.get(way) ?? [];
      if (others.some(([high, low]) => high < bottom + 4 && top < low + 4)) continue;
      this.#taken.set(way, [...others, [top, bottom]]);
      return way;
    }
    return undefined;
  }
}

const LANE = 6;
const MOST_LANES = 30;

/** Out of the bottom of one box into the top of the other; around what lies in between where that is near. */
export function routeOf(from: Box, to: Box, secondary: boolean, aisles: Aisles): LinkRoute {
  const start = { x: from.x + from.width * (secondary ? 0.78 : 0.5), y: from.y + from.height };
  const tip = { x: to.x + to.width / 2, y: to.y };
  const isDown = tip.y - start.y >= STUB;
  if (isDown && aisles.isClear(start, tip)) return straight(start, tip);
  const aisle = aisleFor(from, to, start, tip, aisles);
  if (aisle === undefined && isDown) return straight(start, tip);
  return around(start, tip, aisle ?? Math.max(from.x + from.width, to.x + to.width) + AISLE);
}

type Point = { readonly x: number; readonly y: number };

function straight(start: Point, tip: Point): LinkRoute {
  const end = { x: tip.x, y: tip.y - TIP };
  const bend = Math.max(8, (end.y - start.y) / 2);
  const path = `M${at(start)}C${at({ x: start.x, y: start.y + bend })} ${at({ x: end.x, y: end.y - bend })} ${at(end)}`;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return { path, tip, start, middle, left: Math.min(start.x, tip.x), right: Math.max(start.x, tip.x) };
}

/** Whether the curve crosses no box: looked at in a few points. */
function isClear(start: Point, tip: Point, space: FreeSpace): boolean {
  for (let step = 1; step < 12; step++) {
    const t = step / 12;
    const ease = t * t * (3 - 2 * t);
    const point = { x: start.x + (tip.x - start.x) * ease, y: start.y + (tip.y - start.y) * t };
    if (point.y - start.y < 4 || tip.y - point.y < 4) continue;
    if (!space.isFree({ ...point, width: 1, height: 1 }, 0)) return false;
  }
  return true;
}

/** A way up or down beside the boxes, the nearest that is free. */
function aisleFor(from: Box, to: Box, start: Point, tip: Point, aisles: Aisles): number | undefined {
  const [top, bottom] = [Math.min(start.y, tip.y), Math.max(start.y, tip.y)];
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x + from.width, to.x + to.width)];
  const between = from.x + from.width < to.x ? to.x : to.x + to.width < from.x ? from.x : undefined;
  const inside = between === undefined ? undefined : aisles.find(between - AISLE, -1, 4, top, bottom);
  return (
    inside ??
    aisles.find(right + AISLE, 1, MOST_LANES, top, bottom) ??
    aisles.find(left - AISLE, -1, MOST_LANES, top, bottom) ??
    aisles.find(right + AISLE + 200, 1, MOST_LANES, top, bottom) ??
    aisles.find(left - AISLE - 200, -1, MOST_LANES, top, bottom)
  );
}

function around(start: Point, tip: Point, aisle: number): LinkRoute {
  const [low, high] = [start.y + STUB, tip.y - STUB - 2];
  const corners = [start, { x: start.x, y: low }, { x: aisle, y: low }, { x: aisle, y: high }, { x: tip.x, y: high }];
  const path = `${corners.slice(1).reduce(
    (line, corner, index) => {
      const [before, after] = [corners[index] ?? corner, corners[index + 2] ?? { x: tip.x, y: tip.y - TIP }];
      return `${line}L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`;
    },
    `M${at(start)}`,
  )}L${at({ x: tip.x, y: tip.y - TIP })}`;
  const middle = { x: aisle, y: (low + high) / 2 };
  return { path, tip, start, middle, left: Math.min(start.x, tip.x, aisle), right: Math.max(start.x, tip.x, aisle) };
}

/** A little before a corner, never past the other end. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(CURVE, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}
