import { changedPictures } from '../commands/diff/changed-pictures.ts';
import { planCommand } from '../commands/plan.ts';
import type { PlanPurpose } from '../commands/plan-findings.ts';
import { foldedPicture } from '../report/picture-markdown.ts';
import { untold } from '../trust/problems.ts';
import type { Task } from './decide/choose-command.ts';
import { openStickyComment, type StickyComment } from './github/comment.ts';
import { headShaOf, type Job } from './job.ts';
import { progressIn } from './job-progress.ts';
import { type Given, readSettingsOf } from './open-files.ts';
import { commentMarker, plainComment } from './render/comment-body.ts';
import { endRefused } from './render/end-early.ts';
import { problemLine } from './render/problem-line.ts';
import { reportPlan } from './render/report-plan.ts';
import { tellingOf } from './telling.ts';

type PlanTask = Extract<Task, { kind: 'plan' }>;

/** Plans, and shows the plan on the check run, in the one comment, in the summary and in a file. */
export async function runPlan(given: Given, task: PlanTask): Promise<0 | 1> {
  const { job, check, files, workspace, trust } = given;
  const marker = commentMarker(job.settings.checkName, files.manifestPath);
  const comment = await openComment(job, marker);
  await comment?.markOutdated(headShaOf(job.trigger));
  const purpose = purposeOf(task);
  if (purpose === 'instead_of_sync' && trust.kind === 'nobody') job.runner.error(problemLine(untold(trust, 'error')));
  const tell =
    task.insteadOfSync || job.settings.selectors.shard !== undefined
      ? undefined
      : tellingOf(job, 'plan', workspace.commit);
  const settings = {
    ...readSettingsOf(job, trust),
    refresh: task.refresh,
    offline: false,
    purpose,
    ...(tell ? { tell } : {}),
  };
  const { problems } = files.opened;
  const ended = await planCommand(
    job.world,
    { workspace, problems },
    settings,
    progressIn(job.runner, check, job.world.clock),
  );
  if (!ended.ok) {
    const told = await endRefused(job, check, ended.error);
    // An older plan does not stay, with a promise of a newer one above it.
    if (comment?.exists) await comment.write(plainComment(told, { marker }));
    return 1;
  }
  const changed = comment === undefined ? [] : await changedPictures(workspace);
  const pictures = changed.map(({ key, picture }) => foldedPicture(key, picture, changed.length === 1));
  await reportPlan(given, ended.value, { comment, marker, pictures: pictures.filter((each) => each !== '') });
  return ended.value.exitCode === 0 ? 0 : 1;
}

function purposeOf({ reportOnly, insteadOfSync }: PlanTask): PlanPurpose {
  if (insteadOfSync) return 'instead_of_sync';
  return reportOnly ? 'drift' : 'review';
}

async function openComment(
  { github, runner, settings, trigger }: Job,
  marker: string,
): Promise<StickyComment | undefined> {
  // One comment cannot be that of several shards.
  if (trigger.event !== 'pull_request' || !settings.comment || settings.selectors.shard !== undefined) return undefined;
  return openStickyComment(github, { issue: trigger.number, marker }, (text) => runner.warning(text));
}
