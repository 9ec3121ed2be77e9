import type { RunBudgets } from '../../forecast/forecast-plan.ts';
import { budgetsAt } from '../../model/tenant/budget.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { POLL_TIMEOUT_MS } from '../native/native-ports.ts';
import type { ReadSettings } from '../settings.ts';
import type { SyncSettings } from '../sync/settings.ts';

type Allowed = Pick<ReadSettings, 'rate' | 'concurrency'> & Pick<Partial<SyncSettings>, 'pollTimeout' | 'prune'>;

/** What a run that applies a plan is allowed. */
export function budgetsOf(
  { rate, concurrency, pollTimeout = POLL_TIMEOUT_MS, prune }: Allowed,
  { manifest }: Pick<Workspace, 'manifest'>,
): RunBudgets {
  const originUrl = manifest.origin?.tenantUrl;
  return { rate: budgetsAt(rate).default, concurrency, pollTimeout, originUrl, prune: prune !== undefined };
}
