import { type PlanResult, planCommand } from '../commands/plan.ts';
import type { PlanPurpose } from '../commands/plan-findings.ts';
import { findTouchedFiles } from '../commands/touched-files.ts';
import { recordedAge } from '../report/age.ts';
import { inTerminal } from '../report/phrase.ts';
import { touchedFilesPhrase } from '../report/plan/touched-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import { type CommitOptions, type ReadOptions, settingsOf } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';
import { planViews } from './views.ts';

export type PlanOptions = ReadOptions &
  CommitOptions & {
    readonly base?: string;
    readonly out?: string;
    readonly expectNoChanges: boolean;
    readonly offline: boolean;
  };

/** `storysync plan`: what a sync would do, without the means to do it. */
export async function plan(host: Host, options: PlanOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const { at, base, offline, out } = options;
  const opened = await session.open({
    ...(at === undefined ? {} : { at }),
    ...(base === undefined ? {} : { base }),
    setApart: true,
  });
  if ('exitCode' in opened) return opened.exitCode;
  session.sayCommit(opened.workspace);
  const purpose: PlanPurpose = options.expectNoChanges ? 'expect_no_changes' : 'review';
  const trust = await session.trust(opened.workspace, options);
  const settings = { ...settingsOf(options, trust), offline, purpose, ...(out === undefined ? {} : { out }) };
  // Offline there is nothing to wait for, and no line per destination that would say it was read.
  const progress = openProgress(host.terminal, options.quiet || offline);
  const ended = await planCommand(session.world, opened, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  await show(session, opened.workspace, ended.value, options);
  return ended.value.exitCode;
}

async function show(
  session: Session,
  workspace: Workspace,
  { plan: planned, problems, notAsked, unsigned, unsaved, recordedAt }: PlanResult,
  { offline, out }: PlanOptions,
): Promise<void> {
  if (offline) {
    const age = recordedAge(recordedAt, session.world.clock.now().toISOString());
    session.say(`Offline: planned from git alone, no tenant is asked; ${age}.`);
  }
  session.warn(problems);
  if (unsigned) session.sayUnsigned();
  session.warn(notAsked);
  await sayTouchedFiles(session, workspace);
  session.result(planViews(planned, { ...session.outText, unsigned }));
  if (unsaved !== undefined) session.fail([unsaved]);
  else if (out !== undefined) session.say(`Plan saved. To apply exactly this plan: storysync sync --plan ${out}`);
}

/** What the causes in the plan refer to; a machine reads them from the plan. */
async function sayTouchedFiles(session: Session, workspace: Workspace): Promise<void> {
  if (session.options.format !== 'text') return;
  const changed = await findTouchedFiles(workspace);
  if (changed) session.say(inTerminal(touchedFilesPhrase(changed)));
}
