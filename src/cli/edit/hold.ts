import { type Edited, holdCommand, type ReleaseResult, releaseCommand } from '../../commands/edit/hold.ts';
import type { PreparedEdit } from '../../commands/edit/manifest-edit.ts';
import { findingsToJson } from '../../documents/findings/findings-json.ts';
import { type EditReport, editAsMarkdown, editAsText } from '../../report/manifest-edit.ts';
import { name, type Phrase, say } from '../../report/phrase.ts';
import { someNames } from '../../report/reason-words.ts';
import type { OpenedWorkspace } from '../../workspace/workspace.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { type ExitCode, Session } from '../session.ts';
import { changedManifest, editedFile } from './manifest-edit.ts';

export type ReleaseOptions = CommonOptions & { readonly destination: readonly string[] };
export type HoldOptions = ReleaseOptions & {
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
};

/** `storysync hold`: stops every push to destinations, in the manifest. */
export async function hold(host: Host, options: HoldOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ base: false });
  if ('exitCode' in opened) return opened.exitCode;
  const { destination: destinations, reason, owner, until } = options;
  const result = await holdCommand(session.world, opened.workspace, {
    destinations,
    hold: { reason, ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }) },
  });
  if (!result.ok) return session.end(result.error, opened.opened);
  const { edit, edited } = result.value;
  const { destinations: all } = opened.workspace.manifest;
  const isServed = all.some(({ name: own, engine }) => engine === 'native' && isAmong(own, edited));
  const meaning = edited.some(({ did }) => did === 'held') ? whileHeld(edit, isServed) : [];
  show(session, options, opened, edit, { ...changedManifest(edit), did: rowsOf(edited), meaning });
  return result.value.exitCode;
}

/** `storysync release`: lets destinations be pushed to again, in the manifest. */
export async function release(host: Host, options: ReleaseOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ base: false });
  if ('exitCode' in opened) return opened.exitCode;
  const result = await releaseCommand(session.world, opened.workspace, { destinations: options.destination });
  if (!result.ok) return session.end(result.error, opened.opened);
  const { edit, edited } = result.value;
  const did = [...rowsOf(edited), ...stillHeld(result.value)];
  const meaning: readonly Phrase[] = [
    ['What waits there is pushed by the next sync; see it first: storysync plan'],
    say`Commit ${name(edit.file)} for it to take effect.`,
  ];
  show(session, options, opened, edit, { ...changedManifest(edit), did, meaning });
  return result.value.exitCode;
}

function show(
  session: Session,
  { manifest }: CommonOptions,
  { opened }: { readonly opened: OpenedWorkspace },
  edit: PreparedEdit,
  report: EditReport,
): void {
  session.result({
    text: () => editAsText(report, session.outText),
    markdown: () => editAsMarkdown(report),
    json: () => findingsToJson([], manifest, opened.counts, [editedFile(edit)]),
  });
}

function whileHeld({ file }: PreparedEdit, isServed: boolean): readonly Phrase[] {
  const flag =
    'Where the vendor syncs, the next sync sets its manual flag: a publish at the origin does not pass the hold.';
  return [
    ['Nothing is pushed there and nothing deleted, whatever a sync is asked for.'],
    ['Still compared: plan and status show what waits.'],
    ...(isServed ? [[flag]] : []),
    say`Commit ${name(file)} for it to take effect.`,
    ['To go on: storysync release --destination NAME'],
  ];
}

function isAmong(destination: string, edited: readonly Edited<Did>[]): boolean {
  return edited.some(({ holder }) => holder.kind === 'defaults' || holder.name === destination);
}

type Did = 'held' | 'changed' | 'nothing' | 'released';

const ONE: { readonly [did in Did]: string } = {
  held: 'is held',
  changed: 'was already held; its note is updated',
  nothing: 'is already held, with the same note; nothing changes',
  released: 'is released',
};

const MANY: { readonly [did in Did]: string } = {
  held: 'are held',
  changed: 'were already held; their notes are updated',
  nothing: 'are already held, with the same notes; nothing changes',
  released: 'are released',
};

/** Destinations that had the same done, in one row. */
function rowsOf(edited: readonly Edited<Did>[]): readonly Phrase[] {
  return [...Map.groupBy(edited, ({ did }) => did)].map(([did, same]) => {
    const names = same.flatMap(({ holder }) => (holder.kind === 'destination' ? [holder.name] : []));
    if (names.length === 0) return [`the whole fleet ${ONE[did]}`];
    return say`${someNames(names)} ${names.length === 1 ? ONE[did] : MANY[did]}`;
  });
}

function stillHeld({ edited, stillHeld: names }: ReleaseResult): readonly Phrase[] {
  if (names.length === 0) return [];
  const fleet = edited.some(({ holder }) => holder.kind === 'defaults');
  const stay = names.length === 1 ? 'stays' : 'stay';
  return [
    say`${someNames(names)} ${stay} held by ${fleet ? 'a "hold" of its own' : '"defaults", as every destination is'}`,
  ];
}
