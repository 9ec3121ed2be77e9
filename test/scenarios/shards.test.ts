import { describe, expect, it } from 'vitest';
import { outcomesIn } from '../support/documents.ts';
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

  it('still refuses a selector that matches nothing, and narrows what the others chose', async () => {
    await using rig = await world();
    expect((await rig.run('sync', '--shard', '1/2', '--destination', 'contosso')).code).toBe(2);
    const both = await Promise.all(
      ['1/2', '2/2'].map((shard) => rig.runJson('plan', '--shard', shard, '--destination', 'contoso')),
    );
    expect(both.map(({ json }) => (json.destinations as readonly unknown[]).length).toSorted()).toEqual([0, 1]);
  });
});
