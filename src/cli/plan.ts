import { planCommand } from '../commands/plan.ts';
import { savePlan } from '../commands/save-plan.ts';
import { unnarrowedExitCode } from '../commands/select.ts';
import { findTouchedFiles } from '../commands/touched-files.ts';
import { planToJson } from '../documents/plan-json.ts';
import type { Plan } from '../model/plan.ts';
import { recordedAge } from '../report/age.ts';
import { planExitCode } from '../report/exit-code.ts';
import { inTerminal } from '../report/phrase.ts';
import { planAsMarkdown } from '../report/plan/plan-markdown.ts';
import { planAsText } from '../report/plan/plan-text.ts';
import { touchedFilesPhrase } from '../report/plan/touched-files.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { bind } from '../trust/bind.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import {
  type CommitOptions,
  type CommonOptions,
  type RunOptions,
  type SelectorOptions,
  selectorsOf,
  type TrustOptions,
} from './options.ts';
import { openProgress } from './progress.ts';
import { type ExitCode, Session } from './session.ts';

export type PlanOptions = CommonOptions &
  SelectorOptions &
  RunOptions &
  TrustOptions &
  CommitOptions & {
    readonly base?: string;
    readonly out?: string;
    readonly expectNoChanges: boolean;
    readonly offline: boolean;
  };

/** `storysync plan`: what a sync would do, without the means to do it. */
export async function plan(host: Host, options: PlanOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const { at, base } = options;
  const opened = await session.open({
    ...(at === undefined ? {} : { at }),
    ...(base === undefined ? {} : { base }),
    setApart: true,
  });
  if ('exitCode' in opened) return opened.exitCode;
  session.sayCommit(opened.workspace);
  const trust = await session.trust(opened.workspace, options);
  const tenants = host.openTenants();
  try {
    const { state, refresh, concurrency, offline } = options;
    const remote = offline ? 'ignore' : 'use';
    const settings = {
      selectors: selectorsOf(options),
      state,
      refresh,
      concurrency,
      keys: bind(trust),
      offline,
      remote,
    } as const;
    // Offline there is nothing to wait for, and no line per destination that would say it was read.
    const progress = openProgress(host.terminal, options.quiet || offline);
    const result = await planCommand(session.world, opened.workspace, settings, tenants, progress);
    if (!result.ok) {
      session.fail(result.error);
      return 2;
    }
    if (offline) {
      const age = recordedAge(result.value.recordedAt, session.world.clock.now().toISOString());
      session.say(`Offline: planned from git alone, no tenant is asked; ${age}.`);
    }
    session.warn(result.value.problems);
    if (result.value.unsigned) session.say(UNSIGNED_STATE);
    session.warnUnbound(
      trust,
      opened.workspace,
      result.value.plan.destinations.map(({ name }) => name),
    );
    await sayTouchedFiles(session, opened.workspace);
    showPlan(session, result.value.plan);
    if (options.out !== undefined) {
      const unsaved = await savePlan(session.world, options.out, result.value.planFile);
      if (unsaved !== undefined) {
        session.fail([unsaved]);
        return 2;
      }
      session.say(`Plan saved. To apply exactly this plan: storysync sync --plan ${options.out}`);
    }
    const code = planExitCode(result.value.plan, { expectNoChanges: options.expectNoChanges });
    return code === 0 ? unnarrowedExitCode(opened.opened.problems, settings.selectors) : code;
  } finally {
    await tenants.close();
  }
}

/** What the causes in the plan refer to; a machine reads them from the plan. */
async function sayTouchedFiles(session: Session, workspace: Workspace): Promise<void> {
  if (session.options.format !== 'text') return;
  const changed = await findTouchedFiles(workspace);
  if (changed) session.say(inTerminal(touchedFilesPhrase(changed)));
}

function showPlan(session: Session, value: Plan): void {
  session.result({
    text: () => planAsText(value, session.outText),
    markdown: () => planAsMarkdown(value),
    json: () => planToJson(value),
  });
}
