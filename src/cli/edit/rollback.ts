import type { PreparedEdit } from '../../commands/edit/manifest-edit.ts';
import { type PinnedHolder, type RollbackResult, rollbackCommand } from '../../commands/edit/rollback.ts';
import { type UnpinResult, unpinCommand } from '../../commands/edit/unpin.ts';
import type { Plan } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import { type EditReport, editAsMarkdown, editAsText } from '../../report/manifest-edit.ts';
import { inTerminal, name, type Phrase, say } from '../../report/phrase.ts';
import { someNames } from '../../report/reason-words.ts';
import type { Host } from '../host.ts';
import { type ReadOptions, settingsOf } from '../options.ts';
import { openProgress } from '../progress/progress.ts';
import { type ExitCode, Session } from '../session.ts';
import { planViews } from '../views.ts';
import { consequencesOf, OFFLINE } from './consequences.ts';
import { changedManifest } from './manifest-edit.ts';

export type UnpinOptions = Omit<ReadOptions, 'label' | 'ring'> & { readonly offline: boolean };
export type RollbackOptions = UnpinOptions & {
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
  readonly to?: string;
};

/** `storysync rollback`: shows what destinations would lose, and pins them to an earlier commit in the manifest. */
export async function rollback(host: Host, options: RollbackOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open();
  if ('exitCode' in opened) return opened.exitCode;
  const trust = await session.trust(opened.workspace, options);
  const { offline, reason, owner, until, to } = options;
  const note = { reason, ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }) };
  const read = { ...settingsOf({ ...options, label: [], ring: [] }, trust), offline, note };
  const settings = { ...read, ...(to === undefined ? {} : { to }) };
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await rollbackCommand(session.world, opened.workspace, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  const { problems, plan, edit, exitCode } = ended.value;
  session.warn(problems);
  if (edit.ok) show(session, plan, pinnedReport(edit.value, ended.value, options), options);
  else {
    session.result(planViews(plan, session.outText));
    session.fail(edit.error.problems);
  }
  return exitCode;
}

/** `storysync unpin`: takes the pin of destinations out of the manifest, and shows what the next sync brings. */
export async function unpin(host: Host, options: UnpinOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open();
  if ('exitCode' in opened) return opened.exitCode;
  const trust = await session.trust(opened.workspace, options);
  const settings = { ...settingsOf({ ...options, label: [], ring: [] }, trust), offline: options.offline };
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await unpinCommand(session.world, opened.workspace, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  const { problems, plan, exitCode } = ended.value;
  session.warn(problems);
  show(session, plan, unpinnedReport(ended.value, options), options);
  return exitCode;
}

function show(session: Session, plan: Plan, report: EditReport, { format }: UnpinOptions): void {
  const views = planViews(plan, session.outText);
  const of = (shown: string, edit: string): string => (plan.destinations.length === 0 ? edit : `${shown}\n${edit}`);
  session.result({
    text: () => of(views.text(), editAsText(report, session.outText)),
    markdown: () => of(views.markdown(), editAsMarkdown(report)),
    json: views.json,
  });
  // The JSON document is the plan; what was done goes beside it.
  if (format === 'json') for (const phrase of report.meaning) session.say(inTerminal(phrase));
}

const DID = {
  pinned: 'pinned to',
  changed: 'was pinned already; now to',
  nothing: 'already pinned to',
} as const;

function pinnedReport(edit: PreparedEdit, { plan, pinned }: RollbackResult, options: UnpinOptions): EditReport {
  const same = Map.groupBy(pinned, ({ did, pin }) => JSON.stringify([did, pin]));
  const did = [...same.values()].flatMap((each): readonly Phrase[] => {
    const [first] = each;
    if (first === undefined) return [];
    const { commit, stories } = first.pin;
    const some = stories === undefined ? [] : say` (${someNames(stories)})`;
    const extra = first.did === 'nothing' ? ', with the same note; nothing changes' : '';
    return [say`${whoOf(each)}: ${DID[first.did]} ${shortId(commit)}${some}${extra}`];
  });
  const meaning: readonly Phrase[] = [
    ...(options.offline ? [OFFLINE] : []),
    ...consequencesOf(plan, options.manifest, 'Equal to the pin'),
    ['No later merge changes what is pinned. To go on: storysync unpin --destination NAME'],
  ];
  return { ...changedManifest(edit), did, meaning };
}

function unpinnedReport({ edit, plan, unpinned, stillPinned }: UnpinResult, options: UnpinOptions): EditReport {
  const same = Map.groupBy(unpinned, ({ stories }) => JSON.stringify(stories ?? null));
  const did = [...same.values()].flatMap((each): readonly Phrase[] => {
    const stories = each[0]?.stories;
    return [say`${whoOf(each)}: unpinned${stories === undefined ? [] : say` (${someNames(stories)})`}`];
  });
  const stay: readonly Phrase[] =
    stillPinned.length === 0
      ? []
      : [say`${someNames(stillPinned)}: still pinned, ${isFleet(unpinned) ? 'by a pin of its own' : 'by "defaults"'}`];
  const next =
    plan.destinations.length === 0
      ? [say`Commit ${name(edit.file)} for it to take effect.`]
      : consequencesOf(plan, options.manifest);
  const meaning = [...(options.offline ? [OFFLINE] : []), ...next];
  return { ...changedManifest(edit), did: [...did, ...stay], meaning };
}

type Held = readonly Pick<PinnedHolder, 'holder'>[];

function whoOf(holders: Held): Phrase {
  if (isFleet(holders)) return ['the whole fleet'];
  return someNames(holders.flatMap(({ holder }) => (holder.kind === 'destination' ? [holder.name] : [])));
}

function isFleet(holders: Held): boolean {
  return holders.some(({ holder }) => holder.kind === 'defaults');
}
