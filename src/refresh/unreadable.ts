import { unreachable } from '../diagnostics/result.ts';
import type { Unreadable } from '../model/actual.ts';
import type { Destination } from '../model/destination.ts';
import type { TenantFailure } from '../tenant/port.ts';

/** Turns a failed read into the reason, the cause and the next step that the plan shows. */
export function explainUnreadable(failure: TenantFailure, destination: Destination): Unreadable {
  const { detail, request } = failure;
  switch (failure.kind) {
    case 'unauthorized':
      return {
        reason: 'unauthorized',
        message: `${request}: ${detail}`,
        hint: `check the key in ${destination.keyName}: it may be wrong, revoked, or its owner may have left the tenant`,
      };
    case 'unreachable':
    case 'timeout':
    case 'unavailable':
    case 'aborted':
      return {
        reason: 'unreachable',
        message: `${request}: ${detail}`,
        hint: failure.hint ?? `check that ${destination.tenantUrl} answers, then run again`,
      };
    case 'rate_limited':
      return {
        reason: 'unreachable',
        message: `${request}: ${detail}`,
        hint: 'retry later, or lower --concurrency',
      };
    case 'redirected':
      return {
        reason: 'unreadable',
        message: `${request}: ${detail}`,
        hint: 'a key only goes to the host it is bound to: put the final address into destination_tenant_url',
      };
    case 'not_found':
      return {
        reason: 'unreadable',
        message: `${request}: ${detail}`,
        hint: `check destination_team_id ${destination.teamId} and that the key may see this team`,
      };
    case 'rejected':
    case 'malformed':
    case 'incomplete':
      return {
        reason: 'unreadable',
        message: `${request}: ${detail}`,
        hint: 'run again; if it stays so, ask the tenant owner (nothing is written to what could not be read completely)',
      };
    default:
      return unreachable(failure.kind);
  }
}
