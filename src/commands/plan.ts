import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import type { Plan } from '../model/plan.ts';
import type { Binding } from '../trust/bind.ts';
import { earlierVersions } from '../workspace/earlier-versions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { planDocument } from './plan-document.ts';
import type { CommandPorts, Progress } from './ports.ts';
import { type RefreshInput, refreshPlan } from './refresh.ts';
import { chosenBy, isWhole, type Selection, type Selectors, select } from './select.ts';
import { StateSession } from './state/state-session.ts';

export type PlanSettings = {
  readonly selectors: Selectors;
  readonly refresh: boolean;
  /** For which destinations a key may be used; the others are planned as if offline. */
  readonly keys: Binding;
  /** Ask no tenant: git and recorded state only. */
  readonly offline: boolean;
  readonly stateBranch?: string;
  readonly state: boolean;
  /** Whether the state that others have pushed is fetched first. */
  readonly remote: 'use' | 'ignore';
  readonly concurrency: number;
};

export type PlanResult = {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  /** The state that counted is signed by nobody. */
  readonly unsigned: boolean;
  /** The plan as a file. */
  readonly planFile: string;
  /** When state was written last, as an ISO time; undefined when there is none. */
  readonly recordedAt: string | undefined;
};

/** What a sync would do, without the means to do it: only readers are ever asked for. */
export async function planCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: PlanSettings,
  tenants: Pick<Tenants, 'reader'>,
  progress: Progress,
): Promise<Result<PlanResult, readonly Problem[]>> {
  const selection = select(workspace.desired.destinations, settings.selectors, { absent: workspace.absent });
  if (!selection.ok) return selection;
  const chosen = { ...selection.value, whole: isWhole(settings.selectors) };
  return planSelection(world, workspace, chosen, settings, tenants, progress);
}

/** The same for pairs that are chosen already. */
export async function planSelection(
  world: CommandPorts,
  workspace: Workspace,
  selection: Selection & Pick<RefreshInput, 'whole'>,
  settings: Omit<PlanSettings, 'selectors'>,
  tenants: Pick<Tenants, 'reader'>,
  progress: Progress,
): Promise<Result<PlanResult, readonly Problem[]>> {
  const opened = await StateSession.open(world, workspace, settings);
  if (!opened.ok) return opened;
  const memory = opened.value;
  const policy = {
    ...chosenBy(selection),
    manual: selection.named,
    force: false,
    refresh: settings.refresh,
    commit: workspace.commit,
  };
  const { desired } = workspace;
  const earlier = earlierVersions(workspace);
  const { concurrency, offline, keys } = settings;
  const { whole } = selection;
  const reading = { keys, earlier, offline, concurrency, whole };
  const plan = await refreshPlan({
    world,
    desired,
    assess: assessDestination,
    memory,
    tenants,
    policy,
    progress,
    ...reading,
  });
  await memory.close();
  const { problems, unsigned } = memory;
  return ok({
    plan,
    planFile: planDocument(plan, memory.seal),
    problems,
    unsigned,
    recordedAt: await memory.writtenAt(),
  });
}
