import type { ActionSettings } from '../settings.ts';

/** Pairs of one part where nobody says how many. */
export const USUAL_SHARD_SIZE = 5000;

/** What a sync alone can do, and what a clock may ask for. */
const SYNCS: ReadonlySet<ActionSettings['command']> = new Set(['auto', 'sync'] as const);
const KNOW_PENDING: ReadonlySet<ActionSettings['command']> = new Set([
  'auto',
  'plan',
  'sync',
  'status',
  'report',
] as const);
const MAKE_PAGES: ReadonlySet<ActionSettings['command']> = new Set(['auto', 'sync', 'status', 'report'] as const);
const COUNT_SHARDS: ReadonlySet<ActionSettings['command']> = new Set(['auto', 'validate', 'plan'] as const);
const ASK_NOBODY: ReadonlySet<ActionSettings['command']> = new Set(['validate', 'status', 'report'] as const);

/** As on the command line: what would be ignored silently is refused. */
export function findConflicts(
  settings: ActionSettings,
  { readSeconds = 120 }: { readonly readSeconds: number | undefined },
): readonly string[] {
  const { command, selectors, force, override, planFile, timeBudget, prune, pruneStories, page, rate } = settings;
  const deleting = given(settings, ['prune', 'prune-stories']);
  const pushing = given(settings, ['manual', 'force', 'override-rollout', 'replace', 'takeover']);
  const narrowing = given(settings, ['destinations', 'stories', 'labels', 'ring', 'shard', 'pending']);
  const errors: string[] = [];
  if (!SYNCS.has(command)) {
    const ofSync = [planFile !== undefined && 'plan-file', timeBudget !== undefined && 'time-budget'];
    for (const name of [...pushing, ...deleting, ...ofSync.filter((each) => each !== false)]) {
      errors.push(`${name}: it belongs to a sync and cannot be given with "command: ${command}"`);
    }
  }
  if (page !== undefined && !MAKE_PAGES.has(command)) {
    errors.push(`page: it is made by a sync, a status or a report, and not with "command: ${command}"`);
  }
  if (ASK_NOBODY.has(command) && readSeconds !== 120) {
    errors.push(`read-timeout: "command: ${command}" asks no tenant, so nothing takes time to be read`);
  }
  if (ASK_NOBODY.has(command) && rate !== undefined) {
    errors.push(`rate: "command: ${command}" asks no tenant, so nothing is limited`);
  }
  if (settings.shardSize !== USUAL_SHARD_SIZE && !COUNT_SHARDS.has(command)) {
    errors.push(`shard-size: the output shards is that of validate and plan, and not of "command: ${command}"`);
  }
  if (command === 'report' && settings.statusFiles.length === 0) {
    errors.push('status-files: "command: report" needs them: those that the syncs of all shards left');
  }
  if (command === 'report' && selectors.shard !== undefined) {
    errors.push('shard: a report is about all of them; give it to the syncs');
  }
  if (command !== 'report' && settings.statusFiles.length > 0) {
    errors.push(`status-files: they belong to "command: report" and cannot be given with "command: ${command}"`);
  }
  if (command === 'validate') {
    for (const name of narrowing) errors.push(`${name}: "command: validate" always checks everything`);
  } else if (selectors.pending && !KNOW_PENDING.has(command)) {
    errors.push(`pending: it has no meaning for "command: ${command}"`);
  }
  if (planFile !== undefined) {
    for (const name of [...narrowing, ...pushing]) {
      errors.push(`${name}: it cannot be given with plan-file, which says itself what is pushed`);
    }
  }
  if (selectors.pending && force) errors.push('pending: it cannot be given with force: what is equal is not pending');
  if (selectors.pending && override !== undefined) {
    errors.push('pending: it cannot be given with override-rollout, which is for a plan that asked every destination');
  }
  for (const name of selectors.pending ? given(settings, ['replace', 'takeover', 'prune']) : []) {
    errors.push(`pending: it cannot be given with ${name}: what waits for a person is not pending`);
  }
  if (pruneStories !== undefined && prune === undefined) {
    errors.push('prune-stories: it needs prune, which counts the sync destinations that carried these stories');
  }
  return errors;
}

/** What an export, also one that `auto` chose, would ignore. */
export function findMisplaced(settings: ActionSettings): readonly string[] {
  const names = [
    'destinations',
    'labels',
    'ring',
    'shard',
    'pending',
    'manual',
    'force',
    'override-rollout',
    'replace',
    'takeover',
    'prune',
    'prune-stories',
    'plan-file',
    'time-budget',
  ];
  return given(settings, names).map((name) => `${name}: it has no meaning for an export, which reads the origin alone`);
}

/** Those of the inputs that are not as they are when nobody gives them. */
function given(settings: ActionSettings, names: readonly string[]): readonly string[] {
  const { selectors, manual, force, override, consent, prune, pruneStories, planFile, timeBudget } = settings;
  const isGiven: { readonly [input: string]: boolean } = {
    destinations: selectors.destinations.length > 0,
    stories: selectors.stories.length > 0,
    labels: selectors.labels.length > 0,
    ring: (selectors.rings ?? []).length > 0,
    shard: selectors.shard !== undefined,
    pending: selectors.pending ?? false,
    manual,
    force,
    'override-rollout': override !== undefined,
    replace: (consent?.replace.size ?? 0) > 0,
    takeover: (consent?.takeover.size ?? 0) > 0,
    prune: prune !== undefined,
    'prune-stories': pruneStories !== undefined,
    'plan-file': planFile !== undefined,
    'time-budget': timeBudget !== undefined,
  };
  return names.filter((name) => isGiven[name]);
}
