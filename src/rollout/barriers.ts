import type { RolloutBarrier, RolloutFact, RolloutRecord } from '../model/rollout.ts';
import type { FleetPair } from './fleet.ts';
import { passedAt } from './passings.ts';
import type { RingTallies } from './ring-tallies.ts';
import { type Closed, openWindow } from './windows.ts';

/** All that a pair is held against at one moment. */
export type Moment = {
  readonly tallies: RingTallies;
  readonly record: RolloutRecord;
  readonly now: number;
  /** Why a ring's windows are closed at a time. */
  readonly closedAt: (ring: string, at: number) => Closed | undefined;
};

/** Many pairs ask after the windows of the same few rings. */
export function windowsOf(tallies: RingTallies, windows: Parameters<typeof openWindow>[0]): Moment['closedAt'] {
  const known = new Map<string, Closed | undefined>();
  return (ring, at) => {
    // Windows begin and end at whole minutes, wherever the clock hangs.
    const minute = Math.floor(at / 60_000);
    const id = `${minute} ${ring}`;
    if (known.has(id)) return known.get(id);
    if (known.size > 4 * tallies.rings.length) known.clear();
    const closed = openWindow(windows, ring, at);
    known.set(id, closed);
    return closed;
  };
}

/** Whether the ring before lets a ring begin with a story. */
export type Opening =
  | { readonly kind: 'open' }
  | { readonly kind: 'not_passed'; readonly before: number }
  /** In milliseconds since 1970. */
  | { readonly kind: 'soaks'; readonly before: number; readonly ends: number };

export function openingOf(story: Pick<FleetPair, 'key' | 'content'>, ring: number, moment: Moment): Opening {
  const { tallies, record, now } = moment;
  const before = tallies.before(story.key, ring);
  if (before === undefined) return { kind: 'open' };
  const passed = passedAt(tallies, record, story, before, now);
  if (passed === undefined) return { kind: 'not_passed', before };
  const ends = passed + (tallies.rings[ring]?.soak ?? 0);
  return now >= ends ? { kind: 'open' } : { kind: 'soaks', before, ends };
}

/** What keeps a pair back, itself and alone: neither the batch of its ring nor a story that it calls. */
export function barrierOf(pair: FleetPair, moment: Moment, mayPassInThisRun: boolean): RolloutFact | undefined {
  const { tallies, now, closedAt } = moment;
  const ring = tallies.indexOf(pair.ring);
  const halt = pair.standing === 'open' ? tallies.haltedBy(pair, ring) : undefined;
  if (halt !== undefined) {
    const failedRing = nameOf(tallies, halt);
    return waitFact(pair, { kind: 'failures', failedRing, ...tallies.counts(pair, halt) }, null);
  }
  const opening = pair.wasThere ? { kind: 'open' as const } : openingOf(pair, ring, moment);
  if (opening.kind === 'not_passed' && !mayPassInThisRun) {
    const before = nameOf(tallies, opening.before);
    return waitFact(pair, { kind: 'ring', before, ...tallies.counts(pair, opening.before) }, null);
  }
  if (opening.kind === 'soaks') {
    const soak = tallies.rings[ring]?.soak ?? 0;
    const by = { kind: 'soak', before: nameOf(tallies, opening.before), soak } as const;
    return waitFact(pair, by, firstOpen(pair.ring, opening.ends, closedAt));
  }
  const closed = closedAt(pair.ring, now);
  return closed && waitFact(pair, { kind: 'window', window: closed.window }, closed.until);
}

/** The first moment, from this one on, at which a window is open. */
export function firstOpen(ring: string, at: number, closedAt: Moment['closedAt']): number | null {
  const closed = closedAt(ring, at);
  return closed ? closed.until : at;
}

export function waitFact({ ring }: Pick<FleetPair, 'ring'>, by: RolloutBarrier, until: number | null): RolloutFact {
  return { kind: 'rollout_waits', ring, by, until: until === null ? null : new Date(until).toISOString() };
}

function nameOf({ rings }: RingTallies, ring: number): string {
  return rings[ring]?.name ?? '';
}
