import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { ProcessRun } from './programs.ts';
import { count, table } from './report.ts';

const RESULTS = join(import.meta.dirname, 'RESULTS.md');
const TITLE = '## Beside a raw client';

type Pair<T> = { readonly ours: T; readonly raw: T };

export type BesideRow = Pair<readonly ProcessRun[]> & { readonly title: string; readonly calls: number };

export type BesideFacts = {
  readonly destinations: number;
  readonly stories: number;
  readonly latencyMs: number;
  readonly rounds: number;
  readonly signed: boolean;
  readonly cold: Pair<ProcessRun>;
};

export function besideSection(rows: readonly BesideRow[], facts: BesideFacts): string {
  const { destinations, stories, latencyMs, rounds, signed, cold } = facts;
  const flags = [`--destinations ${destinations} --stories ${stories} --latency ${latencyMs} --rounds ${rounds}`];
  if (signed) flags.push('--state-key');
  return `${titleOf(facts)}

\`npm run beside -- ${flags.join(' ')} --write\`: ${count(destinations)} destinations that differ, each a tenant of its own, ${stories} stories each;
every answer after ${latencyMs} ms, from an emulator in a process of its own on the same cores; objects of git in a pack${signed ? ', state signed' : ''}. The raw client
makes the same calls with the same number in flight and looks at no answer. Middle of ${rounds} rounds. Starting a program that does nothing
takes ${milliseconds(cold.ours.seconds)} (${milliseconds(cold.ours.cpuSeconds)} CPU, ${cold.ours.peakMegabytes.toFixed(0)} MB), the raw one ${milliseconds(cold.raw.seconds)} (${milliseconds(cold.raw.cpuSeconds)} CPU, ${cold.raw.peakMegabytes.toFixed(0)} MB), and is taken off seconds and CPU; peaks are whole.
Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores.

${table(
  ['run', 'calls', 'seconds', 'raw', 'ratio', 'CPU, s', 'raw', 'ratio', 'peak MB', 'raw'],
  rows.map((row) => {
    const seconds = figures(row, cold, (run) => run.seconds);
    const cpu = figures(row, cold, (run) => run.cpuSeconds);
    const peaks = [row.ours, row.raw].map((runs) => middle(runs.map((run) => run.peakMegabytes)).toFixed(0));
    return [row.title, count(row.calls), ...seconds, ...cpu, ...peaks];
  }),
)}`;
}

/** What other benches measured, and `npm run bench` keeps as it stands. */
const KEPT = [TITLE, '## The page of a fleet', '## Shards'];

export function keptSections(): readonly string[] {
  const sections = readFileSync(RESULTS, 'utf8').split(/^(?=## )/m);
  return sections.filter((each) => KEPT.some((title) => each.startsWith(title))).map((each) => `${each.trimEnd()}\n`);
}

/** Puts the section in the place of the one for the same size; a new one comes before the literals, the last of the file. */
export function replaceSection(section: string): void {
  const sections = readFileSync(RESULTS, 'utf8').split(/^(?=## )/m);
  const [title = ''] = section.split('\n', 1);
  const at = sections.findIndex((each) => each.startsWith(`${title}\n`));
  const text = `${section.trimEnd()}\n\n`;
  if (at === -1) sections.splice(-1, 0, text);
  else sections[at] = text;
  writeFileSync(RESULTS, `${sections.join('').trimEnd()}\n`);
}

function titleOf({ destinations, stories, signed }: BesideFacts): string {
  return `${TITLE}: ${count(destinations)} × ${stories}${signed ? ', signed' : ''}`;
}

function figures(row: BesideRow, cold: Pair<ProcessRun>, of: (run: ProcessRun) => number): readonly string[] {
  const ours = middle(row.ours.map(of)) - of(cold.ours);
  const raw = middle(row.raw.map(of)) - of(cold.raw);
  return [ours.toFixed(2), raw.toFixed(2), `${(ours / raw).toFixed(1)} x`];
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`;
}
