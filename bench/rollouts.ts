import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleProgram } from '../scripts/bundle.ts';
import { playRollout } from '../test/support/ticks/play.ts';

/**
 * `npm run rollouts -- [destinations] [seed] [--kill]`: one change goes through a fleet of three rings, of which two pushes in
 * a hundred are refused, by runs whose clock is put forward; it ends at the first that broke a promise. With --kill
 * half of the runs are processes that are killed.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { kill: { type: 'boolean' } } });
const [destinations = '1000', seed = String(Date.now() % 1_000_000)] = positionals;
console.log(`${destinations} destinations, seed ${seed}${values.kill ? ', killed' : ''}`);
const begun = performance.now();
const program = mkdtempSync(join(tmpdir(), 'storysync-program-'));
process.once('exit', () => rmSync(program, { recursive: true }));
if (values.kill) await bundleProgram('cli', program);
const played = await playRollout({
  destinations: Number(destinations),
  seed: Number(seed),
  refused: 2,
  calls: { enrich: [], triage: ['enrich'], watch: [] },
  pauseMinutes: 300,
  batch: 10,
  ...(values.kill ? { kills: { program: join(program, 'cli.js'), most: Number.POSITIVE_INFINITY, chance: 0.5 } } : {}),
  onTick: ({ began, requests, code }, number) => {
    if (requests.length === 0) return;
    const at = new Date(began).toISOString().slice(0, 16);
    console.log(
      `run ${number} at ${at}: ${requests.length} requests, ${code === null ? 'killed' : `exit code ${code}`}`,
    );
  },
});
for (const { name, size, allowed, batch, refused, mostFailed, mostUnderWay, mostBegun } of played.rings) {
  console.log(
    `${name}: ${size} destinations, ${refused} pushes refused; of one story at once at most ${mostFailed} failed (${allowed} allowed) and ${mostUnderWay} new under way; at most ${mostBegun} of ${batch} begun in a run.`,
  );
}
const { runs, busy, killed, requests, pushes, commits, days } = played;
console.log(`${runs} runs (${busy} pushed, ${killed} killed) over ${days} days of their clock.`);
console.log(`${requests} requests, ${pushes} of them pushes; ${commits} commits of state.`);
console.log(`Every promise kept, in ${Math.round((performance.now() - begun) / 1000)} s.`);
