/** The one order of texts: by UTF-16 code unit, the same on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Things in the order of a text of theirs. */
export function byTextOf<T>(textOf: (thing: T) => string): (one: T, other: T) => number {
  return (one, other) => byText(textOf(one), textOf(other));
}
