import { Hono } from 'hono';
import type { RequestLog } from '../control/log.ts';
import { identityOf } from '../domain/identity.ts';
import { isRecord, type JsonRecord, parseText, textOr } from '../domain/json.ts';
import type { EmulatedWorld } from '../domain/world.ts';
import { injectFault } from '../faults/fault-injection.ts';
import type { Faults } from '../faults/faults.ts';
import type { EmulatedLimits } from '../faults/limits.ts';
import { authenticate, presentedKey } from './auth.ts';
import { withQuery } from './body.ts';
import type { EmulatorCall, EmulatorReply, Route } from './call.ts';
import { ApiRefusal, ErrorShapes, errorBody, notFound } from './errors.ts';
import { type ApiContext, type ApiEnv, answer, replace, waitFor } from './wire.ts';

export type ApiParts = {
  readonly world: EmulatedWorld;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly limiter: EmulatedLimits;
  readonly latencyMs: number;
  readonly routes: readonly Route[];
};

/** The tenants' API, to be mounted at `/:tenant/api/v1`: arrival, faults, admission, then the endpoint itself. */
export function tenantApi({ world, faults, log, limiter, latencyMs, routes }: ApiParts): Hono<ApiEnv> {
  const shapes = new ErrorShapes();
  const refuse = (c: ApiContext, error: ApiRefusal): Response => {
    const { text, type } = errorBody(shapes.next(), error.subject, error.message);
    return answer(c, error.status, text, type, error.retryAfter ? { 'retry-after': error.retryAfter } : {});
  };
  const api = new Hono<ApiEnv>();

  api.use(async (c, next) => {
    const tenant = world.tenants.get(c.req.param('tenant') ?? '');
    if (tenant === undefined) return c.text('There is no such tenant', 404);
    const url = new URL(c.req.url);
    const sent = url.pathname.slice(`/${tenant.name}/api/v1`.length);
    // Real clients end paths with a slash (`/stories/import/`), and are served.
    const path = sent.replace(/\/$/, '');
    const text = await c.req.text();
    const fault = faults.take(tenant.name, c.req.method, path);
    const key = presentedKey(c.req.raw.headers);
    const entry = log.open({
      tenant: tenant.name,
      method: c.req.method,
      path: sent,
      query: url.search,
      ...(fault === undefined ? {} : { fault: fault.kind }),
      key: key === undefined ? null : identityOf(key),
      request_bytes: Buffer.byteLength(text),
      user_agent: c.req.header('user-agent') ?? '',
    });
    c.set('tenant', tenant);
    c.set('entry', entry);
    c.set('path', path);
    c.set('text', text);
    c.set('fault', fault);
    try {
      await next();
      if (latencyMs > 0) await waitFor(c, latencyMs);
      setDate(c, world.now());
    } finally {
      log.close(entry);
    }
    return undefined;
  });

  api.use(async (c, next) => {
    const fault = c.get('fault');
    if (fault !== undefined) return injectFault(c, fault, shapes, next);
    await next();
    return undefined;
  });

  api.use(async (c, next) => {
    const key = authenticate(c.get('tenant'), presentedKey(c.req.raw.headers));
    c.set('key', key);
    const tenant = c.get('tenant');
    const limited = limiter.count(tenant, key.key, c.get('path'), world.now());
    const isDone = tenant.switches.limited_write === 'carried_out' && c.req.method !== 'GET';
    if (limited !== undefined && !isDone) throw limited;
    await next();
    if (limited !== undefined) replace(c, refuse(c, limited));
  });

  for (const route of routes) {
    api.on(route.method, route.path, (c) => send(c, handle(c, route, world)));
  }
  api.all('*', () => {
    throw notFound('Endpoint');
  });

  api.onError((error, c) => {
    if (!(error instanceof ApiRefusal)) throw error;
    return refuse(c, error);
  });
  return api;
}

/** A gateway in between may send a request twice and hand on one answer. */
function handle(c: ApiContext, route: Route, world: EmulatedWorld): EmulatorReply {
  const first = route.handle(callOf(c, world));
  return c.get('fault')?.kind === 'carried_out_twice' ? route.handle(callOf(c, world)) : first;
}

/** The tenant's own clock, by which clients read its time stamps. */
function setDate(c: ApiContext, now: number): void {
  if (c.get('entry').status === null) return;
  if (c.get('tenant').switches.date_header === 'present') c.res.headers.set('date', new Date(now).toUTCString());
  else c.env.outgoing.sendDate = false;
}

function send(c: ApiContext, reply: EmulatorReply): Response {
  return answer(c, reply.status, reply.body === undefined ? null : JSON.stringify(reply.body));
}

function callOf(c: ApiContext, world: EmulatedWorld): EmulatorCall {
  const url = new URL(c.req.url);
  const fault = c.get('fault');
  return {
    world,
    tenant: c.get('tenant'),
    key: c.get('key'),
    tenantUrl: `${url.origin}/${c.get('tenant').name}`,
    path: c.get('path'),
    query: url.searchParams,
    body: bodyOf(c, url.searchParams),
    agent: c.req.header('user-agent') ?? '',
    dropLastAction: fault?.kind === 'drop_action',
    ...(fault?.kind === 'sync_fails' ? { syncError: textOr(fault.with.text, 'Something went wrong') } : {}),
    id: (name) => {
      const value = c.req.param(name) ?? '';
      if (!/^\d+$/.test(value)) throw notFound('Record');
      return Number(value);
    },
  };
}

/** The JSON body of a write. A write that does not say it sends JSON is refused (seen on a real tenant). */
function bodyOf(c: ApiContext, query: URLSearchParams): JsonRecord {
  const text = c.get('text');
  const method = c.req.method;
  if (method === 'GET') return {};
  if (method === 'DELETE' && text === '') return withQuery({}, query);
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ApiRefusal(415, 'Content type', 'must be application/json');
  }
  const body = text === '' ? {} : parseText(text);
  if (!isRecord(body)) throw new ApiRefusal(400, 'Body', 'is not a JSON object');
  return withQuery(body, query);
}
