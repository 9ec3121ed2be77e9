import { describe, expect, it } from 'vitest';
import { entriesIn, only, planned, told } from '../support/documents.ts';
import { fetchAction, guidOf, storyExport, webhook } from '../support/stories.ts';
import { publish, tenantWith, WITH_AND_WITHOUT_STATE, worldOf } from '../support/world-of.ts';

const ACTIONS = [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')];
const OLD = storyExport({ name: 'Watch', actions: ACTIONS });
const NEW = storyExport({ name: 'Feed watch', guid: guidOf('Watch'), actions: ACTIONS });

describe.each(WITH_AND_WITHOUT_STATE)('%s', (_, ...flags) => {
  it('a rename in git renames the story there: one story, same id, same address', async () => {
    await using rig = await worldOf({ stories: { watch: OLD } });
    await rig.run('sync', ...flags);
    const before = await rig.story('contoso', 'Watch');
    publish(rig, 'watch', NEW);

    const plan = await rig.runJson('plan', ...flags);
    expect(planned(plan.json)).toEqual({ 'contoso/watch': 'update renamed' });
    expect(only(entriesIn(plan.json)).changes.map(({ path }) => path)).toEqual(['name']);
    const sync = await rig.runJson('sync', ...flags);

    expect(sync.code).toBe(0);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'synced updated renamed' });
    const { stories } = await rig.tenant('contoso');
    expect(stories.map(({ id, name }) => [id, name])).toEqual([[before.id, 'Feed watch']]);
    expect(stories[0]?.content.agents[0]?.options).toEqual(before.content.agents[0]?.options);
    await rig.takeWrites();
    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('a rename by the customer is undone: one story, same id', async () => {
    await using rig = await worldOf({ stories: { watch: OLD } });
    await rig.run('sync', ...flags);
    const { id } = await rig.story('contoso', 'Watch');
    await rig.edit('contoso', id, { rename: 'Our watch' });

    expect(planned((await rig.runJson('plan', ...flags)).json)).toEqual({ 'contoso/watch': 'update renamed' });
    const sync = await rig.runJson('sync', ...flags);

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'synced updated renamed' });
    expect((await rig.tenant('contoso')).stories.map((story) => [story.id, story.name])).toEqual([[id, 'Watch']]);
  });
});

it('a rename whose content the tenant refuses leaves the story its old name', async () => {
  await using rig = await worldOf({ stories: { watch: OLD } });
  await rig.run('sync');
  publish(rig, 'watch', { ...NEW, description: 'new' });
  const fault = { kind: 'error', status: 422 };
  await rig.fault({ tenant: 'contoso', method: 'POST', path: '^/stories/import', fault });

  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'failed nothing rejected' });
  expect((await rig.tenant('contoso')).stories.map(({ name }) => name)).toEqual(['Watch']);
  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced updated renamed' });
});

it('a rename in git to the name of a story of the customer is blocked, and both stay as they are', async () => {
  const theirs = storyExport({ name: 'Feed watch', guid: guidOf('theirs'), actions: [webhook('Own')] });
  await using rig = await worldOf({
    tenants: { contoso: tenantWith({ stories: [{ content: theirs }] }) },
    stories: { watch: OLD },
  });
  await rig.run('sync');
  publish(rig, 'watch', NEW);
  const before = await rig.tenant('contoso');

  const withState = await rig.runJson('sync');
  const without = await rig.runJson('sync', '--no-state');

  expect(told(withState.json)).toEqual({ 'contoso/watch': 'failed nothing ambiguous_name' });
  expect(told(without.json)).toEqual({ 'contoso/watch': 'failed nothing not_ours' });
  expect(await rig.tenant('contoso')).toEqual(before);
});

it('two stories that swap their names in git are both blocked, and neither is touched', async () => {
  const [a, b] = [storyExport({ name: 'A', actions: ACTIONS }), storyExport({ name: 'B', actions: ACTIONS })];
  await using rig = await worldOf({ stories: { a, b } });
  await rig.run('sync');
  const before = await rig.tenant('contoso');
  rig.write('stories/a.json', { ...a, name: 'B' });
  publish(rig, 'b', { ...b, name: 'A' });

  const sync = await rig.runJson('sync');

  // Each name is still taken when its turn comes: nobody guesses, nothing is lost.
  expect(sync.code).toBe(1);
  expect(Object.values(told(sync.json))).toEqual(Array(2).fill('failed nothing ambiguous_name'));
  expect(await rig.tenant('contoso')).toEqual(before);
});
