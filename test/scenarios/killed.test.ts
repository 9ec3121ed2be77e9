import { expect, it } from 'vitest';
import { aimed, KilledRuns } from '../support/killed-runs.ts';
import { programFile } from '../support/program.ts';

// Three hundred of them, and others by the clock, are killed by "npm run kills".
it('a run that is killed at any step leaves nothing to do by hand, nothing double, nothing lost', async () => {
  await using runs = await KilledRuns.start(await programFile());
  const measured = await runs.measure();
  const moments = aimed(measured, { count: 6, seed: 20_261_128 });
  const killed = [];
  for (const { command, moment } of moments) killed.push(await runs.kill(command, moment));
  runs.checkHistory();
  expect(killed).toHaveLength(6);
  expect(killed.filter((run) => run.killed).length).toBeGreaterThanOrEqual(5);
  // Kills that fall beside every lock would prove little.
  expect(killed.filter((run) => run.locks.length > 0).length).toBeGreaterThanOrEqual(2);
});
