import { describe, expect, it } from 'vitest';
import { only, outcomesIn, planned, told } from '../support/documents.ts';
import { fetchAction, guidOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, WITH_AND_WITHOUT_STATE, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const CHANGED = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
const THEIRS = storyExport({
  name: 'Watch',
  guid: guidOf('theirs'),
  actions: [fetchAction('Own work', 'https://own.example')],
});

/** The team already has stories of its own. */
function worldWith(...contents: readonly ReturnType<typeof storyExport>[]) {
  const stories = contents.map((content) => ({ content, keep_guid: true }));
  return worldOf({ tenants: { contoso: tenantWith({ stories }) }, stories: { watch: WATCH } });
}

describe('a story that is not ours', () => {
  it('is not overwritten for its name: not_ours, nothing written, and the hint names adopt', async () => {
    await using rig = await worldWith(THEIRS);
    const before = await rig.tenant('contoso');

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
    expect(only(outcomesIn(sync.json)).hint).toContain('"adopt"');
    expect(await rig.takeWrites()).toEqual([]);
    expect(await rig.tenant('contoso')).toEqual(before);
  });

  it('is taken over with adopt: same id, its content kept as a version, in sync from then on, also without state', async () => {
    await using rig = await worldWith(THEIRS);
    const { id } = await rig.story('contoso', 'Watch');
    const destinations = { contoso: { stories: ['watch'], options: { adopt: ['watch'] } } };
    subscribe(rig, { stories: { watch: WATCH }, destinations });
    rig.commit('adopt');

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(0);
    expect(only(outcomesIn(sync.json))).toMatchObject({ status: 'synced', did: 'updated', destination_story_id: id });
    const { stories, versions } = await rig.tenant('contoso');
    expect(stories.map((story) => [story.id, story.content.agents.map(({ name }) => name)])).toEqual([
      [id, ['In', 'Fetch']],
    ]);
    expect(versions).toHaveLength(1);
    expect(JSON.stringify(versions)).toContain('https://own.example');

    // The permission has done its work: the story carries our stamp now.
    subscribe(rig, { stories: { watch: WATCH } });
    publish(rig, 'watch', CHANGED);
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced updated content_changed' });
    await rig.takeWrites();
    expect(told((await rig.runJson('sync', '--no-state')).json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.story('contoso', 'Watch')).id).toBe(id);
  });

  describe.each(WITH_AND_WITHOUT_STATE)('and equal to ours, %s', (_, ...flags) => {
    const copy = { ...WATCH, guid: guidOf('theirs'), origin_story_identifier: THEIRS.origin_story_identifier };
    const adopting = { contoso: { stories: ['watch'], options: { adopt: ['@all'] } } };

    it('gets our stamp with the first sync, which says so once; then the entry may go', async () => {
      await using rig = await worldWith(copy as ReturnType<typeof storyExport>);
      const { id } = await rig.story('contoso', 'Watch');
      subscribe(rig, { stories: { watch: WATCH }, groups: { all: ['watch'] }, destinations: adopting });
      rig.commit('adopt');

      expect(planned((await rig.runJson('plan', ...flags)).json)).toEqual({ 'contoso/watch': 'update -' });
      const first = await rig.runJson('sync', ...flags);
      expect(told(first.json)).toEqual({ 'contoso/watch': 'synced updated -' });
      expect(only(outcomesIn(first.json)).warnings).toContainEqual(
        expect.stringContaining('can be removed from the manifest'),
      );
      const { content } = await rig.story('contoso', 'Watch');
      expect(content.origin_story_identifier).toBe(WATCH.origin_story_identifier);
      await rig.takeWrites();

      const second = await rig.runJson('sync', ...flags);
      expect(told(second.json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
      expect(only(outcomesIn(second.json)).warnings).toEqual([]);

      subscribe(rig, { stories: { watch: WATCH } });
      rig.commit('adopted');
      for (const each of [[], ['--no-state']]) {
        expect(told((await rig.runJson('sync', ...each)).json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
      }
      expect([await rig.takeWrites(), (await rig.story('contoso', 'Watch')).id]).toEqual([[], id]);
    });

    it('is left alone where the destination detached it, or put it under change control', async () => {
      await using rig = await worldWith(copy as ReturnType<typeof storyExport>);
      const { id } = await rig.story('contoso', 'Watch');
      subscribe(rig, { stories: { watch: WATCH }, groups: { all: ['watch'] }, destinations: adopting });
      rig.commit('adopt');
      await rig.edit('contoso', id, { add_tags: ['detached-from-sync'] });
      expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({ 'contoso/watch': 'synced nothing detached' });
      await rig.edit('contoso', id, { remove_tags: ['detached-from-sync'], change_control: true });
      const guarded = await rig.runJson('sync', ...flags);
      expect(told(guarded.json)).toEqual({ 'contoso/watch': 'failed nothing change_control' });
      expect(await rig.takeWrites()).toEqual([]);
    });
  });

  it.each(['keep_live', 'own'])(
    'is taken over once where the tenant keeps a stamp of its own (%s): the entry stays',
    async (import_stamp) => {
      const copy = { ...WATCH, guid: guidOf('theirs'), origin_story_identifier: THEIRS.origin_story_identifier };
      await using rig = await worldWith(copy as ReturnType<typeof storyExport>);
      await rig.switches({ import_stamp });
      const destinations = { contoso: { stories: ['watch'], options: { adopt: ['watch'] } } };
      subscribe(rig, { stories: { watch: WATCH }, destinations });
      rig.commit('adopt');
      const first = await rig.runJson('sync');
      expect(told(first.json)).toEqual({ 'contoso/watch': 'synced updated -' });
      expect(only(outcomesIn(first.json)).warnings).toContainEqual(expect.stringContaining('leave it under "adopt"'));
      await rig.takeWrites();
      expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
      expect(await rig.takeWrites()).toEqual([]);
    },
  );

  it.each([
    ['keep_live', 'keep'],
    ['keep_live', 'fail'],
    ['own', 'keep'],
  ])(
    'keeps its edits after it was taken over, where the entry must stay (%s) and nothing is signed: "on_drift: %s"',
    async (import_stamp, on_drift) => {
      await using rig = await worldWith(THEIRS);
      await rig.switches({ import_stamp });
      const destinations = { contoso: { stories: ['watch'], options: { adopt: ['watch'], on_drift } } };
      subscribe(rig, { stories: { watch: WATCH }, destinations });
      rig.commit('adopt');
      expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced updated content_changed' });
      const { id } = await rig.story('contoso', 'Watch');
      const set = { path: ['agents', 'Fetch', 'options', 'url'], value: 'https://customer.example/' };
      await rig.edit('contoso', id, { set });
      publish(rig, 'watch', CHANGED);
      await rig.takeWrites();

      const verdict = on_drift === 'keep' ? 'requires_sync nothing drift' : 'failed nothing drift';
      expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': verdict });
      expect(await rig.takeWrites()).toEqual([]);
    },
  );

  it('blocks as ambiguous_name where the team has two of the name, even under adopt', async () => {
    await using rig = await worldWith(THEIRS, { ...THEIRS, guid: guidOf('theirs too') });
    subscribe(rig, {
      stories: { watch: WATCH },
      destinations: { contoso: { stories: ['watch'], options: { adopt: ['watch'] } } },
    });
    rig.commit('adopt');

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing ambiguous_name' });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('is left alone when it is a copy of the same library story that ours was made from', async () => {
    const library = `cloud:${guidOf('library')}:${guidOf('library story')}`;
    const ours = { ...WATCH, origin_story_identifier: library };
    await using rig = await worldOf({
      tenants: { contoso: tenantWith({ stories: [{ content: { ...THEIRS, origin_story_identifier: library } }] }) },
      stories: { watch: ours },
    });
    const before = await rig.tenant('contoso');

    for (const flags of [[], ['--no-state']]) {
      const sync = await rig.runJson('sync', ...flags);
      expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
    }
    expect(await rig.tenant('contoso')).toEqual(before);
  });
});

describe.each(WITH_AND_WITHOUT_STATE)('a copy that the customer made of our story, %s', (_, ...flags) => {
  it('is left alone under another name', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync', ...flags);
    const { id } = await rig.story('contoso', 'Watch');
    await rig.edit('contoso', id, { duplicate: { name: 'Watch for Monday' } });
    const copy = await rig.story('contoso', 'Watch for Monday');
    publish(rig, 'watch', CHANGED);

    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({
      'contoso/watch': 'synced updated content_changed',
    });

    expect((await rig.story('contoso', 'Watch')).id).toBe(id);
    expect(await rig.story('contoso', 'Watch for Monday')).toEqual(copy);
  });

  it('blocks as ambiguous_name under the same name', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync', ...flags);
    await rig.edit('contoso', (await rig.story('contoso', 'Watch')).id, { duplicate: {} });
    publish(rig, 'watch', CHANGED);
    const before = await rig.tenant('contoso');

    const sync = await rig.runJson('sync', ...flags);

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing ambiguous_name' });
    expect(await rig.tenant('contoso')).toEqual(before);
  });

  it('that comes from the library under our name is left alone after ours was deleted', async () => {
    const library = `cloud:${guidOf('library')}:${guidOf('library story')}`;
    const ours = { ...WATCH, origin_story_identifier: library };
    const copy = { ...THEIRS, name: 'Library copy', origin_story_identifier: library };
    await using rig = await worldOf({
      tenants: { contoso: tenantWith({ stories: [{ content: copy }] }) },
      stories: { watch: ours },
    });
    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({ 'contoso/watch': 'synced created new' });
    await rig.edit('contoso', (await rig.story('contoso', 'Watch')).id, { delete: true });
    await rig.edit('contoso', (await rig.story('contoso', 'Library copy')).id, { rename: 'Watch' });
    const before = await rig.tenant('contoso');

    const sync = await rig.runJson('sync', ...flags);

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
    expect(await rig.tenant('contoso')).toEqual(before);
  });
});

it('leaves a copy under another name alone when our own was deleted, and creates ours again', async () => {
  await using rig = await worldOf({ stories: { watch: WATCH } });
  await rig.run('sync');
  const { id } = await rig.story('contoso', 'Watch');
  await rig.edit('contoso', id, { duplicate: { name: 'Watch for Monday' }, delete: true });
  const copy = await rig.story('contoso', 'Watch for Monday');

  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced created recreated' });

  expect(await rig.story('contoso', 'Watch for Monday')).toEqual(copy);
  expect((await rig.story('contoso', 'Watch')).id).not.toBe(id);
});

it('cannot tell a lone copy from our story renamed without state, so it keeps the content as a version first', async () => {
  await using rig = await worldOf({ stories: { watch: WATCH } });
  await rig.run('sync', '--no-state');
  const { id } = await rig.story('contoso', 'Watch');
  await rig.edit('contoso', id, { duplicate: { name: 'Watch for Monday' }, delete: true });
  const copy = await rig.story('contoso', 'Watch for Monday');
  await rig.edit('contoso', copy.id, {
    set: { path: ['agents', 'Fetch', 'options', 'url'], value: 'https://monday.example' },
  });

  const plan = await rig.runJson('plan', '--no-state');
  expect(planned(plan.json)).toEqual({ 'contoso/watch': 'update renamed' });
  await rig.run('sync', '--no-state');

  expect((await rig.story('contoso', 'Watch')).id).toBe(copy.id);
  expect(JSON.stringify((await rig.tenant('contoso')).versions)).toContain('https://monday.example');
});

it('blocks as ambiguous_name where two stories carry our stamp and none has the name', async () => {
  await using rig = await worldOf({ stories: { watch: WATCH } });
  await rig.run('sync', '--no-state');
  const { id } = await rig.story('contoso', 'Watch');
  await rig.edit('contoso', id, { duplicate: { name: 'Watch B' } });
  await rig.edit('contoso', id, { rename: 'Watch A' });
  await rig.takeWrites();

  const sync = await rig.runJson('sync', '--no-state');

  expect(sync.code).toBe(1);
  expect(told(sync.json)).toEqual({ 'contoso/watch': 'failed nothing ambiguous_name' });
  expect(await rig.takeWrites()).toEqual([]);
});
