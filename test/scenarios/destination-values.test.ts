import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn, only, planned, told } from '../support/documents.ts';
import type { LiveStory, Rig } from '../support/rig.ts';
import { giveStateKey } from '../support/state-branch.ts';
import { fetchAction, guidOf, pageAction, pageOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, WITH_AND_WITHOUT_STATE, worldOf } from '../support/world-of.ts';

const FILE_PATH = guidOf('path in the file');
const FILE_SECRET = guidOf('secret in the file');

/** A webhook whose file holds real values, as raw exports do. */
const RAW_WEBHOOK = { ...webhook('In'), options: { path: FILE_PATH, secret: FILE_SECRET, verbs: 'get,post' } };
const DESK = storyExport({
  name: 'Desk',
  actions: [RAW_WEBHOOK, pageAction('Intake'), fetchAction('Fetch', 'https://feed.example/0')],
  pages: [pageOf('Desk', 1, 'Intake')],
  recipients: ['author@origin.example'],
});

function optionsOf(story: LiveStory, action: string): JsonObject {
  const options = story.content.agents.find(({ name }) => name === action)?.options;
  if (typeof options !== 'object' || options === null) throw new Error(`no action ${action}`);
  return options as JsonObject;
}

/** Everything of a live story that a sync must leave alone. */
function ownValues(story: LiveStory): JsonObject {
  const pages = story.content.pages as readonly JsonObject[];
  const { id, disabled, priority, locked, folder_id, owners, tags } = story as unknown as JsonObject;
  const settings = { id, disabled, priority, locked, folder_id, owners, tags } as JsonObject;
  const { path, secret } = optionsOf(story, 'In') as { path: string; secret: string };
  const page = optionsOf(story, 'Intake').url_identifier ?? null;
  return {
    ...settings,
    path,
    secret,
    page,
    groups: pages[0]?.sso_groups ?? null,
    recipients: story.content.recipients ?? [],
  };
}

/** What a run leaves behind in the repository: state, plan files, work tree. */
function traces(rig: Rig): string {
  const state = rig.git('branch', '--list', 'storysync/state') === '' ? '' : rig.git('log', '-p', 'storysync/state');
  return `${state}${rig.git('grep', '-h', '-e', '', '--untracked', '--', ':!stories')}`;
}

it.each(WITH_AND_WITHOUT_STATE)(
  'keeps all that belongs to the destination over ten syncs that each change the story, %s',
  async (_, ...flags) => {
    const folders = [{ id: 5, name: 'Ours', content_type: 'STORY' }];
    await using rig = await worldOf({ tenants: { contoso: tenantWith({ folders }) }, stories: { desk: DESK } });
    const runs = [await rig.run('sync', ...flags)];
    const { id } = await rig.story('contoso', 'Desk');
    await rig.edit('contoso', id, {
      recipients: ['soc@contoso.example'],
      add_tags: ['own-tag'],
      settings: { disabled: true, priority: true, folder_id: 5, owners: [77] },
    });
    await rig.edit('contoso', id, { set: { path: ['pages', 0, 'sso_groups'], value: ['contoso-group-canary'] } });
    const before = ownValues(await rig.story('contoso', 'Desk'));

    for (let round = 1; round <= 10; round += 1) {
      rig.write('stories/desk.json', withOption(DESK, 'Fetch', 'url', `https://feed.example/${round}`));
      if (round === 5) runs.push(await rig.run('plan', '--out', 'plan.json', '--verbose', ...flags));
      const sync = await rig.runJson('sync', '--verbose', ...flags);
      expect(told(sync.json)).toEqual({ 'contoso/desk': 'synced updated content_changed' });
      runs.push(sync);
    }

    const after = await rig.story('contoso', 'Desk');
    expect(optionsOf(after, 'Fetch')).toMatchObject({ url: 'https://feed.example/10' });
    expect(ownValues(after)).toEqual(before);
    const said = `${runs.map(({ out, err }) => out + err).join('')}${traces(rig)}${JSON.stringify(await rig.log())}`;
    const secrets = [
      before.path,
      before.secret,
      before.page,
      'contoso-group-canary',
      'soc@contoso.example',
      FILE_PATH,
      FILE_SECRET,
    ];
    for (const secret of secrets) expect(said).not.toContain(secret);
  },
);

it('makes fresh addresses and no recipients on create, never those of the file', async () => {
  await using rig = await worldOf({
    tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
    stories: { desk: DESK },
    destinations: { contoso: { stories: ['desk'] }, fabrikam: { stories: ['desk'] } },
  });

  await rig.run('sync');

  const [a, b] = [await rig.story('contoso', 'Desk'), await rig.story('fabrikam', 'Desk')].map(ownValues);
  for (const key of ['path', 'secret', 'page']) {
    expect(a?.[key]).toMatch(/^[0-9a-f]{32}$/);
    expect(a?.[key]).not.toBe(b?.[key]);
    expect([FILE_PATH, FILE_SECRET]).not.toContain(a?.[key]);
  }
  expect(a?.recipients).toEqual([]);
});

