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
  const [kind, meaning] = meaningOf(status);
  const said = kind === 'rejected' ? readRefusal(body) : '';
  const words = [meaning, said, attempts > 1 ? `after ${attempts} attempts` : ''].filter((part) => part !== '');
  const detail = words.length === 0 ? `HTTP ${status}` : `HTTP ${status}: ${words.join(', ')}`;
  const effect = status >= 400 && status < 500 ? 'none' : 'possible';
  return { ...failure(asked, kind, detail, effect), status };
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
  no_connection: ['unreachable', 'no connection'],
  untrusted: ['unreachable', 'the certificate is not trusted'],
  broke: ['unreachable', 'the connection broke'],
  timeout: ['timeout', 'no answer in time'],
  too_large: ['malformed', 'the answer is too large'],
  aborted: ['aborted', 'stopped'],
};

export type Break = {
  readonly how: BreakKind;
  readonly sent: boolean;
  readonly code: string;
  readonly attempts: number;
};

export function breakFailure(asked: Asked, { how, sent, code, attempts }: Break): TenantFailure {
  const [kind, meaning] = BREAKS[how];
  const after = attempts > 1 ? `, after ${attempts} attempts` : '';
  return failure(asked, kind, `${meaning}${code === '' ? '' : ` (${code})`}${after}`, sent ? 'possible' : 'none');
}
