import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { NativeWorld } from '../support/native-world.ts';

/** A type of the team that the vendor would not take as it is: its `title` is a number. */
const RETYPED = { name: 'Alert', team_id: 42, fields: [{ name: 'title', result_type: 'NUMBER' }] };

async function customer(world: NativeWorld, name: string, body: JsonObject): Promise<void> {
  const response = await fetch(`${world.rig.url}/${name}/api/v1/record_types`, {
    method: 'POST',
    headers: { authorization: `Bearer ${name}-secret-key`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  await world.rig.control('DELETE', 'log');
}

async function planOf(world: NativeWorld) {
  await world.rig.control('DELETE', 'log');
  const { code, json } = await world.rig.runJson('plan');
  const calls = (await world.rig.log()).filter(({ tenant }) => tenant !== 'acme').map(({ path }) => path);
  const [native] = (json.destinations as unknown as readonly { native: JsonObject }[]).map((each) => each.native);
  const asked = calls.filter((path) => path.includes('/record_types'));
  return { code, native, calls, asked };
}

describe('what the vendor would make of the record types of a destination', () => {
  it('is forecast by one listing of its team, while a story that keeps records moves', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    await customer(world, 'contoso', RETYPED);
    const first = await planOf(world);
    expect(first.code).toBe(0);
    expect(first.native?.record_types).toMatchObject([
      { name: 'Alert', action: 'create_sequential', target: 'Alert (1)', fields: ['title'] },
    ]);
    expect(first.asked).toHaveLength(1);
    const { out } = await world.run('plan');
    expect(out).toContain('forecast, the vendor decides: record type "Alert (1)" is created beside the one in use');

    await world.rig.control('DELETE', 'log');
    expect((await world.run('sync')).code).toBe(0);
    expect((await world.rig.log()).filter(({ path }) => path.includes('/record_types'))).toEqual([]);
    expect((await world.rig.tenant('contoso')).record_types.map(({ name }) => name)).toEqual(['Alert', 'Alert (1)']);

    expect(await planOf(world)).toMatchObject({ code: 0, calls: [], native: { action: 'unchanged' } });
    await world.release(303, 'no records in it');
    expect(await planOf(world)).toMatchObject({ code: 0, calls: [] });
    await world.release(301, 'records in it');
    const again = await planOf(world);
    expect(again.native?.record_types).toBeUndefined();
  });

  it('is read for a story that is carried already, by that listing alone', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'], switches: { sync_duration: 'at_once' } });
    world.commit({ contoso: '    manual_sync_only: true\n' });
    expect((await world.run('sync', '--destination', 'contoso')).code).toBe(0);
    await world.release(301, 'changed');
    world.commit({});
    const plan = await planOf(world);
    expect(plan.native?.record_types).toMatchObject([{ name: 'Alert', action: 'reuse', target: 'Alert' }]);
    expect(plan.calls).toEqual(plan.asked);
    expect(plan.asked).toHaveLength(1);
  });

  it('is not asked for without the key of the destination, and nothing is said of it', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    world.commit({ contoso: '    manual_sync_only: true\n' });
    await world.run('sync', '--destination', 'contoso');
    await world.release(301, 'changed');
    world.commit({});
    delete world.rig.environment.CONTOSO_KEY;
    const plan = await planOf(world);
    expect(plan).toMatchObject({ code: 0, calls: [], native: { action: 'update', warnings: [] } });
    expect(plan.native?.record_types).toBeUndefined();
  });

  it('is missing with a warning where the tenant cannot be read, and neither plan nor pair fails', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    world.commit({ contoso: '    manual_sync_only: true\n' });
    await world.run('sync', '--destination', 'contoso');
    await world.release(301, 'changed');
    world.commit({});
    world.rig.environment.CONTOSO_KEY = 'a-key-of-nobody';
    const run = await world.run('plan');
    expect(run.code).toBe(0);
    expect(run.out).toContain('warning: no forecast for record types: GET /record_types');
    expect(run.out).not.toContain('a-key-of-nobody');
    expect((await planOf(world)).native?.record_types).toBeUndefined();
  });
});
