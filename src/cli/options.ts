import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ActionRef, parseActionRef } from '../commands/init/action-ref.ts';
import type { Selectors } from '../commands/select.ts';
import type { ReadSettings } from '../commands/settings.ts';
import { EXPECTED_SHARD, readShard, type Shard } from '../commands/shard/shard.ts';
import { EXPECTED_DIGEST, EXPECTED_REASON, readOverrideReason, readPlanDigest } from '../commands/sync/override.ts';
import type { RequestSettings } from '../commands/with-tenants.ts';
import { KEY_SUFFIX, mayBeKey } from '../model/key-name.ts';
import { VENDOR_BUDGETS } from '../model/tenant/budget.ts';
import type { Trust } from '../trust/trust.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number] | 'prometheus' | 'svg';

/** Flags that every command has. */
export type CommonOptions = {
  readonly manifest: string;
  readonly format: Format;
  readonly color?: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
};

export type SelectorOptions = {
  readonly destination: readonly string[];
  readonly story: readonly string[];
  readonly label: readonly string[];
  readonly ring: readonly string[];
  readonly shard?: Shard;
};

/** Of commands that can leave out what is where git wants it. */
export type PendingOptions = { readonly pending?: boolean };

export type PairOptions = Omit<SelectorOptions, 'label' | 'ring' | 'shard'>;

export type RunOptions = {
  readonly state: boolean;
  readonly refresh: boolean;
  readonly concurrency: number;
} & ReadTimeOptions;

/** How hard a tenant is asked, and for how long. */
export type ReadTimeOptions = {
  /** Seconds; absent when nobody gave any. */
  readonly readTimeout?: number;
  /** Requests a minute and tenant; absent when nobody gave any. */
  readonly rate?: number;
};

export type TrustOptions = { readonly trustWorktree: boolean };

export type TraceOptions = { readonly trace?: string };

/** Of every command that looks at destinations. */
export type ReadOptions = CommonOptions & SelectorOptions & PendingOptions & RunOptions & TrustOptions & TraceOptions;

export type CommitOptions = { readonly at?: string };

/** `more`: formats that this command alone can write. */
export function withCommonOptions(command: Command, more: readonly Format[] = []): Command {
  return command
    .option('--manifest <path>', 'the manifest', 'sync.yaml')
    .addOption(new Option('--format <format>', 'output format').choices([...FORMATS, ...more]).default('text'))
    .option('--color', 'colours, even where the output is not a terminal')
    .option('--no-color', 'no colours (or set NO_COLOR)')
    .addOption(new Option('--quiet', 'only the result and errors').default(false).conflicts(['verbose']))
    .option('--verbose', 'show every name and every change', false);
}

export function withSelectors(command: Command): Command {
  return withFleetSelectors(command).option(
    '--shard <k/n>',
    'only the k-th of n parts of the fleet, for runners side by side',
    shard,
  );
}

/** Of what is about all of its parts. */
export function withFleetSelectors(command: Command): Command {
  return command
    .option('--destination <names...>', 'only these destinations (globs allowed)', [])
    .option('--story <keys...>', 'only these stories (globs allowed)', [])
    .option('--label <name=value...>', 'only destinations with these labels (globs allowed in the value)', [])
    .option('--ring <names...>', 'only destinations in these rings of the rollout (globs allowed)', []);
}

/** It goes by recorded state, and by nothing that a run would do to what is equal. */
export function withPending(command: Command, others: readonly string[] = []): Command {
  return command.addOption(
    new Option('--pending', 'only destinations that git and recorded state say are not where git wants them')
      .default(false)
      .conflicts(['state', ...others]),
  );
}

/** Destinations and stories that must be named: what follows is about exactly these pairs. */
export function withPairs(command: Command): Command {
  return command
    .requiredOption('--destination <names...>', 'at these destinations (globs allowed)')
    .requiredOption('--story <keys...>', 'these stories (globs allowed)');
}

export function withNamedDestinations(command: Command): Command {
  return command.requiredOption('--destination <names...>', 'these destinations (globs allowed)');
}

/** Of those destinations all stories, or only these. */
export function withSomeStories(command: Command): Command {
  return command.option('--story <keys...>', 'only these stories (globs allowed)', []);
}

export function offlinePreview(): Option {
  return new Option('--offline', 'ask no tenant; what would be lost is then not known')
    .default(false)
    .conflicts(['refresh', 'state', 'trustWorktree', 'trace', 'readTimeout', 'rate']);
}

export function withDestinations(command: Command): Command {
  return command.requiredOption(
    '--destination <names...>',
    "these destinations (globs allowed); '*' alone is the whole fleet: one line under defaults",
  );
}

export function withRunOptions(command: Command): Command {
  return withReading(
    command.option('--refresh', 'compare the full live content, even where recorded state says nothing changed', false),
  );
}

/** How destinations are read, by whatever command. */
export function withReading(command: Command): Command {
  const reading = command
    .option('--no-state', 'neither read nor write recorded state')
    .option('--concurrency <number>', 'destinations to work on at a time', wholeNumber, 32);
  return withReadTime(reading, 'a destination');
}

export function withReadTime(command: Command, what: string): Command {
  const text = `how long ${what} may take to be read, 1 to 3600 (default: ${READ_SECONDS})`;
  return command
    .option('--read-timeout <seconds>', text, readSeconds)
    .option(
      '--rate <number>',
      `requests a minute and tenant, 1 to ${VENDOR_BUDGETS.default}: lower it where others ask a tenant too (default: ${VENDOR_BUDGETS.default})`,
      requestRate,
    );
}

