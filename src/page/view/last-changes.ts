import type { PastEvent } from '../fleet/past.ts';
import type { OpenedPast } from '../packed/past-columns.ts';

/** A run writes as it goes; a pause as long as this ends it. */
const PAUSE = 600;

export type LastChange = {
  readonly destination: number;
  readonly event: PastEvent;
  /** The status that was recorded before; null where none is known. */
  readonly was: PastEvent['status'] | null;
};

/** What the runs recorded last, up to the first pause: as good as one run, since two at once write to other destinations. */
export type LastChanges = { readonly from: number; readonly to: number; readonly changes: readonly LastChange[] };

export function lastChanges(past: OpenedPast): LastChanges | null {
  if (past.size === 0) return null;
  let end = 1;
  while (end < past.size && past.timeAt(end - 1) - past.timeAt(end) <= PAUSE) end++;
  const changes: OpenChange[] = [];
  // From the newest back, each event once: the first that is met of a pair again says what it was before.
  const latest = new Map<string, OpenChange>();
  for (let place = 0; place < past.size && (place < end || latest.size > 0); place++) {
    const { destination, ...event } = past.eventAt(place);
    const pair = `${destination} ${event.story}`;
    const later = latest.get(pair);
    if (later !== undefined) later.was = event.status;
    latest.delete(pair);
    if (place >= end) continue;
    const change: OpenChange = { destination, event, was: null };
    changes.push(change);
    latest.set(pair, change);
  }
  return { from: past.timeAt(end - 1), to: past.timeAt(0), changes };
}

/** What it was before is not met yet. */
type OpenChange = Omit<LastChange, 'was'> & { was: LastChange['was'] };

export type LastChangeKind = 'failed' | 'recovered' | 'pushed' | 'waits';

/** In the order in which people are told. */
export const LAST_CHANGE_KINDS = ['failed', 'recovered', 'pushed', 'waits'] as const;

export function kindOfChange({ event, was }: LastChange): LastChangeKind {
  if (event.status === 'failed') return 'failed';
  if (event.status === 'requires_sync') return 'waits';
  return was === 'failed' ? 'recovered' : 'pushed';
}
