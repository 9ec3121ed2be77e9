import { processHost } from '../src/cli/host.ts';
import { runCommandLine } from '../src/cli/program.ts';
import { type Usage, usage } from './child.ts';

export type ClientRun = Usage & {
  readonly exitCode: number;
  readonly seconds: number;
  readonly out: string;
  readonly err: string;
};

/** Runs of the real command line on the real clock, as `storysync` itself does them; only the printing is caught. */
process.on('message', (argv) => {
  void run(argv as readonly string[]).then((done) => process.send?.(done));
});

async function run(argv: readonly string[]): Promise<ClientRun> {
  let out = '';
  let err = '';
  const before = usage().cpuSeconds;
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    outIsTty: false,
    errIsTty: false,
    environment: process.env,
  };
  const started = performance.now();
  const exitCode = await runCommandLine(argv, { ...processHost(), terminal });
  const seconds = (performance.now() - started) / 1000;
  const { cpuSeconds, peakMegabytes } = usage();
  return { exitCode, seconds, out, err, cpuSeconds: cpuSeconds - before, peakMegabytes };
}
