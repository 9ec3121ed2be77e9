import { NONE, type PageFleet } from '../fleet/fleet.ts';

/**
 * A question to every pair, answered by the tables that it refers to: a bit for each row of each table, and one of them is
 * enough. So fifty thousand pairs are asked in a few milliseconds.
 */
export type PairTest = {
  readonly destination?: Uint8Array;
  readonly story?: Uint8Array;
  readonly standing?: Uint8Array;
  readonly commit?: Uint8Array;
  readonly lag?: Uint8Array;
  /** Whoever is not behind. */
  readonly noLag?: boolean;
  /** Of destinations where only some stories are meant: which ones. */
  readonly stories?: ReadonlyMap<number, ReadonlySet<number>>;
};

export function bits<Row>(rows: readonly Row[], test: (row: Row) => boolean): Uint8Array {
  return Uint8Array.from(rows, (row) => (test(row) ? 1 : 0));
}

/** Whether a test holds for a pair. */
export function askingPairs({ pairs }: PageFleet, test: PairTest): (pair: number) => boolean {
  const { destination, story, standing, commit, lag, noLag = false, stories } = test;
  return (pair) => {
    const [d, s, l] = [pairs.destination[pair] ?? NONE, pairs.story[pair] ?? NONE, pairs.lag[pair] ?? NONE];
    return (
      destination?.[d] === 1 ||
      story?.[s] === 1 ||
      standing?.[pairs.standing[pair] ?? NONE] === 1 ||
      lag?.[l] === 1 ||
      (noLag && l === NONE) ||
      commit?.[pairs.commit[pair] ?? NONE] === 1 ||
      stories?.get(d)?.has(s) === true
    );
  };
}