describe.each(WITH_AND_WITHOUT_STATE)('addresses, %s', (_, ...flags) => {
  const TWO = storyExport({
    name: 'Two',
    actions: [webhook('A'), webhook('B'), fetchAction('Fetch', 'https://x.example')],
  });

  it('a webhook renamed in git keeps its address', async () => {
    await using rig = await worldOf({ stories: { two: TWO } });
    await rig.run('sync', ...flags);
    const before = await rig.story('contoso', 'Two');
    publish(
      rig,
      'two',
      storyExport({ name: 'Two', actions: [webhook('A'), webhook('B2'), fetchAction('Fetch', 'https://x.example')] }),
    );

    const plan = await rig.runJson('plan', ...flags);
    expect(only(entriesIn(plan.json)).urls).toEqual([]);
    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({
      'contoso/two': 'synced updated content_changed',
    });

    const after = await rig.story('contoso', 'Two');
    expect(optionsOf(after, 'B2')).toEqual(optionsOf(before, 'B'));
    expect(optionsOf(after, 'A')).toEqual(optionsOf(before, 'A'));
  });

  it('two webhooks renamed at once are blocked as ingress_ambiguous, with nothing written', async () => {
    await using rig = await worldOf({ stories: { two: TWO } });
    await rig.run('sync', ...flags);
    // Other guids as well, so that what state knows does not help either.
    const renamed = { ...storyExport({ name: 'Two', guid: guidOf('again'), actions: [webhook('A2'), webhook('B2')] }) };
    publish(rig, 'two', {
      ...renamed,
      guid: TWO.guid ?? null,
      origin_story_identifier: TWO.origin_story_identifier ?? null,
    });
    await rig.takeWrites();
    const before = await rig.tenant('contoso');

    const sync = await rig.runJson('sync', ...flags);

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/two': 'failed nothing ingress_ambiguous' });
    expect(await rig.takeWrites()).toEqual([]);
    expect(await rig.tenant('contoso')).toEqual(before);
  });

  it('the plan lists each address that appears or disappears', async () => {
    await using rig = await worldOf({
      stories: { two: TWO, more: storyExport({ name: 'More', actions: [webhook('A')] }) },
    });
    await rig.run('sync', ...flags);
    publish(
      rig,
      'two',
      storyExport({ name: 'Two', actions: [webhook('A'), fetchAction('Fetch', 'https://x.example')] }),
    );
    publish(rig, 'more', storyExport({ name: 'More', actions: [webhook('A'), webhook('Late')] }));

    const plan = await rig.runJson('plan', ...flags);

    expect(entriesIn(plan.json)['contoso/two']?.urls).toEqual([{ action: 'B', kind: 'webhook', op: 'remove' }]);
    expect(entriesIn(plan.json)['contoso/more']?.urls).toEqual([{ action: 'Late', kind: 'webhook', op: 'add' }]);
    const text = await rig.run('plan', ...flags);
    expect(text.out).toContain('new webhook URL: Late');
    expect(text.out).toMatch(/webhook URL removed: B\b/);
    const before = await rig.story('contoso', 'More');
    expect((await rig.run('sync', ...flags)).code).toBe(0);
    const after = await rig.story('contoso', 'More');
    expect(optionsOf(after, 'A')).toEqual(optionsOf(before, 'A'));
    expect(optionsOf(after, 'Late').path).toMatch(/^[0-9a-f]{32}$/);
  });
});

it('two webhooks renamed at once keep their addresses where state knows which is which', async () => {
  const actions = [webhook('A'), webhook('B')];
  const two = storyExport({ name: 'Two', actions });
  await using rig = await worldOf({ stories: { two } });
  await rig.run('sync');
  const before = await rig.story('contoso', 'Two');
  const agents = two.agents as readonly JsonObject[];
  const renamed = { ...two, agents: agents.map((agent, index) => ({ ...agent, name: ['A2', 'B2'][index] ?? '' })) };
  publish(rig, 'two', renamed);

  expect(planned((await rig.runJson('plan', '--no-state')).json)).toEqual({
    'contoso/two': 'blocked ingress_ambiguous',
  });
  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/two': 'synced updated content_changed' });

  const after = await rig.story('contoso', 'Two');
  expect(optionsOf(after, 'A2')).toEqual(optionsOf(before, 'A'));
  expect(optionsOf(after, 'B2')).toEqual(optionsOf(before, 'B'));
});

