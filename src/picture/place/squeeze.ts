/** Where each of some coordinates lies once every gap is at most so wide. Order stays, and so does what lies close together. */
export function squeezed(values: readonly number[], widest: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let last: number | undefined;
  let at = 0;
  for (const value of values.toSorted((a, b) => a - b)) {
    if (last !== undefined) at += Math.min(value - last, widest);
    places.set(value, at);
    last = value;
  }
  return places;
}
