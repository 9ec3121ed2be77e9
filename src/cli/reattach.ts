import type { PreparedEdit } from '../commands/edit/manifest-edit.ts';
import { type ReattachResult, reattachCommand } from '../commands/edit/reattach.ts';
import type { Plan, PlannedStory } from '../model/plan.ts';
import { type EditReport, editAsMarkdown, editAsText, pairRows } from '../report/manifest-edit.ts';
import { inTerminal, name, type Phrase, say } from '../report/phrase.ts';
import { count, someNames } from '../report/reason-words.ts';
import type { Host } from './host.ts';
import { changedManifest } from './manifest-edit.ts';
import { type ReadOptions, settingsOf } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';
import { planViews } from './views.ts';

export type ReattachOptions = Omit<ReadOptions, 'label' | 'ring'> & { readonly offline: boolean };

/** `storysync reattach`: shows what a destination would lose, and takes its stories out of `detached`. */
export async function reattach(host: Host, options: ReattachOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open();
  if ('exitCode' in opened) return opened.exitCode;
  const trust = await session.trust(opened.workspace, options);
  const { offline } = options;
  const settings = { ...settingsOf({ ...options, label: [], ring: [] }, trust), offline };
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await reattachCommand(session.world, opened.workspace, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  session.warn(ended.value.problems);
  show(session, ended.value, options);
  return ended.value.exitCode;
}

function show(session: Session, { plan, pairs, edit }: ReattachResult, options: ReattachOptions): void {
  const views = planViews(plan, session.outText);
  if (!edit.ok) {
    session.result(views);
    session.fail(edit.error.problems);
    return;
  }
  const report = reportOf(edit.value, plan, pairs, options);
  session.result({
    text: () => `${views.text()}\n${editAsText(report, session.outText)}`,
    markdown: () => `${views.markdown()}\n${editAsMarkdown(report)}`,
    json: views.json,
  });
  // The JSON document is the plan; what was done goes beside it.
  if (options.format === 'json') for (const phrase of report.meaning) session.say(inTerminal(phrase));
}

function reportOf(
  edit: PreparedEdit,
  plan: Plan,
  pairs: ReattachResult['pairs'],
  { offline, manifest }: ReattachOptions,
): EditReport {
  return {
    ...changedManifest(edit),
    did: pairRows(pairs.map((pair) => ({ ...pair, did: 'reattached' }))),
    meaning: [...(offline ? [OFFLINE] : []), ...meaningOf(plan, manifest)],
  };
}

const OFFLINE: Phrase = [
  'Offline: no tenant was asked, so the plan above does not know what was edited there and would be overwritten.',
];

/** What follows from the edit, in the order in which it matters. */
function meaningOf({ destinations }: Plan, manifest: string): readonly Phrase[] {
  const entries = destinations.flatMap(({ name: at, stories }) => stories.map((story) => ({ at, story })));
  const withThe = (test: (story: PlannedStory) => boolean) => entries.filter(({ story }) => test(story));
  const pushed = withThe(({ action }) => action === 'create' || action === 'update');
  const edited = withThe(({ action, drift }) => action === 'update' && drift.length > 0);
  const tagged = withThe(({ detached }) => detached);
  const stopped = withThe(({ action }) => action === 'blocked');
  const waiting = withThe(({ action, detached }) => action === 'skip' && !detached);
  const at = (some: typeof entries): Phrase => someNames([...new Set(some.map((each) => each.at))]);
  return [
    ...(pushed.length === 0
      ? []
      : [
          say`The next sync pushes ${count(pushed.length, 'story', 'stories')}.`,
          say`Commit ${name(manifest)} if that is what you want.`,
        ]),
    ...(edited.length === 0
      ? []
      : [say`Edited at ${at(edited)}: the edit is saved as a named version there, then overwritten.`]),
    ...(tagged.length === 0
      ? []
      : [
          say`Also detached by its tag at ${at(tagged)}: remove the tag "detached-from-sync" from the story there as well.`,
        ]),
    ...(waiting.length === 0 ? [] : [say`Waits at ${at(waiting)} anyway; the plan says why.`]),
    ...(stopped.length === 0 ? [] : [say`Blocked at ${at(stopped)}: the next sync reports it as failed.`]),
    ...(pushed.length + tagged.length + stopped.length + waiting.length === 0
      ? [['Equal to git already: the next sync has nothing to push for it.']]
      : []),
  ];
}
