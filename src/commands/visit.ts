import type { Readers } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import { notRead } from '../refresh/refresh.ts';
import type { ReadTime, TenantReader } from '../tenant/port.ts';
import type { Binding } from '../trust/bind.ts';
import type { Progress } from './ports.ts';
import { ReadTurns } from './read-turns.ts';
import { type ReadingLimits, ReadingTime } from './reading-time.ts';

export type Visits = {
  readonly tenants: Readers;
  /** For which destinations a key may be used. */
  readonly keys: Binding;
  readonly progress: Progress;
  /** Destinations side by side. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly limits: ReadingLimits;
  /** Shared by several calls: a tenant that was given up in one of them is not asked in the next. */
  readonly turns?: ReadTurns;
  /** Ends reading at once: what was not read is not reached. */
  readonly stop?: AbortSignal;
};

/** What a destination can be asked with, or why it is not asked. */
export type Access =
  | { readonly kind: 'reader'; readonly reader: TenantReader; readonly time: ReadTime }
  | { readonly kind: 'not_read'; readonly cause: DestinationFact }
  /** No key may be used for it. */
  | { readonly kind: 'unbound'; readonly why: string };

/** Asks for what a destination can be asked with: the key is fetched, and the time for reading begins. */
export type Enter = <T>(destination: Destination, use: (access: Access) => Promise<T>) => Promise<T>;

/** What came of one destination, and the line that tells so while the run goes on. */
export type Visited<T> = { readonly result: T; readonly line: string };

/**
 * Visits destinations side by side, a few of each tenant at a time, each within its time: a slow one holds up nobody.
 * Nothing on this path can write.
 */
export async function visitEach<T>(
  destinations: readonly Destination[],
  visits: Visits,
  visit: (destination: Destination, enter: Enter) => Promise<Visited<T>>,
): Promise<readonly T[]> {
  const { progress, concurrency, clock, limits, stop, turns = new ReadTurns(concurrency) } = visits;
  progress.begin('plan', destinations.length);
  const time = new ReadingTime(clock, limits, stop);
  const enter: Enter = (destination, use) => enterOne(destination, use, visits, { turns, time });
  const one = async (destination: Destination): Promise<T> => {
    progress.start?.(destination.name);
    const { result, line } = await visit(destination, enter);
    progress.advance(destination.name, line);
    return result;
  };
  try {
    return await Promise.all(destinations.map((each) => turns.take(each.tenantUrl, () => one(each))));
  } finally {
    time.close();
    progress.end();
  }
}

async function enterOne<T>(
  destination: Destination,
  use: (access: Access) => Promise<T>,
  { keys, tenants }: Visits,
  { turns, time }: { readonly turns: ReadTurns; readonly time: ReadingTime },
): Promise<T> {
  const bound = keys.of(destination);
  if (!bound.ok) return use({ kind: 'unbound', why: bound.error });
  const failure = turns.givenUp(destination.tenantUrl);
  if (failure) return use({ kind: 'not_read', cause: notRead(failure, destination) });
  if (time.signal.aborted) return use({ kind: 'not_read', cause: { kind: 'interrupted' } });
  const own = time.ofOne();
  try {
    const reader = await tenants.reader(bound.value, own);
    if (!reader.ok) return await use({ kind: 'not_read', cause: reader.error });
    const result = await use({ kind: 'reader', reader: reader.value, time: own });
    turns.record(destination.tenantUrl, !own.isOver);
    return result;
  } finally {
    own.close();
  }
}
