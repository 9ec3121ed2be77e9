import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleProgram } from '../scripts/bundle.ts';
import { race, type StartRun, type WritersOptions } from '../test/support/writers.ts';

/**
 * `npm run writers -- [rounds] [writers] [--latency MS] [--remote | --one-clone] [--no-state]`: real runs sync one new
 * destination at the same moment, round after round, and it ends at the first after which something is doubled or a report
 * is not true. In clones without a remote, which is the default, and with --no-state nobody can hold up anybody.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    latency: { type: 'string', default: '80' },
    remote: { type: 'boolean', default: false },
    'one-clone': { type: 'boolean', default: false },
    'no-state': { type: 'boolean', default: false },
  },
});
const [rounds = 20, writers = 5] = positionals.map(Number);
const place: WritersOptions['place'] = values.remote ? 'remote' : values['one-clone'] ? 'one-clone' : 'clones';
const flags = values['no-state'] ? ['--no-state'] : [];
const program = mkdtempSync(join(tmpdir(), 'storysync-program-'));
await bundleProgram('cli', program);

const inProcessOfItsOwn: StartRun = async (rig, cwd, argv) => {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(program, 'cache'), ...rig.environment };
  const child = spawn(process.execPath, ['--no-warnings', join(program, 'cli.js'), ...argv], { cwd, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, out, err };
};

const tally = new Map<string, number>();
let failed = false;
for (let round = 0; round < rounds && !failed; round += 1) {
  const latencyMs = Math.round((Number(values.latency) * (round % 5)) / 4);
  const begun = performance.now();
  const { runs, wrong } = await race({ writers, latencyMs, place, flags }, inProcessOfItsOwn);
  const codes = runs.map(({ code }) => code).join(' ');
  console.log(`round ${round + 1}: ${latencyMs} ms, exit codes ${codes}, ${Math.round(performance.now() - begun)} ms`);
  for (const words of runs.flatMap(({ pairs }) => Object.values(pairs))) tally.set(words, (tally.get(words) ?? 0) + 1);
  for (const each of wrong) console.log(`  wrong: ${each}`);
  failed = wrong.length > 0;
}
rmSync(program, { recursive: true });
for (const [words, count] of tally) console.log(`${count} × ${words}`);
process.exitCode = failed ? 1 : 0;
