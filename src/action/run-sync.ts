import { syncCommand } from '../commands/sync/sync.ts';
import { forMarkdown } from '../report/escape.ts';
import { mayWrite, readJobTrust } from './decide/trust.ts';
import { type JobProgress, progressIn } from './job-progress.ts';
import { type Given, readSettingsOf } from './open-files.ts';
import type { CheckOutput } from './ports.ts';
import { endRefused } from './render/end-early.ts';
import { reportSync } from './render/report-sync.ts';
import { stopOnCancel } from './stop.ts';
import { tellingOf } from './telling.ts';

/** Plans and pushes, and reports every pair on the manifest's lines, whatever GitHub makes of it. */
export async function runSync(given: Given, superseded: boolean): Promise<0 | 1> {
  const { job, check, files, workspace, trust } = given;
  const { runner, world } = job;
  const { manual, force, override, consent, prune, pruneStories, planFile, timeBudget } = job.settings;
  const past = override === undefined ? {} : { override };
  const plan = planFile === undefined ? {} : { planFile };
  const budget = timeBudget === undefined ? {} : { timeBudget };
  const isOvertaken = async (): Promise<boolean> => mayWrite(job, await readJobTrust(job)) === 'superseded';
  const agreed = consent === undefined ? {} : { consent };
  const losing = {
    ...(prune === undefined ? {} : { prune }),
    ...(pruneStories === undefined ? {} : { pruneStories }),
  };
  // Of a shard the status file holds them: one message for all is sent by the report.
  const tell = job.settings.selectors.shard === undefined ? tellingOf(job, 'sync', workspace.commit) : undefined;
  const how = {
    manual,
    force,
    superseded,
    isOvertaken,
    noteChanges: tell !== undefined,
    ...agreed,
    ...losing,
    ...past,
    ...plan,
    ...budget,
  };
  const settings = { ...readSettingsOf(job, trust), ...how };
  const progress = progressIn(runner, check, world.clock);
  const stop = stopOnCancel({
    clock: world.clock,
    budget: timeBudget,
    say: (text) => runner.warning(text),
    // What is still in flight may end in time all the same; then the report replaces this.
    lastCall: () => {
      void check.complete({ output: cutOffOutput(progress), annotations: [], conclusion: 'cancelled' });
      // Whoever is at work has its key.
      void job.tokens.revokeAll();
    },
  });
  try {
    const hands = { progress, stop: stop.signal };
    const ended = await syncCommand(world, { workspace, problems: files.opened.problems }, settings, hands);
    if (ended.ok) await reportSync(given, ended.value);
    else await endRefused(job, check, ended.error);
    // Last: whoever is told, or cannot be, keeps no report waiting.
    if (ended.ok) await tell?.(ended.value.changes);
    return ended.ok && ended.value.exitCode === 0 ? 0 : 1;
  } finally {
    stop.close();
  }
}

function cutOffOutput(progress: JobProgress): CheckOutput {
  return {
    title: 'storysync: the job was cancelled',
    summary: `${forMarkdown(progress.atWork())}\n\nWhat was in flight may have arrived all the same. The next run looks, and goes on from there.`,
  };
}
