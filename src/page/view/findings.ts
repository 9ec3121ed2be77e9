import { NONE, type PageFleet, type PageStanding } from '../fleet/fleet.ts';
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
  const causes = fleet.standings.map((standing) => (isFinding(standing) ? causeOf(standing) : undefined));
  const groups = new Map<string, number[]>();
  for (const pair of pairs) {
    const cause = causes[fleet.pairs.standing[pair] ?? NONE];
    if (cause === undefined) continue;
    const group = groups.get(cause);
    if (group) group.push(pair);
    else groups.set(cause, [pair]);
  }
  const findings = [...groups.values()].flatMap((its): readonly PageFinding[] => {
    const standing = fleet.standings[fleet.pairs.standing[its[0] ?? NONE] ?? NONE];
    if (standing === undefined) return [];
    const places = new Set(its.map((pair) => fleet.pairs.destination[pair]));
    const stories = new Set(its.map((pair) => fleet.pairs.story[pair]));
    return [{ standing, pairs: its, destinations: places.size, stories: stories.size }];
  });
  return findings.toSorted(
    (a, b) =>
      MARKS.indexOf(markOf(a.standing)) - MARKS.indexOf(markOf(b.standing)) ||
      b.pairs.length - a.pairs.length ||
      (a.pairs[0] ?? 0) - (b.pairs[0] ?? 0),
  );
}

function isFinding({ status, warnings }: PageStanding): boolean {
  return status !== 'synced' || warnings.length > 0;
}

/** All that people are told, but for whose detachment it is. */
function causeOf({ status, reason, message, hint, waits, warnings, detached }: PageStanding): string {
  return JSON.stringify([status, reason, message, hint, waits?.for, warnings, detached]);
}
