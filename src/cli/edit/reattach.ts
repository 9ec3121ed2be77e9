import type { PreparedEdit } from '../../commands/edit/manifest-edit.ts';
import { type ReattachResult, reattachCommand } from '../../commands/edit/reattach.ts';
import type { Plan } from '../../model/plan.ts';
import { type EditReport, editAsMarkdown, editAsText, pairRows } from '../../report/manifest-edit.ts';
import { inTerminal } from '../../report/phrase.ts';
import type { Host } from '../host.ts';
import { type ReadOptions, settingsOf } from '../options.ts';
import { openProgress } from '../progress/progress.ts';
import { type ExitCode, Session } from '../session.ts';
import { planViews } from '../views.ts';
import { consequencesOf, OFFLINE } from './consequences.ts';
import { changedManifest } from './manifest-edit.ts';

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
    meaning: [...(offline ? [OFFLINE] : []), ...consequencesOf(plan, manifest)],
  };
}
