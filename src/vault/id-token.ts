import { fail, ok } from '../diagnostics/result.ts';
import { isLoopback } from '../model/tenant/loopback.ts';
import { openConnections } from '../network/connections.ts';
import { type Proxies, proxyFor } from '../network/proxies.ts';
import { ask, CONNECT_MS, oddBody, oddStatus, type Way } from './ask.ts';
import type { IdTokenSource } from './port.ts';

export type IdTokenOptions = Pick<Way, 'clock' | 'signal'> & {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly proxies: Proxies;
  readonly mask: (secret: string) => void;
};

/** The token of a job with the permission `id-token: write`, as GitHub documents how to ask for it. */
export function githubIdTokens({ environment, proxies, mask, clock, signal }: IdTokenOptions): IdTokenSource {
  return async (audience) => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
    const url = address ? URL.parse(address) : null;
    if (url === null || !bearer || !isSafe(url)) return fail({ kind: 'not_offered' });
    mask(bearer);
    if (audience !== undefined) url.searchParams.set('audience', audience);
    const dispatcher = openConnections(url, proxies, { connectMs: CONNECT_MS });
    const way = { dispatcher, proxy: proxyFor(proxies, url)?.variable, clock, signal, random: Math.random };
    try {
      const heard = await ask({ url, method: 'GET', headers: { authorization: `Bearer ${bearer}` } }, way);
      if (heard.kind === 'silence') return fail(heard);
      if (heard.status !== 200) return fail(oddStatus(heard));
      const token = tokenIn(heard.text);
      if (token === undefined) return fail(oddBody(heard.status, 'no token of a job'));
      mask(token);
      return ok(token);
    } finally {
      await dispatcher.close();
    }
  };
}

/** The bearer travels along; http is for this machine alone. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function tokenIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
    return typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
