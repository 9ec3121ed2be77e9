import { withExitCode } from '../commands/validate.ts';
import { type JobTrust, trustIn } from './decide/trust.ts';
import { type CheckRun, openCheckRun } from './github/check-run.ts';
import { LateCheckRun } from './github/late-check-run.ts';
import { NO_CHECK_RUN } from './github/no-check-run.ts';
import { runnerLog } from './github/workflow-commands.ts';
import { internalError } from './internal-error.ts';
import { headShaOf, type Job } from './job.ts';
import { openFiles } from './open-files.ts';
import type { CheckOutput } from './ports.ts';
import { reportFindings } from './render/report-findings.ts';
import { runDoctor } from './run-doctor.ts';
import { runExport } from './run-export.ts';
import { runPlan } from './run-plan.ts';
import { runReport } from './run-report.ts';
import { runStatus } from './run-status.ts';
import { runSync } from './run-sync.ts';
import { endWhenBroken, endWhenCancelled } from './stop.ts';

/** Carries out what there is to do, with a check run around it. */
export async function runJob(job: Job, grounds: JobTrust, superseded: boolean): Promise<0 | 1> {
  const { github, settings, trigger, tools, task, runner } = job;
  const start = {
    name: settings.checkName,
    headSha: headShaOf(trigger),
    title: `storysync ${task.kind}: started`,
  };
  const open = (): Promise<CheckRun> => openCheckRun(github, start, { log: runnerLog(), clock: tools.clock });
  const mayBeQuiet = settings.selectors.pending === true && trigger.event !== 'pull_request';
  const check = isOfShard(job) ? NO_CHECK_RUN : mayBeQuiet ? new LateCheckRun(open, tools.clock) : await open();
  // A sync listens itself: it finishes what is in flight.
  const cancelled =
    task.kind === 'sync'
      ? undefined
      : endWhenCancelled(() =>
          lastly(job, check.complete({ output: cancelledOutput(task), annotations: [], conclusion: 'cancelled' })),
        );
  const broken = endWhenBroken(async (cause) => {
    runner.error(internalError(cause));
    await lastly(job, check.complete({ output: BROKEN, annotations: [], conclusion: 'failure' }));
  });
  try {
    return await runTask(job, grounds, check, superseded);
  } catch (cause) {
    // A check run that is never closed would block the pull request for good.
    await check.complete({ output: BROKEN, annotations: [], conclusion: 'failure' });
    throw cause;
  } finally {
    broken.close();
    cancelled?.close();
  }
}

/** Its annotations are one of many parts: the check run is that of the report. */
function isOfShard({ settings, task }: Job): boolean {
  return settings.selectors.shard !== undefined && (task.kind === 'sync' || task.kind === 'plan');
}

/** Side by side: GitHub leaves a cancelled job a moment. */
async function lastly({ tokens }: Job, told: Promise<unknown>): Promise<void> {
  await Promise.allSettled([told, tokens.revokeAll()]);
}

function cancelledOutput({ kind }: Job['task']): CheckOutput {
  const summary =
    kind === 'export'
      ? 'No tenant was changed; the export branch may already be pushed. The next run continues from there.'
      : 'Nothing was changed anywhere.';
  return { title: 'storysync: the job was cancelled', summary };
}

const BROKEN = {
  title: 'storysync: internal error',
  summary: 'This is a bug in storysync; see the job log.',
};

async function runTask(job: Job, grounds: JobTrust, check: CheckRun, superseded: boolean): Promise<0 | 1> {
  const { task } = job;
  if (task.kind === 'export') return runExport(job, grounds, check);
  const files = await openFiles(job);
  const { opened, workspace } = files;
  if (!workspace || task.kind === 'validate') {
    await reportFindings(job, check, files);
    return withExitCode(opened).exitCode === 0 ? 0 : 1;
  }
  if (task.kind === 'status') return runStatus({ job, check, files, workspace });
  const trust = trustIn(grounds, job, workspace);
  const given = { job, check, files, workspace, trust };
  if (task.kind === 'doctor') return runDoctor(given);
  if (task.kind === 'report') return runReport(given);
  if (task.kind === 'plan') return runPlan(given, task);
  // Without a word on where keys may go, all that is left of a sync is its plan.
  return trust.kind === 'nobody' ? runPlan(given, INSTEAD_OF_SYNC) : runSync(given, superseded);
}

const INSTEAD_OF_SYNC = { kind: 'plan', refresh: false, reportOnly: false, insteadOfSync: true } as const;
