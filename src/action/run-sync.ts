import { syncCommand } from '../commands/sync/sync.ts';
import { type Given, progressIn, readSettingsOf } from './job.ts';
import { endRefused } from './render/end-early.ts';
import { reportSync } from './render/report-sync.ts';
import { stopOnCancel } from './stop.ts';

/** Plans and pushes, and reports every pair on the manifest's lines, whatever GitHub makes of it. */
export async function runSync(given: Given, superseded: boolean): Promise<0 | 1> {
  const { job, check, files, workspace, trust } = given;
  const { runner, world } = job;
  const { manual, force, planFile, timeBudget } = job.settings;
  const plan = planFile === undefined ? {} : { planFile };
  const settings = { ...readSettingsOf(job, trust), manual, force, superseded, ...plan };
  const stop = stopOnCancel(timeBudget, (text) => runner.warning(text));
  try {
    const hands = { progress: progressIn(runner, check), stop: stop.signal };
    const ended = await syncCommand(world, { workspace, problems: files.opened.problems }, settings, hands);
    if (ended.ok) await reportSync(given, ended.value);
    else await endRefused(job, check, ended.error);
    return ended.ok && ended.value.exitCode === 0 ? 0 : 1;
  } finally {
    stop.close();
  }
}
