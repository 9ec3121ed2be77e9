import type { Dispatcher } from 'undici';
import { systemClock } from '../clock/system-clock.ts';
import { fail } from '../diagnostics/result.ts';
import type { Clock } from '../model/clock.ts';
import { keyFitsHeader } from '../model/key-form.ts';
import { openConnections } from '../network/connections.ts';
import { type Proxies, proxyFor } from '../network/proxies.ts';
import { VERSION } from '../version.ts';
import { addressesOf } from './address.ts';
import { type Caller, createCaller, type RequestRecord } from './caller.ts';
import { failure } from './failure.ts';
import { DEFAULT_LIMITS, type TenantLimits } from './limits.ts';
import type { Tenant } from './port.ts';
import { RateLimiter, type SharedRequests, sharedRequests } from './rate-limiter.ts';
import { createReader } from './reader.ts';
import { createWriter } from './writer.ts';

export type TenantClientOptions = {
  /** As the manifest holds it: no trailing slash, path prefix kept. */
  readonly tenantUrl: string;
  readonly apiKey: string;
  /** For tests; it is not closed with the client. */
  readonly dispatcher?: Dispatcher;
  /** None unless told: the environment is read at the edge. */
  readonly proxies?: Proxies;
  readonly clock?: Clock;
  /** At least 0, less than 1: spreads the attempts of many clients over time. */
  readonly random?: () => number;
  /** Stops new requests and waiting. A write that was sent is let finish, because only its answer tells what it did. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<TenantLimits>;
  readonly onRequest?: (record: RequestRecord) => void;
};

export type TenantClient = Tenant & {
  /** Waits for what is in flight, then ends the connections. */
  close(): Promise<void>;
};

const USER_AGENT = `storysync/${VERSION}`;

/** A tenant behind its REST API. `flight` is shared by the clients of one tenant (pool.ts). */
export function openTenant(options: TenantClientOptions, flight?: SharedRequests): TenantClient {
  const limits: TenantLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const address = addressesOf(options.tenantUrl);
  const [url, proxies] = [new URL(options.tenantUrl), options.proxies ?? NO_PROXIES];
  const { connectTimeoutMs: connectMs, inFlight: connections } = limits;
  const dispatcher = options.dispatcher ?? openConnections(url, proxies, { connectMs, connections });
  const caller = keyFitsHeader(options.apiKey)
    ? createCaller({
        address,
        headers: {
          authorization: `Bearer ${options.apiKey}`,
          accept: 'application/json',
          'user-agent': USER_AGENT,
        },
        dispatcher,
        proxy: proxyFor(proxies, url)?.variable,
        lanes: new RateLimiter(flight ?? sharedRequests(limits.inFlight), limits, options.signal),
        limits,
        clock: options.clock ?? systemClock,
        random: options.random ?? Math.random,
        signal: options.signal,
        onRequest: options.onRequest,
      })
    : refuseAll;
  return {
    ...createReader(caller, limits),
    ...createWriter(caller),
    close: async () => {
      if (dispatcher !== options.dispatcher) await dispatcher.close();
    },
  };
}

const NO_PROXIES: Proxies = { except: '' };

const refuseAll: Caller = {
  send: async (call) => {
    const asked = { request: `${call.method} ${call.path}`, write: call.method !== 'GET' };
    return fail(failure(asked, 'unauthorized', 'the key is empty, or holds spaces or line breaks', 'none'));
  },
};
