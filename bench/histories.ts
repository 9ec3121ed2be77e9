import fc from 'fast-check';
import { histories, playHistory } from '../test/support/rollout/histories.ts';

/** `npm run histories -- [histories] [seed]`: random histories of a rollout against its model, until one breaks a rule. */
const [count = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${count} histories, seed ${seed}`);
const begun = Date.now();
const told = { steps: 0, runs: 0 };
const counted = fc.asyncProperty(histories, async (history) => {
  told.steps += history.steps.length;
  told.runs += await playHistory(history);
});
await fc.assert(counted, { numRuns: Number(count), seed: Number(seed) });
const seconds = Math.round((Date.now() - begun) / 1000);
console.log(`All rules kept in ${told.steps} steps and ${told.runs} runs, in ${seconds} s.`);
