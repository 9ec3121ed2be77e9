import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { didYouMean } from '../../diagnostics/suggestion.ts';
import { type ActionSettings, COMMANDS } from '../settings.ts';
import { InputReader } from './input-reader.ts';

/** All inputs, in the order of action.yml. */
export const INPUTS = [
  'command',
  'manifest',
  'destinations',
  'stories',
  'labels',
  'manual',
  'force',
  'plan-file',
  'api-keys',
  'github-token',
  'env-keys',
  'state-key',
  'state-branch',
  'concurrency',
  'read-timeout',
  'time-budget',
  'comment',
  'check-name',
] as const;

/** Five days, the longest that a job may take on any runner. */
const MAX_MINUTES = 7200;

/** How long a destination, or the origin, may take to be read when nobody says. */
const READ_SECONDS = 120;

/** Reads all inputs once and reports everything that is wrong with them. An empty input stands for its default. */
export function readSettings(get: (name: string) => string): Result<ActionSettings, readonly string[]> {
  const read = new InputReader(get);
  const planFile = read.line('plan-file', '');
  const minutes = read.number('time-budget', { most: MAX_MINUTES, decimals: true });
  const settings: ActionSettings = {
    command: read.word('command', COMMANDS, 'auto'),
    manifest: read.line('manifest', 'sync.yaml'),
    selectors: {
      destinations: read.list('destinations'),
      stories: read.list('stories'),
      labels: read.pairs('labels'),
    },
    manual: read.flag('manual', false),
    force: read.flag('force', false),
    ...(planFile === '' ? {} : { planFile }),
    apiKeys: get('api-keys'),
    githubToken: get('github-token').trim(),
    envKeys: read.globs('env-keys', ['*TINES*']),
    stateKey: get('state-key').trim(),
    stateBranch: read.line('state-branch', 'storysync/state'),
    concurrency: read.number('concurrency', { most: 1000 }) ?? 32,
    readTimeout: (read.number('read-timeout', { most: 3600 }) ?? READ_SECONDS) * 1000,
    ...(minutes === undefined ? {} : { timeBudget: Math.round(minutes * 60_000) }),
    comment: read.flag('comment', true),
    checkName: read.line('check-name', 'storysync', 100),
  };
  const errors = [...read.errors, ...conflicts(settings)];
  return errors.length > 0 ? fail(errors) : ok(settings);
}

/** As on the command line: what would be ignored silently is refused. */
function conflicts(settings: ActionSettings): readonly string[] {
  const { command, selectors, manual, force, planFile, timeBudget, readTimeout } = settings;
  const { destinations, stories, labels } = selectors;
  const pushing = [manual && 'manual', force && 'force'].filter((name) => name !== false);
  const narrowing = Object.entries({ destinations, stories, labels })
    .filter(([, values]) => values.length > 0)
    .map(([name]) => name);
  const errors: string[] = [];
  if (command !== 'auto' && command !== 'sync') {
    const ofSync = [planFile !== undefined && 'plan-file', timeBudget !== undefined && 'time-budget'];
    for (const name of [...pushing, ...ofSync.filter((each) => each !== false)]) {
      errors.push(`${name}: it belongs to a sync and cannot be given with "command: ${command}"`);
    }
  }
  if ((command === 'validate' || command === 'status') && readTimeout !== READ_SECONDS * 1000) {
    errors.push(`read-timeout: "command: ${command}" asks no tenant, so nothing takes time to be read`);
  }
  if (command === 'validate') {
    for (const name of narrowing) errors.push(`${name}: "command: validate" always checks everything`);
  }
  if (planFile !== undefined) {
    for (const name of [...narrowing, ...pushing]) {
      errors.push(`${name}: it cannot be given with plan-file, which says itself what is pushed`);
    }
  }
  return errors;
}

/** What an export, also one that `auto` chose, would ignore. */
export function findMisplaced({ selectors, manual, force, planFile, timeBudget }: ActionSettings): readonly string[] {
  const given = [
    selectors.destinations.length > 0 && 'destinations',
    selectors.labels.length > 0 && 'labels',
    manual && 'manual',
    force && 'force',
    planFile !== undefined && 'plan-file',
    timeBudget !== undefined && 'time-budget',
  ];
  return given
    .filter((name) => name !== false)
    .map((name) => `${name}: it has no meaning for an export, which reads the origin alone`);
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
