import { openWorkspace } from '../commands/workspace.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import type { Host } from './host.ts';
import type { CommonOptions } from './options.ts';
import { type ExitCode, Session } from './session.ts';

/** `storysync validate`: manifest, story files and their agreement; offline. */
export async function validate(host: Host, options: CommonOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await openWorkspace(session.world, options.manifest);
  if (opened.unreadable) return session.refuse(opened);
  session.findings(opened);
  return findingsExitCode(opened.problems);
}
