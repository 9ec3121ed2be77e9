import type { CheckRun } from '../github/check-run.ts';
import type { Job } from '../job.ts';
import type { CheckConclusion, CheckOutput } from '../ports.ts';
import type { Mark } from './annotations.ts';
import type { OutputContext } from './check-output.ts';
import { type OutputSources, outputsOf } from './outputs.ts';
import { selectAnnotations } from './select-annotations.ts';
import { jobSummary, writeJobSummary } from './summary.ts';

/** A finished run, published everywhere that people and later steps look. */
export type Publication = {
  readonly outputs: Omit<OutputSources, 'checkRunUrl'>;
  readonly conclusion: CheckConclusion;
  readonly marks: readonly Mark[];
  /** How many things the marks are about. */
  readonly of: number;
  readonly output: (context: OutputContext) => CheckOutput;
  /** Markdown. */
  readonly summary: string;
  /** Lines of ours above it. */
  readonly notes?: readonly string[];
};

export async function publish(
  { runner }: Pick<Job, 'runner'>,
  check: CheckRun,
  { outputs, conclusion, marks, of, output, summary, notes = [] }: Publication,
): Promise<void> {
  await check.open();
  // First of all: they are what a later step needs, and GitHub cannot take them away.
  setOutputs({ runner }, { ...outputs, ...(check.url === undefined ? {} : { checkRunUrl: check.url }) });
  const { shown, total } = selectAnnotations(marks, of);
  const context = { conclusion, shown: shown.length, total, notes };
  await check.complete({ output: output(context), annotations: shown, conclusion });
  await writeJobSummary(jobSummary(summary, notes));
}

export function setOutputs({ runner }: Pick<Job, 'runner'>, outputs: OutputSources): void {
  for (const [name, value] of Object.entries(outputsOf(outputs))) runner.output(name, value);
}
