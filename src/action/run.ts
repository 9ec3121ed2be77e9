import type { Workspace } from '../commands/workspace.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { type CheckRun, openCheckRun } from './check-run.ts';
import { headShaOf, type Job, openFiles, openJob, type Tools } from './job.ts';
import { reportFindings } from './report-findings.ts';
import { endEarly, runPlan } from './run-plan.ts';
import { runSync } from './run-sync.ts';
import type { Runner } from './runner.ts';
import { endWhenCancelled } from './stop.ts';
import { runnerLog } from './workflow-commands.ts';

/** Inputs and event in, the same commands as on the command line, outputs and reports out. Answers the exit code. */
export async function runAction(runner: Runner, tools: Tools): Promise<0 | 1> {
  const opened = await openJob(runner, tools);
  if (!opened.ok) {
    for (const message of opened.error) runner.error(message);
    return 1;
  }
  if (opened.value.kind === 'nothing') {
    runner.notice(opened.value.notice);
    return 0;
  }
  return runJob(opened.value.job);
}

async function runJob(job: Job): Promise<0 | 1> {
  const { github, settings, trigger, tools, task } = job;
  const start = {
    name: settings.checkName,
    headSha: headShaOf(trigger),
    title: `storysync ${task.kind}: work has begun`,
  };
  const check = await openCheckRun(github, start, { log: runnerLog(), now: () => tools.now().getTime() });
  // A sync listens itself: it finishes what is in flight.
  const cancelled =
    task.kind === 'sync'
      ? undefined
      : endWhenCancelled(() => check.complete({ output: CANCELLED, annotations: [], conclusion: 'cancelled' }));
  try {
    return await runTask(job, check);
  } catch (cause) {
    // A check run that is never closed would block the pull request for good.
    await check.complete({ output: BROKEN, annotations: [], conclusion: 'failure' });
    throw cause;
  } finally {
    cancelled?.close();
  }
}

const CANCELLED = { title: 'storysync: the job was cancelled', summary: 'Nothing was changed anywhere.' };

const BROKEN = {
  title: 'storysync: internal error',
  summary: 'This is a fault of storysync. The log of the job has it.',
};

async function runTask(job: Job, check: CheckRun): Promise<0 | 1> {
  const { task } = job;
  const files = await openFiles(job);
  const { opened, workspace } = files;
  if (!workspace || task.kind === 'validate') {
    await reportFindings(job, check, files);
    return findingsExitCode(opened.problems);
  }
  const strange = strangeCheckout(job.trigger, workspace);
  if (strange !== undefined) return endEarly(job, check, [strange]);
  return task.kind === 'plan' ? runPlan(job, task, check, files, workspace) : runSync(job, check, files, workspace);
}

/**
 * Events such as a comment run with all secrets and can be set off by anybody, by way of a `repository_dispatch` too.
 * Then keys are used for the event's own commit only, not for what somebody proposes and a step checked out. In a merge
 * queue that commit itself is still a proposal.
 */
export function strangeCheckout(
  trigger: Job['trigger'],
  { head, dirty }: Pick<Workspace, 'head' | 'dirty'>,
): string | undefined {
  if (trigger.event === 'merge_group') {
    return 'in a merge queue nothing is planned or synced, for what stands in it is not merged yet; use "command: validate" (or auto), and sync on "push"';
  }
  if (trigger.event !== 'other' && trigger.event !== 'repository_dispatch') return undefined;
  if (head === trigger.sha && !dirty) return undefined;
  const name = trigger.event === 'other' ? trigger.name : trigger.event;
  const found = head === trigger.sha ? 'its files were changed' : 'another one is checked out';
  return `under the event "${name}" only its own commit ${trigger.sha.slice(0, 12)} is planned or synced, but ${found}; use "pull_request" for what somebody proposes`;
}
