import { validateCommand } from '../commands/validate.ts';
import type { Desired } from '../model/desired.ts';
import { forTerminal } from '../report/escape.ts';
import type { Host } from './host.ts';
import type { CommonOptions } from './options.ts';
import { type ExitCode, Session } from './session.ts';

/** `storysync validate`: manifest, story files and their agreement; offline. */
export async function validate(host: Host, options: CommonOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await validateCommand(session.world, options.manifest, { base: false });
  if (opened.unreadable) return session.refuse(opened);
  session.findings(opened);
  if (options.verbose && opened.workspace) session.say(describeStories(opened.workspace.desired));
  return opened.exitCode;
}

/** What was looked at: each story, what it names at a destination, and the record types it keeps. */
function describeStories({ stories }: Desired): string {
  return [...stories.values()]
    .map(({ key, file, story, references, recordTypes }) => {
      const names = [
        ...new Set(references.map(({ kind, slug }) => `${kind} ${slug}`)),
        ...recordTypes.map(({ name }) => `record type ${name}`),
      ];
      return forTerminal(
        `${key}: ${file}, ${story.agents.length} actions; ${names.length > 0 ? names.join(', ') : 'names nothing'}`,
      );
    })
    .join('\n');
}
