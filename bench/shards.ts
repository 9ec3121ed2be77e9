import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleProgram } from '../scripts/bundle.ts';
import type { JsonObject } from '../src/json/value.ts';
import { type ShardRun, ShardRuns, STORY_COUNT } from '../test/support/shard-runs.ts';

/**
 * `npm run shards -- [destinations] [--latency MS] [--concurrency N]`: one fleet, one remote, and shards that are processes in clones of
 * their own. Ten sync it, ten find nothing to do, one change goes out by 1, 2, 5 and 10 of them, and one of ten is killed at
 * work and made good by the next round. It ends at the first total that is not exact.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { latency: { type: 'string', default: '150' }, concurrency: { type: 'string', default: '2' } },
});
const destinations = Number(positionals[0] ?? 20);
const pairs = destinations * STORY_COUNT;
const MOST = 10;
const program = mkdtempSync(join(tmpdir(), 'storysync-program-'));
process.once('exit', () => rmSync(program, { recursive: true }));
await bundleProgram('cli', program);
const fleet = { destinations, latencyMs: Number(values.latency), concurrency: Number(values.concurrency) };
await using shards = await ShardRuns.start(join(program, 'cli.js'), fleet);
console.log(
  `${destinations} destinations × ${STORY_COUNT} stories; ${fleet.concurrency} at a time in each process; up to ${fleet.latencyMs} ms each way`,
);

function insist(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

type Totals = {
  readonly synced: number;
  readonly failed: number;
  readonly requires_sync: number;
  readonly did: { readonly [did: string]: number };
};

function totalsOf({ totals }: JsonObject): Totals {
  return totals as Totals;
}

/** A round in which all goes well: everybody is told of once, and as done. */
async function goodRound(
  what: string,
  of: number,
  did: 'created' | 'updated' | 'unchanged',
  count: number,
): Promise<number> {
  const begun = performance.now();
  const runs = await shards.round(of);
  const seconds = (performance.now() - begun) / 1000;
  insist(
    `${what}: exit codes`,
    runs.map(({ run }) => run.code),
    runs.map(() => 0),
  );
  const report = await shards.report(runs);
  const { synced, did: done } = totalsOf(report.json);
  insist(`${what}: the report`, [report.code, synced, done[did]], [0, pairs, count]);
  insist(`${what}: recorded destinations`, shards.recorded(), destinations);
  const writes = (await shards.rig.takeWrites()).length;
  console.log(
    `${what}: ${of} ${of === 1 ? 'process' : 'processes'}, ${seconds.toFixed(1)} s, ${synced} synced, ${count} ${did}, ${writes} writes`,
  );
  return seconds;
}

await goodRound('first sync', MOST, 'created', pairs);
await goodRound('second round', MOST, 'unchanged', pairs);
let alone: number | undefined;
for (const [round, of] of [1, 2, 5, MOST].entries()) {
  shards.change(round + 1);
  const seconds = await goodRound('one change', of, 'updated', destinations);
  alone ??= seconds;
  console.log(`  ${(seconds / alone).toFixed(2)} of the time that one process took`);
}

shards.change(9);
const lost = `3/${MOST}`;
const runs: readonly ShardRun[] = await shards.roundWithKill(MOST, lost);
insist(
  'killed',
  runs.flatMap(({ shard, run }) => (run.code === null ? [shard] : [])),
  [lost],
);
const told = await shards.report(runs);
const { synced, failed, requires_sync: waiting } = totalsOf(told.json);
insist(
  'the report of a killed shard',
  [told.code, told.json.missing_shards, failed, synced + waiting],
  [1, [lost], 0, pairs],
);
console.log(`killed: ${lost}; the report says so: ${synced} synced, ${waiting} not reached`);
const begun = performance.now();
const repaired = await shards.round(MOST);
const seconds = (performance.now() - begun) / 1000;
const after = await shards.report(repaired);
insist('the next round', [after.code, totalsOf(after.json).synced], [0, pairs]);
console.log(`next round: ${pairs} synced, ${seconds.toFixed(1)} s`);
