import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BesideRow, besideSection, replaceSection } from './beside-report.ts';
import { callsIn, Fleet } from './fleet.ts';
import { buildPrograms, type ProcessRun, runProgram } from './programs.ts';
import { differing } from './tenants.ts';

/**
 * `npm run beside`: the command line beside a client that makes the same calls and does nothing else, in turn, each as a
 * process of its own. `--write` puts the section for this size into RESULTS.md; `--profile` leaves a profile of each row.
 */
const { values: asked } = parseArgs({
  options: {
    destinations: { type: 'string', default: '30' },
    stories: { type: 'string', default: '5' },
    latency: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: 'plan,refresh,change' },
    'state-key': { type: 'boolean', default: false },
    profile: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(asked.rounds);
const size = {
  destinations: Number(asked.destinations),
  stories: Number(asked.stories),
  latencyMs: Number(asked.latency),
  processPerRun: true,
};

const folder = mkdtempSync(join(tmpdir(), 'storysync-beside-'));
const programs = await buildPrograms(folder);
await using fleet = await Fleet.open(size, differing(size.destinations));
const environment = {
  ...fleet.keys,
  BENCH_CALLS: join(folder, 'calls.json'),
  ...(asked['state-key'] ? { STORYSYNC_STATE_KEY: 'a-key-of-the-bench-that-is-long-enough' } : {}),
};
const wanted = asked.rows.split(',');

const noCalls = join(folder, 'no-calls.json');
writeFileSync(noCalls, '[]');
const cold = { ours: await coldStart(programs.ours, ['--version']), raw: await coldStart(programs.raw, [noCalls]) };
await ours(['sync', '--quiet']);
await fleet.setByCustomers();
await fleet.later();
// What was read along with a push is too young to be trusted: this one looks once more.
await ours(['sync', '--quiet']);
fleet.pack();
const rows: BesideRow[] = [];
const tell = (row: BesideRow): BesideRow => {
  // A large fleet takes minutes a row.
  console.error(`${row.title}: ours ${JSON.stringify(row.ours.map(brief))}, raw ${JSON.stringify(row.raw.map(brief))}`);
  return row;
};
if (wanted.includes('plan')) rows.push(tell(await reading('Plan, nothing changed', ['plan', '--quiet'])));
if (wanted.includes('refresh')) rows.push(tell(await reading('Plan, --refresh', ['plan', '--quiet', '--refresh'])));
if (wanted.includes('change')) rows.push(tell(await changing('Sync of a change to one story', ['sync', '--quiet'])));
const section = besideSection(rows, { ...size, cold, rounds, signed: asked['state-key'] });
console.log(section);
if (asked.write) replaceSection(section);
rmSync(folder, { recursive: true });

async function reading(title: string, args: readonly string[]): Promise<BesideRow> {
  await record(args);
  await profiled(title, args);
  const runs = { ours: [] as ProcessRun[], raw: [] as ProcessRun[] };
  const seen: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const done = await fleet.watch(() => ours(args));
    runs.ours.push(done.result);
    const bare = await fleet.watch(raw);
    runs.raw.push(bare.result);
    seen.push(callsIn(done.traffic), callsIn(bare.traffic));
  }
  return { title, ...runs, calls: same(title, seen) };
}

/** The raw client sends what stands there by then: the content stays as state has it. */
async function changing(title: string, args: readonly string[]): Promise<BesideRow> {
  fleet.changeOneStory();
  const recorded = await fleet.watch(() => record(args));
  const runs = { ours: [] as ProcessRun[], raw: [] as ProcessRun[] };
  const seen = [callsIn(recorded.traffic)];
  for (let round = 0; round < rounds; round++) {
    const bare = await fleet.watch(raw);
    runs.raw.push(bare.result);
    seen.push(callsIn(bare.traffic));
  }
  for (let round = 0; round < rounds; round++) {
    await fleet.later();
    await ours(['sync', '--quiet']);
    fleet.pack();
    if (round % 2 === 0) fleet.changeBack();
    else fleet.changeOneStory();
    const isLast = round === rounds - 1 && asked.profile !== undefined;
    const done = await fleet.watch(() => ours(args));
    runs.ours.push(done.result);
    seen.push(callsIn(done.traffic));
    if (isLast) {
      await fleet.later();
      await ours(['sync', '--quiet']);
      fleet.pack();
      if (round % 2 === 0) fleet.changeOneStory();
      else fleet.changeBack();
      await profiled(title, args);
    }
  }
  return { title, ...runs, calls: same(title, seen) };
}

function brief({ seconds, cpuSeconds, peakMegabytes }: ProcessRun): readonly number[] {
  return [seconds, cpuSeconds, peakMegabytes].map((figure) => Math.round(figure * 100) / 100);
}

function same(title: string, counts: readonly number[]): number {
  const [first = 0] = counts;
  if (counts.some((count) => count !== first)) throw new Error(`${title}: calls differ: ${counts.join(', ')}`);
  return first;
}

async function ours(args: readonly string[], flags: readonly string[] = []): Promise<ProcessRun> {
  const run = await runProgram(programs.ours, args, { directory: fleet.dir, environment, flags });
  if (run.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${run.exitCode}: ${run.out.slice(0, 2000)}`);
  return run;
}

async function raw(): Promise<ProcessRun> {
  const run = await runProgram(programs.raw, [environment.BENCH_CALLS], { directory: fleet.dir });
  if (run.exitCode !== 0) throw new Error(`the raw client ended with ${run.exitCode}: ${run.out.slice(0, 2000)}`);
  return run;
}

function record(args: readonly string[]): Promise<ProcessRun> {
  return ours(args, ['--import', join(import.meta.dirname, 'record-process.ts')]);
}

async function profiled(title: string, args: readonly string[]): Promise<void> {
  if (asked.profile === undefined) return;
  const name = `${title.replaceAll(/[^a-zA-Z]+/g, '-')}.cpuprofile`;
  await ours(args, ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`, `--cpu-prof-name=${name}`]);
}

/** The middle of several, since it is taken off every figure. */
async function coldStart(program: string, args: readonly string[]): Promise<ProcessRun> {
  const runs: ProcessRun[] = [];
  for (let round = 0; round < 5; round++) runs.push(await runProgram(program, args, { directory: fleet.dir }));
  return runs.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds)[2] as ProcessRun;
}
