import { processHost } from '../src/cli/host.ts';
import { runCommandLine } from '../src/cli/program.ts';
import { answer, usage } from './child.ts';

export type ClientRun = ReturnType<typeof usage> & {
  readonly exitCode: number;
  readonly seconds: number;
  readonly out: string;
  readonly err: string;
};

/** One run of the real command line on the real clock, as `storysync` itself does it; only the printing is caught. */
let out = '';
let err = '';
const host = processHost();
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
const exitCode = await runCommandLine(process.argv.slice(2), { ...host, terminal });
const run: ClientRun = { exitCode, seconds: (performance.now() - started) / 1000, out, err, ...usage() };
answer(run);
