import { resolve } from 'node:path';
import { readApprovedPlan, unusable } from '../commands/approved-plan.ts';
import type { World } from '../commands/ports.ts';
import { sealFrom } from '../commands/seal.ts';
import { type SyncResult, syncCommand } from '../commands/sync.ts';
import { syncReportOf } from '../commands/sync-report.ts';
import { plain } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { Plan } from '../model/plan.ts';
import { statusExitCode } from '../report/exit-code.ts';
import { statusToJson } from '../report/status-json.ts';
import { statusAsMarkdown } from '../report/status-markdown.ts';
import { statusAsText } from '../report/status-text.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findingAnnotations, statusAnnotations } from './annotations.ts';
import { statusOutput } from './check-output.ts';
import type { CheckRun } from './check-run.ts';
import { statusConclusion } from './conclusion.ts';
import { type Job, type OpenedRepository, progressIn } from './job.ts';
import { describeMissingKeys } from './missing-keys.ts';
import { outputsOf } from './outputs.ts';
import { logProblems } from './report-findings.ts';
import { endEarly, findUnbound, sayProblem } from './run-plan.ts';
import { selectAnnotations } from './select-annotations.ts';
import { listenForStop } from './stop.ts';
import { jobSummary, writeJobSummary } from './summary.ts';

/** Plans and pushes, and reports every pair on the manifest's lines, whatever GitHub makes of it. */
export async function runSync(
  job: Job,
  check: CheckRun,
  files: OpenedRepository,
  workspace: Workspace,
): Promise<0 | 1> {
  const { runner, settings, tools } = job;
  const { opened, toRepoPath } = files;
  const approved = settings.planFile === undefined ? ok(undefined) : await loadPlan(job, settings.planFile, workspace);
  if (!approved.ok) return endEarly(job, check, [sayProblem(approved.error)]);
  const superseded = await isSuperseded(job);
  const unbound = await findUnbound(job, { offline: false }, files, workspace.manifest);
  const world = withoutUnboundKeys(job.world, unbound);
  const tenants = tools.openTenants();
  const stop = listenForStop(settings.timeBudget, (text) => runner.warning(text));
  try {
    const { selectors, manual, force, stateBranch, concurrency } = settings;
    const syncSettings = {
      selectors,
      manual,
      force,
      stateBranch,
      concurrency,
      superseded,
      refresh: false,
      state: true,
      ...(approved.value ? { approved: approved.value } : {}),
    };
    const result = await syncCommand(world, workspace, syncSettings, tenants, progressIn(runner, check), stop.signal);
    if (!result.ok) return await endEarly(job, check, result.error.map(sayProblem));
    logProblems(runner, [...opened.problems, ...result.value.problems], opened.sourceOf);
    if (result.value.unsigned) runner.info(UNSIGNED_STATE);
    const chosen = new Set(result.value.plan.destinations.map(({ name }) => name));
    const asked = workspace.manifest.destinations.filter(({ name }) => chosen.has(name) && !unbound.has(name));
    const missing = describeMissingKeys(asked, world, toRepoPath);
    if (missing !== undefined) runner.error(missing);
    await report(job, check, files, workspace, result.value);
    return statusExitCode(result.value.outcomes);
  } finally {
    stop.close();
    await tenants.close();
  }
}

async function report(
  { runner }: Job,
  check: CheckRun,
  { opened, toRepoPath }: OpenedRepository,
  workspace: Workspace,
  result: SyncResult,
): Promise<void> {
  const told = syncReportOf(workspace.manifest, result);
  runner.info(statusAsText(told, { paint: plain, verbose: false }));
  // Files and outputs first: they are what a later step needs, and GitHub cannot take them away.
  const planFile = await runner.keep('plan.json', result.planFile);
  const statusFile = await runner.keep('status.json', canonicalJson(statusToJson(told)));
  const { plan, outcomes } = result;
  const outputs = outputsOf({
    plan,
    outcomes,
    planFile,
    statusFile,
    ...(check.url === undefined ? {} : { checkRunUrl: check.url }),
  });
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
  const marks = [
    ...findingAnnotations(opened.problems, toRepoPath),
    ...statusAnnotations(outcomes, workspace.manifest, toRepoPath),
  ];
  const { shown, total } = selectAnnotations(marks, outcomes.length);
  const conclusion = statusConclusion(outcomes);
  const output = statusOutput(told, { conclusion, shown: shown.length, total });
  await check.complete({ output, annotations: shown, conclusion });
  await writeJobSummary(jobSummary(statusAsMarkdown(told)));
}

async function loadPlan(
  { runner, world }: Job,
  file: string,
  { repository }: Workspace,
): Promise<Result<Plan, Problem>> {
  const seal = await sealFrom(world.environment, repository);
  if (!seal.ok) return seal;
  const text = await runner.readText(resolve(world.directory, file));
  return text.ok
    ? readApprovedPlan(text.value, file, seal.value)
    : fail(unusable(file, `it cannot be read (${text.error})`));
}

/**
 * Whether the branch has moved on: then this run would take destinations back. If GitHub does not tell, a first attempt
 * goes on (it was started by this very commit), a repeated one does not.
 */
async function isSuperseded({ github, runner, trigger }: Job): Promise<boolean> {
  if (trigger.event === 'pull_request' || !trigger.ref.startsWith('refs/heads/')) return false;
  const head = await github.branchHead(trigger.ref.slice('refs/heads/'.length));
  if (head.ok) return head.value !== trigger.sha;
  const repeated = (runner.env.GITHUB_RUN_ATTEMPT ?? '1') !== '1';
  runner.warning(
    `GitHub did not tell the head of the branch (${head.error.kind}); ${repeated ? 'a repeated job pushes nothing then' : 'the first attempt of a job goes on'}.`,
  );
  return repeated;
}

/** Also a sync on a pull request sends a key only where the base branch sends it. */
function withoutUnboundKeys(world: World, unbound: ReadonlyMap<string, string>): World {
  return {
    ...world,
    keyOf: (holder) => {
      // A sync reads destinations only; the origin's own key is not bound here, so it is not given out.
      const why = holder.name === undefined ? 'a sync does not read the origin' : unbound.get(holder.name);
      if (why === undefined) return world.keyOf(holder);
      const hint = 'merge the change of the manifest first';
      return fail({ reason: 'missing_key', message: `no key is used here: ${why}`, hint });
    },
  };
}
