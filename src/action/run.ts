import { findingsExitCode } from '../report/exit-code.ts';
import { type CheckRun, openCheckRun } from './check-run.ts';
import { headShaOf, type Job, openFiles, openJob, type Tools } from './job.ts';
import type { CheckOutput } from './ports.ts';
import { reportFindings } from './report-findings.ts';
import { runExport } from './run-export.ts';
import { endEarly, runPlan } from './run-plan.ts';
import { runStatus } from './run-status.ts';
import { runSync } from './run-sync.ts';
import type { Runner } from './runner.ts';
import { endWhenCancelled } from './stop.ts';
import { strangeCheckout } from './strange-checkout.ts';
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
      : endWhenCancelled(() =>
          check.complete({ output: cancelledOutput(task), annotations: [], conclusion: 'cancelled' }),
        );
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

function cancelledOutput({ kind }: Job['task']): CheckOutput {
  const summary =
    kind === 'export'
      ? 'No tenant was changed; the branch of the export may be pushed already. The next run goes on from there.'
      : 'Nothing was changed anywhere.';
  return { title: 'storysync: the job was cancelled', summary };
}

const BROKEN = {
  title: 'storysync: internal error',
  summary: 'This is a fault of storysync. The log of the job has it.',
};

async function runTask(job: Job, check: CheckRun): Promise<0 | 1> {
  const { task } = job;
  if (task.kind === 'export') return runExport(job, check);
  const files = await openFiles(job);
  const { opened, workspace } = files;
  if (!workspace || task.kind === 'validate') {
    await reportFindings(job, check, files);
    return findingsExitCode(opened.problems);
  }
  if (task.kind === 'status') return runStatus(job, check, files, workspace);
  const strange = strangeCheckout(job.trigger, workspace);
  if (strange !== undefined) return endEarly(job, check, [strange]);
  return task.kind === 'plan' ? runPlan(job, task, check, files, workspace) : runSync(job, check, files, workspace);
}
