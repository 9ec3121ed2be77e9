import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { bundleProgram } from '../scripts/bundle.ts';

/** Two programs, ours as it is shipped: ours, and the one that does nothing but the calls. */
export type Programs = { readonly ours: string; readonly raw: string; readonly folder: string };

export async function buildPrograms(folder: string): Promise<Programs> {
  await bundleProgram('cli', folder);
  const raw = join(folder, 'raw.js');
  const build = await rolldown({ input: join(import.meta.dirname, 'raw-process.ts'), platform: 'node' });
  await build.write({ file: raw, format: 'esm', codeSplitting: false });
  await build.close();
  return { ours: join(folder, 'cli.js'), raw, folder };
}

/** What one process took from its start to its end, as the operating system counts it. */
export type ProcessRun = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly exitCode: number | null;
  readonly out: string;
};

export type ProcessOptions = {
  readonly directory: string;
  readonly environment?: { readonly [name: string]: string };
  readonly flags?: readonly string[];
};

/**
 * In the program itself, since nobody else can ask for it; it costs nothing before the end. The peak is that of the
 * program's own memory: `maxRSS` begins, on Linux, with what its parent had when it forked.
 */
const AT_ITS_END = `import{readFileSync,writeFileSync}from'node:fs';process.on('exit',()=>{const used=process.resourceUsage();
let peak=used.maxRSS;try{peak=Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1])}catch{}
writeFileSync(process.env.BENCH_USAGE,JSON.stringify({...used,maxRSS:peak}))})`;

export async function runProgram(
  program: string,
  args: readonly string[],
  { directory, environment = {}, flags = [] }: ProcessOptions,
): Promise<ProcessRun> {
  const usage = join(directory, '.git', 'bench-usage.json');
  const atItsEnd = `data:text/javascript,${encodeURIComponent(AT_ITS_END)}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', '--import', atItsEnd, ...flags, program, ...args], {
    cwd: directory,
    env: { ...process.env, CI: '', ...environment, BENCH_USAGE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  const took = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
  return {
    seconds,
    cpuSeconds: (took.userCPUTime + took.systemCPUTime) / 1e6,
    peakMegabytes: took.maxRSS / 1024,
    exitCode,
    out: Buffer.concat(pieces).toString(),
  };
}
