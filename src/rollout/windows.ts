import type { Window } from '../model/rollout.ts';
import { addDays, localTime, momentsOf } from './local-time.ts';

/** Why nothing new may begin in a ring. */
export type Closed = {
  /** A `deny` that is in force, or the next `allow`. */
  readonly window: Window;
  /** When one opens; null where none does as far as was looked. */
  readonly until: number | null;
};

/** So often it is asked whether the next end or beginning of a window opens the ring, where there are few of them. */
const LOOKS = 1_000;
/** Each look is one at every window: who writes hundreds that never open is not told when they do. */
const WINDOWS_LOOKED_AT = 20_000;

/** Undefined when something may begin in the ring now. A `deny` beats every `allow`, and without an `allow` all is allowed. */
export function openWindow(windows: readonly Window[], ring: string, now: number): Closed | undefined {
  const own = windows.filter(({ rings }) => rings?.includes(ring) ?? true);
  const first = closedBy(own, now);
  if (!first) return undefined;
  let barrier = first;
  const looks = Math.min(LOOKS, WINDOWS_LOOKED_AT / own.length);
  for (let look = 0; look < looks; look += 1) {
    if (barrier.next === undefined) break;
    const closed = closedBy(own, barrier.next);
    if (!closed) return { window: first.window, until: barrier.next };
    barrier = closed;
  }
  return { window: first.window, until: null };
}

type Barrier = {
  readonly window: Window;
  /** Before this moment nothing changes; undefined when nothing ever does. */
  readonly next: number | undefined;
};

function closedBy(windows: readonly Window[], at: number): Barrier | undefined {
  const denies = windows.filter((window) => window.kind === 'deny' && isIn(window, at));
  const [deny] = denies;
  // Until the last of them is over, none of the others opens anything.
  if (deny) return { window: deny, next: max(denies.map((window) => endAfter(window, at))) };
  const allows = windows.filter(({ kind }) => kind === 'allow');
  if (allows.length === 0 || allows.some((window) => isIn(window, at))) return undefined;
  const starts = allows.map((window) => ({ window, next: startAfter(window, at) }));
  return starts.reduce((a, b) => ((b.next ?? Infinity) < (a.next ?? Infinity) ? b : a));
}

function isIn({ when, timeZone }: Window, at: number): boolean {
  const { date, weekday, minutes } = localTime(timeZone, at);
  if (when.kind === 'dates') return when.from <= date && date <= when.to;
  return when.days.includes(weekday) && when.from <= minutes && minutes < when.to;
}

function endAfter({ when, timeZone }: Window, at: number): number | undefined {
  if (when.kind === 'dates') return after(at, momentsOf(timeZone, addDays(when.to, 1), 0));
  return after(at, momentsOf(timeZone, localTime(timeZone, at).date, when.to));
}

function startAfter({ when, timeZone }: Window, at: number): number | undefined {
  if (when.kind === 'dates') return after(at, momentsOf(timeZone, when.from, 0));
  const today = localTime(timeZone, at);
  for (let days = 0; days <= 8; days += 1) {
    if (!when.days.includes(((today.weekday - 1 + days) % 7) + 1)) continue;
    const next = after(at, momentsOf(timeZone, addDays(today.date, days), when.from));
    if (next !== undefined) return next;
  }
  return undefined;
}

function after(at: number, moments: readonly number[]): number | undefined {
  const later = moments.filter((moment) => moment > at);
  return later.length === 0 ? undefined : Math.min(...later);
}

function max(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
