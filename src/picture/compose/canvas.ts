import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { layoutByGuid } from '../../story/compare/normal.ts';
import type { CanvasSpot } from '../picture.ts';

/** How far below each other what nobody has placed stands. */
const STEP = 75;
/** No canvas is so wide; sums of what is further out would no longer be exact. */
const EDGE = 1e9;

/** Where the author placed each action, by its position in `agents`; undefined where nobody did. */
export function spotsOf(story: Story): readonly (CanvasSpot | undefined)[] {
  const layout = layoutByGuid(story);
  return story.agents.map(({ guid }) => spotIn(Object.hasOwn(layout, guid) ? layout[guid] : undefined));
}

/** A pair of numbers as the vendor writes it; anything else is no place. */
export function spotIn(value: JsonValue | undefined): CanvasSpot | undefined {
  if (!isArray(value)) return undefined;
  const [x, y] = value;
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  return { x: Math.min(Math.max(x, -EDGE), EDGE), y: Math.min(Math.max(y, -EDGE), EDGE) };
}

export function sameSpot(a: CanvasSpot, b: CanvasSpot): boolean {
  return a.x === b.x && a.y === b.y;
}

/** A column for those that have no place, in the order given, below all that have one. */
export function withColumn(
  spots: readonly (CanvasSpot | undefined)[],
  order: readonly number[],
): readonly CanvasSpot[] {
  const placed = spots.filter((spot) => spot !== undefined);
  const left = placed.reduce((least, { x }) => Math.min(least, x), placed.length === 0 ? 0 : EDGE);
  const bottom = placed.reduce((most, { y }) => Math.max(most, y), placed.length === 0 ? -STEP : -EDGE);
  const rows = new Map(order.filter((at) => spots[at] === undefined).map((at, row) => [at, row + 1]));
  return spots.map((spot, at) => spot ?? { x: left, y: bottom + (rows.get(at) ?? 0) * STEP });
}

/** By how much most of what both have was shifted: what is gone is drawn where it would stand now. */
export function usualShift(shifts: readonly CanvasSpot[]): CanvasSpot {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { x: middle(shifts.map(({ x }) => x)), y: middle(shifts.map(({ y }) => y)) };
}

export function listIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}
