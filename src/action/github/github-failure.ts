import { unreachable } from '../../diagnostics/result.ts';
import { forTerminal } from '../../report/escape.ts';
import type { GitHubFailure } from '../ports.ts';

/** A sentence for the log: what could not be done, why, and what helps. */
export function describeFailure({ kind, status, what, why }: GitHubFailure): string {
  const number = status === undefined ? '' : ` (HTTP ${status})`;
  return `GitHub: could not ${forTerminal(what)}${number}: ${why ?? causeOf(kind)}.`;
}

function causeOf(kind: GitHubFailure['kind']): string {
  switch (kind) {
    case 'forbidden':
      return 'the token lacks the permission; see "permissions" of the job (a fork has none, and a personal token never has "checks")';
    case 'not_found':
      return 'not found, or not visible to this token';
    case 'rate_limited':
      return 'the rate limit of the token is used up';
    case 'unavailable':
      return 'GitHub did not answer';
    case 'rejected':
      return 'GitHub rejected it';
    default:
      return unreachable(kind);
  }
}
