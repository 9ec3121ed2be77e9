/** A rectangle of the drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Kept free around everything. */
const GAP = 10;
const CELL = 160;

/** What is taken of a sheet, and where there is room. No two boxes that were taken overlap. */
export class FreeSpace {
  readonly #cells = new Map<string, Box[]>();
  /** How far out the last search from a place had to go: the next one from there need not begin again. */
  readonly #rings = new Map<string, number>();

  isFree(box: Box, gap = GAP): boolean {
    for (const key of cellsOf(box, gap)) {
      for (const taken of this.#cells.get(key) ?? []) if (isNear(taken, box, gap)) return false;
    }
    return true;
  }

  take(box: Box): Box {
    for (const key of cellsOf(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
    }
    return box;
  }

  /** The box itself, or the nearest place where one of its size fits. */
  nearest(box: Box): Box {
    if (this.isFree(box)) return box;
    const [stepX, stepY] = [(box.width + GAP) / 2, (box.height + GAP) / 2];
    const start = [Math.round(box.x / stepX), Math.round(box.y / stepY), box.width, box.height].join(' ');
    for (let ring = this.#rings.get(start) ?? 1; ; ring++) {
      for (const [right, down] of around(ring)) {
        const other = { ...box, x: box.x + right * stepX, y: box.y + down * stepY };
        if (!this.isFree(other)) continue;
        this.#rings.set(start, ring);
        return other;
      }
    }
  }
}

function isNear(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

function* cellsOf({ x, y, width, height }: Box, gap: number): Iterable<string> {
  const [left, right] = [Math.floor((x - gap) / CELL), Math.floor((x + width + gap) / CELL)];
  const [top, bottom] = [Math.floor((y - gap) / CELL), Math.floor((y + height + gap) / CELL)];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield `${column} ${row}`;
}

/** The rim of a square, beside first, then below, then above. */
function* around(ring: number): Iterable<readonly [number, number]> {
  for (let off = 0; off <= ring; off++) {
    const both = off === 0 ? [0] : [off, -off];
    for (const each of both) yield [ring, each];
    for (const each of both) yield [-ring, each];
    for (const each of both) yield [each, ring];
    for (const each of both) yield [each, -ring];
  }
}
