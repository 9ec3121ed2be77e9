import { Argument, Command, CommanderError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { printScript, SHELLS, type Shell } from './completion/scripts.ts';
import type { DiffOptions } from './diff.ts';
import type { ExportFlags } from './export.ts';
import { examplesOf, OVERVIEW } from './help/examples.ts';
import { helpLayout } from './help/layout.ts';
import { withSuggestion } from './help/suggest.ts';
import type { Host } from './host.ts';
import type { InitOptions } from './init.ts';
import { actionToRun, keyVariable, portNumber, teamId } from './option-values.ts';
import {
  offlinePreview,
  withCommit,
  withCommonOptions,
  withDestinations,
  withFleetSelectors,
  withLiveSide,
  withNamedDestinations,
  withPairs,
  withPending,
  withReading,
  withReadTime,
  withRunOptions,
  withSelectors,
  withSomeStories,
  withTrace,
  withTrust,
} from './options.ts';
import type { ExitCode } from './session.ts';
import type { StatusOptions } from './status.ts';
import { withSyncFlags } from './sync-flags.ts';
import type { Terminal } from './terminal.ts';

const ORIGIN_KEY = 'ORIGIN_TINES_API_KEY';

/** Runs one command line and says how it ended; it prints, but never exits. */
export function runCommandLine(argv: readonly string[], host: Host): Promise<ExitCode> {
  return runWith(argv, host.terminal, async () => host);
}

/** The same with everything outside but the terminal opened only when there is something to carry out. */
export async function runWith(
  argv: readonly string[],
  terminal: Terminal,
  open: () => Promise<Host>,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const run: Run = (load) => async (options) => {
    const command = await load();
    exitCode = await command(await open(), options);
  };
  const program = buildProgram(terminal, run);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // --help and --version end here too, with their own exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Carries out a command once its options are read. Its code is loaded then: who asks for help waits for none of it. */
type Run = <Options>(
  load: () => Promise<(host: Host, options: Options) => Promise<ExitCode>>,
) => (options: Options) => Promise<void>;

/** All commands, with their options. */
export function buildProgram(terminal: Pick<Terminal, 'out' | 'err'>, run: Run): Command {
  const program = new Command('storysync')
    .description('Sync as code for Tines: published stories in git, pushed to every customer tenant.')
    .version(VERSION, '-V, --version', 'the version')
    .addHelpText('after', OVERVIEW)
    .configureHelp(helpLayout)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .exitOverride();

  withReadTime(withTrace(withCommonOptions(program.command('init'))), 'the tenant')
    .description('set up a repository: manifest, stories folder and workflow; with --from also the stories of a tenant')
    .option('--from <url>', 'the tenant whose published stories are kept here; reads it, writes nothing there')
    .option('--team <id>', 'with --from: the team that has them', teamId)
    .addOption(
      new Option('--key-env <name>', 'with --from: the environment variable that holds its key')
        .default(ORIGIN_KEY)
        .argParser(keyVariable),
    )
    .option('--native', "with --from: take over the vendor's own sync destinations as they are", false)
    .option('--action <ref>', 'what the workflow runs: a commit or tag, or owner/name@ref for a copy', actionToRun)
    .hook('preAction', (_, command) => {
      const { from, team, native } = command.opts<InitOptions>();
      if (from !== undefined && team === undefined) command.error("error: option '--from' needs '--team'");
      const isGiven = (option: string): boolean => command.getOptionValueSource(option) === 'cli';
      const needy = [
        team !== undefined && '--team',
        isGiven('keyEnv') && '--key-env',
        native && '--native',
        isGiven('trace') && '--trace',
        isGiven('readTimeout') && '--read-timeout',
        isGiven('rate') && '--rate',
      ];
      const first = needy.find((flag) => flag !== false);
      if (from === undefined && first !== undefined) command.error(`error: option '${first}' needs '--from'`);
    })
    .action(run(async () => (await import('./init.ts')).init));
  withCommonOptions(program.command('validate'))
    .description('check the manifest, the story files and what they refer to; offline, writes nothing')
    .action(run(async () => (await import('./validate.ts')).validate));
  withTrace(withTrust(withReading(withSelectors(withCommonOptions(program.command('doctor'))))))
    .description(
      'check what must be true before the first sync and after a key rotation; at most 10 requests per destination',
    )
    .action(run(async () => (await import('./doctor.ts')).doctor));
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
    .action(run(async () => (await import('./export.ts')).exportStories));
  withTrace(
    withTrust(withCommit(withRunOptions(withPending(withSelectors(withCommonOptions(program.command('plan'))))))),
  )
    .description('show what a sync would do; reads the destinations, writes nothing there')
    .addOption(
      new Option('--offline', 'plan from git and recorded state alone; asks no tenant, needs no key')
        .default(false)
        .conflicts(['refresh', 'state', 'trustWorktree', 'trace', 'readTimeout', 'rate']),
    )
    .option('--base <commit>', 'the commit that changes are measured from (default: the one before)')
    .option('--out <file>', 'save the plan, to be applied with sync --plan')
    .option('--expect-no-changes', 'exit with 1 when there is something to push', false)
    .action(run(async () => (await import('./plan.ts')).plan));
  const syncing = withPending(withSelectors(withCommonOptions(program.command('sync'))), [
    'force',
    'prune',
    'pruneStories',
    'replace',
    'takeover',
  ]);
  withSyncFlags(withTrace(withTrust(withCommit(withRunOptions(syncing)))))
    .description('plan, then push: create and update stories at the destinations, and read them back')
    .action(run(async () => (await import('./sync.ts')).sync));
  withTrace(
    withTrust(
      withRunOptions(withPending(withSelectors(withCommonOptions(program.command('status'), ['prometheus', 'html'])))),
    ),
  )
    .description('show the status of every story at every destination, and how far behind it is; writes nothing')
    .option('--live', 'ask the tenants; without it recorded state and git answer, and no key is needed', false)
    .option('--alias', 'with --format html: other names for destinations and hosts, and no words about them', false)
    .hook('preAction', (_, command) => {
      const { alias, format } = command.opts<StatusOptions>();
      if (alias && format !== 'html') command.error("error: option '--alias' needs '--format html'");
    })
    .action(run(async () => (await import('./status.ts')).status));
  withCommit(withPending(withFleetSelectors(withCommonOptions(program.command('report'))), []))
    .description('merge the status files of syncs with --shard into one report of the whole fleet; asks no tenant')
    .requiredOption('--status-files <paths...>', 'their status files: paths or globs')
    .action(run(async () => (await import('./report.ts')).report));
  withLiveSide(withCommonOptions(program.command('diff'), ['svg']))
    .description('show what changed in a story: between commits, the work tree and a destination; writes nothing')
    .argument('<story>', 'its key in the manifest')
    .argument('[versions]', 'A..B: two commits; A: a commit and the work tree, or the destination (default: HEAD)')
    .action((story: string, versions: string | undefined, options: DiffOptions) =>
      run(async () => (await import('./diff.ts')).diffStory(story, versions))(options),
    );
  withPairs(withCommonOptions(program.command('detach')))
    .description('stop syncing stories to a destination, with a reason; edits the manifest, asks no tenant')
    .requiredOption('--reason <text>', 'why; every plan and report shows it')
    .option('--owner <text>', 'who to ask about it')
    .option('--until <date>', 'last day, YYYY-MM-DD; only a reminder: the story stays detached')
    .action(run(async () => (await import('./edit/detach.ts')).detach));
  withTrace(withTrust(withRunOptions(withPairs(withCommonOptions(program.command('reattach'))))))
    .description('sync detached stories again: show what the destination would lose, then edit the manifest')
    .addOption(offlinePreview())
    .action(run(async () => (await import('./edit/reattach.ts')).reattach));
  withDestinations(withCommonOptions(program.command('hold')))
    .description('push nothing to destinations for now, with a reason; edits the manifest, asks no tenant')
    .requiredOption('--reason <text>', 'why; every plan and report shows it')
    .option('--owner <text>', 'who to ask about it')
    .option('--until <date>', 'last day, YYYY-MM-DD; only a reminder: the destination stays held')
    .action(run(async () => (await import('./edit/hold.ts')).hold));
  withDestinations(withCommonOptions(program.command('release')))
    .description('let held destinations be pushed to again; edits the manifest, asks no tenant')
    .action(run(async () => (await import('./edit/hold.ts')).release));
  withTrace(
    withTrust(withRunOptions(withSomeStories(withDestinations(withCommonOptions(program.command('rollback')))))),
  )
    .description(
      'take destinations back to an earlier commit, and keep them there: shows what they would lose, then edits the manifest',
    )
    .requiredOption('--reason <text>', 'why; every plan and report shows it')
    .option('--owner <text>', 'who to ask about it')
    .option('--until <date>', 'last day, YYYY-MM-DD; only a reminder: the destination stays pinned')
    .option('--to <commit>', 'a commit or tag of the default branch (default: the commit before the last sync there)')
    .addOption(offlinePreview())
    .action(run(async () => (await import('./edit/rollback.ts')).rollback));
  withTrace(withTrust(withRunOptions(withSomeStories(withDestinations(withCommonOptions(program.command('unpin')))))))
    .description(
      'let pinned destinations go on with the default branch: edits the manifest, shows what the next sync brings',
    )
    .addOption(offlinePreview())
    .action(run(async () => (await import('./edit/rollback.ts')).unpin));
  withNamedDestinations(withCommonOptions(program.command('rotate')))
    .description(
      "hand new keys of destinations to the vendor's own syncing: raises their numbers in the manifest, asks no tenant",
    )
    .action(run(async () => (await import('./edit/rotate.ts')).rotate));
  program
    .command('completion')
    .description('print a script for a shell: it completes commands, options and the names in sync.yaml')
    .addArgument(new Argument('<shell>', 'the shell that shall complete').choices(SHELLS))
    .action((shell: Shell) => run(async () => printScript(shell))({}));
  // Asked by those scripts.
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action((words: readonly string[]) =>
      run(async () => (await import('./completion/complete.ts')).completeWith(program, words))({}),
    );
  program
    .command('emulator')
    .description('run a local stand-in for Tines tenants, to try things out and for tests')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any free one', portNumber, 4010)
    .option('--config <file>', 'tenants, teams, keys and behaviour (default: three small tenants)')
    .option('--data <folder>', 'keep the tenants in this folder, across restarts')
    .action(run(async () => (await import('./emulator.ts')).emulator));
  program
    .command('demo')
    .description('play the whole loop on the emulator, step by step; leaves a folder to explore')
    .option('--color', 'colours, even where the output is not a terminal')
    .option('--no-color', 'no colours (or set NO_COLOR)')
    .action(run(async () => (await import('./demo.ts')).demoWith(runCommandLine)));
  program.showHelpAfterError('  hint: "storysync --help" lists the commands');
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ outputError: (text, write) => write(withSuggestion(text, command)) });
  }
  for (const command of program.commands) {
    command.addHelpText('after', examplesOf(command.name()));
    command.exitOverride().showHelpAfterError(`  hint: "storysync ${command.name()} --help" lists its options`);
  }

  return program;
}
