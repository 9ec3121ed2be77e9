import type { StoryOutcome } from '../../apply/ledger.ts';
import { unreachable } from '../../diagnostics/result.ts';
import type { Reason } from '../../model/status.ts';
import type { TenantFailure } from '../../tenant/port.ts';

/** A push step that did not go through. `stopTenant`: nothing more is written to this destination in this run. */
export type StepFailure = { readonly settlement: StoryOutcome; readonly stopTenant?: boolean };

export function failed(reason: Reason, message: string, hint: string): StepFailure {
  return { settlement: { status: 'failed', reason, message, hint } };
}

export function stale(message: string): StepFailure {
  const hint = 'make a new plan and look at the difference';
  return { settlement: { status: 'requires_sync', reason: 'plan_stale', message, hint } };
}

/** What a failed call means for the story it was made for. */
export function explainFailure(what: string, failure: TenantFailure): StepFailure {
  const message = `${what}: ${failure.detail}`;
  switch (failure.kind) {
    case 'unauthorized':
      return { ...failed('unauthorized', message, 'renew the key, then run again'), stopTenant: true };
    case 'not_found':
      return failed(
        'rejected',
        message,
        'check that the story is still there, and that the key may write to this team (role Editor)',
      );
    case 'rejected':
      return failed('rejected', message, 'fix the story, or ask the tenant owner why it was rejected, then run again');
    case 'malformed':
    case 'incomplete':
      return failed('unreadable', message, 'run again to see what is live; if it stays so, ask the tenant owner');
    case 'redirected':
      return failed('unreadable', message, 'put the final address of the tenant into destination_tenant_url');
    case 'rate_limited':
      return failed('unreachable', message, 'retry later, or lower --concurrency');
    case 'unavailable':
    case 'unreachable':
    case 'timeout':
      return failed('unreachable', message, failure.hint ?? 'run the same command again: it goes on where it stopped');
    case 'aborted':
      return {
        settlement: {
          status: 'requires_sync',
          reason: 'not_reached',
          message: 'interrupted',
          hint: 'run the same command again to go on',
        },
      };
    default:
      return unreachable(failure.kind);
  }
}
