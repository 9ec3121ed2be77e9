import { NONE, type PageFleet, type PageStanding } from '../fleet/fleet.ts';
import { perFleet } from '../fleet/per-fleet.ts';
import { MARKS, markOf } from './tallies.ts';

/** What is wrong or waits, once for all pairs of which it is said. */
export type PageFinding = {
  readonly standing: PageStanding;
  readonly pairs: readonly number[];
  readonly destinations: number;
  readonly stories: number;
};

/** Findings of the pairs, failed ones first, and of each kind the most frequent; what is simply in sync is none. */
export function findingsOf(fleet: PageFleet, pairs: readonly number[]): readonly PageFinding[] {
  const causes = causesOf(fleet);
  const groups: number[][] = fleet.standings.map(() => []);
  for (const pair of pairs) groups[causes[fleet.pairs.standing[pair] ?? NONE] ?? NONE]?.push(pair);
  const findings = groups.flatMap((its): readonly PageFinding[] => {
    const standing = fleet.standings[fleet.pairs.standing[its[0] ?? NONE] ?? NONE];
    if (standing === undefined) return [];
    const { destination, story } = fleet.pairs;
    return [
      {
        standing,
        pairs: its,
        destinations: differing(its, destination, fleet.destinations.length),
        stories: differing(its, story, fleet.stories.length),
      },
    ];
  });
  return findings.toSorted(
    (a, b) =>
      MARKS.indexOf(markOf(a.standing)) - MARKS.indexOf(markOf(b.standing)) ||
      b.pairs.length - a.pairs.length ||
      (a.pairs[0] ?? 0) - (b.pairs[0] ?? 0),
  );
}

/** For each standing the first that says the same; -1 for what is no finding. */
const causesOf = perFleet(({ standings }): readonly number[] => {
  const first = new Map<string, number>();
  return standings.map((standing, index) => {
    if (!isFinding(standing)) return NONE;
    const cause = causeOf(standing);
    const same = first.get(cause) ?? index;
    first.set(cause, same);
    return same;
  });
});

/** How many rows of a table the pairs refer to. */
function differing(pairs: readonly number[], column: readonly number[], rows: number): number {
  const seen = new Uint8Array(rows);
  let number = 0;
  for (const pair of pairs) {
    const row = column[pair] ?? NONE;
    if (seen[row] === 0) number++;
    seen[row] = 1;
  }
  return number;
}

function isFinding({ status, warnings }: PageStanding): boolean {
  return status !== 'synced' || warnings.length > 0;
}

/** All that people are told, but for whose detachment it is. */
function causeOf({ status, reason, message, hint, waits, warnings, detached }: PageStanding): string {
  return JSON.stringify([status, reason, message, hint, waits?.for, warnings, detached]);
}
