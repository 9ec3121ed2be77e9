import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import type { Plan } from '../model/plan.ts';
import { Memory } from './memory.ts';
import type { Progress, Tenants, World } from './ports.ts';
import { type Selectors, select } from './select.ts';
import { surveyPlan } from './survey.ts';
import type { Workspace } from './workspace.ts';

export type PlanSettings = {
  readonly selectors: Selectors;
  readonly refresh: boolean;
  /** Ask no tenant, or none of these destinations: git and recorded state only. */
  readonly offline: boolean | ReadonlySet<string>;
  readonly stateBranch?: string;
  readonly state: boolean;
  /** Whether the state that others have pushed is fetched first. */
  readonly remote: 'use' | 'ignore';
  readonly concurrency: number;
};

export type PlanResult = { readonly plan: Plan; readonly problems: readonly Problem[] };

/** What a sync would do, without the means to do it: only readers are ever asked for. */
export async function planCommand(
  world: World,
  workspace: Workspace,
  settings: PlanSettings,
  tenants: Pick<Tenants, 'reader'>,
  progress: Progress,
): Promise<Result<PlanResult, readonly Problem[]>> {
  const selection = select(workspace.desired.destinations, settings.selectors);
  if (!selection.ok) return selection;
  const memory = await Memory.open(world, workspace, settings);
  const policy = {
    selected: selection.value.selected,
    manual: selection.value.named,
    force: false,
    refresh: settings.refresh,
    commit: workspace.dirty ? null : workspace.head,
  };
  const { desired } = workspace;
  const { concurrency, offline } = settings;
  const plan = await surveyPlan({ world, desired, memory, tenants, policy, progress, concurrency, offline });
  await memory.close();
  return ok({ plan, problems: memory.problems });
}
