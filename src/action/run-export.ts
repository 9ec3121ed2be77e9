import { exportCommand } from '../commands/export/export.ts';
import { commitExport, exportMessage } from '../commands/export/export-commit.ts';
import { plain } from '../diagnostics/paint.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { exportAsMarkdown, exportAsText } from '../report/export-report.ts';
import { bind } from '../trust/bind.ts';
import { untold } from '../trust/problems.ts';
import { manifestInGit, storiesInGit } from '../workspace/layout.ts';
import { openCatalogue, type StoryCatalogue } from '../workspace/open-catalogue.ts';
import { type Grounds, trustIn } from './decide/trust.ts';
import type { CheckRun } from './github/check-run.ts';
import { exportBranch, exportMarker } from './github/export-branch.ts';
import { describeFailure } from './github/github-failure.ts';
import { ensurePullRequest, type WantedPullRequest } from './github/pull-request.ts';
import { type Job, openPaths, progressIn } from './job.ts';
import type { GitHubFailure } from './ports.ts';
import { exportReportOf, reportExport } from './render/report-export.ts';
import { logProblems, reportFindings } from './render/report-findings.ts';
import { sayProblem } from './render/say-problem.ts';
import { endEarly } from './run-plan.ts';

/** Exports the origin's stories onto a branch, and opens or updates the one pull request for it. */
export async function runExport(job: Job, grounds: Grounds, check: CheckRun): Promise<0 | 1> {
  const { world, settings, trigger, tools, runner } = job;
  const paths = await openPaths(world, settings.manifest);
  const opened = await openCatalogue(world, settings.manifest);
  const { catalogue } = opened;
  if (catalogue === undefined) {
    await reportFindings(job, check, { ...paths, opened });
    return 1;
  }
  if (trigger.event === 'pull_request') throw new Error('Internal error: an export for a pull request');
  const trust = trustIn(grounds, job, await checkoutOf(catalogue));
  if (trust.kind === 'nobody') return endEarly(job, check, [sayProblem(untold(trust, 'error'))]);
  if (trust.kind === 'worktree') throw new Error('Internal error: a job believed its own files');
  const base = trust.branch.name;
  const remote = await tools.openRemote(world, catalogue.layout.root);
  if (!remote.ok) return endEarly(job, check, [sayProblem(remote.error)]);

  const tenants = tools.openTenants();
  let exported: Awaited<ReturnType<typeof exportCommand>>;
  try {
    const { stories } = settings.selectors;
    exported = await exportCommand(
      world,
      catalogue,
      { keys: bind(trust), stories },
      tenants,
      progressIn(runner, check),
    );
  } finally {
    await tenants.close();
  }
  if (!exported.ok) return endEarly(job, check, exported.error.map(sayProblem));
  const result = exported.value;
  const problems = [...opened.problems, ...result.problems];
  // All or nothing: a pull request with a part of it would look as if the rest were in order.
  const stopped = findingsExitCode(problems) !== 0;
  const found = exportReportOf(catalogue, stopped ? { exported: [], files: [] } : result, problems);
  logProblems(runner, problems, opened.sourceOf);
  runner.info(exportAsText(found, plain));
  if (stopped) {
    await reportExport(job, check, { report: found, toRepoPath: paths.toRepoPath, note: NOTHING_PUSHED });
    return 1;
  }
  const branch = exportBranch(paths.manifestPath);
  const message = exportMessage(catalogue.manifest, result.exported);
  const committed = await commitExport(world, catalogue.layout, {
    exported: result.exported,
    message,
    branch,
    remote: remote.value,
  });
  if (!committed.ok) return endEarly(job, check, [sayProblem(committed.error)]);
  const { value } = committed;
  const unsaid = value === 'nothing' ? [] : value.problems;
  logProblems(runner, unsaid, opened.sourceOf);
  const told =
    value === 'nothing'
      ? await findOutdated(job, branch, base)
      : await proposeExport(job, {
          head: branch,
          base,
          title: message.split('\n')[0] ?? '',
          body: exportAsMarkdown(exportReportOf(catalogue, result, result.problems)),
          marker: exportMarker(paths.manifestPath),
        });
  if ('failure' in told) return endEarly(job, check, [...told.failure]);
  const report = exportReportOf(catalogue, result, [...problems, ...unsaid]);
  await reportExport(job, check, { report, toRepoPath: paths.toRepoPath, ...told });
  return 0;
}

type Told = { readonly note: string | undefined };

const NOTHING_PUSHED = 'Nothing was pushed: an error holds up the whole export.';

/** The commit that is checked out, and whether the files that the export compares with are those of it. */
async function checkoutOf({
  repository,
  layout,
  manifest,
}: StoryCatalogue): Promise<{ readonly head: string | null; readonly dirty: boolean }> {
  const paths = [manifestInGit(layout), ...storiesInGit(layout, manifest)];
  const head = (await repository?.head())?.commit ?? null;
  return { head, dirty: (await repository?.standing(paths)) !== 'same' };
}

async function proposeExport(
  { github }: Job,
  wanted: WantedPullRequest,
): Promise<Told | { readonly failure: readonly string[] }> {
  const pull = await ensurePullRequest(github, wanted);
  if (!pull.ok) return { failure: [sayWithoutPull(wanted.head, pull.error)] };
  const { did, number, url } = pull.value;
  return { note: `Pull request #${number} ${DID_WORDS[did]}: ${url}` };
}

const DID_WORDS = {
  opened: 'is open now',
  updated: 'was brought up to date',
  unchanged: 'is up to date',
  foreign: 'has the commit, and keeps the words that a person gave it',
} as const;

function sayWithoutPull(branch: string, failure: GitHubFailure): string {
  const setting =
    failure.kind === 'forbidden'
      ? ' Give the job "pull-requests: write", and allow GitHub Actions to create pull requests (settings of the repository or organisation: Actions, General, Workflow permissions), or use the token of a GitHub App.'
      : '';
  return `The export is pushed to "${branch}", but its pull request could not be opened or brought up to date. ${describeFailure(failure)}${setting}`;
}

/** A pull request that is open although nothing differs: whoever looks after it decides. */
async function findOutdated({ github }: Job, branch: string, base: string): Promise<Told> {
  const open = await github.findPullRequest(branch, base);
  if (!open.ok || open.value === undefined) return { note: undefined };
  const { number, url } = open.value;
  return { note: `Pull request #${number} is open, and no longer needed: git has what the origin has. ${url}` };
}
