import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { cloneKind } from '../git/objects/storage.ts';
import type { Destination } from '../model/destination.ts';
import { outcomesExitCode } from '../report/exit-code.ts';
import type { StatusReport } from '../report/status/status-report.ts';
import { rolloutInForce } from '../trust/rollout-in-force.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { measureBehind } from './behind.ts';
import { cannotRun, type Ended, type Refused } from './ended.ts';
import type { statusPage } from './page/status-page.ts';
import { pairStatuses, type StatusSettings, type StatusSources } from './pair-status.ts';
import { withPins } from './pins.ts';
import type { CommandPorts, Progress } from './ports.ts';
import { askRollout } from './rollout/govern.ts';
import { findPending } from './rollout/pending.ts';
import { withRollout } from './rollout/with-rollout.ts';
import { type Selection, select, shardOf } from './select.ts';
import { StateSession } from './state/state-session.ts';
import { reportFrame } from './sync/sync-report.ts';
import { sayUnbound } from './trust.ts';
import { withReaders } from './with-tenants.ts';

export type StatusResult = {
  readonly report: StatusReport;
  readonly problems: readonly Problem[];
  /** Destinations that the report is about and no key is used for, for people. */
  readonly notAsked: readonly Problem[];
  /** The page, where it was asked for. */
  readonly page?: string;
};

/** Where every story stands at every destination: as recorded, or as the tenants answer. Writes nothing anywhere. */
export async function statusCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: StatusSettings,
  progress: Progress,
): Promise<Ended<StatusResult>> {
  const found = await withReaders(world, settings, (tenants) =>
    findStatus(world, workspace, settings, { tenants, progress, clock: world.clock }),
  );
  if (!found.ok) return found;
  const { report, problems, closingProblems, page } = found.value;
  const about = new Set(report.outcomes.map(({ destination }) => destination));
  const chosen = workspace.manifest.destinations.filter(({ name }) => about.has(name));
  return ok({
    report,
    problems: [...problems, ...closingProblems],
    notAsked: sayUnbound(settings.trust, chosen, workspace.manifest.origin),
    exitCode: outcomesExitCode(report.outcomes),
    ...(page === undefined ? {} : { page }),
  });
}

async function findStatus(
  world: CommandPorts,
  given: Workspace,
  settings: StatusSettings,
  sources: StatusSources,
): Promise<Result<Pick<StatusResult, 'report' | 'problems' | 'page'>, Refused>> {
  const workspace = await withPins(given, settings.trust);
  const { desired, manifest } = workspace;
  const rollout = rolloutInForce(settings.trust, manifest);
  const selection = select(desired.destinations, settings.selectors, { rollout, origin: manifest.origin?.tenantUrl });
  if (!selection.ok) return cannotRun(selection.error);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return cannotRun(opened.error);
  const session = opened.value;
  // Before anything else, so that the state of each destination is read once.
  const asked = rollout && (await askRollout(rollout, { desired, selected: new Map() }, session));
  const chosen = settings.selectors.pending ? await onlyPending(selection.value, workspace, session) : selection.value;
  // As above: so that each is read once.
  const states = settings.page && (await session.readFleet(destinationsOf(workspace, chosen)));
  const question = { workspace, selection: chosen, session, settings };
  const statuses = await pairStatuses(question, sources);
  const pushed = statuses.flatMap((status) => (status.pushed ? [status.pushed] : []));
  const lag = await measureBehind(workspace, pushed);
  const found = statuses.map(({ outcome, pushed: from }) => {
    const behind = from && lag.of(from);
    return behind ? { ...outcome, behind } : outcome;
  });
  const now = world.clock.now();
  const standing = asked ? withRollout(found, asked, now) : { outcomes: found };
  const report: StatusReport = {
    ...reportFrame(manifest, new Set(chosen.selected.keys())),
    ...standing,
    ...shardOf(settings.selectors),
    vendorIds: session.vendorIds,
    interrupted: false,
    commit: workspace.commit,
    now: now.toISOString(),
    live: settings.live,
    unsigned: session.unsigned,
  };
  const cutShort = lag.complete ? [] : await shallowness(workspace);
  const page = settings.page && states && (await pageOf(report, states, { workspace, session }, settings.page));
  const told = [...session.problems, ...cutShort];
  return ok({ report, problems: told, ...(page === undefined ? {} : { page }) });
}

/** A hundred kilobytes of code that nobody else needs, and no start reads. */
async function pageOf(...asked: Parameters<typeof statusPage>): Promise<string> {
  const { statusPage } = await import('./page/status-page.ts');
  return statusPage(...asked);
}

function destinationsOf({ desired }: Workspace, { selected }: Selection): readonly Destination[] {
  return desired.destinations.filter(({ name }) => selected.has(name));
}

/** Nobody is about to push: to name a manual-only destination does not make it pending. */
async function onlyPending(selection: Selection, { desired }: Workspace, session: StateSession): Promise<Selection> {
  const policy = { selected: selection.selected, manual: new Set<string>() };
  const { selected } = await findPending(session, desired, { policy });
  return { ...selection, selected };
}

async function shallowness({ repository }: Workspace): Promise<readonly Problem[]> {
  if (!repository || (await cloneKind(repository.dirs.commonDir)) !== 'shallow') return [];
  return [
    {
      code: 'STA016',
      severity: 'warning',
      message: 'not known in full how far behind each destination is: this clone is shallow',
      hint: 'bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)',
    },
  ];
}
