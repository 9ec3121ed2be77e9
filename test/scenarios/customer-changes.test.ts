import { describe, expect, it } from 'vitest';
import { entriesIn, only, outcomesIn, planned, told } from '../support/documents.ts';
import { fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const CHANGED = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
describe('what the customer did to our story', () => {
  it('change control: failed, nothing written, record types included', async () => {
    const story = { ...WATCH };
    await using rig = await worldOf({ stories: { watch: story } });
    await rig.run('sync');
    await rig.edit('contoso', (await rig.story('contoso', 'Watch')).id, { change_control: true });
    const keep = recordAction('Keep', 'Alert', [['title', 'TEXT']]);
    publish(rig, 'watch', storyExport({ name: 'Watch', actions: [webhook('In'), keep] }));
    const before = await rig.tenant('contoso');
    await rig.takeWrites();

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing change_control' });
    expect(await rig.takeWrites()).toEqual([]);
    expect(await rig.tenant('contoso')).toEqual(before);
  });

  it('other content imported over it: no longer ours, whatever state remembers of its id', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync');
    const { id } = await rig.story('contoso', 'Watch');
    const foreign = `cloud:${guidOf('customer')}:${guidOf('theirs')}`;
    await rig.edit('contoso', id, { set: { path: ['origin_story_identifier'], value: foreign } });
    publish(rig, 'watch', CHANGED);
    const before = await rig.tenant('contoso');

    const sync = await rig.runJson('sync');

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
    expect(await rig.tenant('contoso')).toEqual(before);
  });

  it('moved to another team: failed, and nothing is created in its place', async () => {
    const teams = [
      { id: 42, name: 'SOC' },
      { id: 43, name: 'Archive' },
    ];
    await using rig = await worldOf({ tenants: { contoso: tenantWith({}, { teams }) }, stories: { watch: WATCH } });
    await rig.run('sync');
    await rig.edit('contoso', (await rig.story('contoso', 'Watch')).id, { move_to_team: 43 });
    await rig.takeWrites();

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
    expect(only(outcomesIn(sync.json)).message).toContain('moved to team 43');
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('deleted: created again, announced in the plan as recreated, or as new without state', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync');
    await rig.edit('contoso', (await rig.story('contoso', 'Watch')).id, { delete: true });

    expect(planned((await rig.runJson('plan', '--no-state')).json)).toEqual({ 'contoso/watch': 'create new' });
    const plan = await rig.runJson('plan');
    expect(planned(plan.json)).toEqual({ 'contoso/watch': 'create recreated' });
    expect(only(entriesIn(plan.json)).urls).toEqual([{ action: 'In', kind: 'webhook', op: 'add' }]);
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced created recreated' });
    expect((await rig.tenant('contoso')).stories).toHaveLength(1);
  });
});