/** A destination that is one side of a comparison, and what concerns asking it: without one, it would be ignored. */
export function withLiveSide(command: Command): Command {
  return withReadTime(withTrace(withTrust(command)), 'the destination')
    .option('--destination <name>', 'compare with what is live at this destination; reads it, writes nothing there')
    .hook('preAction', (_, called) => {
      if (called.getOptionValue('destination') !== undefined) return;
      const needy = called.options.filter(({ long }) => NEED_TENANT.has(long ?? ''));
      const first = needy.find((option) => called.getOptionValueSource(option.attributeName()) === 'cli');
      if (first !== undefined) called.error(`error: option '${first.long ?? ''}' needs '--destination'`);
    });
}

const NEED_TENANT: ReadonlySet<string> = new Set(['--trust-worktree', '--trace', '--read-timeout', '--rate']);

export function withTrust(command: Command): Command {
  return command.option(
    '--trust-worktree',
    'in CI: send keys where the checked-out manifest says, not only where the default branch does',
    false,
  );
}

export function withCommit(command: Command): Command {
  return command.option('--at <commit>', 'take the stories from this commit, branch or tag instead of the work tree');
}

export function withTrace(command: Command): Command {
  return command.option(
    '--trace <file>',
    'write one JSON line per request to a tenant into this new file, without keys and bodies',
  );
}

/** How long a destination may take to be read when nobody says. */
const READ_SECONDS = 120;

/** In milliseconds. */
export function readTimeoutOf({ readTimeout = READ_SECONDS }: ReadTimeOptions): number {
  return readTimeout * 1000;
}

/** Settings common to the commands, whatever else one of them takes. */
export function settingsOf(options: ReadOptions, trust: Trust): ReadSettings {
  const { state, refresh, concurrency } = options;
  const selectors = selectorsOf(options);
  const readTimeout = readTimeoutOf(options);
  return { selectors, trust, state, refresh, concurrency, readTimeout, ...requestsOf(options) };
}

/** How requests are made, and written down. */
export function requestsOf({ trace, rate }: TraceOptions & ReadTimeOptions): RequestSettings {
  return { ...(trace === undefined ? {} : { trace }), ...(rate === undefined ? {} : { rate }) };
}

export function selectorsOf({
  destination,
  story,
  label,
  ring,
  shard: part,
  pending = false,
}: SelectorOptions & PendingOptions): Selectors {
  const narrower = { ...(part ? { shard: part } : {}), ...(pending ? { pending } : {}) };
  return { destinations: destination, stories: story, labels: label, rings: ring, ...narrower };
}

function shard(text: string): Shard {
  const part = readShard(text);
  if (part !== undefined) return part;
  throw new InvalidArgumentError(`It must be ${EXPECTED_SHARD}.`);
}

export function planDigest(text: string): string {
  const digest = readPlanDigest(text);
  if (digest !== undefined) return digest;
  throw new InvalidArgumentError(`It must be ${EXPECTED_DIGEST}.`);
}

export function overrideReason(text: string): string {
  const reason = readOverrideReason(text);
  if (reason !== undefined) return reason;
  throw new InvalidArgumentError(`It must be ${EXPECTED_REASON}.`);
}

/** 1 to 1,000; commander turns the error into a usage message. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,4}$/.test(text) || value < 1 || value > 1000) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  }
  return value;
}

/** What the vendor allows is never more, since it counts all of us. */
function requestRate(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,4}$/.test(text) || value < 1 || value > VENDOR_BUDGETS.default) {
    throw new InvalidArgumentError(`It must be a whole number of requests from 1 to ${VENDOR_BUDGETS.default}.`);
  }
  return value;
}

/** 1 to 3,600. */
export function readSeconds(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,4}$/.test(text) || value < 1 || value > 3600) {
    throw new InvalidArgumentError('It must be a whole number of seconds from 1 to 3600.');
  }
  return value;
}

/** Five days at most, as the longest job of GitHub; answers milliseconds. */
export function budgetMinutes(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,4}(?:\.[0-9]{1,3})?$/.test(text) || value <= 0 || value > 7200) {
    throw new InvalidArgumentError('It must be a number of minutes, up to 7200.');
  }
  return Math.round(value * 60_000);
}

/** How many stories may go: never none, since that is what a run without the flag does. */
export function storyCount(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) {
    throw new InvalidArgumentError('It must be the number that the plan counts.');
  }
  return Number(text);
}

export function teamId(text: string): number {
  if (!/^[1-9][0-9]{0,14}$/.test(text)) throw new InvalidArgumentError('It must be the id of a team, a whole number.');
  return Number(text);
}

/** The name of the variable, not the key: whatever else stands here may be one, so it is never repeated. */
export function keyVariable(text: string): string {
  if (mayBeKey(text)) return text;
  throw new InvalidArgumentError(
    `It must be the name of an environment variable for the key; one that ends in ${KEY_SUFFIX} is always allowed.`,
  );
}

export function actionToRun(text: string): ActionRef {
  const ref = parseActionRef(text);
  if (ref !== undefined) return ref;
  throw new InvalidArgumentError('It must be a tag or commit, or owner/name@ref for a copy of your own.');
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.');
  return value;
}
