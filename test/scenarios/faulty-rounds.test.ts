import { expect, it } from 'vitest';
import { FaultyRounds } from '../support/faulty-rounds.ts';

// Twenty thousand of them meet "npm run faults".
it('every status is true, whatever fault each request meets', async () => {
  await using rounds = await FaultyRounds.start(20_261_129);
  await rounds.play();
  expect(rounds.met).toBeGreaterThan(20);
  expect([...rounds.told.keys()].some((words) => words.startsWith('failed'))).toBe(true);
});
