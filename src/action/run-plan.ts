import { planCommand } from '../commands/plan.ts';
import { plain } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Manifest } from '../model/destination.ts';
import type { Plan } from '../model/plan.ts';
import { recordedAge } from '../report/age.ts';
import { forMarkdown } from '../report/escape.ts';
import { planExitCode } from '../report/exit-code.ts';
import { planAsMarkdown } from '../report/plan-markdown.ts';
import { planAsText } from '../report/plan-text.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { todayOf } from '../workspace/surroundings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findingAnnotations, planAnnotations } from './annotations.ts';
import { readBaseManifest } from './base-manifest.ts';
import { planOutput } from './check-output.ts';
import type { CheckRun } from './check-run.ts';
import { openStickyComment, type StickyComment } from './comment.ts';
import { commentMarker, plainComment, planComment } from './comment-body.ts';
import { planConclusion } from './conclusion.ts';
import { headShaOf, type Job, type OpenedRepository, progressIn } from './job.ts';
import { bindKeys } from './key-binding.ts';
import { describeMissingKeys } from './missing-keys.ts';
import { outputsOf } from './outputs.ts';
import { logProblems } from './report-findings.ts';
import { selectAnnotations } from './select-annotations.ts';
import { jobSummary, writeJobSummary } from './summary.ts';
import type { Task } from './task.ts';

type PlanTask = Extract<Task, { kind: 'plan' }>;

/** Plans, and shows the plan on the check run, in the one comment, in the summary and in a file. */
export async function runPlan(
  job: Job,
  task: PlanTask,
  check: CheckRun,
  files: OpenedRepository,
  workspace: Workspace,
): Promise<0 | 1> {
  const { runner, settings, trigger, tools } = job;
  const { opened, toRepoPath, manifestPath } = files;
  const marker = commentMarker(settings.checkName, manifestPath);
  const comment = await openComment(job, marker);
  await comment?.markOutdated(headShaOf(trigger));
  const unbound = await findUnbound(job, task, files, workspace.manifest);
  const tenants = tools.openTenants();
  try {
    const { selectors, stateBranch, concurrency } = settings;
    const offline = task.offline || new Set(unbound.keys());
    const { refresh } = task;
    const planSettings = { selectors, refresh, offline, state: true, remote: 'use', stateBranch, concurrency } as const;
    const result = await planCommand(job.world, workspace, planSettings, tenants, progressIn(runner, check));
    if (!result.ok) return await endEarly(job, check, result.error.map(sayProblem), comment && { comment, marker });
    const { plan, problems } = result.value;
    logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
    if (result.value.unsigned) runner.info(UNSIGNED_STATE);
    sayMissingKeys(job, plan, workspace.manifest, unbound, files);
    runner.info(planAsText(plan, { paint: plain, verbose: false }));

    const notes = notesOf(task, unbound, recordedAge(result.value.recordedAt, job.world.now().toISOString()));
    const marks = [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...planAnnotations(plan, workspace.manifest, { toRepoPath, unbound }),
    ];
    const pairs = plan.destinations.reduce((sum, { stories }) => sum + stories.length, 0);
    const { shown, total } = selectAnnotations(marks, pairs);
    const conclusion = planConclusion(plan, task);
    const output = planOutput(plan, { conclusion, shown: shown.length, total, notes });
    await check.complete({ output, annotations: shown, conclusion });
    await comment?.write(planComment(plan, { marker, notes }));
    await writeJobSummary(jobSummary(planAsMarkdown(plan), notes));
    const planFile = await runner.keep('plan.json', result.value.planFile);
    const outputs = outputsOf({ plan, planFile, ...(check.url === undefined ? {} : { checkRunUrl: check.url }) });
    for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
    return task.driftOnly ? 0 : planExitCode(plan, { expectNoChanges: false });
  } finally {
    await tenants.close();
  }
}

async function openComment(
  { github, runner, settings, trigger }: Job,
  marker: string,
): Promise<StickyComment | undefined> {
  if (trigger.event !== 'pull_request' || !settings.comment) return undefined;
  return openStickyComment(github, { issue: trigger.number, marker }, (text) => runner.warning(text));
}

/** Destinations whose key a pull request must not use, with why; they are planned from git and state alone. */
export async function findUnbound(
  { github, trigger, tools }: Job,
  task: Pick<PlanTask, 'offline'>,
  { folder, manifestPath }: OpenedRepository,
  head: Manifest,
): Promise<ReadonlyMap<string, string>> {
  if (trigger.event !== 'pull_request') return new Map();
  if (task.offline) return new Map(head.destinations.map(({ name }) => [name, FORK]));
  const { baseSha } = trigger;
  const today = todayOf(tools);
  const base = await readBaseManifest({ dir: folder, baseSha, path: manifestPath, github, today });
  return bindKeys(base, head).unbound;
}

const COULD_NOT_RUN = 'storysync could not run';
const FORK = 'a pull request from a fork has no keys';

function notesOf(task: PlanTask, unbound: ReadonlyMap<string, string>, age: string): readonly string[] {
  if (task.offline) {
    return [
      `> **Planned offline:** the pull request comes from a fork, which has no keys. No tenant was asked; ${age}. What a merge would really do shows the plan of a branch in this repository.`,
    ];
  }
  if (unbound.size === 0) return [];
  const count = unbound.size === 1 ? '1 destination is' : `${unbound.size} destinations are`;
  return [
    `> **Planned offline:** ${count} new, or would send a key where the base branch does not send it. No key was used for them; ${age}. The annotations say why.`,
  ];
}

function sayMissingKeys(
  { runner, world, task }: Job,
  plan: Plan,
  manifest: Manifest,
  unbound: ReadonlyMap<string, string>,
  { toRepoPath }: OpenedRepository,
): void {
  if (task.kind === 'plan' && task.offline) return;
  const chosen = new Set(plan.destinations.map(({ name }) => name));
  const asked = manifest.destinations.filter(({ name }) => chosen.has(name) && !unbound.has(name));
  const missing = describeMissingKeys(asked, world, toRepoPath);
  if (missing !== undefined) runner.error(missing);
}

export function sayProblem({ message, hint }: Problem): string {
  return hint === undefined ? message : `${message} (${hint})`;
}

/** A selector that matches nothing, a plan file of no use: said, and the check run closed. */
export async function endEarly(
  { runner }: Job,
  check: CheckRun,
  messages: readonly string[],
  sticky?: { readonly comment: StickyComment; readonly marker: string },
): Promise<1> {
  for (const message of messages) runner.error(message);
  const summary = messages.map((message) => `- ${forMarkdown(message)}`).join('\n');
  await check.complete({ output: { title: COULD_NOT_RUN, summary }, annotations: [], conclusion: 'failure' });
  // An older plan does not stay, with a promise of a newer one above it.
  if (sticky?.comment.exists) {
    await sticky.comment.write(plainComment(`**${COULD_NOT_RUN}**\n\n${summary}`, { marker: sticky.marker }));
  }
  await writeJobSummary(jobSummary(`**${COULD_NOT_RUN}**\n\n${summary}`));
  if (check.url !== undefined) runner.output('check-run-url', check.url);
  return 1;
}
