import { count } from '../../report/reason-words.ts';
import { NONE, type PageFleet, type PageStanding } from '../fleet/fleet.ts';
import type { PagePast } from '../fleet/past.ts';
import { compressed } from './compressed.ts';
import { packFleet } from './fleet-columns.ts';
import { mostThatFits } from './most-that-fits.ts';
import { countEvents, packPast } from './past-columns.ts';

/** A file with so many pairs has room for them in so many bytes, shell and all; more pairs have more room. */
export const PAIRS = 50_000;
export const ROOM_FOR_PAIRS = 600 * 1024;
/** History and pictures together. */
export const ROOM_BESIDE = 1024 * 1024;

export type Fitted = { readonly fleet: PageFleet; readonly data: string };

/** Words of the standings, at most so many characters in all: first those that are said of most pairs. */
const STEPS: readonly { readonly ids: boolean; readonly labels: boolean; readonly words: number }[] = [
  { ids: true, labels: true, words: Number.POSITIVE_INFINITY },
  { ids: false, labels: true, words: Number.POSITIVE_INFINITY },
  { ids: false, labels: true, words: 256 * 1024 },
  { ids: false, labels: false, words: 64 * 1024 },
  { ids: false, labels: false, words: 0 },
];

/** The fleet's data in so many bytes; what does not fit is left out, the least needed first, and the page says so. */
export function fitFleet(fleet: PageFleet, room: number): Fitted {
  let fitted: Fitted | undefined;
  for (const step of STEPS) {
    const smaller = reduced(fleet, step);
    fitted = { fleet: smaller, data: compressed(packFleet(smaller)) };
    if (fitted.data.length <= room) return fitted;
  }
  if (fitted === undefined) throw new Error('Internal error: there is no way to pack a fleet');
  return fitted;
}

function reduced(fleet: PageFleet, { ids, labels, words }: (typeof STEPS)[number]): PageFleet {
  const idsLost = !ids && fleet.pairs.id.some((id) => id !== NONE);
  const labelsLost = !labels && fleet.destinations.some((each) => Object.keys(each.labels).length > 0);
  const { standings, lost } = withFewerWords(fleet, words);
  const leftOut = [
    ...(idsLost ? ['ids of stories at the destinations'] : []),
    ...(labelsLost ? ['labels'] : []),
    ...(lost > 0 ? [`the words of ${count(lost, 'finding')}`] : []),
  ];
  return {
    ...fleet,
    pairs: idsLost ? { ...fleet.pairs, id: fleet.pairs.id.map(() => NONE) } : fleet.pairs,
    destinations: labelsLost ? fleet.destinations.map((each) => ({ ...each, labels: {} })) : fleet.destinations,
    standings,
    leftOut: [...fleet.leftOut, ...leftOut],
  };
}

/** Whoever is said of most pairs keeps its words. */
function withFewerWords(fleet: PageFleet, room: number): { standings: readonly PageStanding[]; lost: number } {
  if (room === Number.POSITIVE_INFINITY) return { standings: fleet.standings, lost: 0 };
  const uses = new Map<number, number>();
  for (const standing of fleet.pairs.standing) uses.set(standing, (uses.get(standing) ?? 0) + 1);
  const order = [...fleet.standings.keys()].toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
  const silent = new Set<number>();
  let said = 0;
  for (const index of order) {
    const standing = fleet.standings[index];
    const length = standing === undefined ? 0 : wordsIn(standing);
    if (said + length > room) silent.add(index);
    else said += length;
  }
  const standings = fleet.standings.map((standing, index) =>
    silent.has(index)
      ? { ...standing, message: null, hint: null, warnings: [], note: withoutWords(standing) }
      : standing,
  );
  return { standings, lost: silent.size };
}

function wordsIn({ message, hint, warnings, note }: PageStanding): number {
  return [message, hint, ...warnings, note?.reason, note?.owner].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function withoutWords({ note }: PageStanding): PageStanding['note'] {
  return note && { reason: null, owner: null, until: note.until };
}

/** The past in so many bytes: the oldest is left out first. */
export function fitPast(past: PagePast, room: number): string {
  return mostThatFits(
    countEvents(past),
    (most) => compressed(packPast(past, most)),
    ({ length }) => length <= room,
  );
}
