import fc from 'fast-check';
import { play, scriptsUpTo } from '../test/support/chaos/scripts.ts';

/** `npm run chaos -- [scripts] [seed]`: plays random scripts until one breaks a promise, then finds the shortest that does. */
const [count = '100', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${count} scripts, seed ${seed}`);
const begun = Date.now();
await fc.assert(fc.asyncProperty(scriptsUpTo(15), play), { numRuns: Number(count), seed: Number(seed) });
console.log(`All promises kept, in ${Math.round((Date.now() - begun) / 1000)} s.`);
