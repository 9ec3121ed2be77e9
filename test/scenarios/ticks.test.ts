import { expect, it } from 'vitest';
import { programFile } from '../support/program.ts';
import { playRollout } from '../support/ticks/play.ts';

// A thousand destinations, with and without kills: "npm run rollouts".
it('a change reaches the whole fleet by runs of which two are killed, ring after ring, within budget and batch, and nothing twice', async () => {
  const played = await playRollout({
    destinations: 24,
    seed: 20_261_129,
    refused: 10,
    calls: { enrich: [], triage: ['enrich'] },
    pauseMinutes: 400,
    batch: 34,
    kills: { program: await programFile(), most: 2, chance: 1 },
  });
  expect(played.killed).toBe(2);
  // Where nothing is ever refused no budget is put to the test.
  expect(played.rings.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(0);
});
