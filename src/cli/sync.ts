import type { Progress } from '../commands/ports.ts';
import type { Consent } from '../commands/sync/prune.ts';
import { syncCommand } from '../commands/sync/sync.ts';
import { checkHead } from '../commands/trust.ts';
import type { Host } from './host.ts';
import { stopOnInterrupt } from './interrupt.ts';
import { type CommitOptions, type ReadOptions, settingsOf } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';
import { syncViews } from './views.ts';

export type SyncOptions = ReadOptions &
  CommitOptions & {
    readonly plan?: string;
    /** Milliseconds. */
    readonly timeBudget?: number;
    readonly manual: boolean;
    readonly force: boolean;
    readonly prune?: number | true;
    readonly pruneStories?: number | true;
    readonly replace?: readonly string[];
    readonly takeover?: readonly string[];
    /** Seconds. */
    readonly pollTimeout?: number;
    /** Digest of the plan that was seen; `reason` stands beside it. */
    readonly overrideRollout?: string;
    readonly reason?: string;
  };

/** `storysync sync`: plan, then push exactly that plan. */
export async function sync(host: Host, options: SyncOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ ...(options.at === undefined ? {} : { at: options.at }), setApart: true });
  if ('exitCode' in opened) return opened.exitCode;
  session.sayCommit(opened.workspace);
  const trust = await session.trust(opened.workspace, options);
  const { manual, force, prune, pruneStories, plan: planFile, timeBudget, overrideRollout: digest, reason } = options;
  const { replace = [], takeover = [], pollTimeout } = options;
  const { workspace } = opened;
  const isOvertaken = async (): Promise<boolean> =>
    checkHead('sync', await session.trust(workspace, options), workspace.head) !== undefined;
  const settings = {
    ...settingsOf(options, trust),
    isOvertaken,
    manual,
    force,
    ...(planFile === undefined ? {} : { planFile }),
    ...(timeBudget === undefined ? {} : { timeBudget }),
    ...(prune === undefined ? {} : { prune: consentOf(prune) }),
    ...(pruneStories === undefined ? {} : { pruneStories: consentOf(pruneStories) }),
    consent: { replace: new Set(replace), takeover: new Set(takeover) },
    ...(pollTimeout === undefined ? {} : { pollTimeout: pollTimeout * 1000 }),
    ...(digest === undefined || reason === undefined ? {} : { override: { digest, reason } }),
  };
  const watched = openProgress(host.terminal, options.quiet);
  const interrupt = stopOnInterrupt(watched.say, {
    clock: session.world.clock,
    timeBudget,
    leave: host.leave,
  });
  try {
    const hands = { progress: pushAware(watched, interrupt.startPushing), stop: interrupt.stop };
    const ended = await syncCommand(session.world, opened, settings, hands);
    if (!ended.ok) return session.end(ended.error, opened.opened);
    const { problems, unreported, unsigned, report, status, exitCode } = ended.value;
    session.warn(session.showsReport ? unreported : problems);
    if (unsigned) session.sayUnsigned();
    session.result(syncViews(report, session.outText, status));
    return exitCode;
  } finally {
    interrupt.close();
  }
}

function consentOf(count: number | true): Consent {
  return count === true ? 'uncounted' : count;
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
