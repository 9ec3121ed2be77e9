import type { ExportRun } from '../commands/export/export.ts';
import { exportAsMarkdown } from '../report/export-report.ts';
import type { CatalogueFiles } from '../workspace/open-catalogue.ts';
import { exportMarker } from './github/export-branch.ts';
import { describeFailure } from './github/github-failure.ts';
import { ensurePullRequest, type WantedPullRequest } from './github/pull-request.ts';
import type { Job } from './job.ts';
import type { GitHubFailure } from './ports.ts';
import { exportReportOf } from './render/report-export.ts';

/** The message about the pull request, undefined where none is needed and none is open; or why there is none. */
export type Proposal = { readonly note: string | undefined } | { readonly failure: string };

/** The pull request that a commit of an export is proposed with. */
export function proposedExport(
  { catalogue }: CatalogueFiles,
  result: ExportRun['result'],
  { made, message }: NonNullable<ExportRun['commit']>,
  { branch, base, manifestPath }: { readonly branch: string; readonly base: string; readonly manifestPath: string },
): WantedPullRequest {
  // Trouble with the commit itself is news of this run, and not of what it proposes.
  const ofCommit = made === 'nothing' ? [] : made.problems;
  const problems = result.problems.filter((problem) => !ofCommit.includes(problem));
  return {
    head: branch,
    base,
    title: message.split('\n')[0] ?? '',
    body: exportAsMarkdown(exportReportOf(catalogue, result, problems)),
    marker: exportMarker(manifestPath),
  };
}

/** Opens the one pull request of an export, or brings it up to date. */
export async function proposeExport({ github }: Job, wanted: WantedPullRequest): Promise<Proposal> {
  const pull = await ensurePullRequest(github, wanted);
  if (!pull.ok) return { failure: sayWithoutPull(wanted.head, pull.error) };
  const { did, number, url } = pull.value;
  return { note: `Pull request #${number} ${DID_WORDS[did]}: ${url}` };
}

const DID_WORDS = {
  opened: 'was opened',
  updated: 'was updated',
  unchanged: 'is up to date',
  foreign: 'has the commit, and keeps the title or text that a person gave it',
} as const;

function sayWithoutPull(branch: string, failure: GitHubFailure): string {
  const setting =
    failure.kind === 'forbidden'
      ? ' Give the job "pull-requests: write", and allow GitHub Actions to create pull requests (settings of the repository or organisation: Actions, General, Workflow permissions), or use the token of a GitHub App.'
      : '';
  return `The export is pushed to "${branch}", but its pull request could not be opened or updated. ${describeFailure(failure)}${setting}`;
}

/** A pull request that is open although nothing differs: whoever looks after it decides. */
export async function findOutdated({ github }: Job, branch: string, base: string): Promise<Proposal> {
  const open = await github.findPullRequest(branch, base);
  if (!open.ok || open.value === undefined) return { note: undefined };
  const { number, url } = open.value;
  return { note: `Pull request #${number} is open, and no longer needed: git has what the origin has. ${url}` };
}
