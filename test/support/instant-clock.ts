import { systemClock } from '../../src/clock/system-clock.ts';
import type { Clock } from '../../src/model/clock.ts';

export type InstantClock = Clock & { readonly slept: readonly number[] };

/** A clock whose sleep takes no time but moves it on, and which remembers how long it slept. */
export function instantClock(start = '2026-03-01T12:00:00Z'): InstantClock {
  const slept: number[] = [];
  let elapsed = 0;
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  return {
    slept,
    now: () => new Date(Date.parse(start) + elapsed),
    elapsed: () => elapsed,
    sleep: async (ms) => {
      slept.push(ms);
      elapsed += ms;
      for (const alarm of alarms) {
        if (alarm.at > elapsed) continue;
        alarms.delete(alarm);
        alarm.ring();
      }
    },
    alarm: (ms, ring) => {
      const alarm = { at: elapsed + ms, ring };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
  };
}

/** Waits are real, for runs of which one waits for another, but a twentieth as long: without any it would ask all the time. */
export const hurriedClock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / 20, signal) };

/** The real time, for servers that have theirs; only nobody waits for anything. */
export const impatientClock: Clock = { ...systemClock, sleep: async () => {} };

/** It is this time, while nobody waits for anything. */
export function clockAt(time: string): Clock {
  return { ...impatientClock, now: () => new Date(time) };
}
