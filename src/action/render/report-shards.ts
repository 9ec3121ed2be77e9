import type { ReportResult } from '../../commands/report/report.ts';
import { plain } from '../../diagnostics/paint.ts';
import { statusToJson } from '../../documents/status/status-json.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { forMarkdown } from '../../report/escape.ts';
import { syncAsMarkdown } from '../../report/sync/sync-markdown.ts';
import { syncAsText } from '../../report/sync/sync-text.ts';
import { statusConclusion } from '../decide/conclusion.ts';
import { keepPage, withPage } from '../keep-page.ts';
import type { Given } from '../open-files.ts';
import { findingAnnotations, statusAnnotations } from './annotations.ts';
import { syncOutput } from './check-output.ts';
import { problemLine } from './problem-line.ts';
import { publish, setOutputs } from './publish.ts';
import { logProblems } from './report-findings.ts';

/** More lines than a reader wants before the report itself; the log has them all. */
const MOST_NOTES = 20;

/** What all shards came to: in the log, on the manifest's lines, in one check run, one summary and one file. */
export async function reportShards(
  { job, check, files, workspace }: Given,
  { report, problems, nothingNew, found }: ReportResult,
): Promise<void> {
  const { runner, settings } = job;
  const { opened, toRepoPath } = files;
  const { outcomes, stateProblems = [] } = report;
  logProblems(runner, [...opened.problems, ...stateProblems, ...problems], opened.sourceOf);
  runner.info(syncAsText(report, { paint: plain, verbose: false }));
  const statusFile = await runner.keep('status.json', canonicalJson(statusToJson(report)));
  const page = await keepPage({ job, files, workspace });
  const outputs = { outcomes, statusFile, ...(page ? { pageFile: page.file } : {}) };
  // A tick with nothing to do: whoever looks at the commit is to find the report of the last run that did something.
  if (settings.selectors.pending && nothingNew && !check.isOpen) return setOutputs(job, outputs);
  const lines = problems.map((problem) => `- ${forMarkdown(problemLine(problem))}`);
  const shown =
    lines.length <= MOST_NOTES + 1 ? lines : [...lines.slice(0, MOST_NOTES), `- … ${lines.length - MOST_NOTES} more`];
  await publish(job, check, {
    outputs,
    conclusion: statusConclusion(outcomes, found),
    marks: [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...statusAnnotations(outcomes, workspace.manifest, toRepoPath),
    ],
    of: outcomes.length,
    output: (context) => syncOutput(report, context),
    summary: withPage(syncAsMarkdown(report), page),
    notes: shown.length === 0 ? [] : [shown.join('\n')],
  });
}
