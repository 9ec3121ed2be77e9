import { EXPECTED_SHARD, readShard } from '../../commands/shard/shard.ts';
import { EXPECTED_DIGEST, EXPECTED_REASON, readOverrideReason, readPlanDigest } from '../../commands/sync/override.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { didYouMean } from '../../diagnostics/suggestion.ts';
import { VENDOR_BUDGETS } from '../../model/tenant/budget.ts';
import { parseNotifyUrl } from '../../notify/notify-url.ts';
import { type ActionSettings, COMMANDS } from '../settings.ts';
import { findConflicts, USUAL_SHARD_SIZE } from './input-conflicts.ts';
import { InputReader } from './input-reader.ts';

/** All inputs, in the order of action.yml. */
export const INPUTS = [
  'command',
  'manifest',
  'destinations',
  'stories',
  'labels',
  'ring',
  'shard',
  'shard-size',
  'pending',
  'manual',
  'force',
  'override-rollout',
  'reason',
  'replace',
  'takeover',
  'prune',
  'prune-stories',
  'plan-file',
  'api-keys',
  'github-token',
  'env-keys',
  'state-key',
  'state-branch',
  'concurrency',
  'read-timeout',
  'rate',
  'time-budget',
  'comment',
  'page',
  'check-name',
  'notify-url',
  'status-files',
] as const;

/** Of the largest fleet that anybody has named, many times over. */
const MOST_PAIRS = 1_000_000;
const MOST_DELETED = 999_999;

/** Five days, the longest that a job may take on any runner. */
const MAX_MINUTES = 7200;

/** Reads all inputs once and reports everything that is wrong with them. An empty input stands for its default. */
export function readSettings(get: (name: string) => string): Result<ActionSettings, readonly string[]> {
  const read = new InputReader(get);
  const planFile = read.line('plan-file', '');
  const readSeconds = read.number('read-timeout', { most: 3600 });
  const shard = read.as('shard', readShard, EXPECTED_SHARD);
  const digest = read.as('override-rollout', readPlanDigest, EXPECTED_DIGEST);
  const reason = read.as('reason', readOverrideReason, EXPECTED_REASON);
  const rate = read.number('rate', { most: VENDOR_BUDGETS.default });
  const minutes = read.number('time-budget', { most: MAX_MINUTES, decimals: true });
  const prune = read.number('prune', { most: MOST_DELETED });
  const pruneStories = read.number('prune-stories', { most: MOST_DELETED });
  const notifyUrl = read.secret('notify-url', parseNotifyUrl);
  const [replace, takeover] = [read.list('replace'), read.list('takeover')];
  const settings: ActionSettings = {
    command: read.word('command', COMMANDS, 'auto'),
    manifest: read.line('manifest', 'sync.yaml'),
    selectors: {
      destinations: read.list('destinations'),
      stories: read.list('stories'),
      labels: read.pairs('labels'),
      rings: read.list('ring'),
      ...(shard === undefined ? {} : { shard }),
      ...(read.flag('pending', false) ? { pending: true } : {}),
    },
    shardSize: read.number('shard-size', { most: MOST_PAIRS }) ?? USUAL_SHARD_SIZE,
    statusFiles: read.lines('status-files'),
    manual: read.flag('manual', false),
    force: read.flag('force', false),
    ...(digest === undefined || reason === undefined ? {} : { override: { digest, reason } }),
    ...(replace.length + takeover.length === 0
      ? {}
      : { consent: { replace: new Set(replace), takeover: new Set(takeover) } }),
    ...(prune === undefined ? {} : { prune }),
    ...(pruneStories === undefined ? {} : { pruneStories }),
    ...(planFile === '' ? {} : { planFile }),
    apiKeys: get('api-keys'),
    githubToken: get('github-token').trim(),
    envKeys: read.globs('env-keys', ['*TINES*']),
    stateKey: get('state-key').trim(),
    stateBranch: read.line('state-branch', 'storysync/state'),
    concurrency: read.number('concurrency', { most: 1000 }) ?? 32,
    readTimeout: (readSeconds ?? 120) * 1000,
    ...(rate === undefined ? {} : { rate }),
    ...(minutes === undefined ? {} : { timeBudget: Math.round(minutes * 60_000) }),
    comment: read.flag('comment', true),
    ...pageFrom(read),
    checkName: read.line('check-name', 'storysync', 100),
    ...(notifyUrl === undefined ? {} : { notifyUrl }),
  };
  const given = { override: get('override-rollout').trim() !== '', reason: get('reason').trim() !== '' };
  const errors = [...read.errors, ...halfOverride(given), ...findConflicts(settings, { readSeconds })];
  return errors.length > 0 ? fail(errors) : ok(settings);
}

/** `alias` is for a page that others may read. */
function pageFrom(read: InputReader): Pick<ActionSettings, 'page'> {
  const page = read.word('page', ['false', 'true', 'alias'], 'false');
  return page === 'false' ? {} : { page: { alias: page === 'alias' } };
}

/** Nobody is let past a rollout without a word on why. */
function halfOverride({
  override,
  reason,
}: {
  readonly override: boolean;
  readonly reason: boolean;
}): readonly string[] {
  if (override === reason) return [];
  return [override ? 'override-rollout: it needs a reason' : 'reason: it belongs to override-rollout, which is empty'];
}

/** INPUT_ variables that no input of ours stands for: the runner warns of a misspelt input, but runs on without it. */
export function unknownInputs(env: { readonly [name: string]: string | undefined }): readonly string[] {
  const known = new Set<string>(INPUTS);
  const given = Object.keys(env)
    .filter((name) => /^INPUT_./i.test(name) && env[name] !== undefined)
    .map((name) => name.slice('INPUT_'.length).toLowerCase());
  return given
    .filter((name) => !known.has(name))
    .sort()
    .map((name) => {
      const hint = didYouMean(name, known) ?? `there are: ${INPUTS.join(', ')}`;
      return `${JSON.stringify(name)} is not an input of this action; ${hint}`;
    });
}
