import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterThan, seconds } from './clock.ts';

describe('laterThan', () => {
  it('keeps whole seconds when time has passed', () => {
    expect(laterThan('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:05.700Z'))).toBe('2026-01-01T00:00:05Z');
  });

  it('is later than what was before, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.array(fc.integer({ min: 0, max: 4e12 })), (start, clock) => {
        let last = seconds(start);
        for (const now of clock) {
          const next = laterThan(last, now);
          expect(Date.parse(next)).toBeGreaterThan(Date.parse(last));
          last = next;
        }
      }),
    );
  });
});
