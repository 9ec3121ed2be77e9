import type { ExportResult } from '../../commands/export/export.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { changeSummary } from '../../export/change-summary.ts';
import { forMarkdown } from '../../report/escape.ts';
import { type ExportReport, exportAsMarkdown } from '../../report/export-report.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { findingsConclusion } from '../decide/conclusion.ts';
import type { CheckRun } from '../github/check-run.ts';
import type { Job } from '../job.ts';
import { findingAnnotations, type ToRepoPath } from './annotations.ts';
import { exportOutput } from './check-output.ts';
import { outputsOf } from './outputs.ts';
import { selectAnnotations } from './select-annotations.ts';
import { jobSummary, writeJobSummary } from './summary.ts';

export type ExportToReport = {
  readonly report: ExportReport;
  /** What became of the pull request; undefined when there is none and none is needed. */
  readonly note: string | undefined;
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
    news: exported.map((story) => changeSummary(story)),
    files,
    problems,
    check: false,
    added: false,
    verbose: false,
    ...(origin === undefined ? {} : { origin: origin.tenantUrl.replace(/^https?:\/\//, '') }),
  };
}

/** What an export brought, and where it went, everywhere people look but in the log, which has the report already. */
export async function reportExport({ runner }: Job, check: CheckRun, told: ExportToReport): Promise<void> {
  const { report, note, toRepoPath } = told;
  const { problems } = report;
  if (note !== undefined) runner.notice(note);
  const notes = note === undefined ? [] : [`> ${linked(note)}`];
  const { shown, total } = selectAnnotations(findingAnnotations(problems, toRepoPath), problems.length);
  const conclusion = findingsConclusion(problems);
  const output = exportOutput(report, { conclusion, shown: shown.length, total, notes });
  await check.complete({ output, annotations: shown, conclusion });
  await writeJobSummary(jobSummary(exportAsMarkdown(report), notes));
  const checkRunUrl = check.url === undefined ? {} : { checkRunUrl: check.url };
  const changed = conclusion === 'failure' ? {} : { changedFiles: report.news.length };
  const outputs = outputsOf({ ...changed, ...checkRunUrl });
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

/** Plain words, with the address of a pull request at their end as a link. */
function linked(note: string): string {
  const [, words = note, url] = /^(.*?) (https:\/\/\S+)$/.exec(note) ?? [];
  return url === undefined ? forMarkdown(note) : `${forMarkdown(words)} <${url}>`;
}
