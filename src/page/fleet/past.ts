import type { StateContent } from '../../model/destination-state.ts';
import type { Reason, SyncStatus } from '../../model/status.ts';
import { unixSeconds } from './fleet-of.ts';

/** Something that was recorded of a pair: that it got another status, or that it was pushed. */
export type PastEvent = {
  readonly story: string;
  /** Unix seconds. */
  readonly at: number;
  readonly what: 'status' | 'push';
  readonly status: SyncStatus;
  readonly reason: Reason | null;
  /** Source commit. */
  readonly commit: string | null;
};

/** What was recorded of each destination, by its place in the fleet; newest first. */
export type PagePast = {
  readonly destinations: readonly (readonly PastEvent[])[];
  /** Older records stand on the state branch, and were not read or have no room here. */
  readonly cutShort: boolean;
};

/**
 * What the records of one destination tell of its past. Each holds since when each story is as it is, so the same event stands
 * in many of them; it is told once.
 */
export function pastOf(records: readonly Pick<StateContent, 'last' | 'stories'>[]): readonly PastEvent[] {
  const events = new Map<string, PastEvent>();
  const add = (event: PastEvent): void => {
    const { story, at, what, status } = event;
    if (at >= 0) events.set([at, what, status, story].join('\n'), event);
  };
  // Oldest first, and a push before what it led to: of what has one second, that is the order in which it was.
  for (const { last, stories } of records.toReversed()) {
    for (const [story, { syncedAt, status, reason, commit }] of Object.entries(stories)) {
      add({ story, at: unixSeconds(syncedAt), what: 'push', status, reason, commit: commit ?? null });
    }
    for (const [story, { status, reason, at, commit }] of Object.entries(last)) {
      add({ story, at: unixSeconds(at), what: 'status', status, reason, commit: commit ?? null });
    }
  }
  const inOrder = [...events.values()].toSorted((a, b) => a.at - b.at);
  const echoes = new Set([...Map.groupBy(inOrder, ({ story }) => story).values()].flatMap(echoesIn));
  return inOrder.filter((event) => !echoes.has(event)).toReversed();
}

/** A push tells how it ended; that the pair has this status from then on is no second event. */
function echoesIn(inOrder: readonly PastEvent[]): readonly PastEvent[] {
  return inOrder.filter(({ what, status }, index) => {
    const before = inOrder[index - 1];
    return what === 'status' && before?.what === 'push' && before.status === status;
  });
}
