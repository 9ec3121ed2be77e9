import { Hono } from 'hono';
import {
  accept,
  bool,
  choiceCheck,
  filled,
  int,
  intOf,
  type Known,
  listCheck,
  object,
  requiredText,
  textCheck,
} from '../api/body.ts';
import { ApiRefusal, invalid, notFound } from '../api/errors.ts';
import { isRecord, type JsonRecord, parseText } from '../domain/json.ts';
import type { EmulatedTenant, KeyKind, Role } from '../domain/tenant.ts';
import type { EmulatedWorld } from '../domain/world.ts';
import type { Faults } from '../faults/faults.ts';
import { switchProblem } from '../faults/switches.ts';
import { editAsCustomer } from './customer-edit.ts';
import type { RequestLog } from './log.ts';
import { addKey } from './seed.ts';
import { stateOf, storyState } from './state-view.ts';

const KEY: Known = {
  tenant: filled,
  key: filled,
  kind: choiceCheck('personal', 'team', 'tenant_owner', 'service'),
  team: int,
  role: choiceCheck('viewer', 'editor', 'team_admin'),
  permissions: listCheck(textCheck),
  revoked: bool,
};

/** `/_emulator`: what a test does to the emulator from outside the API. Needs no key; is never part of the log. */
export function controlApi(world: EmulatedWorld, faults: Faults, log: RequestLog): Hono {
  const app = new Hono();
  const tenantOf = (body: JsonRecord): EmulatedTenant => {
    const tenant = world.tenants.get(requiredText(body, 'tenant'));
    if (tenant === undefined) throw notFound('Tenant');
    return tenant;
  };
  const read = (text: string): JsonRecord => {
    const body = parseText(text);
    if (!isRecord(body)) throw invalid('Body', 'must be a JSON object');
    return body;
  };

  app.get('/log', (c) => {
    const since = Number(c.req.query('since') ?? 0);
    return c.json({ entries: log.since(Number.isFinite(since) ? since : 0) });
  });
  app.delete('/log', (c) => {
    log.clear();
    return c.body(null, 204);
  });

  app.get('/state', (c) =>
    c.json({ tenants: Object.fromEntries([...world.tenants].map(([name, tenant]) => [name, stateOf(tenant)])) }),
  );

  app.get('/faults', (c) => c.json({ faults: faults.list() }));
  app.post('/faults', async (c) => {
    const added = faults.add(read(await c.req.text()));
    if (typeof added !== 'number') throw invalid('Fault', added.problem);
    return c.json({ id: added }, 201);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  app.put('/switches', async (c) => {
    const body = read(await c.req.text());
    accept(body, { tenant: filled, switches: object }, ['switches']);
    const positions = isRecord(body.switches) ? body.switches : {};
    for (const [name, position] of Object.entries(positions)) {
      const problem = switchProblem(name, position);
      if (problem !== undefined) throw invalid('Switches', problem);
    }
    const chosen = body.tenant === undefined ? [...world.tenants.values()] : [tenantOf(body)];
    for (const tenant of chosen) world.setSwitches(tenant, positions);
    return c.json({ tenants: Object.fromEntries(chosen.map((tenant) => [tenant.name, tenant.switches])) });
  });

  app.post('/keys', async (c) => {
    const body = read(await c.req.text());
    accept(body, KEY, ['tenant', 'key']);
    const tenant = tenantOf(body);
    changeKey(tenant, body);
    world.touch(tenant);
    return c.json({ ok: true });
  });

  app.post('/clock', async (c) => {
    const body = read(await c.req.text());
    accept(body, { advance_ms: int, stopped: bool });
    const forward = intOf(body, 'advance_ms') ?? 0;
    if (forward < 0) throw invalid('advance_ms', 'must be 0 or more');
    if (body.stopped === true) world.clock.stop();
    world.advance(forward);
    if (body.stopped === false) world.clock.start();
    return c.json({ now: new Date(world.now()).toISOString() });
  });

  app.post('/edit', async (c) => {
    const body = read(await c.req.text());
    const { story, duplicate } = editAsCustomer(world, tenantOf(body), body);
    return c.json({ story: storyState(story), ...(duplicate ? { duplicate: storyState(duplicate) } : {}) });
  });

  app.notFound((c) => c.json({ error: 'There is no such control endpoint' }, 404));
  app.onError((error, c) => {
    if (!(error instanceof ApiRefusal)) throw error;
    return c.json({ error: `${error.subject} ${error.message}` }, error.status === 404 ? 404 : 422);
  });
  return app;
}

/** Adds a key, or revokes or restores one that is there. */
function changeKey(tenant: EmulatedTenant, body: JsonRecord): void {
  const { revoked } = body;
  const secret = requiredText(body, 'key');
  const existing = tenant.keys.find((candidate) => candidate.key === secret);
  if (existing !== undefined && typeof revoked === 'boolean' && body.kind === undefined) {
    existing.revoked = revoked;
    return;
  }
  if (revoked === true) throw notFound('Key');
  tenant.keys = tenant.keys.filter((candidate) => candidate !== existing);
  // The values have been checked against these very lists.
  addKey(tenant, {
    key: secret,
    ...(typeof body.kind === 'string' ? { kind: body.kind as KeyKind } : {}),
    ...(typeof body.role === 'string' ? { role: body.role as Role } : {}),
    ...(typeof body.team === 'number' ? { team: body.team } : {}),
    permissions: Array.isArray(body.permissions) ? body.permissions.map(String) : [],
  });
}
