import type { PlanResult } from '../../commands/plan.ts';
import { shardText } from '../../commands/shard/shard.ts';
import { shardsFor } from '../../commands/shard/shards.ts';
import { plain } from '../../diagnostics/paint.ts';
import { planAsMarkdown } from '../../report/plan/plan-markdown.ts';
import { planAsText } from '../../report/plan/plan-text.ts';
import { shardPlanAsMarkdown } from '../../report/plan/shard-plan-markdown.ts';
import { planConclusion } from '../decide/conclusion.ts';
import type { StickyComment } from '../github/comment.ts';
import type { Given } from '../open-files.ts';
import { findingAnnotations, planAnnotations } from './annotations.ts';
import { planOutput } from './check-output.ts';
import { planComment } from './comment-body.ts';
import { nativeAnnotations } from './native-annotations.ts';
import { planNotes } from './plan-notes.ts';
import { publish, setOutputs } from './publish.ts';
import { logRun } from './report-findings.ts';

/** The plan in the log, on the check run, in the one comment, in the summary and in a file. */
export async function reportPlan(
  { job, check, files, workspace, trust }: Given,
  result: PlanResult,
  sticky: {
    readonly comment: StickyComment | undefined;
    readonly marker: string;
    readonly pictures: readonly string[];
  },
): Promise<void> {
  const { plan, unbound, planFile, unsigned } = result;
  const { toRepoPath, opened } = files;
  logRun(job, files, workspace.manifest, result);
  job.runner.info(planAsText(plan, { paint: plain, verbose: false, unsigned }));
  const notes = planNotes(job, trust, result);
  const shards = shardsFor(workspace.manifest, job.settings.shardSize);
  const { shard } = job.settings.selectors;
  const outputs = { plan, shards, planFile: await job.runner.keep('plan.json', planFile()) };
  if (result.askedNobody && result.exitCode === 0 && !check.isOpen) return setOutputs(job, outputs);
  await publish(job, check, {
    outputs,
    conclusion: planConclusion(result),
    marks: [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...planAnnotations(plan, workspace.manifest, { toRepoPath, unbound }),
      ...nativeAnnotations(plan, workspace.manifest, toRepoPath),
    ],
    of: plan.destinations.reduce((sum, { stories }) => sum + stories.length, 0),
    output: (context) => planOutput(plan, { ...context, unsigned }),
    summary: shard === undefined ? planAsMarkdown(plan, { unsigned }) : shardPlanAsMarkdown(plan, shardText(shard)),
    notes,
  });
  await sticky.comment?.write(planComment(plan, { marker: sticky.marker, notes, unsigned, pictures: sticky.pictures }));
}
