import { describe, expect, it } from 'vitest';
import { outcomesIn, told } from '../support/documents.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const NAMES = ['contoso', 'fabrikam', 'northwind', 'tailspin', 'wingtip'];
const world = () =>
  worldOf({
    tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith()])),
    stories: { watch: WATCH },
    destinations: Object.fromEntries(NAMES.map((name) => [name, { stories: ['watch'] }])),
  });

describe('--shard', () => {
  it('syncs each destination in exactly one of the parts, and a second round writes nothing', async () => {
    await using rig = await world();
    const seen: string[] = [];
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { code, json } = await rig.runJson('sync', '--shard', shard);
      expect([code, json.shard]).toEqual([0, shard]);
      seen.push(...Object.keys(outcomesIn(json)));
    }
    expect(seen.toSorted()).toEqual(NAMES.map((name) => `${name}/watch`));
    await rig.takeWrites();
    for (const shard of ['3/3', '2/3', '1/3']) expect((await rig.run('sync', '--shard', shard)).code).toBe(0);
    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.run('plan', '--expect-no-changes')).code).toBe(0);
  });

  it('ends with 0 where a part is empty, and asks no tenant', async () => {
    await using rig = await world();
    for (const command of ['plan', 'sync', 'status', 'doctor']) {
      const run = await rig.run(command, '--shard', '6/6', '--quiet');
      expect([command, run.code, run.err]).toEqual([command, 0, '']);
    }
    expect(await rig.log()).toEqual([]);
  });

  it('of a status tells of its own part alone, and of doctor asks that part alone', async () => {
    await using rig = await world();
    await rig.run('sync');
    await rig.control('DELETE', 'log');
    const status = await rig.runJson('status', '--shard', '2/2');
    expect([status.code, status.json.shard, Object.keys(told(status.json))]).toEqual([
      0,
      '2/2',
      ['fabrikam/watch', 'tailspin/watch'],
    ]);
    expect(await rig.log()).toEqual([]);
    const doctor = await rig.runJson('doctor', '--shard', '2/2');
    expect([doctor.code, doctor.json.destinations]).toMatchObject([0, [{ name: 'fabrikam' }, { name: 'tailspin' }]]);
    expect(new Set((await rig.log()).map(({ tenant }) => tenant))).toEqual(new Set(['fabrikam', 'tailspin']));
  });

  it('still refuses a selector that matches nothing, and narrows what the others chose', async () => {
    await using rig = await world();
    expect((await rig.run('sync', '--shard', '1/2', '--destination', 'contosso')).code).toBe(2);
    const both = await Promise.all(
      ['1/2', '2/2'].map((shard) => rig.runJson('plan', '--shard', shard, '--destination', 'contoso')),
    );
    expect(both.map(({ json }) => (json.destinations as readonly unknown[]).length).toSorted((a, b) => a - b)).toEqual([
      0, 1,
    ]);
  });
});

describe('a rollout over parts of the fleet', () => {
  const rollout = { rings: [{ name: 'all' }] };
  const ringed = () =>
    worldOf({
      tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith()])),
      stories: { watch: WATCH },
      rollout,
      destinations: Object.fromEntries(NAMES.map((name) => [name, { stories: ['watch'] }])),
    });

  it('begins what one runner would begin: a part without a share waits, says so, and goes in the next run', async () => {
    await using rig = await ringed();
    const plans = [];
    for (const shard of ['1/2', '2/2']) plans.push((await rig.runJson('plan', '--shard', shard)).json);
    expect(plans.map(({ totals }) => totals)).toMatchObject([
      { create: 3, skip: 0 },
      { create: 0, skip: 2 },
    ]);
    const waits = await rig.runJson('sync', '--shard', '2/2');
    expect(waits.code).toBe(0);
    expect(Object.values(told(waits.json))).toEqual([
      'requires_sync nothing awaiting_ring',
      'requires_sync nothing awaiting_ring',
    ]);
    expect((await rig.run('sync', '--shard', '2/2')).out).toContain('other parts of the fleet have');
    expect(await rig.takeWrites()).toEqual([]);
    expect(Object.values(told((await rig.runJson('sync', '--shard', '1/2')).json))).toEqual([
      'synced created new',
      'synced created new',
      'synced created new',
    ]);
    expect(Object.values(told((await rig.runJson('sync', '--shard', '2/2')).json))).toEqual([
      'synced created new',
      'synced created new',
    ]);
    expect((await rig.run('plan', '--expect-no-changes')).code).toBe(0);
  });

  it('halts a ring by the failures of several parts together: the next round of each lets nobody else go', async () => {
    // Canaries, of parts 1, 2, 1 and 2; then one more of each part.
    const canaries = ['contoso', 'fabrikam', 'northwind', 'tailspin'];
    const names = [...canaries, 'wingtip', 'woodgrove'];
    await using rig = await worldOf({
      tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
      stories: { watch: WATCH },
      rollout: { rings: [{ name: 'canary', match: { canary: 'yes' } }, { name: 'broad' }], max_failed: { canary: 1 } },
      destinations: Object.fromEntries(
        names.map((name) => {
          const labels = canaries.includes(name) ? { canary: 'yes' } : {};
          return [name, { stories: ['watch'], options: { labels } }];
        }),
      ),
    });
    for (const tenant of ['fabrikam', 'northwind'])
      await rig.fault({
        tenant,
        method: 'POST',
        path: '/import$',
        always: true,
        fault: { kind: 'error', status: 422 },
      });
    const round = async () => {
      const found = {};
      for (const shard of ['1/2', '2/2']) {
        const { out, json } = await rig.runJson('sync', '--shard', shard, '--concurrency', '1');
        rig.write(`.git/status/${shard.replace('/', '-')}.json`, out);
        Object.assign(found, told(json));
      }
      return found;
    };
    // The first part alone is within what may fail, so nothing is halted when it ends.
    expect(await round()).toEqual({
      'contoso/watch': 'synced created new',
      'northwind/watch': 'failed nothing rejected',
      'wingtip/watch': 'requires_sync nothing awaiting_ring',
      'fabrikam/watch': 'failed nothing rejected',
      'tailspin/watch': 'requires_sync nothing halted',
      'woodgrove/watch': 'requires_sync nothing halted',
    });
    const report = await rig.runJson('report', '--status-files', '.git/status/*.json');
    expect(report.json.rollout).toMatchObject([
      { ring: 'canary', state: 'halted', there: 1, total: 4, failed: 2 },
      { ring: 'broad', state: 'halted', there: 0 },
    ]);
    await rig.takeWrites();
    expect(await round()).toMatchObject({
      'northwind/watch': 'failed nothing rejected',
      'wingtip/watch': 'requires_sync nothing halted',
      'fabrikam/watch': 'failed nothing rejected',
      'tailspin/watch': 'requires_sync nothing halted',
      'woodgrove/watch': 'requires_sync nothing halted',
    });
    expect(new Set((await rig.takeWrites()).map(({ tenant }) => tenant))).toEqual(new Set(['fabrikam', 'northwind']));
  });

  it('lets a tick of a part without a share wait as well', async () => {
    await using rig = await ringed();
    expect((await rig.run('sync', '--shard', '2/2', '--pending')).code).toBe(0);
    expect(await rig.takeWrites()).toEqual([]);
  });
});
