import type { ConnectionFailure, FailureEvidence, FailureKind, TenantFailure } from '../model/fact/tenant-failure.ts';
import type { BreakKind } from './http.ts';
import { readRefusal } from './refusal.ts';

/** What every failure of one request has in common. */
export type Asked = {
  /** Method and path. */
  readonly request: string;
  readonly write: boolean;
};

/** A read never has an effect. */
export function failure(
  asked: Asked,
  kind: FailureKind,
  evidence: FailureEvidence,
  effect: 'none' | 'possible',
): TenantFailure {
  return { kind, request: asked.request, evidence, effect: asked.write ? effect : 'none' };
}

export type BadStatus = { readonly status: number; readonly body: string; readonly attempts: number };

/** Decides on the status alone; of a refusal's body at most a few words from a closed list are told. */
export function statusFailure(asked: Asked, { status, body, attempts }: BadStatus): TenantFailure {
  const page = looksLikeHtml(body);
  // The tenant itself refuses in other forms than pages. Too many requests stays what it is, whoever says so.
  const unclear = asked.write && status !== 429 && (TOO_EARLY.has(status) || page);
  const kind = unclear ? 'unavailable' : kindOf(status);
  const phrases = kind === 'rejected' ? readRefusal(body) : [];
  // Most likely it was not carried out; but whoever counts may do so late.
  const effect = status >= 400 && status < 500 && status !== 429 && !unclear ? 'none' : 'possible';
  const evidence = { seen: 'status', status, phrases, attempts } as const;
  const doubt = unclear ? ({ unclear: page ? 'web_page' : 'status' } as const) : {};
  return failure(asked, kind, { ...evidence, ...doubt }, effect);
}

/** Statuses of something in between, or of too early: the tenant may be at work on a write all the same. */
const TOO_EARLY = new Set([408, 409, 425]);

/** Sign-in pages and proxies answer in HTML. */
export function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 403 || status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'unavailable';
  if (status >= 400) return 'rejected';
  return status >= 300 ? 'redirected' : 'malformed';
}

const BREAKS: { readonly [how in BreakKind]: FailureKind } = {
  broke: 'unreachable',
  timeout: 'timeout',
  too_large: 'malformed',
  aborted: 'aborted',
};

export type Break = {
  readonly how: BreakKind;
  readonly code: string;
  readonly attempts: number;
};

/** A connection that stood, so that the request may have been carried out. */
export function breakFailure(asked: Asked, { how, code, attempts }: Break): TenantFailure {
  return failure(asked, BREAKS[how], { seen: how, code, attempts }, 'possible');
}

export function withoutConnection(
  asked: Asked,
  connection: ConnectionFailure,
  { attempts, proxy }: { readonly attempts: number; readonly proxy: string | undefined },
): TenantFailure {
  const way = proxy === undefined ? {} : { proxy };
  return failure(asked, 'unreachable', { seen: 'no_connection', connection, attempts, ...way }, 'none');
}
