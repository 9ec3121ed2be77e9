import type { PagePast, PastEvent } from '../fleet/past.ts';
import { type Column, type Columns, columnsOf, differences, sums, valuesIn } from './columns.ts';

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

/** A past that is not taken apart before somebody looks at it: of a large fleet it has a hundred thousand events. */
export class OpenedPast {
  readonly cutShort: boolean;
  /** How many events there are; the first is the newest. */
  readonly size: number;
  readonly #at: readonly number[];
  readonly #values: ReadonlyMap<string, readonly unknown[]>;
  #places: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(text: string) {
    const { cutShort, at, events } = JSON.parse(text) as Packed;
    this.cutShort = cutShort;
    this.size = events.rows;
    this.#at = sums(at);
    this.#values = new Map(Object.entries<Column>(events.columns).map(([name, column]) => [name, valuesIn(column)]));
  }

  eventAt(place: number): PlacedEvent {
    const members = EVENT.map((name) => [name, this.#values.get(name)?.[place]]);
    return { ...(Object.fromEntries(members) as Omit<PlacedEvent, 'at'>), at: this.timeAt(place) };
  }

  timeAt(place: number): number {
    return this.#at[place] ?? 0;
  }

  /** What was recorded of one destination, newest first. */
  of(destination: number): readonly PastEvent[] {
    return this.placesOf(destination).map((place) => {
      const { destination: _, ...event } = this.eventAt(place);
      return event;
    });
  }

  /** Where its events stand among all. */
  placesOf(destination: number): readonly number[] {
    this.#places ??= Map.groupBy(Array.from({ length: this.size }).keys(), (place) => {
      return (this.#values.get('destination')?.[place] as number | undefined) ?? -1;
    });
    return this.#places.get(destination) ?? [];
  }
}

export function countEvents({ destinations }: PagePast): number {
  return destinations.reduce((sum, events) => sum + events.length, 0);
}
