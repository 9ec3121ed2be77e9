import { type ConnectionFailure, describeConnectionFailure, hintForConnection } from '../network/connection-failure.ts';
import type { BreakKind } from './http.ts';
import type { FailureKind, TenantFailure } from './port.ts';
import { readRefusal } from './refusal.ts';

/** What every failure of one request has in common. */
export type Asked = {
  /** Method and path. */
  readonly request: string;
  readonly write: boolean;
};

/** A failure in our words; a read never has an effect. */
export function failure(asked: Asked, kind: FailureKind, detail: string, effect: 'none' | 'possible'): TenantFailure {
  return { kind, request: asked.request, detail, effect: asked.write ? effect : 'none' };
}

export type BadStatus = { readonly status: number; readonly body: string; readonly attempts: number };

/** Decides on the status alone; of a refusal's body at most a few words from a closed list are told. */
export function statusFailure(asked: Asked, { status, body, attempts }: BadStatus): TenantFailure {
  const untold = asked.write && status !== 429 && (TOO_EARLY.has(status) || looksLikeHtml(body));
  const [kind, meaning] = untold ? untoldBy(body) : meaningOf(status);
  const said = kind === 'rejected' ? readRefusal(body) : '';
  const words = [meaning, said, attempts > 1 ? `after ${attempts} attempts` : ''].filter((part) => part !== '');
  const detail = words.length === 0 ? `HTTP ${status}` : `HTTP ${status}: ${words.join(', ')}`;
  const effect = status >= 400 && status < 500 && !untold ? 'none' : 'possible';
  const hint = untold && looksLikeHtml(body) ? { hint: ASK_THE_GATEWAY } : {};
  return { ...failure(asked, kind, detail, effect), status, ...hint };
}

/** Statuses of something in between, or of too early: the tenant may be at work on a write all the same. */
const TOO_EARLY = new Set([408, 409, 425]);

/** The tenant itself refuses in other forms than pages. Too many requests is told before anything is carried out. */
function untoldBy(body: string): readonly [FailureKind, string] {
  return ['unavailable', `${looksLikeHtml(body) ? 'a web page, ' : ''}which does not say whether it was done`];
}

const ASK_THE_GATEWAY =
  'a gateway or firewall in between may have answered: ask who runs it, then run the same command again';

/** Sign-in pages and proxies answer in HTML. */
export function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}

function meaningOf(status: number): readonly [FailureKind, string] {
  if (status === 401) return ['unauthorized', ''];
  if (status === 403 || status === 404) return ['not_found', 'not there, or the key may not see it'];
  if (status === 429) return ['rate_limited', 'too many requests'];
  if (status >= 500) return ['unavailable', ''];
  if (status >= 400) return ['rejected', ''];
  if (status >= 300) return ['redirected', 'a redirect, not followed: a key is sent to its own host only'];
  return ['malformed', 'not a status that the API promises'];
}

const BREAKS: { readonly [how in BreakKind]: readonly [FailureKind, string] } = {
  broke: ['unreachable', 'the connection broke'],
  timeout: ['timeout', 'no answer in time'],
  too_large: ['malformed', 'the answer is too large'],
  aborted: ['aborted', 'stopped'],
};

export type Break = {
  readonly how: BreakKind;
  readonly code: string;
  readonly attempts: number;
};

/** A connection that stood, so that the request may have been carried out. */
export function breakFailure(asked: Asked, { how, code, attempts }: Break): TenantFailure {
  const [kind, meaning] = BREAKS[how];
  return failure(asked, kind, `${meaning}${code === '' ? '' : ` (${code})`}${after(attempts)}`, 'possible');
}

export function withoutConnection(
  asked: Asked,
  why: ConnectionFailure,
  { attempts, proxy }: { readonly attempts: number; readonly proxy: string | undefined },
): TenantFailure {
  const hint = hintForConnection(why, proxy);
  const detail = `${describeConnectionFailure(why)}${after(attempts)}`;
  return { ...failure(asked, 'unreachable', detail, 'none'), ...(hint === undefined ? {} : { hint }) };
}

function after(attempts: number): string {
  return attempts > 1 ? `, after ${attempts} attempts` : '';
}
