import { planCommand } from '../commands/plan.ts';
import { unnarrowedExitCode } from '../commands/select.ts';
import { plain } from '../diagnostics/paint.ts';
import type { Manifest } from '../model/destination.ts';
import type { Plan } from '../model/plan.ts';
import { recordedAge } from '../report/age.ts';
import { forMarkdown } from '../report/escape.ts';
import { planExitCode } from '../report/exit-code.ts';
import { planAsMarkdown } from '../report/plan/plan-markdown.ts';
import { planAsText } from '../report/plan/plan-text.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { type Binding, bind, unboundOf } from '../trust/bind.ts';
import { untold } from '../trust/problems.ts';
import { RULE, type Trust } from '../trust/trust.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { planConclusion } from './decide/conclusion.ts';
import { describeMissingKeys } from './decide/missing-keys.ts';
import type { CheckRun } from './github/check-run.ts';
import { openStickyComment, type StickyComment } from './github/comment.ts';
import { headShaOf, type Job, type OpenedRepository, progressIn } from './job.ts';
import { findingAnnotations, planAnnotations } from './render/annotations.ts';
import { planOutput } from './render/check-output.ts';
import { commentMarker, plainComment, planComment } from './render/comment-body.ts';
import { outputsOf } from './render/outputs.ts';
import { logProblems } from './render/report-findings.ts';
import { sayProblem } from './render/say-problem.ts';
import { selectAnnotations } from './render/select-annotations.ts';
import { jobSummary, writeJobSummary } from './render/summary.ts';
import type { Task } from './task.ts';

type PlanTask = Extract<Task, { kind: 'plan' }>;

/** What a plan and a sync of the Action start from. */
export type Given = {
  readonly job: Job;
  readonly check: CheckRun;
  readonly files: OpenedRepository;
  readonly workspace: Workspace;
  readonly trust: Trust;
};

/** Plans, and shows the plan on the check run, in the one comment, in the summary and in a file. */
export async function runPlan({ job, check, files, workspace, trust }: Given, task: PlanTask): Promise<0 | 1> {
  const { runner, settings, trigger, tools } = job;
  const { opened, toRepoPath, manifestPath } = files;
  const marker = commentMarker(settings.checkName, manifestPath);
  const comment = await openComment(job, marker);
  await comment?.markOutdated(headShaOf(trigger));
  const keys = bind(trust);
  const unbound = unboundOf(keys, workspace.manifest.destinations);
  if (task.insteadOfSync && trust.kind === 'nobody') runner.error(sayProblem(untold(trust, 'error')));
  const tenants = tools.openTenants();
  try {
    const { selectors, stateBranch, concurrency } = settings;
    const reading = { keys, offline: false, refresh: task.refresh, state: true, remote: 'use' } as const;
    const planSettings = { selectors, stateBranch, concurrency, ...reading };
    const result = await planCommand(job.world, workspace, planSettings, tenants, progressIn(runner, check));
    if (!result.ok) return await endEarly(job, check, result.error.map(sayProblem), comment && { comment, marker });
    const { plan, problems } = result.value;
    logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
    if (result.value.unsigned) runner.info(UNSIGNED_STATE);
    sayMissingKeys(job, plan, workspace.manifest, keys, files);
    runner.info(planAsText(plan, { paint: plain, verbose: false }));

    const age = recordedAge(result.value.recordedAt, job.world.clock.now().toISOString());
    const notes = notesOf(job, trust, plan.destinations.filter(({ name }) => unbound.has(name)).length, age);
    const marks = [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...planAnnotations(plan, workspace.manifest, { toRepoPath, unbound }),
    ];
    const pairs = plan.destinations.reduce((sum, { stories }) => sum + stories.length, 0);
    const { shown, total } = selectAnnotations(marks, pairs);
    const found = unnarrowedExitCode(opened.problems, selectors);
    const conclusion = planConclusion(plan, { ...task, found });
    const output = planOutput(plan, { conclusion, shown: shown.length, total, notes });
    await check.complete({ output, annotations: shown, conclusion });
    await comment?.write(planComment(plan, { marker, notes }));
    await writeJobSummary(jobSummary(planAsMarkdown(plan), notes));
    const planFile = await runner.keep('plan.json', result.value.planFile);
    const outputs = outputsOf({ plan, planFile, ...(check.url === undefined ? {} : { checkRunUrl: check.url }) });
    for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
    if (task.insteadOfSync) return 1;
    if (task.driftOnly) return 0;
    return planExitCode(plan, { expectNoChanges: false }) === 0 ? found : 1;
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

const COULD_NOT_RUN = 'storysync could not run';

function notesOf({ trigger }: Job, trust: Trust, unbound: number, age: string): readonly string[] {
  if (trigger.event === 'pull_request' && trigger.fork) {
    return [
      `> **Planned offline:** the pull request comes from a fork, which has no keys. No tenant was asked; ${age}. What a merge would really do shows the plan of a branch in this repository.`,
    ];
  }
  if (trust.kind === 'nobody') {
    return [
      `> **Planned offline:** no tenant was asked; ${age}. The reason: ${forMarkdown(`${RULE}, and ${trust.why}`)}.`,
    ];
  }
  if (unbound === 0) return [];
  const count = unbound === 1 ? '1 destination is' : `${unbound} destinations are`;
  return [
    `> **Planned offline:** ${count} new, or would send a key where the default branch does not send it. No key was used for them; ${age}. The annotations say why.`,
  ];
}

function sayMissingKeys(
  { runner, world }: Job,
  plan: Plan,
  manifest: Manifest,
  keys: Binding,
  { toRepoPath }: OpenedRepository,
): void {
  const chosen = new Set(plan.destinations.map(({ name }) => name));
  const asked = manifest.destinations.filter(({ name }) => chosen.has(name));
  const missing = describeMissingKeys(asked, { world, keys }, toRepoPath);
  if (missing !== undefined) runner.error(missing);
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
