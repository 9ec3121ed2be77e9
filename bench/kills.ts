import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleProgram } from '../scripts/bundle.ts';
import { aimed, dice, type KilledRun, KilledRuns } from '../test/support/killed-runs.ts';
import { killThroughLife } from '../test/support/native-kills.ts';

/**
 * `npm run kills -- [count] [seed] [--remote | --native]`: kills real runs at random, two of three at a step of theirs and one at a time of the
 * clock, and ends at the first after which the next run did not make all good. With a remote state and leases are shared.
 * With `--native` destinations that the vendor serves: count times through a life of eight steps, each killed once.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { remote: { type: 'boolean' }, native: { type: 'boolean' } },
});
const [count = '300', seed = String(Date.now() % 1_000_000)] = positionals;
const withRemote = values.remote ?? false;
console.log(`${count} kills, seed ${seed}${withRemote ? ', with a remote' : ''}`);
const begun = performance.now();
const program = mkdtempSync(join(tmpdir(), 'storysync-program-'));
process.once('exit', () => rmSync(program, { recursive: true }));
await bundleProgram('cli', program);
if (values.native) {
  const random = dice(Number(seed));
  let killed = 0;
  for (let round = 0; round < Number(count); round += 1) {
    const kills = await killThroughLife(join(program, 'cli.js'), Math.floor(random() * 1e6));
    killed += kills.filter((kill) => kill.killed).length;
  }
  console.log(
    `${killed} killed, all made good by the next run, in ${Math.round((performance.now() - begun) / 1000)} s.`,
  );
  process.exit();
}
await using runs = await KilledRuns.start(join(program, 'cli.js'), { withRemote });
const measured = await runs.measure();
const random = dice(Number(seed));
const done: KilledRun[] = [];
for (const [at, { command, moment }] of aimed(measured, { count: Number(count), seed: Number(seed) }).entries()) {
  const ms = (measured.get(command)?.ms ?? 0) * random();
  done.push(await runs.kill(command, at % 3 === 2 ? { ms } : moment));
  if (done.length % 25 === 0) console.log(`${done.length} done`);
}
runs.checkHistory();
for (const [command, { steps }] of measured) {
  const own = done.filter((run) => run.command === command);
  const killed = own.filter((run) => run.killed);
  const locks = killed.filter((run) => run.locks.length > 0);
  console.log(`${command} (${steps} steps): ${own.length} runs, ${killed.length} killed, ${locks.length} left a lock.`);
}
console.log(`All made good by the next run, in ${Math.round((performance.now() - begun) / 1000)} s.`);
