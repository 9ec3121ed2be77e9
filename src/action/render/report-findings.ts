import { formatProblem } from '../../diagnostics/format.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { findingsAsMarkdown, findingsTotals } from '../../report/findings.ts';
import { findingsConclusion } from '../decide/conclusion.ts';
import type { CheckRun } from '../github/check-run.ts';
import { openStickyComment } from '../github/comment.ts';
import type { Runner } from '../github/runner.ts';
import type { Job, OpenedRepository } from '../job.ts';
import { findingAnnotations } from './annotations.ts';
import { findingsOutput } from './check-output.ts';
import { commentMarker, plainComment } from './comment-body.ts';
import { outputsOf } from './outputs.ts';
import { selectAnnotations } from './select-annotations.ts';
import { jobSummary, writeJobSummary } from './summary.ts';

/** Where findings were found. */
type FoundIn = Pick<OpenedRepository, 'toRepoPath' | 'manifestPath'> & {
  readonly opened: Pick<OpenedRepository['opened'], 'problems' | 'sourceOf' | 'counts'>;
};

/** What is wrong with the manifest or a story, everywhere people look. */
export async function reportFindings(
  job: Job,
  check: CheckRun,
  { opened, toRepoPath, manifestPath }: FoundIn,
): Promise<void> {
  const { runner, settings, trigger } = job;
  const { problems, sourceOf, counts } = opened;
  logProblems(runner, problems, sourceOf);
  runner.info(findingsTotals(problems, counts));
  const markdown = findingsAsMarkdown(problems, manifestPath, counts);
  const { shown, total } = selectAnnotations(findingAnnotations(problems, toRepoPath), problems.length);
  const conclusion = findingsConclusion(problems);
  const output = findingsOutput(problems, manifestPath, counts, { conclusion, shown: shown.length, total });
  await check.complete({ output, annotations: shown, conclusion });
  await writeJobSummary(jobSummary(markdown));
  if (trigger.event === 'pull_request' && settings.comment) {
    const marker = commentMarker(settings.checkName, manifestPath);
    const place = { issue: trigger.number, marker };
    const comment = await openStickyComment(job.github, place, (text) => runner.warning(text));
    // What is in order needs no comment, but one that says otherwise must not stay.
    if (conclusion === 'failure' || comment.exists) await comment.write(plainComment(markdown, { marker }));
  }
  setOutputs(runner, check);
}

function setOutputs(runner: Runner, check: CheckRun): void {
  const outputs = outputsOf(check.url === undefined ? {} : { checkRunUrl: check.url });
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

/**
 * Problems in the log. One without a place, such as a key that is missing or state that cannot be fetched, gets no
 * annotation at the check run, so it stands on the page of the run.
 */
export function logProblems(
  runner: Runner,
  problems: readonly Problem[],
  sourceOf: OpenedRepository['opened']['sourceOf'],
): void {
  for (const problem of problems) {
    const text = formatProblem(problem, sourceOf);
    if (problem.place !== undefined) runner.info(`${text}\n`);
    else if (problem.severity === 'error') runner.error(text.replace(/^error /, ''));
    else runner.warning(text.replace(/^warning /, ''));
  }
}
