import { exportCommand } from '../commands/export/export.ts';
import { untold } from '../trust/problems.ts';
import { type CatalogueFiles, checkoutOf, openCatalogue } from '../workspace/open-catalogue.ts';
import { type JobTrust, trustIn } from './decide/trust.ts';
import type { CheckRun } from './github/check-run.ts';
import { exportBranch } from './github/export-branch.ts';
import type { Job } from './job.ts';
import { progressIn } from './job-progress.ts';
import { openPaths } from './open-files.ts';
import { findOutdated, proposedExport, proposeExport } from './propose-export.ts';
import { endEarly, endRefused } from './render/end-early.ts';
import { problemLine } from './render/problem-line.ts';
import { logExport, reportExport, reportHeldExport } from './render/report-export.ts';
import { reportFindings } from './render/report-findings.ts';

/** Exports the origin's stories onto a branch, and opens or updates the one pull request for it. */
export async function runExport(job: Job, grounds: JobTrust, check: CheckRun): Promise<0 | 1> {
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
  if (trust.kind === 'nobody') return failed(endEarly(job, check, [problemLine(untold(trust, 'error'))]));
  if (trust.kind === 'worktree') throw new Error('Internal error: a job believed its own files');
  const branch = exportBranch(paths.manifestPath);
  const exporting = {
    trust,
    placed: true,
    stories: settings.selectors.stories,
    check: false,
    readTimeout: settings.readTimeout,
    ...(settings.rate === undefined ? {} : { rate: settings.rate }),
    commit: { branch, push: tools.openRemote, proposal: true },
  };
  const files: CatalogueFiles = { ...opened, catalogue };
  const ended = await exportCommand(world, files, exporting, progressIn(runner, check, world.clock));
  if (!ended.ok) return failed(endRefused(job, check, ended.error));
  const { result, commit, uncommitted } = ended.value;
  logExport(job, files, ended.value);
  if (uncommitted) return failed(endEarly(job, check, [problemLine(uncommitted)]));
  const found = { files, toRepoPath: paths.toRepoPath, result };
  if (commit === undefined) return failed(reportHeldExport(job, check, found));
  const proposal =
    commit.made === 'nothing'
      ? await findOutdated(job, branch, trust.branch.name)
      : await proposeExport(job, proposedExport(files, result, commit, { branch, base: trust.branch.name, ...paths }));
  if ('failure' in proposal) return failed(endEarly(job, check, [proposal.failure]));
  await reportExport(job, check, { ...found, note: proposal.note });
  return 0;
}

async function failed(told: Promise<unknown>): Promise<1> {
  await told;
  return 1;
}
