import { Errors } from 'isomorphic-git';
import { printable } from '../../diagnostics/printable.ts';
import { unreachable } from '../../diagnostics/result.ts';
import type { ConnectionFailure } from '../../model/fact/tenant-failure.ts';
import { connectionFailure } from '../../network/connection-failure.ts';
import { describeConnectionFailure, hintForConnection } from '../../network/connection-words.ts';
import { EndlessAnswerError, RedirectedError } from './git-http.ts';

/** Why a remote did not do what was asked. Holds nothing of the credentials, nor the address. */
export type RemoteFailure =
  /** 401, 403 or 404: hosts do not tell a repository that is hidden from one that is not there. */
  | { readonly kind: 'no_access'; readonly status: number }
  /** A hook, a protected branch or another rule of the server. */
  | { readonly kind: 'refused'; readonly why: string }
  /** No connection, no answer in time, or a server in trouble: later it may work. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly connection?: ConnectionFailure }
  | { readonly kind: 'broken'; readonly why: string };

/** The failure in words, to follow "the remote …". */
export function describeRemoteFailure(failure: RemoteFailure): string {
  switch (failure.kind) {
    case 'no_access':
      return `gives no access (${failure.status})`;
    case 'refused':
      return `refuses it: ${failure.why}`;
    case 'unreachable':
      if (failure.connection !== undefined)
        return `cannot be reached: ${describeConnectionFailure(failure.connection)}`;
      return /^\d+$/.test(failure.code)
        ? `reports a server error (${failure.code})`
        : `does not answer (${failure.code})`;
    case 'broken':
      return failure.why;
    default:
      return unreachable(failure);
  }
}

/** What helps, where the way to the remote is what is wrong. */
export function remoteHint(failure: RemoteFailure): string | undefined {
  return failure.kind === 'unreachable' && failure.connection
    ? hintForConnection(failure.connection, undefined)
    : undefined;
}

/** Someone else was faster: the branch is not where we saw it, or is being moved right now. */
const MOVED =
  /failed to update ref|(?:cannot|unable to|failed to) lock|incorrect old value|already exists|stale info|fetch first|non-fast-forward/i;

export type PushEnd = 'moved' | RemoteFailure;

/** What a failed push means. A server that refuses force says "non-fast-forward" too, though nobody was faster. */
export function judgePush(error: unknown, { force }: { readonly force: boolean }): PushEnd {
  if (error instanceof Errors.PushRejectedError || error instanceof Errors.UserCanceledError) return 'moved';
  // What the library makes of an answer that says nothing about our branch.
  if (error instanceof TypeError) return { kind: 'broken', why: 'does not answer like a git server' };
  if (!(error instanceof Errors.GitPushError)) return judgeFailure(error);
  const { result } = error.data;
  const why = Object.values(result.refs).find(({ ok }) => !ok)?.error ?? '';
  if (force && /non-fast-forward/i.test(why)) return { kind: 'refused', why: 'its history may not be rewritten' };
  if (MOVED.test(why)) return 'moved';
  if (!result.ok) return { kind: 'broken', why: 'could not store what was sent' };
  return { kind: 'refused', why: printable(why).slice(0, 200) };
}

/** Failures of network and server as values; what has no code is our own mistake, and thrown on. */
export function judgeFailure(error: unknown): RemoteFailure {
  if (error instanceof RedirectedError) {
    return { kind: 'broken', why: 'redirects to another address, which is not followed' };
  }
  if (error instanceof EndlessAnswerError) return { kind: 'broken', why: 'sends an answer that does not end' };
  if (error instanceof Errors.HttpError) return judgeStatus(error.data.statusCode);
  const connection = connectionFailure(error);
  if (connection !== undefined && connection.kind !== 'no_connection')
    return { kind: 'unreachable', code: connection.code, connection };
  const code = codeOf(error);
  if (code === undefined || code.startsWith('ERR_INVALID_') || OURS.has(code)) throw error;
  if (isOfFiles(error)) return { kind: 'broken', why: `answered, but its answer cannot be stored here (${code})` };
  if (NETWORK.test(code)) return { kind: 'unreachable', code };
  return { kind: 'broken', why: `does not answer like a git server (${code})` };
}

function judgeStatus(status: number): RemoteFailure {
  if (status === 401 || status === 403 || status === 404) return { kind: 'no_access', status };
  if (status === 429 || status >= 500) return { kind: 'unreachable', code: String(status) };
  return { kind: 'broken', why: `answers with HTTP status ${status}` };
}

const NETWORK = /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/;
const OURS = new Set(['UND_ERR_INVALID_ARG', 'MissingParameterError', 'InternalError']);

/** Failures of the file system name a path. */
function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'path' in error && typeof error.path === 'string';
}

/** A host with several addresses fails with one error that holds one per address. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== undefined);
  return codeOf(error.cause);
}
