/**
 * The third of undici that we use. Its entry reads all of it, for browsers' sake too: fetch, websockets, cookies, caches
 * and mocks, which every start of ours would wait for.
 */
import type { Dispatcher } from 'undici';
import apiConnect from 'undici/lib/api/api-connect.js';
import apiRequest from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import DispatcherBase from 'undici/lib/dispatcher/dispatcher.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';

// As undici's entry does: its proxy agent opens tunnels by this method.
DispatcherBase.prototype.connect = apiConnect;

export { Agent, EnvHttpProxyAgent, Pool };

/** undici's `request`, whose dispatcher is always ours. */
export function requestBy(
  dispatcher: Dispatcher,
  url: URL,
  options: Omit<Dispatcher.RequestOptions, 'origin' | 'path'>,
): Promise<Dispatcher.ResponseData> {
  return apiRequest.call(dispatcher, { ...options, origin: url.origin, path: `${url.pathname}${url.search}` });
}
