import type { RunBudgets } from '../forecast/forecast-plan.ts';
import { budgetsAt } from '../model/tenant/budget.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { POLL_TIMEOUT_MS } from './native/native-ports.ts';
import type { ReadSettings } from './settings.ts';

/** What a run that applies a plan is allowed. */
export function budgetsOf(
  {
    rate,
    concurrency,
    pollTimeout = POLL_TIMEOUT_MS,
  }: Pick<ReadSettings, 'rate' | 'concurrency'> & { readonly pollTimeout?: number },
  { manifest }: Pick<Workspace, 'manifest'>,
): RunBudgets {
  return { rate: budgetsAt(rate).default, concurrency, pollTimeout, originUrl: manifest.origin?.tenantUrl };
}
