import { type ApplyOptions, applyPlan } from '../apply/apply.ts';
import type { StoryOutcome } from '../apply/ledger.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { randomIngress } from '../engine/push/assess/content.ts';
import { pushEngine } from '../engine/push/engine.ts';
import type { Plan } from '../model/plan.ts';
import type { Pruned } from '../model/pruned.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import type { Policy } from '../plan/policy.ts';
import type { Tenant } from '../tenant/port.ts';
import type { Binding } from '../trust/bind.ts';
import { earlierVersions } from '../workspace/earlier-versions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkCommit, findStale, selectionOf } from './approved-plan.ts';
import { planDocument } from './plan-document.ts';
import type { CommandPorts, Progress, Tenants } from './ports.ts';
import { type Consent, checkConsent, copiesIn, NO_PLACE_FOR_COPIES, notLookedAt } from './prune.ts';
import { refreshAll } from './refresh.ts';
import { chosenBy, isWhole, type Selection, type Selectors, select } from './select.ts';
import { StateSession } from './state/state-session.ts';

export type SyncSettings = {
  readonly selectors: Selectors;
  /** For which destinations a key may be used; nothing is pushed to the others. */
  readonly keys: Binding;
  /** Push manual-only destinations too. */
  readonly manual: boolean;
  readonly force: boolean;
  readonly refresh: boolean;
  readonly state: boolean;
  readonly stateBranch?: string;
  readonly concurrency: number;
  /** Apply exactly this plan; it brings its own selection. */
  readonly approved?: Plan;
  /** Delete what is left behind, if exactly this many stories may be. */
  readonly prune?: Consent;
  /** This commit is no longer the head of its branch: everything is planned, nothing is pushed (spec 5.8), unless `at` asked for it. */
  readonly superseded?: boolean;
};

export type SyncResult = {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** Stories left behind, and what became of them; empty without `prune`. */
  readonly pruned: readonly Pruned[];
  readonly interrupted: boolean;
  readonly commit: string | null;
  readonly problems: readonly Problem[];
  /** The state that counted is not proven, or what was written is not signed. */
  readonly unsigned: boolean;
  /** The plan as a file. */
  readonly planFile: string;
  /** Those of recorded state: they belong into the report too. */
  readonly stateProblems: readonly Problem[];
};

/** Plans, then pushes exactly that plan. `stop` finishes what is in flight and leaves the rest as not reached. */
export async function syncCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: SyncSettings,
  tenants: Tenants,
  progress: Progress,
  stop: AbortSignal,
): Promise<Result<SyncResult, readonly Problem[]>> {
  const dirt = checkWorkTree(world, workspace);
  if (dirt?.severity === 'error') return fail([dirt]);
  const { desired, at, absent } = workspace;
  const other = settings.approved && at !== undefined ? checkCommit(settings.approved, at) : undefined;
  if (other) return fail([other]);
  const selection = settings.approved
    ? selectionOf(settings.approved, desired.destinations)
    : select(desired.destinations, settings.selectors, { absent, leftBehind: settings.prune !== undefined });
  if (!selection.ok) return selection;

  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return opened;
  const memory = opened.value;
  if (settings.prune !== undefined && !memory.keepsCopies) return fail([NO_PLACE_FOR_COPIES, ...memory.problems]);
  const policy = policyOf(selection.value, settings, workspace);
  const { concurrency, keys } = settings;
  const { approved, prune: asked } = settings;
  const earlier = earlierVersions(workspace);
  const whole = !approved && isWhole(settings.selectors);
  const engine = pushEngine({
    tenantOf: (entry) => tenantOf(world, keys, entry, tenants),
    clock: world.clock,
    fresh: randomIngress,
    ...(asked === undefined ? {} : { copies: copiesIn(memory) }),
  });
  const { assess } = engine;
  const seen = await refreshAll({
    world,
    assess,
    desired,
    earlier,
    memory,
    tenants,
    policy,
    progress,
    keys,
    concurrency,
    whole,
  });
  const { plan, work, states } = seen;
  const stories = approved ? [] : settings.selectors.stories;
  const refusals = asked === undefined ? [] : checkConsent({ asked, work: work.values(), plan, approved, stories });
  if (refusals.length > 0) return fail(refusals);
  const pruned: Pruned[] = [];
  const due = [...work.values()].filter(hasWork).length;
  if (due > 0) progress.begin('push', due);
  const outcomes = await applyPlan(
    { plan, work },
    {
      engine,
      stateOf: (name) => states.get(name),
      remember: (name, state, told, gone) => memory.remember(name, state, told, gone),
      onDone: (name, told) => {
        const gone = pruned.filter(({ destination }) => destination === name);
        if (due > 0 && hasWork(work.get(name))) progress.advance(name, describe(told, gone));
      },
      concurrency,
      clock: world.clock,
      stop,
      withheld: withhold(settings, workspace, plan, work),
      ...(asked === undefined ? {} : { onPruned: (gone) => void pruned.push(...gone) }),
    },
  );
  if (due > 0) progress.end();
  await memory.close();
  const unread = asked === undefined ? [] : notLookedAt(work.values());
  const stateProblems = memory.problems;
  const problems = [...(dirt ? [dirt] : []), ...stateProblems, ...unread];
  const told = { interrupted: stop.aborted, commit: policy.commit, problems, stateProblems };
  const planFile = planDocument(plan, memory.seal);
  return ok({ plan, planFile, outcomes, pruned, unsigned: memory.unsigned, ...told });
}

