import type { PageDestination, PageFleet, PageNote, PagePin } from '../fleet/fleet.ts';
import { perFleet } from '../fleet/per-fleet.ts';
import { bits, markPairs, type PairTest } from './pair-test.ts';

/** What `is:` can ask, in the order in which people are told. */
export const QUALITIES = ['behind', 'drift', 'waiting', 'detached', 'held', 'pinned', 'manual', 'expired'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Each quality as a question to the pairs. */
export function testOfQuality(fleet: PageFleet, quality: Quality): PairTest {
  const { destinations, standings, lags, at } = fleet;
  switch (quality) {
    case 'behind':
      return { lag: bits(lags, () => true) };
    case 'drift':
      return { standing: bits(standings, ({ reason, status }) => reason === 'drift' && status !== 'synced') };
    case 'waiting':
      return { standing: bits(standings, ({ waits }) => waits !== null) };
    case 'detached':
      return { standing: bits(standings, ({ detached }) => detached) };
    case 'held':
      return { destination: bits(destinations, ({ hold }) => hold !== null) };
    case 'pinned':
      return testOfPins(fleet);
    case 'manual':
      return { destination: bits(destinations, ({ manualOnly }) => manualOnly) };
    case 'expired':
      return {
        destination: bits(destinations, ({ hold, pin }) => isOver(hold, at) || isOver(pin, at)),
        standing: bits(standings, ({ note }) => isOver(note, at)),
      };
    default:
      return quality satisfies never;
  }
}

/** How many of the pairs have it, for each that some have. */
export function countQualities(
  fleet: PageFleet,
  pairs: readonly number[],
): readonly { readonly quality: Quality; readonly count: number }[] {
  const marks = qualityMarks(fleet);
  const alike = new Uint32Array(1 << QUALITIES.length);
  for (const pair of pairs) {
    const mark = marks[pair] ?? 0;
    alike[mark] = (alike[mark] ?? 0) + 1;
  }
  return QUALITIES.flatMap((quality, place) => {
    const count = alike.reduce((sum, some, mark) => ((mark >> place) & 1 ? sum + some : sum), 0);
    return count === 0 ? [] : [{ quality, count }];
  });
}

/** Whether a pair has it. */
export function pairsThatAre(fleet: PageFleet, quality: Quality): (pair: number) => boolean {
  const marks = qualityMarks(fleet);
  const place = QUALITIES.indexOf(quality);
  return (pair) => (((marks[pair] ?? 0) >> place) & 1) === 1;
}

/** For each pair what it has: a bit for each quality, and there are eight. */
const qualityMarks = perFleet((fleet): Uint8Array => {
  const marks = new Uint8Array(fleet.pairs.destination.length);
  for (const [place, quality] of QUALITIES.entries())
    markPairs(fleet, testOfQuality(fleet, quality), marks, 1 << place);
  return marks;
});

/** A pin may be about some stories alone. */
function testOfPins({ destinations, stories }: PageFleet): PairTest {
  const some = destinations.flatMap(({ pin }, index) =>
    pin?.stories ? [[index, placesOf(pin, stories)] as const] : [],
  );
  return {
    destination: bits(destinations, ({ pin }: PageDestination) => pin !== null && pin.stories === null),
    stories: new Map(some),
  };
}

function placesOf({ stories: keys }: PagePin, stories: PageFleet['stories']): ReadonlySet<number> {
  return new Set([...stories.keys()].filter((index) => keys?.includes(stories[index]?.key ?? '') === true));
}

export function isOver(note: PageNote | null, at: string): boolean {
  return note !== null && isExpired(note.until, at);
}

/** The day itself still counts. */
export function isExpired(until: string | null, at: string): boolean {
  return until !== null && until < at.slice(0, 10);
}
