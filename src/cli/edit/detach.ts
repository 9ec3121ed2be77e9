import { type DetachResult, detachCommand } from '../../commands/edit/detach.ts';
import { findingsToJson } from '../../documents/findings/findings-json.ts';
import { type EditReport, editAsMarkdown, editAsText, pairRows } from '../../report/manifest-edit.ts';
import { name, type Phrase, say } from '../../report/phrase.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, PairOptions } from '../options.ts';
import { type ExitCode, Session } from '../session.ts';
import { changedManifest, editedFile } from './manifest-edit.ts';

export type DetachOptions = CommonOptions &
  PairOptions & { readonly reason: string; readonly owner?: string; readonly until?: string };

/** `storysync detach`: takes stories out of sync at destinations, in the manifest. */
export async function detach(host: Host, options: DetachOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ base: false });
  if ('exitCode' in opened) return opened.exitCode;
  const { reason, owner, until } = options;
  const result = await detachCommand(session.world, opened.workspace, {
    selectors: { destinations: options.destination, stories: options.story },
    detachment: { reason, ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }) },
  });
  if (!result.ok) return session.end(result.error, opened.opened);
  const report = reportOf(result.value);
  session.result({
    text: () => editAsText(report, session.outText),
    markdown: () => editAsMarkdown(report),
    json: () => findingsToJson([], options.manifest, opened.opened.counts, [editedFile(result.value.edit)]),
  });
  return result.value.exitCode;
}

function reportOf({ edit, pairs }: DetachResult): EditReport {
  const meaning: readonly Phrase[] = pairs.some(({ did }) => did === 'detached')
    ? [
        ['No longer pushed there, and never deleted.'],
        ['Still compared: plan and status show how far behind it is.'],
        say`Commit ${name(edit.file)} for it to take effect.`,
        ['To bring a story back: storysync reattach --destination NAME --story KEY'],
      ]
    : [];
  return { ...changedManifest(edit), did: pairRows(pairs), meaning };
}
