import { connectionFailure } from '../../network/connection-failure.ts';
import { describeConnectionFailure, hintForConnection } from '../../network/connection-words.ts';
import type { GitHubFailure } from '../ports.ts';

/** What a failed call means, by status and headers alone: texts change, and may quote what we sent. */
export function failureOf(error: unknown, what: string): GitHubFailure {
  const response = fieldOf(error, 'response');
  const status = response === undefined ? undefined : numberOf(fieldOf(error, 'status'));
  if (status === undefined) return { kind: 'unavailable', what, ...whyNot(error) };
  return { kind: kindOf(status, fieldOf(response, 'headers')), status, what };
}

function kindOf(status: number, headers: unknown): GitHubFailure['kind'] {
  const spent = headerOf(headers, 'x-ratelimit-remaining') === '0' || headerOf(headers, 'retry-after') !== undefined;
  if (status === 429 || (status === 403 && spent)) return 'rate_limited';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  return status >= 500 ? 'unavailable' : 'rejected';
}

function headerOf(headers: unknown, name: string): string | undefined {
  const value = fieldOf(headers, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What stood in the way of a connection, as far as the causes of an error tell. */
function whyNot(error: unknown): Pick<GitHubFailure, 'why'> {
  for (let [cause, depth] = [error, 0]; cause !== undefined && depth < 5; cause = fieldOf(cause, 'cause'), depth++) {
    const failure = connectionFailure(cause);
    if (failure === undefined) continue;
    const hint = hintForConnection(failure, undefined);
    return { why: [describeConnectionFailure(failure), hint].filter((text) => text !== undefined).join('; ') };
  }
  return {};
}

/** A field of whatever was thrown. */
function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
