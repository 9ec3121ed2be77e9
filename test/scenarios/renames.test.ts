import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn, leftBehindIn, only, planned, told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { stateOf } from '../support/state-branch.ts';
import { fetchAction, guidOf, storyExport, webhook } from '../support/stories.ts';
import { publish, subscribe, tenantWith, WITH_AND_WITHOUT_STATE, worldOf } from '../support/world-of.ts';

const ACTIONS = [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')];
const OLD = storyExport({ name: 'Watch', actions: ACTIONS });
const NEW = storyExport({ name: 'Feed watch', guid: guidOf('Watch'), actions: ACTIONS });

/** The story's key in the manifest becomes another one, and so does its file. */
function rename(rig: Rig, from: string, to: string, story: JsonObject): void {
  rig.git('rm', '--quiet', `stories/${from}.json`);
  subscribe(rig, { stories: { [to]: story } });
  publish(rig, to, story);
}

async function expectSilent(rig: Rig, key: string, ...flags: readonly string[]): Promise<void> {
  await rig.takeWrites();
  expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({ [`contoso/${key}`]: 'synced unchanged -' });
  expect(await rig.takeWrites()).toEqual([]);
}

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
    await expectSilent(rig, 'watch', ...flags);
  });

  it('a rename by the customer is undone: one story, same id', async () => {
    await using rig = await worldOf({ stories: { watch: OLD } });
    await rig.run('sync', ...flags);
    const { id } = await rig.story('contoso', 'Watch');
    await rig.edit('contoso', id, { rename: 'Our watch' });

    const plan = await rig.runJson('plan', ...flags);
    expect(planned(plan.json)).toEqual({ 'contoso/watch': 'update renamed' });
    // Only state knows that it was the customer.
    const known = flags.length === 0;
    expect(only(entriesIn(plan.json))).toMatchObject({
      conflict: known,
      changes: [{ path: 'name', cause: known ? 'destination' : 'unknown' }],
    });
    const sync = await rig.runJson('sync', ...flags);

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'synced updated renamed' });
    expect((await rig.tenant('contoso')).stories.map((story) => [story.id, story.name])).toEqual([[id, 'Watch']]);
    await expectSilent(rig, 'watch', ...flags);
  });

  it('a new key and a new name at once are one story still: same id, same address', async () => {
    await using rig = await worldOf({ stories: { watch: OLD } });
    await rig.run('sync', ...flags);
    const before = await rig.story('contoso', 'Watch');
    rename(rig, 'watch', 'feed-watch', NEW);

    const plan = await rig.runJson('plan', ...flags);
    expect(planned(plan.json)).toEqual({ 'contoso/feed-watch': 'update renamed' });
    expect(leftBehindIn(plan.json)).toEqual([]);
    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({
      'contoso/feed-watch': 'synced updated renamed',
    });

    const { stories } = await rig.tenant('contoso');
    expect(stories.map(({ id, name }) => [id, name])).toEqual([[before.id, 'Feed watch']]);
    expect(stories[0]?.content.agents[0]?.options).toEqual(before.content.agents[0]?.options);
    await expectSilent(rig, 'feed-watch', ...flags);
  });
});

it('a new key takes along what is remembered under the old one, and the plan says so once', async () => {
  const tagged = { ...OLD, tags: ['ir', 'old'] };
  await using rig = await worldOf({ stories: { watch: tagged } });
  await rig.run('sync');
  const before = await rig.story('contoso', 'Watch');
  await rig.edit('contoso', before.id, { add_tags: ['customer'] });
  rename(rig, 'watch', 'feed-watch', { ...OLD, tags: ['ir'] });

  const { out } = await rig.run('plan');
  expect(out).toContain('renamed in the manifest from "watch"');
  // Only a tag that we are known to have set is taken away again.
  expect(out).toContain('tag "old" removed');
  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/feed-watch': 'synced updated content_changed' });

  expect((await rig.story('contoso', 'Watch')).tags.toSorted()).toEqual(['customer', 'ir']);
  expect(Object.keys(stateOf(rig, 'contoso').stories)).toEqual(['feed-watch']);
  await expectSilent(rig, 'feed-watch');
  expect((await rig.run('plan')).out).not.toContain('known before');
});

it('a new file name is nothing to a destination', async () => {
  await using rig = await worldOf({ stories: { watch: OLD } });
  await rig.run('sync');
  const recorded = rig.git('rev-parse', 'storysync/state');
  rig.git('mv', 'stories/watch.json', 'stories/elsewhere.json');
  const manifest = JSON.parse(rig.read('sync.yaml')) as JsonObject;
  rig.write('sync.yaml', { ...manifest, stories: { watch: { file: 'stories/elsewhere.json' } } });
  rig.commit('move the file');
  await rig.takeWrites();

  expect((await rig.run('plan', '--expect-no-changes')).code).toBe(0);
  await expectSilent(rig, 'watch');
  expect(rig.git('rev-parse', 'storysync/state')).toBe(recorded);
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
