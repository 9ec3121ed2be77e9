import { resolve } from 'node:path';
import { readApprovedPlan, unread } from '../commands/approved-plan.ts';
import type { Progress } from '../commands/ports.ts';
import { unnarrowedExitCode } from '../commands/select.ts';
import { sealFrom } from '../commands/state/seal.ts';
import { type SyncResult, syncCommand } from '../commands/sync.ts';
import { syncReportOf } from '../commands/sync-report.ts';
import { checkHead } from '../commands/trust.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, type Result } from '../diagnostics/result.ts';
import { statusToJson } from '../documents/status-json.ts';
import { readGivenFile } from '../files/given-file.ts';
import type { Plan } from '../model/plan.ts';
import { statusExitCode } from '../report/exit-code.ts';
import { statusAsMarkdown } from '../report/sync/sync-markdown.ts';
import type { SyncReport } from '../report/sync/sync-report.ts';
import { statusAsText } from '../report/sync/sync-text.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { bind } from '../trust/bind.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import { stopOnInterrupt } from './interrupt.ts';
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

export type SyncOptions = CommonOptions &
  SelectorOptions &
  RunOptions &
  TrustOptions &
  CommitOptions & {
    readonly plan?: string;
    readonly manual: boolean;
    readonly force: boolean;
    readonly prune?: number | true;
  };

/** `storysync sync`: plan, then push exactly that plan. */
export async function sync(host: Host, options: SyncOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ ...(options.at === undefined ? {} : { at: options.at }), setApart: true });
  if ('exitCode' in opened) return opened.exitCode;
  session.sayCommit(opened.workspace);
  const approved = options.plan === undefined ? undefined : await loadPlan(session, options.plan, opened.workspace);
  if (approved && !approved.ok) {
    session.fail([approved.error]);
    return 2;
  }
  const trust = await session.trust(opened.workspace, options);
  const misplaced = checkHead('sync', trust, opened.workspace.head);
  if (misplaced) {
    session.findings({ ...opened.opened, problems: [misplaced] });
    return 1;
  }
  const tenants = host.openTenants();
  const watched = openProgress(host.terminal, options.quiet);
  const interrupt = stopOnInterrupt(watched.say);
  try {
    const { state, refresh, concurrency, manual, force, prune } = options;
    const settings = {
      selectors: selectorsOf(options),
      keys: bind(trust),
      state,
      refresh,
      concurrency,
      manual,
      force,
      ...(approved ? { approved: approved.value } : {}),
      ...(prune === undefined ? {} : { prune: prune === true ? ('uncounted' as const) : prune }),
    };
    const progress = pushAware(watched, interrupt.startPushing);
    const result = await syncCommand(session.world, opened.workspace, settings, tenants, progress, interrupt.stop);
    if (!result.ok) {
      // Uncommitted changes are a finding like an invalid manifest; all else is a wrong call.
      if (result.error.every(({ code }) => code === 'RUN003' || code === 'RUN035')) {
        session.findings({ ...opened.opened, problems: result.error });
        return 1;
      }
      session.fail(result.error);
      return 2;
    }
    session.warn(session.showsReport ? unreported(result.value) : result.value.problems);
    if (result.value.unsigned) session.say(UNSIGNED_STATE);
    showStatus(session, {
      ...syncReportOf(opened.workspace.manifest, result.value),
      chosenCommit: options.at !== undefined,
    });
    const code = statusExitCode(result.value.outcomes, result.value.pruned);
    return code === 0 ? unnarrowedExitCode(opened.opened.problems, settings.selectors) : code;
  } finally {
    interrupt.close();
    await tenants.close();
  }
}

async function loadPlan(session: Session, file: string, { repository }: Workspace): Promise<Result<Plan, Problem>> {
  const { environment, directory } = session.world;
  const seal = await sealFrom(environment, repository);
  if (!seal.ok) return seal;
  const text = await readGivenFile(resolve(directory, file));
  return text.ok ? readApprovedPlan(text.value, file, seal.value) : fail(unread(file, text.error));
}

/** The report itself tells trouble with recorded state. */
function unreported({ problems, stateProblems }: SyncResult): readonly Problem[] {
  return problems.filter((problem) => !stateProblems.includes(problem));
}

function showStatus(session: Session, report: SyncReport): void {
  session.result({
    text: () => statusAsText(report, session.outText),
    markdown: () => statusAsMarkdown(report),
    json: () => statusToJson(report),
  });
}

/** From the first push on, a Ctrl-C finishes what is in flight. */
function pushAware(progress: Progress, startPushing: () => void): Progress {
  return {
    ...progress,
    begin: (phase, total) => {
      if (phase === 'push') startPushing();
      progress.begin(phase, total);
    },
  };
}
