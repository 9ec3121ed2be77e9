import { statusCommand } from '../commands/status.ts';
import { plain } from '../diagnostics/paint.ts';
import { statusToJson } from '../documents/status-json.ts';
import { canonicalJson } from '../json/canonical.ts';
import { statusExitCode } from '../report/exit-code.ts';
import { standingAsMarkdown } from '../report/status/status-markdown.ts';
import { standingAsText } from '../report/status/status-text.ts';
import { bind } from '../trust/bind.ts';
import { NOT_ASKED } from '../trust/trust.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { statusConclusion } from './decide/conclusion.ts';
import type { CheckRun } from './github/check-run.ts';
import { type Job, type OpenedRepository, progressIn } from './job.ts';
import { findingAnnotations, statusAnnotations } from './render/annotations.ts';
import { standingOutput } from './render/check-output.ts';
import { outputsOf } from './render/outputs.ts';
import { logProblems } from './render/report-findings.ts';
import { sayProblem } from './render/say-problem.ts';
import { selectAnnotations } from './render/select-annotations.ts';
import { jobSummary, writeJobSummary } from './render/summary.ts';
import { endEarly } from './run-plan.ts';

/** Where every story stands, as earlier runs recorded it, on the lines of the manifest. No tenant is asked. */
export async function runStatus(
  job: Job,
  check: CheckRun,
  { opened, toRepoPath }: OpenedRepository,
  workspace: Workspace,
): Promise<0 | 1> {
  const { runner, settings, tools, world } = job;
  const { selectors, stateBranch, concurrency } = settings;
  const keys = bind(NOT_ASKED);
  const wanted = { selectors, keys, stateBranch, concurrency, live: false, refresh: false, state: true };
  const tenants = tools.openTenants();
  try {
    const result = await statusCommand(world, workspace, wanted, tenants, progressIn(runner, check));
    if (!result.ok) return await endEarly(job, check, result.error.map(sayProblem));
    const { report, problems } = result.value;
    logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
    runner.info(standingAsText(report, { paint: plain, verbose: false }));
    const statusFile = await runner.keep('status.json', canonicalJson(statusToJson(report)));
    const checkRunUrl = check.url === undefined ? {} : { checkRunUrl: check.url };
    const outputs = outputsOf({ standing: report.outcomes, statusFile, ...checkRunUrl });
    for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
    const marks = [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...statusAnnotations(report.outcomes, workspace.manifest, toRepoPath),
    ];
    const { shown, total } = selectAnnotations(marks, report.outcomes.length);
    const conclusion = statusConclusion(report.outcomes);
    const output = standingOutput(report, { conclusion, shown: shown.length, total });
    await check.complete({ output, annotations: shown, conclusion });
    await writeJobSummary(jobSummary(standingAsMarkdown(report)));
    return statusExitCode(report.outcomes);
  } finally {
    await tenants.close();
  }
}
