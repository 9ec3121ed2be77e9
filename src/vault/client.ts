import { fail, ok } from '../diagnostics/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { openConnections } from '../network/connections.ts';
import { type Proxies, proxyFor } from '../network/proxies.ts';
import { ask, CONNECT_MS, type Heard, oddBody, oddStatus, type Question, type Way } from './ask.ts';
import type { VaultDoor, VaultLogin, VaultSession, VaultSilence } from './port.ts';
import { readLoginRefusal, readSilence } from './refusal.ts';

export type VaultClientOptions = Pick<Way, 'clock' | 'signal'> & {
  /** As the manifest holds it: no slash at the end, path prefix kept. */
  readonly address: string;
  readonly namespace: string | undefined;
  readonly proxies: Proxies;
  /** Told of every token before it is used. */
  readonly mask: (secret: string) => void;
  readonly random?: () => number;
};

/** Requests in flight to one vault. */
const CONNECTIONS = 16;

type Answer = Extract<Heard, { kind: 'answer' }>;

/** A HashiCorp Vault or an OpenBao over HTTP: the login by JWT, KV version 2, and the end of a token. */
export function openVault(options: VaultClientOptions): VaultDoor {
  const { address, namespace, proxies, mask, clock, signal, random = Math.random } = options;
  const url = new URL(address);
  const dispatcher = openConnections(url, proxies, { connectMs: CONNECT_MS, connections: CONNECTIONS });
  const way: Way = { dispatcher, proxy: proxyFor(proxies, url)?.variable, clock, random, signal };
  const spaced = namespace === undefined ? {} : { 'x-vault-namespace': namespace };
  const call = (
    path: string,
    { token, ...question }: Omit<Question, 'url' | 'headers'> & { readonly token?: string },
  ) =>
    ask(
      {
        ...question,
        url: new URL(`${address}/v1/${path}`),
        headers: { 'x-vault-request': 'true', ...spaced, ...(token === undefined ? {} : { 'x-vault-token': token }) },
      },
      // What ends a token is let finish: a run that is stopped leaves none behind.
      path === REVOKE ? { ...way, signal: undefined } : way,
    );

  const session = (token: string, own: { readonly lifetimeMs: number | undefined; readonly revocable: boolean }) =>
    Object.freeze<VaultSession>({
      lifetimeMs: own.lifetimeMs,
      read: async (mount, path) => {
        const heard = await call(`${mount}/data/${path}`, { method: 'GET', token });
        return heard.kind === 'silence' ? fail(heard) : readSecret(heard);
      },
      revoke: own.revocable
        ? async () => {
            const heard = await call(REVOKE, { method: 'POST', token });
            if (heard.kind === 'silence') return fail(heard.evidence);
            return heard.status === 204 || heard.status === 200 ? ok(null) : fail(oddStatus(heard).evidence);
          }
        : null,
    });

  return {
    logIn: async ({ authMount, role, jwt }: VaultLogin) => {
      const body = { jwt, ...(role === undefined ? {} : { role }) };
      const heard = await call(`auth/${authMount}/login`, { method: 'POST', body });
      if (heard.kind === 'silence') return fail(heard);
      const { status, text } = heard;
      if (status === 400 || status === 403 || status === 404) {
        return fail({ kind: 'refused', status, phrases: readLoginRefusal(errorsIn(text)) });
      }
      if (status !== 200) return fail(oddStatus(heard, readSilence(status, errorsIn(text))));
      const auth = objectIn(text)?.auth;
      const token = isObject(auth) ? auth.client_token : undefined;
      if (!isObject(auth) || typeof token !== 'string' || !isToken(token)) {
        return fail(oddBody(status, 'no token of a login'));
      }
      mask(token);
      return ok(
        session(token, { lifetimeMs: lifetimeOf(auth.lease_duration), revocable: auth.token_type !== 'batch' }),
      );
    },
    enter: (token) => {
      mask(token);
      return session(token, { lifetimeMs: undefined, revocable: false });
    },
    close: () => dispatcher.close(),
  };
}

const REVOKE = 'auth/token/revoke-self';

/** What a header can carry. */
export function isToken(text: string): boolean {
  return /^[!-~]{1,16384}$/.test(text);
}

function readSecret(heard: Answer): Awaited<ReturnType<VaultSession['read']>> {
  const { status, text } = heard;
  if (status === 403) return fail({ kind: 'refused', gap: 'forbidden' });
  if (status === 404) return fail({ kind: 'refused', gap: gapOf(text) });
  if (status !== 200) return fail(oddStatus(heard, readSilence(status, errorsIn(text))));
  const data = objectIn(text)?.data;
  const fields = isObject(data) ? data.data : undefined;
  return isObject(fields) ? ok(fields) : fail(notKv2(status));
}

function notKv2(status: number): VaultSilence {
  return oddBody(status, 'no secret of a KV engine of version 2');
}

/** A secret that is not there, one that was deleted, and a path that leads nowhere have one status. */
function gapOf(text: string): 'absent' | 'deleted' | 'no_mount' | 'no_namespace' {
  const said = errorsIn(text);
  if (/no handler for route/.test(said)) return 'no_mount';
  if (/namespace not found/.test(said)) return 'no_namespace';
  const data = objectIn(text)?.data;
  return isObject(data) && isObject(data.metadata) ? 'deleted' : 'absent';
}

/** All that it says of an error, to be searched for words that we know. */
function errorsIn(text: string): string {
  const errors = objectIn(text)?.errors;
  return Array.isArray(errors) ? errors.filter((each) => typeof each === 'string').join('\n') : '';
}

function lifetimeOf(seconds: JsonValue | undefined): number | undefined {
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
