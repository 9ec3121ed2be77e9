import { systemClock } from '../../src/clock/system-clock.ts';
import type { Clock } from '../../src/model/clock.ts';

export type InstantClock = Clock & { readonly slept: readonly number[] };

/** A clock whose sleep takes no time but moves it on, and which remembers how long it slept. */
export function instantClock(start = '2026-03-01T12:00:00Z'): InstantClock {
  const slept: number[] = [];
  let elapsed = 0;
  return {
    slept,
    now: () => new Date(Date.parse(start) + elapsed),
    elapsed: () => elapsed,
    sleep: async (ms) => {
      slept.push(ms);
      elapsed += ms;
    },
  };
}

/** The real time, for servers that have theirs; only nobody waits for anything. */
export const impatientClock: Clock = { ...systemClock, sleep: async () => {} };
