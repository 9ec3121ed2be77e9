import { NONE, type PageFleet, type PageStanding } from '../fleet/fleet.ts';

/** Pairs by what people are told of them. Each pair counts once. */
export type PageTally = { readonly failed: number; readonly pending: number; readonly synced: number };

export type PageMark = keyof PageTally;

/** Worst first. */
export const MARKS = ['failed', 'pending', 'synced'] as const;

export function standingOfPair(fleet: PageFleet, pair: number): PageStanding {
  const standing = fleet.standings[fleet.pairs.standing[pair] ?? NONE];
  if (standing === undefined) throw new Error('Internal error: a pair without a standing');
  return standing;
}

export function markOf({ status }: Pick<PageStanding, 'status'>): PageMark {
  return status === 'requires_sync' ? 'pending' : status;
}

export function tallyPairs(fleet: PageFleet, pairs: readonly number[]): PageTally {
  const counts = new Uint32Array(fleet.standings.length);
  for (const pair of pairs) {
    const standing = fleet.pairs.standing[pair] ?? NONE;
    counts[standing] = (counts[standing] ?? 0) + 1;
  }
  const tally = { failed: 0, pending: 0, synced: 0 };
  for (const [index, standing] of fleet.standings.entries()) tally[markOf(standing)] += counts[index] ?? 0;
  return tally;
}

export function worstMark(tally: PageTally): PageMark {
  return MARKS.find((mark) => tally[mark] > 0) ?? 'synced';
}

export function allPairs(fleet: PageFleet): readonly number[] {
  return [...fleet.pairs.destination.keys()];
}
