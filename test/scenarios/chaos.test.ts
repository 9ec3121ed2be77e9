import fc from 'fast-check';
import { expect, it } from 'vitest';
import { play, scriptsUpTo } from '../support/chaos/scripts.ts';

// A taste of `npm run chaos`, which plays as many as there is time for.
it.concurrent.each([1, 2])('whatever author and customers do, every run keeps its promises (seed %i)', async (seed) => {
  const played = await fc.check(fc.asyncProperty(scriptsUpTo(8), play), { seed, numRuns: 1, endOnFailure: true });
  expect(played.failed ? String(played.errorInstance) : '').toBe('');
});
