import { type Command, Option } from 'commander';
import { budgetMinutes, overrideReason, planDigest, readSeconds, storyCount } from './options.ts';
import type { SyncOptions } from './sync.ts';

/** What a sync alone can be told. */
export function withSyncFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--plan <file>', 'apply exactly this plan').conflicts([
        'destination',
        'story',
        'label',
        'ring',
        'shard',
        'pending',
        'manual',
        'force',
      ]),
    )
    .option(
      '--time-budget <minutes>',
      'how long the run may take; what it does not come to is reported as not reached',
      budgetMinutes,
    )
    .option('--manual', 'push manual-only destinations too', false)
    .option('--force', 'push unchanged stories too, and those whose verification failed before', false)
    .option(
      '--prune [count]',
      "delete the stories and the vendor's sync destinations left behind, if exactly this many may be deleted; a copy of each story is kept on the state branch",
      storyCount,
    )
    .option(
      '--prune-stories [count]',
      'with --prune: have the vendor delete what these sync destinations carried as well, if it is exactly this many stories; no copy is kept',
      storyCount,
    )
    .addOption(
      new Option(
        '--replace <names...>',
        "delete the vendor's sync destination of these at its former place, keeping the stories there, and make it anew",
      ).conflicts(['plan']),
    )
    .addOption(
      new Option(
        '--takeover <names...>',
        "take these over as the manifest says: from the vendor's syncing to the push, or back",
      ).conflicts(['plan']),
    )
    .option(
      '--poll-timeout <seconds>',
      "how long to wait for the vendor's syncing (default: 120); what it has not done then is reported as not reached",
      readSeconds,
    )
    .addOption(
      new Option('--override-rollout <digest>', 'for this run: pass over rings, soak, batch, halt and windows')
        .argParser(planDigest)
        .conflicts(['plan', 'pending']),
    )
    .addOption(new Option('--reason <text>', 'with --override-rollout: why; it is recorded').argParser(overrideReason))
    .hook('preAction', (_, command) => {
      const { overrideRollout, reason, prune, pruneStories } = command.opts<SyncOptions>();
      if (pruneStories !== undefined && prune === undefined)
        command.error("error: option '--prune-stories' needs '--prune'");
      if (overrideRollout !== undefined && reason === undefined)
        command.error("error: option '--override-rollout' needs '--reason'");
      if (overrideRollout === undefined && reason !== undefined)
        command.error("error: option '--reason' needs '--override-rollout'");
    });
}
