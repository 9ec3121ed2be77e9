import pLimit from 'p-limit';
import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import { cloneKind } from '../git/objects/storage.ts';
import type { Tenants } from '../keys/tenants.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Subscription } from '../model/destination.ts';
import type { DestinationState, StoryState } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import { matchState } from '../plan/ownership/match-state.ts';
import { plannedOutcome } from '../plan/planned-outcome.ts';
import { pushedFrom, recordedOutcome } from '../plan/recorded-outcome.ts';
import { statusExitCode } from '../report/exit-code.ts';
import type { StandingReport } from '../report/status/status-report.ts';
import { bind } from '../trust/bind.ts';
import { earlierVersions } from '../workspace/earlier-versions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { measureBehind, type RecordedPush } from './behind.ts';
import { cannotRun, type Ended, type Refused } from './ended.ts';
import type { CommandPorts, Progress } from './ports.ts';
import { refreshEach } from './refresh.ts';
import { type Selection, select } from './select.ts';
import type { ReadSettings } from './settings.ts';
import { StateSession } from './state/state-session.ts';
import { reportFrame } from './sync/sync-report.ts';
import { sayUnbound } from './trust.ts';
import { withTenants } from './with-tenants.ts';

export type StatusSettings = ReadSettings & {
  /** Ask the tenants; otherwise no tenant is asked and no key is needed. */
  readonly live: boolean;
};

export type StatusResult = {
  readonly report: StandingReport;
  readonly problems: readonly Problem[];
  /** Destinations that the report is about and no key is used for, for people. */
  readonly notAsked: readonly Problem[];
};

/** One pair, and what git needs to know to tell how far behind it is. */
type Standing = { readonly outcome: Outcome; readonly pushed?: RecordedPush };

/** Where every story stands at every destination: as recorded, or as the tenants answer. Writes nothing anywhere. */
export async function statusCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: StatusSettings,
  progress: Progress,
): Promise<Ended<StatusResult>> {
  const found = await withTenants(world, settings, (tenants) =>
    findStatus(world, workspace, settings, { tenants, progress }),
  );
  if (!found.ok) return found;
  const { report, problems, traceProblems } = found.value;
  const about = new Set(report.outcomes.map(({ destination }) => destination));
  const chosen = workspace.manifest.destinations.filter(({ name }) => about.has(name));
  return ok({
    report,
    problems: [...problems, ...traceProblems],
    notAsked: sayUnbound(settings.trust, chosen),
    exitCode: statusExitCode(report.outcomes),
  });
}

type Sources = { readonly tenants: Pick<Tenants, 'reader'>; readonly progress: Progress };

async function findStatus(
  world: CommandPorts,
  workspace: Workspace,
  settings: StatusSettings,
  sources: Sources,
): Promise<Result<Pick<StatusResult, 'report' | 'problems'>, Refused>> {
  const { desired, manifest } = workspace;
  const selection = select(desired.destinations, settings.selectors);
  if (!selection.ok) return cannotRun(selection.error);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return cannotRun(opened.error);
  const memory = opened.value;
  const question = { workspace, selection: selection.value, memory, settings };
  const standings = settings.live ? await askTenants(question, sources) : await askRecord(question);
  const pushed = standings.flatMap((standing) => (standing.pushed ? [standing.pushed] : []));
  const lag = await measureBehind(workspace, pushed);
  const outcomes = standings.map(({ outcome, pushed: from }) => {
    const behind = from && lag.of(from);
    return behind ? { ...outcome, behind } : outcome;
  });
  const report: StandingReport = {
    ...reportFrame(manifest, new Set(selection.value.selected.keys())),
    outcomes,
    interrupted: false,
    commit: workspace.commit,
    now: world.clock.now().toISOString(),
    live: settings.live,
    unsigned: memory.unsigned,
  };
  const cutShort = lag.complete ? [] : await shallowness(workspace);
  return ok({ report, problems: [...memory.problems, ...cutShort] });
}

