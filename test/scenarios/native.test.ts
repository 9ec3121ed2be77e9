import { describe, expect, it } from 'vitest';
import { NativeWorld } from '../support/native-world.ts';

const KEYS = ['enrich', 'report', 'triage'];
const all = (name: string, status = 'synced') => KEYS.map((key) => `${name}/${key}: ${status}`);

/** The answer of one sync, and the writes that it made. */
async function sync(world: NativeWorld, ...argv: readonly string[]) {
  const { code, pairs } = await world.statuses('sync', ...argv);
  return { code, pairs, writes: await world.takeWrites() };
}

const CREATE = 'acme POST /admin/sync_destinations';

describe('destinations that the vendor serves', () => {
  it('are made with their stories, carried, and silent from then on', async () => {
    await using world = await NativeWorld.start();
    const first = await sync(world);
    expect(first).toEqual({
      code: 0,
      pairs: [...all('contoso', 'synced new'), ...all('fabrikam', 'synced new')],
      writes: [CREATE, CREATE],
    });
    const names = (await world.rig.tenant('contoso')).stories.map(({ name }) => name);
    expect(names.sort()).toEqual(['Enrich', 'Report', 'Triage']);
    expect((await world.run('plan', '--expect-no-changes')).code).toBe(0);
    expect(await sync(world)).toEqual({ code: 0, pairs: [...all('contoso'), ...all('fabrikam')], writes: [] });
    const told = await world.statuses('status');
    expect(told.pairs.toSorted()).toEqual([...all('contoso'), ...all('fabrikam')].toSorted());
    expect((await world.statuses('status', '--live')).pairs.toSorted()).toEqual(told.pairs.toSorted());
  });

  it('get a story more and a story less by the whole list', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    world.commit({}, '', 'triage, enrich');
    await sync(world);
    world.commit({}, '', 'enrich, report');
    const changed = await sync(world);
    expect(changed).toEqual({
      code: 0,
      pairs: ['contoso/enrich: synced', 'contoso/report: synced new'],
      writes: [expect.stringMatching(/^acme PUT \/admin\/sync_destinations\/\d+$/)],
    });
    expect((await world.vendor())[0]?.subscriptions.map(({ story_id: id }) => id)).toEqual([302, 303]);
    expect((await sync(world)).writes).toEqual([]);
  });

  it('are not told of a story that is live as git does not have it, until an export brings it', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    await world.publish(303, 'changed');
    expect(await sync(world)).toMatchObject({
      code: 0,
      pairs: [
        'contoso/enrich: synced new',
        'contoso/report: requires_sync awaiting_approval',
        'contoso/triage: synced new',
      ],
    });
    expect((await world.vendor())[0]?.subscriptions.map(({ story_id: id }) => id)).toEqual([301, 302]);
    await world.export();
    expect((await sync(world)).pairs).toContain('contoso/report: synced new');
  });

  it('fail alone where their tenant is down or their key is wrong, in the vendor’s own words', async () => {
    await using world = await NativeWorld.start({
      tenants: ['contoso', 'fabrikam', 'northwind'],
      switches: { sync_duration: 'at_once', sync_unreachable_save: 'accepted' },
    });
    await sync(world);
    await world.rig.control('POST', 'keys', { tenant: 'fabrikam', key: 'fabrikam-secret-key', revoked: true });
    await world.publish(303, 'changed');
    await world.export();
    const run = await world.rig.runJson('sync', '--verbose');
    expect(run.code).toBe(1);
    expect(JSON.stringify(run.json)).toContain("the vendor's sync failed: The destination tenant refused the API key");
    expect(JSON.stringify(run.json)).not.toContain('secret-key');
    const { pairs } = await world.statuses('status');
    expect(pairs.filter((line) => line.includes('failed'))).toEqual(['fabrikam/report: failed rejected']);
  });

  it('need the key of a tenant owner, and keep no other destination from its push', async () => {
    await using world = await NativeWorld.start();
    world.commit({ fabrikam: '    engine: push\n' });
    await world.rig.control('POST', 'keys', {
      tenant: 'acme',
      key: 'acme-editor-key',
      kind: 'personal',
      role: 'editor',
    });
    world.rig.environment.ACME_KEY = 'acme-editor-key';
    const run = await world.statuses('sync');
    expect(run.code).toBe(1);
    expect(run.pairs.toSorted()).toEqual(
      [...all('contoso', 'failed unauthorized'), ...all('fabrikam', 'synced new')].toSorted(),
    );
  });

  it('are planned from git and state alone where nobody is asked', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    await sync(world);
    const plan = await world.rig.runJson('plan', '--offline');
    expect(plan.json.totals).toMatchObject({ unchanged: 3 });
    await world.rig.control('DELETE', 'log');
    expect((await world.rig.log()).length).toBe(0);
  });

  it('wait under a hold, with the flag set so that no publish passes it', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    await sync(world);
    world.commit({ contoso: '    hold: { reason: audit }\n' });
    const held = await sync(world);
    expect(held.writes).toEqual([expect.stringMatching(/^acme PUT/)]);
    expect((await world.vendor())[0]).toMatchObject({ manual_sync_only: true });
    await world.publish(303, 'changed');
    await world.export();
    const waiting = await sync(world);
    expect(waiting).toMatchObject({ code: 0, writes: [] });
    expect(waiting.pairs).toContain('contoso/report: requires_sync held');
    world.commit({});
    const released = await sync(world);
    expect(released.pairs).toEqual([
      'contoso/enrich: synced',
      'contoso/report: synced content_changed',
      'contoso/triage: synced',
    ]);
    expect((await world.vendor())[0]).toMatchObject({ manual_sync_only: false });
    expect((await sync(world)).writes).toEqual([]);
  });
});

describe('a destination under another address', () => {
  it('is replaced once somebody agrees, and its copies stay where they are', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
    await sync(world);
    const [before] = await world.vendor();
    world.commit({ contoso: '    destination_team_id: 43\n' });
    expect(await sync(world)).toEqual({
      code: 0,
      pairs: all('contoso', 'requires_sync awaiting_approval'),
      writes: [],
    });
    const replaced = await sync(world, '--replace', 'contoso');
    expect(replaced).toEqual({
      code: 0,
      pairs: all('contoso', 'synced new'),
      writes: [`acme DELETE /admin/sync_destinations/${before?.id}`, CREATE],
    });
    const { stories } = await world.rig.tenant('contoso');
    expect(stories.map(({ team_id: team }) => team).toSorted((a, b) => a - b)).toEqual([42, 42, 42, 43, 43, 43]);
    expect((await sync(world)).writes).toEqual([]);
  });

  it('is for those that the run is about, by their whole name', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    for (const flag of ['--replace', '--takeover']) {
      const run = await world.run('sync', flag, 'conto*');
      expect([run.code, run.err]).toEqual([2, expect.stringContaining(`${flag} conto* matches nothing`)]);
    }
    expect(await world.takeWrites()).toEqual([]);
  });
});
