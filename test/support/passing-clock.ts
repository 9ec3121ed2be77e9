import type { Clock } from '../../src/model/clock.ts';
import type { Rig } from './rig.ts';

/** Milliseconds of real time in which whatever is under way comes to its end. */
const IN_FLIGHT_MS = 25;

/**
 * One time for runs and tenants. It stands still while anything is under way, and is put forward, to the next moment that
 * somebody waits for, once all do nothing but wait.
 */
export function passingClock(rig: Rig): Clock {
  const start = Date.parse('2026-03-01T12:00:00Z');
  const due = new Set<{ readonly at: number; readonly ring: () => void; readonly moves: boolean }>();
  let elapsed = 0;
  let timer: NodeJS.Timeout | undefined;
  const pass = async (): Promise<void> => {
    timer = undefined;
    // Alarms alone move no time: nobody waits for them.
    const next = Math.min(...[...due].filter(({ moves }) => moves).map(({ at }) => at));
    if (!Number.isFinite(next)) return;
    if (next > elapsed) await rig.control('POST', 'clock', { advance_ms: Math.ceil(next - elapsed) });
    elapsed = Math.max(elapsed, next);
    for (const each of [...due].filter(({ at }) => at <= elapsed)) {
      due.delete(each);
      each.ring();
    }
    await restart();
  };
  const restart = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => void pass(), IN_FLIGHT_MS);
  };
  const add = (ms: number, ring: () => void, moves: boolean): (() => void) => {
    const entry = { at: elapsed + ms, ring, moves };
    due.add(entry);
    void restart();
    return () => due.delete(entry);
  };
  return {
    now: () => new Date(start + elapsed),
    elapsed: () => elapsed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const cancel = add(ms, resolve, true);
        signal?.addEventListener('abort', () => {
          cancel();
          resolve();
        });
      }),
    alarm: (ms, ring) => add(ms, ring, false),
  };
}