/**
 * Why nothing is pushed to a destination, although the plan has something for it. Who asks for a commit by name wants
 * that one, however old.
 */
function withhold(
  { approved, superseded, keys }: SyncSettings,
  { at }: Workspace,
  plan: Plan,
  work: ReadonlyMap<string, DestinationWork>,
): ApplyOptions['withheld'] {
  if (superseded && at === undefined) return () => SUPERSEDED;
  const moved = approved ? findStale(approved, plan) : new Set();
  return (name) => {
    const entry = work.get(name);
    const use = entry && keys.of(entry.destination);
    return use?.ok === false ? withoutKey(use.error) : moved.has(name) ? STALE : undefined;
  };
}

function withoutKey(why: string): StoryOutcome {
  const hint = 'merge the change of the manifest first';
  return { status: 'requires_sync', reason: 'not_reached', message: `not asked: ${why}`, hint };
}

const STALE: StoryOutcome = {
  status: 'requires_sync',
  reason: 'plan_stale',
  message: 'what would be pushed, or what is there, is no longer what the plan says',
  hint: 'make a new plan and look at the difference',
};
const SUPERSEDED: StoryOutcome = {
  status: 'requires_sync',
  reason: 'superseded',
  message: 'the branch has a newer commit, and a run never takes a destination back',
  hint: 'the run of the newer commit pushes it; run that one',
};

function policyOf(selection: Selection, settings: SyncSettings, workspace: Workspace): Policy {
  return {
    ...chosenBy(selection),
    manual: settings.manual ? 'all' : selection.named,
    force: settings.force,
    refresh: settings.refresh,
    prune: settings.prune !== undefined,
    commit: workspace.commit,
  };
}

/** In CI a sync must be reproducible from git; by hand it may run ahead of the commit, and says so. */
function checkWorkTree(world: CommandPorts, workspace: Workspace): Problem | undefined {
  if (!workspace.repository || !workspace.dirty) return undefined;
  const inCi = world.environment.CI === 'true';
  if (workspace.doubt !== undefined) return cannotTell(workspace.doubt, inCi);
  if (workspace.at !== undefined) return uncommittedManifest(inCi);
  return {
    code: 'RUN003',
    severity: inCi ? 'error' : 'warning',
    message: inCi
      ? 'the manifest or a story file differs from the commit, and in CI a sync must be exactly what git holds'
      : 'the manifest or a story file differs from the commit: this sync records no commit',
    hint: 'commit the changes first',
  };
}

/** Nothing is wrong with the files: git is kept in a way, or with gaps, that leave the question open. */
function cannotTell(doubt: string, inCi: boolean): Problem {
  const consequence = inCi ? 'in CI a sync must be exactly what git holds' : 'this sync records no commit';
  return {
    code: 'RUN035',
    severity: inCi ? 'error' : 'warning',
    message: `it cannot be told whether the files are what git holds: ${doubt}; ${consequence}`,
    hint: WHAT_WORKS,
  };
}

const WHAT_WORKS =
  'validate, plan, export without --commit and status --live work here, and outside CI a sync with --no-state; for the rest use a full clone with sha1 object names and files for its branches';

/** With `--at` the stories are git's, and only the manifest can be ahead of it. */
function uncommittedManifest(inCi: boolean): Problem {
  return {
    code: 'RUN003',
    severity: inCi ? 'error' : 'warning',
    message: inCi
      ? 'the manifest has changes that are not committed, and in CI a sync must be exactly what git holds'
      : 'the manifest has changes that are not committed: they count in this sync, although git does not have them',
    hint: 'commit the changes first',
  };
}

function tenantOf(world: CommandPorts, keys: Binding, { destination }: DestinationWork, tenants: Tenants): Tenant {
  const use = keys.of(destination);
  const key = use.ok ? world.keyOf(use.value) : use;
  if (!use.ok || !key.ok) throw new Error(`Internal error: ${destination.name} was read without a key`);
  return tenants.writer(use.value.tenantUrl, key.value);
}

function hasWork(work: DestinationWork | undefined): boolean {
  if (!work) return false;
  const pushes = work.stories.some(({ planned }) => planned.action === 'create' || planned.action === 'update');
  return pushes || work.prune.length > 0;
}

function describe(outcomes: readonly Outcome[], pruned: readonly Pruned[]): string {
  const deleted = pruned.filter((each) => each.deleted).length;
  const pushed = outcomes.filter(({ did }) => did === 'created' || did === 'updated').length;
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  const waiting = outcomes.filter(({ status }) => status === 'requires_sync').length;
  const told = [
    `${pushed} pushed`,
    failed > 0 && `${failed} failed`,
    waiting > 0 && `${waiting} waiting`,
    deleted > 0 && `${deleted} deleted`,
  ].filter((text) => text);
  return told.join(', ');
}
