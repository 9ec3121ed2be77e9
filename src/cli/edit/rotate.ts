import { type RotateResult, rotateCommand } from '../../commands/edit/rotate.ts';
import { findingsToJson } from '../../documents/findings/findings-json.ts';
import { type EditReport, editAsMarkdown, editAsText } from '../../report/manifest-edit.ts';
import { name, type Phrase, say } from '../../report/phrase.ts';
import { someNames } from '../../report/reason-words.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { type ExitCode, Session } from '../session.ts';
import { changedManifest, editedFile } from './manifest-edit.ts';

export type RotateOptions = CommonOptions & { readonly destination: readonly string[] };

/** `storysync rotate`: has the vendor given the keys of destinations again, by their numbers in the manifest. */
export async function rotate(host: Host, options: RotateOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ base: false });
  if ('exitCode' in opened) return opened.exitCode;
  const result = await rotateCommand(session.world, opened.workspace, { destinations: options.destination });
  if (!result.ok) return session.end(result.error, opened.opened);
  const report = reportOf(result.value);
  session.result({
    text: () => editAsText(report, session.outText),
    markdown: () => editAsMarkdown(report),
    json: () => findingsToJson([], options.manifest, opened.opened.counts, [editedFile(result.value.edit)]),
  });
  return result.value.exitCode;
}

function reportOf({ edit, rotated }: RotateResult): EditReport {
  const same = Map.groupBy(rotated, ({ version }) => version);
  const did = [...same].map(([version, all]): Phrase => {
    return say`${someNames(all.map((each) => each.name))}: key version ${String(version)}`;
  });
  const keys = [...new Set(rotated.map(({ keyName }) => keyName))];
  const meaning: readonly Phrase[] = [
    say`Put the new ${keys.length === 1 ? 'key' : 'keys'} into ${someNames(keys)} first.`,
    ['The next sync hands over what is there; the vendor never shows a key, so nothing compares them.'],
    say`Commit ${name(edit.file)} for it to take effect.`,
  ];
  return { ...changedManifest(edit), did, meaning };
}
