import type { PagePast, PastEvent } from '../fleet/past.ts';

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

export function lastChanges({ destinations }: PagePast): LastChanges | null {
  const all = destinations
    .flatMap((events, destination) => events.map((event, index) => ({ destination, event, index })))
    .toSorted((a, b) => b.event.at - a.event.at);
  const [newest] = all;
  if (newest === undefined) return null;
  const end = all.findIndex(({ event }, index) => (all[index - 1]?.event.at ?? event.at) - event.at > PAUSE);
  const last = end === -1 ? all : all.slice(0, end);
  const changes = last.map(({ destination, event, index }): LastChange => {
    const earlier = destinations[destination]?.slice(index + 1) ?? [];
    return { destination, event, was: earlier.find(({ story }) => story === event.story)?.status ?? null };
  });
  return { from: last.at(-1)?.event.at ?? newest.event.at, to: newest.event.at, changes };
}

export type LastChangeKind = 'failed' | 'recovered' | 'pushed' | 'waits';

/** In the order in which people are told. */
export const LAST_CHANGE_KINDS = ['failed', 'recovered', 'pushed', 'waits'] as const;

export function kindOfChange({ event, was }: LastChange): LastChangeKind {
  if (event.status === 'failed') return 'failed';
  if (event.status === 'requires_sync') return 'waits';
  return was === 'failed' ? 'recovered' : 'pushed';
}
