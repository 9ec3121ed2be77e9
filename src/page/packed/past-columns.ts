import type { PagePast, PastEvent } from '../fleet/past.ts';
import { type Columns, columnsOf, differences, rowsFrom, sums } from './columns.ts';

type PlacedEvent = PastEvent & { readonly destination: number };

const EVENT = ['destination', 'story', 'what', 'status', 'reason', 'commit'] as const;

type Packed = { readonly cutShort: boolean; readonly at: readonly (number | null)[]; readonly events: Columns };

/** The newest events, at most so many, as the text that the page carries. */
export function packPast({ destinations, cutShort }: PagePast, most = Number.POSITIVE_INFINITY): string {
  const all = destinations
    .flatMap((events, destination) => events.map((event): PlacedEvent => ({ ...event, destination })))
    .toSorted((a, b) => b.at - a.at);
  const kept = all.slice(0, most);
  const packed: Packed = {
    cutShort: cutShort || kept.length < all.length,
    at: differences(kept.map(({ at }) => at)),
    events: columnsOf(kept, EVENT),
  };
  return JSON.stringify(packed);
}

export function unpackPast(text: string, destinations: number): PagePast {
  const { cutShort, at, events } = JSON.parse(text) as Packed;
  const times = sums(at);
  const perDestination = Array.from({ length: destinations }, (): PastEvent[] => []);
  for (const [index, { destination, ...event }] of rowsFrom<PlacedEvent>(events).entries()) {
    perDestination[destination]?.push({ ...event, at: times[index] ?? 0 });
  }
  return { destinations: perDestination, cutShort };
}

export function countEvents({ destinations }: PagePast): number {
  return destinations.reduce((sum, events) => sum + events.length, 0);
}
