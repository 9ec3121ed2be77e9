import { byText } from '../../model/text/order.ts';
import { isOver, pairsThatAre } from '../filter/qualities.ts';
import { NONE, type PageFleet, type PageNote } from '../fleet/fleet.ts';

export const DEBT_KINDS = ['behind', 'drift', 'detached', 'held', 'pinned'] as const;
export type DebtKind = (typeof DEBT_KINDS)[number];

/** A destination that is not where git wants it, or that somebody keeps from going there. */
export type Debt = {
  readonly destination: number;
  /** Of a hold or a pin all that it is about. */
  readonly pairs: readonly number[];
  readonly note: PageNote | null;
  readonly expired: boolean;
  /** ISO time since when; null where nobody knows. */
  readonly since: string | null;
  /** Of who is behind. */
  readonly commits: number | null;
};

/** What is over comes first, then what ends next, then what has waited longest. */
export function debtsOf(fleet: PageFleet, pairs: readonly number[], kind: DebtKind): readonly Debt[] {
  const chosen = pairs.filter(pairsThatAre(fleet, kind));
  const of = Map.groupBy(chosen, (pair) => fleet.pairs.destination[pair] ?? NONE);
  return [...of]
    .flatMap(([destination, its]) => debtsAt(fleet, destination, its, kind))
    .toSorted(
      (a, b) =>
        Number(b.expired) - Number(a.expired) ||
        earlier(a.note?.until, b.note?.until) ||
        earlier(a.since, b.since) ||
        a.destination - b.destination,
    );
}

function debtsAt(fleet: PageFleet, destination: number, pairs: readonly number[], kind: DebtKind): readonly Debt[] {
  const { hold = null, pin = null } = fleet.destinations[destination] ?? {};
  if (kind === 'held' || kind === 'pinned') {
    const note = kind === 'held' ? hold : pin;
    return [{ destination, pairs, note, expired: isOver(note, fleet.at), since: null, commits: null }];
  }
  if (kind === 'behind') {
    let [since, commits]: [string | null, number] = [null, 0];
    for (const pair of pairs) {
      const lag = fleet.lags[fleet.pairs.lag[pair] ?? NONE];
      if (lag === undefined) continue;
      if (since === null || lag.since < since) since = lag.since;
      commits = Math.max(commits, lag.commits);
    }
    return [{ destination, pairs, note: null, expired: false, since, commits }];
  }
  // Each detachment has a note of its own.
  const groups = Map.groupBy(pairs, (pair) => JSON.stringify(noteOfPair(fleet, pair)));
  return [...groups.values()].map((its) => {
    const note = noteOfPair(fleet, its[0] ?? NONE);
    return {
      destination,
      pairs: its,
      note,
      expired: isOver(note, fleet.at),
      since: sinceOf(fleet, its),
      commits: null,
    };
  });
}

function noteOfPair({ standings, pairs }: PageFleet, pair: number): PageNote | null {
  return standings[pairs.standing[pair] ?? NONE]?.note ?? null;
}

/** Since when the first of them is so, as far as recorded. */
function sinceOf({ pairs }: PageFleet, its: readonly number[]): string | null {
  const times = its.map((pair) => {
    const since = pairs.since[pair] ?? NONE;
    return since === NONE ? (pairs.recorded[pair] ?? NONE) : since;
  });
  const known = times.filter((time) => time !== NONE).toSorted((a, b) => a - b);
  return known[0] === undefined ? null : new Date(known[0] * 1000).toISOString();
}

function earlier(a: string | null | undefined, b: string | null | undefined): number {
  return byText(a ?? '9999', b ?? '9999');
}
