import { unreachable } from '../diagnostics/result.ts';
import type { Reason } from '../model/status.ts';
import type { TenantFailure } from '../tenant/port.ts';
import type { Settlement } from './ledger.ts';

/** A push step that did not go through. `stopTenant`: nothing more is written to this destination in this run. */
export type StepFailure = { readonly settlement: Settlement; readonly stopTenant?: boolean };

export function failed(reason: Reason, message: string, hint: string): StepFailure {
  return { settlement: { status: 'failed', reason, message, hint } };
}

export function stale(message: string): StepFailure {
  const hint = 'plan again and look at the difference';
  return { settlement: { status: 'requires_sync', reason: 'plan_stale', message, hint } };
}

/** What a failed call means for the story it was made for. */
export function explainFailure(what: string, failure: TenantFailure): StepFailure {
  const message = `${what}: ${failure.detail}`;
  switch (failure.kind) {
    case 'unauthorized':
      return { ...failed('unauthorized', message, 'the key was refused: renew it, then run again'), stopTenant: true };
    case 'not_found':
      return failed('rejected', message, 'it is not there, or the key may not write here (team role Editor is needed)');
    case 'rejected':
      return failed(
        'rejected',
        message,
        'correct the story, or ask the tenant’s owner what it refuses, then run again',
      );
    case 'malformed':
    case 'incomplete':
      return failed('unreadable', message, 'the tenant answered something unexpected; run again to see what is live');
    case 'redirected':
      return failed('unreadable', message, 'put the final address of the tenant into destination_tenant_url');
    case 'rate_limited':
    case 'unavailable':
    case 'unreachable':
    case 'timeout':
      return failed(
        'unreachable',
        message,
        failure.hint ?? 'run the same command again: what is done is recognised, what is not is repeated',
      );
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
