import type { Runner } from './github/runner.ts';
import { openJob, type Tools } from './job.ts';

/** Inputs and event in, the same commands as on the command line, outputs and reports out. Answers the exit code. */
export async function runAction(runner: Runner, loadTools: () => Promise<Tools>): Promise<0 | 1> {
  const opened = await openJob(runner, loadTools);
  if (!opened.ok) {
    for (const message of opened.error) runner.error(message);
    return 1;
  }
  if (opened.value.kind === 'nothing') {
    runner.notice(opened.value.notice);
    return 0;
  }
  const { job } = opened.value;
  // Loaded once it is known that there is a job: most events that a workflow listens to have none.
  const [{ mayWrite, readJobTrust }, { runJob }] = await Promise.all([
    import('./decide/trust.ts'),
    import('./carry-out.ts'),
  ]);
  const grounds = await readJobTrust(job);
  const business = mayWrite(job, grounds);
  if (typeof business === 'object') {
    if (business.fine) runner.notice(`Nothing to do: ${business.none}`);
    else runner.error(business.none);
    return business.fine ? 0 : 1;
  }
  return runJob(job, grounds, business === 'superseded');
}
