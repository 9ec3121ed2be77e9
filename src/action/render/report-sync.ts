import type { ExitCode } from '../../commands/ended.ts';
import type { SyncResult } from '../../commands/sync/sync.ts';
import { plain } from '../../diagnostics/paint.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { shardAsMarkdown } from '../../report/sync/shard-markdown.ts';
import { syncAsMarkdown } from '../../report/sync/sync-markdown.ts';
import { syncAsText } from '../../report/sync/sync-text.ts';
import { statusConclusion } from '../decide/conclusion.ts';
import { keepPage, withPage } from '../keep-page.ts';
import type { Given } from '../open-files.ts';
import { findingAnnotations, statusAnnotations } from './annotations.ts';
import { syncOutput } from './check-output.ts';
import { publish, setOutputs } from './publish.ts';
import { logRun } from './report-findings.ts';

/** What a sync did, pair by pair: in the log, on the manifest's lines, in the summary and in files. */
export async function reportSync(
  { job, check, files, workspace }: Given,
  result: SyncResult & { readonly exitCode: ExitCode },
): Promise<void> {
  const { runner } = job;
  const { report, plan, outcomes, found } = result;
  logRun(job, files, workspace.manifest, result);
  runner.info(syncAsText(report, { paint: plain, verbose: false }));
  const planFile = await runner.keep('plan.json', result.planFile());
  const statusFile = await runner.keep('status.json', canonicalJson(result.status));
  const page = await keepPage({ job, files, workspace });
  const outputs = { plan, outcomes, planFile, statusFile, ...(page ? { pageFile: page.file } : {}) };
  // A tick with nothing to do: whoever looks at the commit is to find the report of the last run that did something.
  if (result.askedNobody && result.exitCode === 0 && !check.isOpen) return setOutputs(job, outputs);
  await publish(job, check, {
    outputs,
    conclusion: statusConclusion(outcomes, found),
    marks: [
      ...findingAnnotations(files.opened.problems, files.toRepoPath),
      ...statusAnnotations(outcomes, workspace.manifest, files.toRepoPath),
    ],
    of: outcomes.length,
    output: (context) => syncOutput(report, context),
    summary: withPage(report.shard === undefined ? syncAsMarkdown(report) : shardAsMarkdown(report), page),
  });
}
