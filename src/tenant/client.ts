import type { Dispatcher } from 'undici';
import { systemClock } from '../clock/system-clock.ts';
import type { ApiKey } from '../model/api-key.ts';
import type { Clock } from '../model/clock.ts';
import { budgetsAt } from '../model/tenant/budget.ts';
import { openConnections } from '../network/connections.ts';
import { type Proxies, proxyFor } from '../network/proxies.ts';
import { VERSION } from '../version.ts';
import { addressesOf } from './address.ts';
import { type Caller, type CallerParts, createCaller } from './caller.ts';
import { DEFAULT_LIMITS, type TenantLimits } from './limits.ts';
import type { RequestRecord, Tenant, TenantReader } from './port.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { ReadTime } from './read-time.ts';
import { createReader } from './reader.ts';
import { createSyncReader, createSyncWriter } from './sync-destinations.ts';
import { createWriter } from './writer.ts';

export type TenantClientOptions = {
  /** As the manifest holds it: no trailing slash, path prefix kept. */
  readonly tenantUrl: string;
  readonly key: ApiKey;
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
  /** Requests a minute, where fewer are allowed than the vendor does. */
  readonly rate?: number;
  readonly onRequest?: (record: RequestRecord) => void;
};

export type TenantClient = Tenant & {
  /** What reads, alone: nothing that is reached from it writes. */
  readonly reader: TenantReader;
  /** The same within the time that a destination has for being read. */
  readerWithin(time: ReadTime): TenantReader;
  /** Waits for what is in flight, then ends the connections. */
  close(): Promise<void>;
};

const USER_AGENT = `storysync/${VERSION}`;

/** What holds for all requests to an address. */
export function limitsOf({ limits, rate }: Pick<TenantClientOptions, 'limits' | 'rate'>): TenantLimits {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return { ...all, budgets: budgetsAt(rate, all.budgets) };
}

/** A tenant behind its REST API. `shared` is shared by the clients of one address (pool.ts). */
export function openTenant(options: TenantClientOptions, shared?: RateLimiter): TenantClient {
  const limits = limitsOf(options);
  const address = addressesOf(options.tenantUrl);
  const [url, proxies] = [new URL(options.tenantUrl), options.proxies ?? NO_PROXIES];
  const { connectTimeoutMs: connectMs, inFlight: connections } = limits;
  const dispatcher = options.dispatcher ?? openConnections(url, proxies, { connectMs, connections });
  const clock = options.clock ?? systemClock;
  const limiter = shared ?? new RateLimiter(limits, clock);
  const known = new Set<string>();
  const reveal = (key: ApiKey): string => {
    const text = key.reveal();
    known.add(text);
    return text;
  };
  const parts: CallerParts = {
    address,
    host: `${url.host}${url.pathname.replace(/\/$/, '')}`,
    headers: {
      authorization: `Bearer ${reveal(options.key)}`,
      accept: 'application/json',
      'user-agent': USER_AGENT,
    },
    dispatcher,
    proxy: proxyFor(proxies, url)?.variable,
    limiter,
    limits,
    clock,
    random: options.random ?? Math.random,
    signal: options.signal,
    onRequest: options.onRequest,
  };
  const caller = createCaller(parts);
  const readerBy = (by: Caller): TenantReader =>
    Object.freeze({ ...createReader(by, limits), ...createSyncReader(by, limits, { known }) });
  const reader = readerBy(caller);
  return {
    ...reader,
    reader,
    readerWithin: (time) => {
      time.without(limiter.ownWaits);
      const signal = options.signal ? AbortSignal.any([options.signal, time.signal]) : time.signal;
      return readerBy(createCaller({ ...parts, signal, time }));
    },
    ...createWriter(caller),
    ...createSyncWriter(caller, { known, reveal }),
    close: async () => {
      if (dispatcher !== options.dispatcher) await dispatcher.close();
    },
  };
}

const NO_PROXIES: Proxies = { except: '' };
