import { statusCommand } from '../commands/status.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { statusToJson } from '../documents/status-json.ts';
import { statusExitCode } from '../report/exit-code.ts';
import { standingAsMarkdown } from '../report/status/status-markdown.ts';
import type { StandingReport } from '../report/status/status-report.ts';
import { standingAsText } from '../report/status/status-text.ts';
import { bind } from '../trust/bind.ts';
import type { Host } from './host.ts';
import {
  type CommonOptions,
  type RunOptions,
  type SelectorOptions,
  selectorsOf,
  type TrustOptions,
} from './options.ts';
import { openProgress } from './progress.ts';
import { type ExitCode, Session } from './session.ts';

export type StatusOptions = CommonOptions & SelectorOptions & RunOptions & TrustOptions & { readonly live: boolean };

/** `storysync status`: where every story stands, as recorded or, with `--live`, as the tenants answer. */
export async function status(host: Host, options: StatusOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const misplaced = findMisplaced(options);
  if (misplaced.length > 0) {
    session.fail(misplaced);
    return 2;
  }
  const opened = await session.open({ base: false });
  if ('exitCode' in opened) return opened.exitCode;
  const trust = await session.trust(opened.workspace, { ...options, offline: !options.live });
  const tenants = host.openTenants();
  try {
    const { state, refresh, concurrency, live } = options;
    const settings = { selectors: selectorsOf(options), state, refresh, concurrency, keys: bind(trust), live };
    const progress = openProgress(host.terminal, options.quiet);
    const result = await statusCommand(session.world, opened.workspace, settings, tenants, progress);
    if (!result.ok) {
      session.fail(result.error);
      return 2;
    }
    session.warn(result.value.problems);
    session.warnUnbound(
      trust,
      opened.workspace,
      result.value.report.outcomes.map(({ destination }) => destination),
    );
    showStanding(session, result.value.report);
    return statusExitCode(result.value.report.outcomes);
  } finally {
    await tenants.close();
  }
}

function showStanding(session: Session, report: StandingReport): void {
  session.result({
    text: () => standingAsText(report, session.outText),
    markdown: () => standingAsMarkdown(report),
    json: () => statusToJson(report),
  });
}

/** What would be ignored silently is refused. */
function findMisplaced({ live, refresh, state, trustWorktree }: StatusOptions): readonly Problem[] {
  if (live) return [];
  return [
    ...(refresh ? [needsLive('--refresh', 'no tenant is asked, so there is nothing to compare in full')] : []),
    ...(trustWorktree ? [needsLive('--trust-worktree', 'no tenant is asked, so no key goes anywhere')] : []),
    ...(state ? [] : [needsLive('--no-state', 'recorded state is all there is to tell')]),
  ];
}

function needsLive(option: string, why: string): Problem {
  return {
    code: 'RUN020',
    severity: 'error',
    message: `status ${option} needs --live: ${why}`,
    hint: `ask the tenants with "storysync status --live ${option}", or leave ${option} out`,
  };
}
