import { statusCommand } from '../commands/status.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Host } from './host.ts';
import { type ReadOptions, settingsOf } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';
import { statusViews } from './views.ts';

export type StatusOptions = ReadOptions & { readonly live: boolean; readonly alias: boolean };

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
  const { live } = options;
  const trust = await session.trust(opened.workspace, { ...options, offline: !live });
  const page = options.format === 'html' ? { page: { alias: options.alias } } : {};
  const settings = { ...settingsOf(options, trust), live, ...page };
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await statusCommand(session.world, opened.workspace, settings, progress);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  const { problems, notAsked, exitCode } = ended.value;
  session.warn(problems);
  session.warn(notAsked);
  session.result(statusViews(ended.value, session.outText));
  return exitCode;
}

/** What would be ignored silently is refused. */
function findMisplaced(options: StatusOptions): readonly Problem[] {
  const { live, refresh, state, trustWorktree, trace, readTimeout, rate } = options;
  if (live) return [];
  return [
    ...(refresh ? [needsLive('--refresh', 'no tenant is asked, so there is nothing to compare in full')] : []),
    ...(trustWorktree ? [needsLive('--trust-worktree', 'no tenant is asked, so no key goes anywhere')] : []),
    ...(trace === undefined
      ? []
      : [needsLive('--trace', 'no tenant is asked, so there is no request to write down', 'FILE')]),
    ...(readTimeout === undefined
      ? []
      : [needsLive('--read-timeout', 'no tenant is asked, so nothing takes time', readTimeout)]),
    ...(rate === undefined ? [] : [needsLive('--rate', 'no tenant is asked, so nothing is limited', rate)]),
    ...(state ? [] : [needsLive('--no-state', 'recorded state is all there is to tell')]),
  ];
}

function needsLive(option: string, why: string, value?: string | number): Problem {
  const given = value === undefined ? option : `${option} ${value}`;
  return {
    code: 'RUN020',
    severity: 'error',
    message: `status ${option} needs --live: ${why}`,
    hint: `ask the tenants with "storysync status --live ${given}", or leave ${option} out`,
  };
}
