import { doctorCommand } from '../commands/doctor/doctor.ts';
import type { Host } from './host.ts';
import { type ReadOptions, settingsOf } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';
import { doctorViews } from './views.ts';

export type DoctorOptions = Omit<ReadOptions, 'refresh'>;

/** `storysync doctor`: whether a sync could do its work, destination by destination. */
export async function doctor(host: Host, options: DoctorOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ base: false, setApart: true });
  if ('exitCode' in opened) return opened.exitCode;
  const trust = await session.trust(opened.workspace, options);
  const settings = settingsOf({ ...options, refresh: false }, trust);
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await doctorCommand(session.world, opened, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  const { problems, diagnosis, exitCode } = ended.value;
  session.warn(problems);
  session.result(doctorViews(diagnosis, session.outText));
  return exitCode;
}
