import fc from 'fast-check';
import { describe, it } from 'vitest';
import { histories, playHistory } from '../../test/support/rollout/histories.ts';

describe('a rollout', () => {
  it('keeps its rules at each write, whatever happens to git, tenants, state, clock and runs, and everybody gets there', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => void (await playHistory(history))),
      { numRuns: 1_000, seed: 13 },
    );
  });
});
