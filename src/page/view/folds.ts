import { byText } from '../../model/text/order.ts';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { MARKS, markOf, type PageTally, standingOfPair, worstMark } from './tallies.ts';

export const FOLDS = ['destination', 'story', 'ring'] as const;
export type Fold = (typeof FOLDS)[number];

/** Pairs that share a destination, a story or a ring. */
export type FoldedPairs = {
  /** Index of the destination or story; of a ring its place, and -1 for those that are in none. */
  readonly of: number;
  readonly tally: PageTally;
  readonly pairs: readonly number[];
  /** ISO time at which the lag began that began first. */
  readonly oldestLag: string | null;
  /** Unix seconds of the last push; -1 where there was none. */
  readonly synced: number;
};

/** Folded, the worst first: most failed, then behind for longest, then most pending. Empty destinations are groups too. */
export function foldPairs(
  fleet: PageFleet,
  pairs: readonly number[],
  fold: Fold,
  empty: readonly number[] = [],
): readonly FoldedPairs[] {
  const groups: Growing[] = [];
  // By key, which is -1 for no ring.
  const places: (Growing | undefined)[] = [];
  const keyOf = keyIn(fleet, fold);
  const marks = fleet.standings.map(markOf);
  for (const pair of pairs) {
    const key = keyOf(pair);
    let group = places[key + 1];
    if (group === undefined) {
      group = begin(key);
      places[key + 1] = group;
      groups.push(group);
    }
    group.pairs.push(pair);
    group.tally[marks[fleet.pairs.standing[pair] ?? NONE] ?? 'synced'] += 1;
    const synced = fleet.pairs.synced[pair] ?? NONE;
    if (synced > group.synced) group.synced = synced;
    const lag = fleet.pairs.lag[pair] ?? NONE;
    if (lag === NONE) continue;
    const { since = null } = fleet.lags[lag] ?? {};
    if (since !== null && (group.oldestLag === null || since < group.oldestLag)) group.oldestLag = since;
  }
  if (fold === 'destination') for (const index of empty) groups.push(begin(index));
  return groups.toSorted(
    (a, b) =>
      MARKS.indexOf(worstMark(a.tally)) - MARKS.indexOf(worstMark(b.tally)) ||
      b.tally.failed - a.tally.failed ||
      earlier(a.oldestLag, b.oldestLag) ||
      b.tally.pending - a.tally.pending ||
      a.of - b.of,
  );
}

type Growing = {
  readonly of: number;
  readonly tally: { failed: number; pending: number; synced: number };
  readonly pairs: number[];
  oldestLag: string | null;
  synced: number;
};

function begin(of: number): Growing {
  return { of, tally: { failed: 0, pending: 0, synced: 0 }, pairs: [], oldestLag: null, synced: NONE };
}

/** Failed, then behind for longest, then the rest that is pending, then what is in sync. */
export function worstPairsFirst(fleet: PageFleet, pairs: readonly number[]): readonly number[] {
  return pairs.toSorted(
    (a, b) =>
      MARKS.indexOf(markOf(standingOfPair(fleet, a))) - MARKS.indexOf(markOf(standingOfPair(fleet, b))) ||
      earlier(lagOf(fleet, a), lagOf(fleet, b)) ||
      a - b,
  );
}

function keyIn({ pairs, destinations, rings }: PageFleet, fold: Fold): (pair: number) => number {
  if (fold !== 'ring') return (pair) => pairs[fold][pair] ?? NONE;
  const ringOf = destinations.map(({ ring }) => (ring === null ? NONE : rings.indexOf(ring)));
  return (pair) => ringOf[pairs.destination[pair] ?? NONE] ?? NONE;
}

function lagOf({ lags, pairs }: PageFleet, pair: number): string | null {
  return lags[pairs.lag[pair] ?? NONE]?.since ?? null;
}

/** What has no time comes last. */
function earlier(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(a, b);
}
