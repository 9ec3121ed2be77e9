import { statusCommand } from '../commands/status.ts';
import { NOT_ASKED } from '../trust/trust.ts';
import { progressIn } from './job-progress.ts';
import { type Given, readSettingsOf } from './open-files.ts';
import { endRefused } from './render/end-early.ts';
import { reportStatus } from './render/report-status.ts';

/** Where every story stands, as earlier runs recorded it, on the lines of the manifest. No tenant is asked. */
export async function runStatus(given: Omit<Given, 'trust'>): Promise<0 | 1> {
  const { job, check, workspace } = given;
  const settings = { ...readSettingsOf(job, NOT_ASKED), live: false };
  const ended = await statusCommand(job.world, workspace, settings, progressIn(job.runner, check, job.world.clock));
  if (ended.ok) await reportStatus(given, ended.value);
  else await endRefused(job, check, ended.error);
  return ended.ok && ended.value.exitCode === 0 ? 0 : 1;
}
