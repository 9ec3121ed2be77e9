import { doctorCommand } from '../commands/doctor/doctor.ts';
import { progressIn } from './job-progress.ts';
import { type Given, readSettingsOf } from './open-files.ts';
import { endRefused } from './render/end-early.ts';
import { reportDoctor } from './render/report-doctor.ts';

/** Whether a sync could do its work, on the lines of the manifest. Tenants are asked, and nothing is written. */
export async function runDoctor(given: Given): Promise<0 | 1> {
  const { job, check, files, workspace, trust } = given;
  const ended = await doctorCommand(
    job.world,
    { workspace, problems: files.opened.problems },
    readSettingsOf(job, trust),
    progressIn(job.runner, check, job.world.clock),
  );
  if (ended.ok) await reportDoctor(given, ended.value);
  else await endRefused(job, check, ended.error);
  return ended.ok && ended.value.exitCode === 0 ? 0 : 1;
}
