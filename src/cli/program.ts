import { Command, CommanderError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { demoWith } from './demo.ts';
import { detach } from './detach.ts';
import { emulator } from './emulator.ts';
import { type ExportFlags, exportStories } from './export.ts';
import { helpLayout } from './help.ts';
import type { Host } from './host.ts';
import {
  budgetMinutes,
  portNumber,
  storyCount,
  withCommit,
  withCommonOptions,
  withPairs,
  withReadTime,
  withRunOptions,
  withSelectors,
  withTrace,
  withTrust,
} from './options.ts';
import { plan } from './plan.ts';
import { reattach } from './reattach.ts';
import type { ExitCode } from './session.ts';
import { status } from './status.ts';
import { withSuggestion } from './suggest.ts';
import { sync } from './sync.ts';
import { validate } from './validate.ts';

/** At most 60 columns: an example is copied as it stands. */
const EXAMPLES = `
Examples:
  # check sync.yaml and its stories, offline
  storysync validate
  # what is published on the origin, as a commit
  storysync export --commit
  # what a sync would do; writes nothing, ever
  storysync plan
  # plan some destinations, then apply exactly that plan
  storysync plan --label ring=canary --out plan.json
  storysync sync --plan plan.json
  # one story at one destination
  storysync sync --destination contoso \\
    --story phishing-triage
  # back to the stories of an earlier commit
  storysync sync --at HEAD~1 --destination contoso
  # what failed or waits, as the last runs recorded it
  storysync status
  # let a destination keep its own version of a story
  storysync detach --destination contoso \\
    --story phishing-triage --reason "customer tunes it"

Exit codes:
  0  done
  1  findings: something failed, is blocked or is invalid
  2  could not run
Keys come from the environment:
  \${CONTOSO_TINES_API_KEY} in sync.yaml names a variable.`;

/** Runs one command line and says how it ended; it prints, but never exits. */
export async function runCommandLine(argv: readonly string[], host: Host): Promise<ExitCode> {
  const { terminal } = host;
  let exitCode: ExitCode = 0;
  const run =
    <Options>(command: (host: Host, options: Options) => Promise<ExitCode>) =>
    async (options: Options): Promise<void> => {
      exitCode = await command(host, options);
    };
  const program = new Command('storysync')
    .description('Sync as code for Tines: published stories in git, pushed to every customer tenant.')
    .version(VERSION, '-V, --version', 'the version')
    .addHelpText('after', EXAMPLES)
    .configureHelp(helpLayout)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .exitOverride();

  withCommonOptions(program.command('validate'))
    .description('check the manifest, the story files and what they refer to; offline, writes nothing')
    .action(run(validate));
  withReadTime(withTrace(withTrust(withCommonOptions(program.command('export')))), 'the origin')
    .description('write the published stories of the origin to their files; reads the origin, writes nothing there')
    .option('--story <keys...>', 'only these stories (globs allowed)', [])
    .addOption(
      new Option('--check', 'write nothing; exit with 1 when a file would change').default(false).conflicts(['add']),
    )
    .addOption(
      new Option('--discover', 'list stories of the origin team that are not in the catalogue; export nothing')
        .default(false)
        .conflicts(['story', 'check']),
    )
    .addOption(
      new Option('--add', 'with --discover: add them to the manifest, and export them')
        .default(false)
        .implies({ discover: true }),
    )
    .addOption(
      new Option('--commit', 'commit what was written; the message says what changed in each story')
        .default(false)
        .conflicts(['check']),
    )
    .option('-m, --message <text>', 'with --commit: the first line of the commit message')
    .option('--branch <name>', 'with --commit: onto this branch; the work tree stays as it is')
    .option('--push', 'with --commit: push the branch to its remote, over https', false)
    .hook('preAction', (_, command) => {
      const { commit, message, branch, push, discover, add } = command.opts<ExportFlags>();
      const needy = [message !== undefined && '--message', branch !== undefined && '--branch', push && '--push'];
      const first = needy.find((flag) => flag !== false);
      if (!commit && first !== undefined) command.error(`error: option '${first}' needs '--commit'`);
      if (commit && discover && !add) command.error("error: option '--commit' needs '--add' beside '--discover'");
    })
    .action(run(exportStories));
  withTrace(withTrust(withCommit(withRunOptions(withSelectors(withCommonOptions(program.command('plan')))))))
    .description('show what a sync would do; reads the destinations, writes nothing there')
    .addOption(
      new Option('--offline', 'plan from git and recorded state alone; asks no tenant, needs no key')
        .default(false)
        .conflicts(['refresh', 'state', 'trustWorktree', 'trace', 'readTimeout']),
    )
    .option('--base <commit>', 'the commit that changes are measured from (default: the one before)')
    .option('--out <file>', 'save the plan, to be applied with sync --plan')
    .option('--expect-no-changes', 'exit with 1 when there is something to push', false)
    .action(run(plan));
  withTrace(withTrust(withCommit(withRunOptions(withSelectors(withCommonOptions(program.command('sync')))))))
    .description('plan, then push: create and update stories at the destinations, and read them back')
    .addOption(
      new Option('--plan <file>', 'apply exactly this plan').conflicts([
        'destination',
        'story',
        'label',
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
      'delete the stories left behind, if exactly this many may be deleted; a copy of each is kept on the state branch',
      storyCount,
    )
    .action(run(sync));
  withTrace(withTrust(withRunOptions(withSelectors(withCommonOptions(program.command('status'))))))
    .description('show the status of every story at every destination, and how far behind it is; writes nothing')
    .option('--live', 'ask the tenants; without it recorded state and git answer, and no key is needed', false)
    .action(run(status));
  withPairs(withCommonOptions(program.command('detach')))
    .description('stop syncing stories to a destination, with a reason; edits the manifest, asks no tenant')
    .requiredOption('--reason <text>', 'why; every plan and report shows it')
    .option('--owner <text>', 'who to ask about it')
    .option('--until <date>', 'last day, YYYY-MM-DD; only a reminder: the story stays detached')
    .action(run(detach));
  withTrace(withTrust(withRunOptions(withPairs(withCommonOptions(program.command('reattach'))))))
    .description('sync detached stories again: show what the destination would lose, then edit the manifest')
    .addOption(
      new Option('--offline', 'ask no tenant; what would be lost is then not known')
        .default(false)
        .conflicts(['refresh', 'state', 'trustWorktree', 'trace', 'readTimeout']),
    )
    .action(run(reattach));
  program
    .command('emulator')
    .description('run a local stand-in for Tines tenants, to try things out and for tests')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any free one', portNumber, 4010)
    .option('--config <file>', 'tenants, teams, keys and behaviour (default: three small tenants)')
    .option('--data <folder>', 'keep the tenants in this folder, across restarts')
    .action(run(emulator));
  program
    .command('demo')
    .description('play the whole loop on the emulator, step by step; leaves a folder to explore')
    .option('--color', 'colours, even where the output is not a terminal')
    .option('--no-color', 'no colours (or set NO_COLOR)')
    .action(run(demoWith(runCommandLine)));
  program.showHelpAfterError('  hint: "storysync --help" lists the commands');
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ outputError: (text, write) => write(withSuggestion(text, command)) });
  }
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError(`  hint: "storysync ${command.name()} --help" lists its options`);
  }

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // --help and --version end here too, with their own exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
