import { expect, it } from 'vitest';
import { entriesIn, planned, told } from '../support/documents.ts';
import { withOption } from '../support/stories.ts';
import { publish } from '../support/world-of.ts';
import { smallWorld, TRIAGE } from '../support/worlds.ts';

const CHANGED = withOption(TRIAGE, 'Tell', 'url', 'https://chat.example/v2/<<RESOURCE.soc_settings.channel>>');
const PLAN_FLAGS = [
  ['--refresh'],
  ['--no-state'],
  ['--out', 'plan.json'],
  ['--expect-no-changes'],
  ['--format', 'markdown', '--verbose'],
  ['--story', 'triage', '--destination', 'contoso', '--concurrency', '1'],
];

it('creates every story at every destination, and a second sync writes nothing at all', async () => {
  await using rig = await smallWorld();

  const first = await rig.runJson('sync');

  expect(first.code).toBe(0);
  expect(told(first.json)).toEqual({
    'contoso/enrich': 'synced created new',
    'contoso/triage': 'synced created new',
    'fabrikam/enrich': 'synced created new',
    'fabrikam/triage': 'synced created new',
  });
  for (const tenant of ['contoso', 'fabrikam']) {
    const { stories, record_types } = await rig.tenant(tenant);
    expect(stories.map(({ name }) => name).sort()).toEqual(['Enrich', 'Triage']);
    expect(record_types.map(({ name }) => name)).toEqual(['Alert']);
  }

  await rig.takeWrites();
  const second = await rig.runJson('sync');
  expect(second.code).toBe(0);
  expect(Object.values(told(second.json))).toEqual(Array(4).fill('synced unchanged -'));
  const withoutState = await rig.runJson('sync', '--no-state');
  expect(Object.values(told(withoutState.json))).toEqual(Array(4).fill('synced unchanged -'));
  expect(await rig.takeWrites()).toEqual([]);
});

it('says that there is nothing to do after a sync, and finds a change in git with --expect-no-changes', async () => {
  await using rig = await smallWorld();
  await rig.run('sync');

  const quiet = await rig.run('plan', '--expect-no-changes');
  expect(quiet.code).toBe(0);
  expect(quiet.out).toContain('Nothing to do: 2 destinations have both stories of this commit.');

  publish(rig, 'triage', CHANGED);
  expect((await rig.run('plan', '--expect-no-changes')).code).toBe(1);
  expect((await rig.run('plan')).code).toBe(0);
});

it('sends nothing but GETs for a plan, whatever its flags, and nothing at all for validate', async () => {
  await using rig = await smallWorld();
  await rig.run('sync');
  publish(rig, 'triage', CHANGED);
  await rig.takeWrites();

  for (const flags of [[], ...PLAN_FLAGS]) expect((await rig.run('plan', ...flags)).code).toBeLessThan(2);
  expect((await rig.log()).length).toBeGreaterThan(PLAN_FLAGS.length);
  expect(await rig.takeWrites()).toEqual([]);

  expect((await rig.run('validate')).code).toBe(0);
  expect(await rig.log()).toEqual([]);
});

it('updates exactly the story that changed in git, in place, and the plan names the changed place', async () => {
  await using rig = await smallWorld();
  await rig.run('sync');
  const before = await rig.tenant('contoso');
  publish(rig, 'triage', CHANGED);

  const plan = await rig.runJson('plan');
  expect(planned(plan.json)).toEqual({
    'contoso/enrich': 'unchanged -',
    'contoso/triage': 'update content_changed',
    'fabrikam/enrich': 'unchanged -',
    'fabrikam/triage': 'update content_changed',
  });
  const changes = Object.values(entriesIn(plan.json)).flatMap((entry) =>
    entry.changes.map(({ path, op }) => `${op} ${path}`),
  );
  expect(changes).toEqual(Array(2).fill('update agents[Tell].options.url'));

  await rig.takeWrites();
  const sync = await rig.runJson('sync');
  expect(sync.code).toBe(0);
  expect(told(sync.json)).toMatchObject({
    'contoso/triage': 'synced updated content_changed',
    'contoso/enrich': 'synced unchanged -',
  });
  const writes = (await rig.takeWrites()).map(({ tenant, method, path }) => `${tenant} ${method} ${path}`);
  expect(writes.sort()).toEqual(['contoso POST /stories/import', 'fabrikam POST /stories/import']);
  for (const tenant of ['contoso', 'fabrikam']) {
    const story = await rig.story(tenant, 'Triage');
    expect(story.content.agents.at(-1)?.options).toMatchObject({
      url: 'https://chat.example/v2/<<RESOURCE.soc_settings.channel>>',
    });
  }
  const after = await rig.tenant('contoso');
  expect(after.stories.map(({ id }) => id)).toEqual(before.stories.map(({ id }) => id));
  const enrich = (state: typeof after) => state.stories.find(({ name }) => name === 'Enrich');
  expect(enrich(after)).toEqual(enrich(before));
});

it('keeps its state on its own branch and leaves work tree, index and HEAD alone', async () => {
  await using rig = await smallWorld();
  const head = rig.git('rev-parse', 'HEAD');
  const index = rig.git('ls-files', '--stage');

  await rig.run('sync');

  const files = rig.git('ls-tree', '-r', '--name-only', 'storysync/state').trim().split('\n');
  expect(files).toEqual(['destinations/contoso.json', 'destinations/fabrikam.json']);
  expect(rig.git('rev-parse', 'HEAD')).toBe(head);
  expect(rig.git('symbolic-ref', 'HEAD').trim()).toBe('refs/heads/main');
  expect(rig.git('ls-files', '--stage')).toBe(index);
  expect(rig.git('status', '--porcelain')).toBe('');
});

it('leaves no state branch with --no-state', async () => {
  await using rig = await smallWorld();

  expect((await rig.run('sync', '--no-state')).code).toBe(0);

  expect(rig.git('branch', '--list', '--all').trim()).toBe('* main');
});
