import { FaultyRounds } from '../test/support/faulty-rounds.ts';

/** `npm run faults -- [count] [seed]`: syncs until so many requests have met a fault, and ends at the first status that is not true. */
const [count = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${count} faults, seed ${seed}`);
const begun = performance.now();
await using rounds = await FaultyRounds.start(Number(seed));
let played = 0;
while (rounds.met < Number(count)) {
  await rounds.play();
  played += 1;
  if (played % 50 === 0) console.log(`${played} rounds, ${rounds.met} faults`);
}
for (const [words, times] of [...rounds.told].toSorted(([, one], [, other]) => other - one))
  console.log(`${times} × ${words}`);
console.log(
  `Every status true: ${played} rounds, ${rounds.met} faults, ${Math.round((performance.now() - begun) / 1000)} s.`,
);