/** Both webhooks swap their names in git, after a sync that was told apart by `prepare`. */
async function swapped(prepare: (rig: Rig) => void) {
  const two = storyExport({ name: 'Two', actions: [webhook('A'), webhook('B')] });
  await using rig = await worldOf({ stories: { two } });
  prepare(rig);
  await rig.run('sync');
  const before = await rig.story('contoso', 'Two');
  const agents = two.agents as readonly JsonObject[];
  publish(rig, 'two', { ...two, agents: agents.map((agent, index) => ({ ...agent, name: ['B', 'A'][index] ?? '' })) });
  await rig.run('sync');
  return { before, after: await rig.story('contoso', 'Two') };
}

it('two webhooks that swap their names in git keep their addresses by proven state', async () => {
  const { before, after } = await swapped(giveStateKey);
  expect(optionsOf(after, 'B')).toEqual(optionsOf(before, 'A'));
  expect(optionsOf(after, 'A')).toEqual(optionsOf(before, 'B'));
});

it('and by name without it: whoever may write unsigned state must not swap a customer’s addresses', async () => {
  const { before, after } = await swapped(() => {});
  for (const name of ['A', 'B']) expect(optionsOf(after, name)).toEqual(optionsOf(before, name));
});

it('webhook_urls: export sends the values of the file, and is silent afterwards', async () => {
  const story = storyExport({ name: 'Desk', actions: [RAW_WEBHOOK, fetchAction('Fetch', 'https://feed.example')] });
  await using rig = await worldOf({ stories: { desk: story } });
  await rig.run('sync');
  const destinations = { contoso: { stories: ['desk'], options: { webhook_urls: 'export' } } };
  subscribe(rig, { stories: { desk: story }, destinations });
  rig.commit('export addresses');

  const sync = await rig.runJson('sync', '--verbose', '--refresh');

  expect(told(sync.json)).toEqual({ 'contoso/desk': 'synced updated content_changed' });
  expect(optionsOf(await rig.story('contoso', 'Desk'), 'In')).toMatchObject({ path: FILE_PATH, secret: FILE_SECRET });
  await rig.takeWrites();
  const again = await rig.runJson('sync', '--no-state');
  expect(told(again.json)).toEqual({ 'contoso/desk': 'synced unchanged -' });
  expect(await rig.takeWrites()).toEqual([]);
  expect(sync.out + sync.err + traces(rig)).not.toContain(FILE_PATH);
});

it('webhook_urls: export reaches a destination that state says is in sync', async () => {
  const story = storyExport({ name: 'Desk', actions: [RAW_WEBHOOK] });
  await using rig = await worldOf({ stories: { desk: story } });
  await rig.run('sync');
  subscribe(rig, {
    stories: { desk: story },
    destinations: { contoso: { stories: ['desk'], options: { webhook_urls: 'export' } } },
  });
  rig.commit('export addresses');

  expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/desk': 'synced updated content_changed' });
});

describe('tags', () => {
  const TAGGED = { ...DESK, tags: ['soc', 'phishing'] };

  it('are set by update, also where the tenant has never heard of them', async () => {
    await using rig = await worldOf({
      tenants: { contoso: tenantWith({}, { tags: ['soc'] }) },
      stories: { desk: TAGGED },
    });

    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/desk': 'synced created new' });

    expect([...(await rig.story('contoso', 'Desk')).tags].sort()).toEqual(['phishing', 'soc']);
    await rig.takeWrites();
    await rig.run('sync');
    await rig.run('sync', '--no-state');
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('removed in git go only where we had set them', async () => {
    await using rig = await worldOf({ stories: { desk: { ...DESK, tags: ['soc'] } } });
    await rig.run('sync');
    const { id } = await rig.story('contoso', 'Desk');
    // The customer's own tag, which git asks for later, and drops again.
    await rig.edit('contoso', id, { add_tags: ['phishing', 'own'] });
    publish(rig, 'desk', TAGGED);
    await rig.run('sync');
    publish(rig, 'desk', { ...DESK, tags: [] });

    const plan = await rig.runJson('plan');
    expect(only(entriesIn(plan.json)).changes.map(({ text }) => text)).toEqual(['tag "soc" removed']);
    expect(planned((await rig.runJson('plan', '--no-state')).json)).toEqual({ 'contoso/desk': 'unchanged -' });
    expect((await rig.runJson('sync')).code).toBe(0);

    expect([...(await rig.story('contoso', 'Desk')).tags].sort()).toEqual(['own', 'phishing']);
    expect(planned((await rig.runJson('plan')).json)).toEqual({ 'contoso/desk': 'unchanged -' });
  });

  it('taken off by the customer are put back', async () => {
    await using rig = await worldOf({ stories: { desk: { ...DESK, tags: ['soc'] } } });
    await rig.run('sync');
    await rig.edit('contoso', (await rig.story('contoso', 'Desk')).id, { remove_tags: ['soc'] });

    expect((await rig.runJson('sync')).code).toBe(0);

    expect((await rig.story('contoso', 'Desk')).tags).toEqual(['soc']);
  });
});