async function shallowness({ repository }: Workspace): Promise<readonly Problem[]> {
  if (!repository || (await cloneKind(repository.dirs.commonDir)) !== 'shallow') return [];
  return [
    {
      code: 'STA016',
      severity: 'warning',
      message: 'How far behind each destination is cannot be told in full: this clone is shallow',
      hint: 'bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)',
    },
  ];
}

type Question = {
  readonly workspace: Workspace;
  readonly selection: Selection;
  readonly memory: StateSession;
  readonly settings: StatusSettings;
};

async function askRecord(question: Question): Promise<readonly Standing[]> {
  const { workspace, selection, memory, settings } = question;
  const chosen = workspace.desired.destinations.filter(({ name }) => selection.selected.has(name));
  const standings = await pLimit(settings.concurrency).map(chosen, async (destination) =>
    recordedStandings(destination, await memory.read(destination), question),
  );
  return standings.flat();
}

function recordedStandings(
  destination: Destination,
  state: DestinationState | undefined,
  question: Question,
): readonly Standing[] {
  const known = question.memory.knows(destination.name);
  const entryOf = entriesOf(destination, state, question);
  return pairsOf(destination, question).map(({ subscription, desired }) => {
    const entry = entryOf(desired);
    const outcome = recordedOutcome({ destination, subscription, desired, state, entry, known });
    return standing(outcome, desired, entry);
  });
}

async function askTenants(question: Question, { tenants, progress }: Sources): Promise<readonly Standing[]> {
  const { workspace, selection, memory, settings } = question;
  const { desired } = workspace;
  const { refresh, concurrency } = settings;
  const keys = bind(settings.trust);
  const { commit } = workspace;
  // Nobody is about to push: to name a manual-only destination does not make it less so.
  const policy = { selected: selection.selected, manual: new Set<string>(), force: false, refresh, commit };
  const reading = { keys, earlier: earlierVersions(workspace), concurrency, whole: false };
  const input = { desired, assess: assessDestination, memory, tenants, policy, progress, ...reading };
  const standings: readonly (readonly Standing[])[] = await refreshEach(input, ({ destination, stories }, state) => {
    // A plan without a look at the tenant would be no status.
    if (!keys.of(destination).ok) return recordedStandings(destination, state, question);
    const found = new Map(stories.map((work) => [work.desired.key, plannedOutcome(destination.name, work)]));
    const entryOf = entriesOf(destination, state, question);
    return pairsOf(destination, question).flatMap(({ desired: story }) => {
      const outcome = found.get(story.key);
      return outcome ? [standing(outcome, story, entryOf(story))] : [];
    });
  });
  return standings.flat();
}

function standing(outcome: Outcome, desired: DesiredStory, entry: StoryState | undefined): Standing {
  const from = outcome.status === 'synced' ? undefined : pushedFrom(desired, entry);
  return { outcome, ...(from === undefined ? {} : { pushed: { desired, from } }) };
}

/** What state has of a destination's stories, also where a key was renamed in the manifest. */
function entriesOf(
  { subscriptions }: Destination,
  state: DestinationState | undefined,
  { workspace }: Question,
): (desired: DesiredStory) => StoryState | undefined {
  const subscribed = subscriptions.flatMap(({ storyKey }) => workspace.desired.stories.get(storyKey) ?? []);
  const matches = matchState(subscribed, state, workspace.desired.stories.values());
  return ({ key }) => matches.get(key)?.state;
}

type Pair = { readonly subscription: Subscription; readonly desired: DesiredStory };

/** In the order of the manifest, so that two status files can be compared line by line. */
function pairsOf({ name, subscriptions }: Destination, { workspace, selection }: Question): readonly Pair[] {
  return subscriptions.flatMap((subscription) => {
    const desired = workspace.desired.stories.get(subscription.storyKey);
    return desired && selection.selected.get(name)?.has(desired.key) ? [{ subscription, desired }] : [];
  });
}
