import { unreachable } from '../../diagnostics/result.ts';
import type { FailureEvidence, TenantFailure } from '../../model/fact/tenant-failure.ts';
import { describeConnectionFailure, hintForConnection } from '../../network/connection-words.ts';
import { count } from '../reason-words.ts';

/** `POST /stories/import: HTTP 422 (name "has already been taken")`. */
export function describeTenantFailure({ request, evidence }: TenantFailure): string {
  return `${request}: ${describeEvidence(evidence)}`;
}

/** What a call was made for, as far as it tells what helps. */
export type CallPurpose =
  | {
      readonly purpose: 'read';
      readonly of: 'origin' | 'destination';
      readonly keyName: string;
      readonly tenantUrl: string;
      readonly teamId: number;
    }
  | { readonly purpose: 'push' };

/** The one table of what helps against a failed call. */
export function hintForTenantFailure({ kind, evidence }: TenantFailure, call: CallPurpose): string {
  const read = call.purpose === 'read' ? call : undefined;
  const addressKey = read?.of === 'origin' ? '"tenant_url" of the origin' : '"destination_tenant_url"';
  switch (kind) {
    case 'unauthorized':
      return read
        ? `check the key in ${read.keyName}: it may be wrong, revoked, or its owner may have left the tenant`
        : 'renew the key, then run again';
    case 'not_found':
      if (!read) return 'check that the story is still there, and that the key may write to this team (role Editor)';
      return read.of === 'origin'
        ? `check "team_id: ${read.teamId}" of the origin, and that the key may see this team`
        : `check "destination_team_id: ${read.teamId}", and that the key may see this team`;
    case 'rejected':
      return read ? ASK_THE_OWNER : 'fix the story, or ask the tenant owner why it was rejected';
    case 'malformed':
    case 'incomplete':
      return ASK_THE_OWNER;
    case 'redirected':
      return `a key is sent only to the host it is bound to: put the final address in ${addressKey}`;
    case 'rate_limited':
      return 'run again: it continues where it stopped. Where others ask this tenant too, lower --rate';
    case 'too_slow':
      return `${read ? `ask the owner of ${read.tenantUrl} why it is slow` : 'ask the tenant owner why it is slow'}, or allow more time with --read-timeout`;
    case 'not_asked':
      return 'run "storysync plan": it asks as often as it needs to';
    case 'unavailable':
    case 'unreachable':
    case 'timeout':
    case 'aborted':
      return hintForWay(evidence) ?? (read ? `check that ${read.tenantUrl} answers, then run again` : RUN_AGAIN);
    default:
      return unreachable(kind);
  }
}

const ASK_THE_OWNER = 'run again; if it persists, ask the tenant owner (nothing is written after an incomplete read)';
const RUN_AGAIN = 'run the same command again: it continues where it stopped';

/** What helps where the way to the tenant is what is wrong. */
export function hintForWay(evidence: FailureEvidence): string | undefined {
  if (evidence.seen === 'no_connection') return hintForConnection(evidence.connection, evidence.proxy);
  if (evidence.seen !== 'status' || evidence.unclear !== 'web_page') return undefined;
  return 'a gateway or firewall in between may have answered: ask who runs it, then run the same command again';
}

export function describeEvidence(evidence: FailureEvidence): string {
  switch (evidence.seen) {
    case 'status': {
      const meaning = meaningOf(evidence);
      return `HTTP ${evidence.status}${meaning === '' ? '' : ` (${meaning})`}${after(evidence.attempts)}`;
    }
    case 'no_connection':
      return `${describeConnectionFailure(evidence.connection)}${after(evidence.attempts)}`;
    case 'broke':
    case 'timeout':
    case 'too_large':
    case 'aborted':
      return `${BREAKS[evidence.seen]}${evidence.code === '' ? '' : ` (${evidence.code})`}${after(evidence.attempts)}`;
    case 'odd_body':
      return `HTTP ${evidence.status}: ${evidence.defect}`;
    case 'odd_listing':
      return `the listing is incomplete: ${evidence.defect}`;
    case 'never_sent':
      return 'stopped before it was sent';
    case 'read_time_over':
      return describeReadTime(evidence);
    case 'requests_spent':
      return `not asked: the ${evidence.allowed} requests for this destination were used up`;
    case 'tenant_given_up':
      return `not asked: ${evidence.destinations} destinations of this tenant in a row were not read in time`;
    default:
      return unreachable(evidence);
  }
}

function describeReadTime({
  allowed,
  waited,
  ended,
  slowest,
}: Extract<FailureEvidence, { seen: 'read_time_over' }>): string {
  const before =
    slowest === null ? '' : `; ${count(ended, 'earlier request')}, the slowest ${slowest.request}: ${slowest.took} s`;
  return `no complete answer after ${waited} s, when the ${allowed} s for reading were over${before}`;
}

const BREAKS = {
  broke: 'the connection broke',
  timeout: 'no answer in time',
  too_large: 'the answer is too large',
  aborted: 'stopped',
} as const;

function meaningOf({ status, phrases, unclear }: Extract<FailureEvidence, { seen: 'status' }>): string {
  if (unclear) return `${unclear === 'web_page' ? 'a web page, ' : ''}which does not say whether it was done`;
  if (phrases.length > 0) return phrases.join(', ');
  if (status === 403 || status === 404) return 'not found, or not visible to this key';
  if (status === 429) return 'too many requests';
  if (status >= 300 && status < 400) return 'a redirect, not followed: a key is sent only to its own host';
  return status < 300 ? 'a status that the API does not document' : '';
}

function after(attempts: number): string {
  return attempts > 1 ? `, after ${attempts} attempts` : '';
}
