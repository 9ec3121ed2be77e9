/** Things of which the same is to be said, in the order of their first ones. */
export type Same<T> = { readonly first: T; readonly all: readonly T[] };

/** Folds what says the same into one; `saying` holds all that a reader would see of it but its name. */
export function foldSame<T>(all: readonly T[], saying: (each: T) => string): readonly Same<T>[] {
  return [...Map.groupBy(all, saying).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ first, all: same }];
  });
}
