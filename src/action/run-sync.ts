import { resolve } from 'node:path';
import { readApprovedPlan, unread } from '../commands/approved-plan.ts';
import { unnarrowedExitCode } from '../commands/select.ts';
import { sealFrom } from '../commands/state/seal.ts';
import { type SyncResult, syncCommand } from '../commands/sync.ts';
import { syncReportOf } from '../commands/sync-report.ts';
import { plain } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { statusToJson } from '../documents/status-json.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { Plan } from '../model/plan.ts';
import { statusExitCode } from '../report/exit-code.ts';
import { statusAsMarkdown } from '../report/sync/sync-markdown.ts';
import { statusAsText } from '../report/sync/sync-text.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { bind } from '../trust/bind.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { statusConclusion } from './decide/conclusion.ts';
import { describeMissingKeys } from './decide/missing-keys.ts';
import type { CheckRun } from './github/check-run.ts';
import { type Job, type OpenedRepository, progressIn } from './job.ts';
import { findingAnnotations, statusAnnotations } from './render/annotations.ts';
import { statusOutput } from './render/check-output.ts';
import { outputsOf } from './render/outputs.ts';
import { logProblems } from './render/report-findings.ts';
import { sayProblem } from './render/say-problem.ts';
import { selectAnnotations } from './render/select-annotations.ts';
import { jobSummary, writeJobSummary } from './render/summary.ts';
import { endEarly, type Given } from './run-plan.ts';
import { stopOnCancel } from './stop.ts';

/** Plans and pushes, and reports every pair on the manifest's lines, whatever GitHub makes of it. */
export async function runSync({ job, check, files, workspace, trust }: Given, superseded: boolean): Promise<0 | 1> {
  const { runner, settings, tools } = job;
  const { opened, toRepoPath } = files;
  const approved = settings.planFile === undefined ? ok(undefined) : await loadPlan(job, settings.planFile, workspace);
  if (!approved.ok) return endEarly(job, check, [sayProblem(approved.error)]);
  const { world } = job;
  const keys = bind(trust);
  const tenants = tools.openTenants();
  const stop = stopOnCancel(settings.timeBudget, (text) => runner.warning(text));
  try {
    const { selectors, manual, force, stateBranch, concurrency } = settings;
    const syncSettings = {
      selectors,
      keys,
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
    const asked = workspace.manifest.destinations.filter(({ name }) => chosen.has(name));
    const missing = describeMissingKeys(asked, { world, keys }, toRepoPath);
    if (missing !== undefined) runner.error(missing);
    const found = unnarrowedExitCode(opened.problems, selectors);
    await report(job, check, files, { workspace, result: result.value, found });
    return statusExitCode(result.value.outcomes) === 0 ? found : 1;
  } finally {
    stop.close();
    await tenants.close();
  }
}

async function report(
  { runner }: Job,
  check: CheckRun,
  { opened, toRepoPath }: OpenedRepository,
  { workspace, result, found }: { readonly workspace: Workspace; readonly result: SyncResult; readonly found: 0 | 1 },
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
  const conclusion = statusConclusion(outcomes, found);
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
  return text.ok ? readApprovedPlan(text.value, file, seal.value) : fail(unread(file, text.error));
}
