import type { StatusResult } from '../../commands/status.ts';
import { plain } from '../../diagnostics/paint.ts';
import { statusToJson } from '../../documents/status/status-json.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { statusAsMarkdown } from '../../report/status/status-markdown.ts';
import { statusAsText } from '../../report/status/status-text.ts';
import { statusConclusion } from '../decide/conclusion.ts';
import { keepPage, withPage } from '../keep-page.ts';
import type { Given } from '../open-files.ts';
import { findingAnnotations, statusAnnotations } from './annotations.ts';
import { statusOutput } from './check-output.ts';
import { publish } from './publish.ts';
import { logProblems } from './report-findings.ts';

/** Where every story stands: in the log, on the manifest's lines, in the summary and in a file. */
export async function reportStatus(
  { job, check, files, workspace }: Omit<Given, 'trust'>,
  { report, problems }: StatusResult,
): Promise<void> {
  const { runner } = job;
  const { opened, toRepoPath } = files;
  logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
  runner.info(statusAsText(report, { paint: plain, verbose: false }));
  const statusFile = await runner.keep('status.json', canonicalJson(statusToJson(report)));
  const page = await keepPage({ job, files, workspace });
  await publish(job, check, {
    outputs: { recorded: report.outcomes, statusFile, ...(page ? { pageFile: page.file } : {}) },
    conclusion: statusConclusion(report.outcomes),
    marks: [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...statusAnnotations(report.outcomes, workspace.manifest, toRepoPath),
    ],
    of: report.outcomes.length,
    output: (context) => statusOutput(report, context),
    summary: withPage(statusAsMarkdown(report), page),
  });
}
