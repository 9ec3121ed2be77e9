import { expect, it } from 'vitest';
import type { Clock } from '../model/clock.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { RateLimiter } from './rate-limiter.ts';

function quickClock(): Clock {
  let at = 0;
  return {
    now: () => new Date(at),
    elapsed: () => at,
    sleep: (ms) => {
      at += ms;
      return Promise.resolve();
    },
    alarm: () => () => {},
  };
}

it('excuses no tenant that answers one request and limits the next for ever', async () => {
  const clock = quickClock();
  const limiter = new RateLimiter(DEFAULT_LIMITS, clock);
  for (let request = 0; request < 40; request++) {
    limiter.slowDown('default', { sentAt: clock.elapsed(), waitMs: 120_000 });
    await limiter.run('default', undefined, async () => limiter.answered());
  }
  expect(clock.elapsed()).toBeGreaterThanOrEqual(40 * 120_000);
  expect(limiter.ownWaits.total()).toBeLessThan(DEFAULT_LIMITS.limitedExcuseMs + 130_000);
});
