import type { Clock } from '../../src/tenant/clock.ts';

export type InstantClock = Clock & { readonly slept: readonly number[] };

/** A clock whose sleep takes no time but moves `now`, and which remembers how long it slept. */
export function instantClock(random = 0.5, start = Date.parse('2026-03-01T12:00:00Z')): InstantClock {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}
