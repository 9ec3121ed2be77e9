import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf } from '../faults/switches.ts';
import { EmulatorClock, seconds, stampAfter } from './clock.ts';

const withStamps = (time_stamps: 'seconds' | 'milliseconds') => ({ switches: positionsOf({ time_stamps }) });
const COARSE = withStamps('seconds');
const times = fc.array(fc.integer({ min: 0, max: 4e12 }));

describe('stamps of changes', () => {
  it('have whole seconds, so that two changes in one second look alike', () => {
    const first = stampAfter(COARSE, '2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:05.100Z'));
    expect(first).toBe('2026-01-01T00:00:05Z');
    expect(stampAfter(COARSE, first, Date.parse('2026-01-01T00:00:05.900Z'))).toBe(first);
  });

  it('never go back, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), times, (start, clock) => {
        let last = seconds(start);
        for (const now of clock) {
          const next = stampAfter(COARSE, last, now);
          expect(Date.parse(next)).toBeGreaterThanOrEqual(Date.parse(last));
          last = next;
        }
      }),
    );
  });

  it('are never the same twice where the tenant counts milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), times, (start, clock) => {
        let last = seconds(start);
        for (const now of clock) {
          const next = stampAfter(withStamps('milliseconds'), last, now);
          expect(Date.parse(next)).toBeGreaterThan(Date.parse(last));
          last = next;
        }
      }),
    );
  });
});

describe('the clock', () => {
  it('stands still when it is stopped, can be put forward then, and goes on from there', () => {
    const clock = new EmulatorClock();
    clock.stop();
    const at = clock.now();
    clock.advance(90_000);
    expect(clock.now()).toBe(at + 90_000);
    clock.start();
    expect(clock.now()).toBeGreaterThanOrEqual(at + 90_000);
  });
});
