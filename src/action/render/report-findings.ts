import { shardsFor } from '../../commands/shard/shards.ts';
import { formatProblem } from '../../diagnostics/format.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Manifest } from '../../model/destination.ts';
import type { Plan } from '../../model/plan.ts';
import { findingsAsMarkdown, findingsTotals } from '../../report/findings.ts';
import { UNSIGNED_STATE } from '../../report/unsigned-state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findingsConclusion } from '../decide/conclusion.ts';
import { describeMissingKeys } from '../decide/missing-keys.ts';
import type { CheckRun } from '../github/check-run.ts';
import { openStickyComment } from '../github/comment.ts';
import type { Runner } from '../github/runner.ts';
import type { Job } from '../job.ts';
import type { OpenedRepository } from '../open-files.ts';
import { findingAnnotations } from './annotations.ts';
import { findingsOutput } from './check-output.ts';
import { commentMarker, plainComment } from './comment-body.ts';
import { publish } from './publish.ts';

/** Where findings were found. */
type FoundIn = Pick<OpenedRepository, 'toRepoPath' | 'manifestPath'> & {
  readonly workspace?: Pick<Workspace, 'manifest'> | undefined;
  readonly opened: Pick<OpenedRepository['opened'], 'problems' | 'sourceOf' | 'counts'>;
};

/** What is wrong with the manifest or a story, everywhere people look. */
export async function reportFindings(
  job: Job,
  check: CheckRun,
  { opened, workspace, toRepoPath, manifestPath }: FoundIn,
): Promise<void> {
  const { runner, settings, trigger } = job;
  const { problems, sourceOf, counts } = opened;
  logProblems(runner, problems, sourceOf);
  runner.info(findingsTotals(problems, counts));
  const markdown = findingsAsMarkdown(problems, manifestPath, counts);
  const conclusion = findingsConclusion(problems);
  await publish(job, check, {
    outputs: workspace ? { shards: shardsFor(workspace.manifest, job.settings.shardSize) } : {},
    conclusion,
    marks: findingAnnotations(problems, toRepoPath),
    of: problems.length,
    output: (context) => findingsOutput(problems, manifestPath, counts, context),
    summary: markdown,
  });
  if (trigger.event === 'pull_request' && settings.comment) {
    const marker = commentMarker(settings.checkName, manifestPath);
    const place = { issue: trigger.number, marker };
    const comment = await openStickyComment(job.github, place, (text) => runner.warning(text));
    // What is in order needs no comment, but one that says otherwise must not stay.
    if (conclusion === 'failure' || comment.exists) await comment.write(plainComment(markdown, { marker }));
  }
}

/** What a plan or a sync has to say beside its report. */
export function logRun(
  { runner }: Job,
  { opened, toRepoPath }: OpenedRepository,
  manifest: Manifest,
  {
    plan,
    problems,
    unsigned,
  }: { readonly plan: Plan; readonly problems: readonly Problem[]; readonly unsigned: boolean },
): void {
  logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
  if (unsigned) runner.info(UNSIGNED_STATE);
  const missing = describeMissingKeys(plan, manifest, toRepoPath);
  if (missing !== undefined) runner.error(missing);
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
