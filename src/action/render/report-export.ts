import type { ExportRun } from '../../commands/export/export.ts';
import type { ExportResult } from '../../commands/export/read-export.ts';
import { plain } from '../../diagnostics/paint.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { changeSummary } from '../../export/change-summary.ts';
import { forMarkdown } from '../../report/escape.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from '../../report/export-report.ts';
import type { CatalogueFiles, StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { findingsConclusion } from '../decide/conclusion.ts';
import type { CheckRun } from '../github/check-run.ts';
import type { Job } from '../job.ts';
import { findingAnnotations, type ToRepoPath } from './annotations.ts';
import { exportOutput } from './check-output.ts';
import { publish } from './publish.ts';
import { logProblems } from './report-findings.ts';

export type FoundExport = {
  readonly files: CatalogueFiles;
  readonly result: ExportResult;
  readonly toRepoPath: ToRepoPath;
};

/** What an export found, for the log, the pull request and all other places. */
export function exportReportOf(
  { manifest }: StoryCatalogue,
  { exported, files }: Pick<ExportResult, 'exported' | 'files'>,
  problems: readonly Problem[],
): ExportReport {
  const { origin } = manifest;
  return {
    summaries: exported.map((story) => changeSummary(story)),
    files,
    problems,
    check: false,
    added: false,
    verbose: false,
    ...(origin === undefined ? {} : { origin: origin.tenantUrl.replace(/^https?:\/\//, '') }),
  };
}

/** What was found at the origin, in the log. A part of an export is none: where it is held up, nothing of it is listed. */
export function logExport(
  { runner }: Job,
  files: CatalogueFiles,
  { found, result, commit, uncommitted }: ExportRun,
): void {
  const problems = [...files.problems, ...result.problems.filter((problem) => problem !== uncommitted)];
  const held = commit === undefined && uncommitted === undefined;
  logProblems(runner, problems, files.sourceOf);
  runner.info(
    exportAsText(exportReportOf(files.catalogue, held ? { exported: [], files: [] } : found, problems), plain),
  );
}

/** What an export brought, and where it went, everywhere else; `note` says what became of the pull request. */
export async function reportExport(
  job: Job,
  check: CheckRun,
  { files, result, toRepoPath, note }: FoundExport & { readonly note: string | undefined },
): Promise<void> {
  const problems = [...files.problems, ...result.problems];
  const report = exportReportOf(files.catalogue, result, problems);
  if (note !== undefined) job.runner.notice(note);
  const conclusion = findingsConclusion(problems);
  await publish(job, check, {
    outputs: conclusion === 'failure' ? {} : { changedFiles: report.summaries.length },
    conclusion,
    marks: findingAnnotations(problems, toRepoPath),
    of: problems.length,
    output: (context) => exportOutput(report, context),
    summary: exportAsMarkdown(report),
    notes: note === undefined ? [] : [`> ${linked(note)}`],
  });
}

/** All or nothing: a pull request with a part of it would look as if the rest were in order. */
export function reportHeldExport(job: Job, check: CheckRun, { result, ...found }: FoundExport): Promise<void> {
  const nothing = { ...result, exported: [], files: [] };
  return reportExport(job, check, { ...found, result: nothing, note: NOTHING_PUSHED });
}

const NOTHING_PUSHED = 'Nothing was pushed: one error stops the whole export.';

/** Plain words, with the address of a pull request at their end as a link. */
function linked(note: string): string {
  const [, words = note, url] = /^(.*?) (https:\/\/\S+)$/.exec(note) ?? [];
  return url === undefined ? forMarkdown(note) : `${forMarkdown(words)} <${url}>`;
}
