import { describe, expect, it } from 'vitest';
import { entriesIn, leftBehindIn, only, outcomesIn, planned, told } from '../support/documents.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({ name: 'Sweep', actions: [fetchAction('Fetch', 'https://sweep.example')] });
const CHANGED = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
const STORIES = { watch: WATCH, sweep: SWEEP };

describe('selectors', () => {
  const labels = (region: string, ring: string) => ({
    stories: ['watch', 'sweep'],
    options: { labels: { region, ring } },
  });
  const world = () =>
    worldOf({
      tenants: { contoso: tenantWith(), conifer: tenantWith(), fabrikam: tenantWith() },
      stories: STORIES,
      destinations: {
        contoso: labels('eu', 'canary'),
        conifer: labels('us', 'wide'),
        fabrikam: labels('apac', 'canary'),
      },
    });

  it('widen by several values and narrow by several selectors; what they leave out is not even read', async () => {
    await using rig = await world();
    const chosen: readonly (readonly [readonly string[], readonly string[]])[] = [
      [
        ['--destination', 'con*'],
        ['conifer', 'contoso'],
      ],
      [
        ['--destination', 'contoso', 'fabrikam'],
        ['contoso', 'fabrikam'],
      ],
      [
        ['--label', 'region=eu', 'region=us'],
        ['conifer', 'contoso'],
      ],
      [['--label', 'region=eu', 'region=us', 'ring=canary'], ['contoso']],
      [
        ['--label', 'ring=can*'],
        ['contoso', 'fabrikam'],
      ],
      [['--label', 'ring=canary', '--destination', 'fab*'], ['fabrikam']],
    ];

    for (const [flags, names] of chosen) {
      await rig.takeWrites();
      const plan = await rig.runJson('plan', ...flags);
      expect(Object.keys(planned(plan.json))).toEqual(names.flatMap((name) => [`${name}/sweep`, `${name}/watch`]));
      expect([...new Set((await rig.log()).map(({ tenant }) => tenant))].sort()).toEqual(names);
    }
  });

  it('--story chooses stories, and what was not chosen is neither read nor written', async () => {
    await using rig = await world();

    const sync = await rig.runJson('sync', '--story', 'wat*', '--destination', 'contoso');

    expect(told(sync.json)).toEqual({ 'contoso/watch': 'synced created new' });
    expect(new Set((await rig.log()).map(({ tenant }) => tenant))).toEqual(new Set(['contoso']));
    expect((await rig.tenant('contoso')).stories.map(({ name }) => name)).toEqual(['Watch']);
  });

  it('that match nothing exit 2 with a hint, and nothing is read', async () => {
    await using rig = await world();
    const mistakes: readonly (readonly [readonly string[], string])[] = [
      [['--destination', 'contosso'], 'did you mean "contoso"?'],
      [['--story', 'wacth'], 'did you mean "watch"?'],
      [['--label', 'region=eU'], 'did you mean "region=eu"?'],
      [['--label', 'region'], 'write it as name=value'],
      [['--destination', 'contoso', '--label', 'region=us'], 'no story matches all selectors'],
    ];

    for (const [flags, hint] of mistakes) {
      for (const command of ['plan', 'sync']) {
        const run = await rig.run(command, ...flags);
        expect(run).toMatchObject({ code: 2, out: '' });
        expect(run.err).toContain(hint);
      }
    }
    expect(await rig.log()).toEqual([]);
  });
});

describe('a manual-only destination', () => {
  const world = () =>
    worldOf({
      tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
      stories: { watch: WATCH },
      destinations: {
        contoso: { stories: ['watch'] },
        fabrikam: { stories: ['watch'], options: { manual_sync_only: true, labels: { tier: 'gold' } } },
      },
    });

  it('is planned and reported, and not pushed by a glob or a label', async () => {
    await using rig = await world();

    for (const flags of [[], ['--destination', 'fab*'], ['--label', 'tier=gold']]) {
      const plan = await rig.runJson('plan', ...flags);
      expect(planned(plan.json)['fabrikam/watch']).toBe('skip manual_sync_only');
      const sync = await rig.runJson('sync', ...flags);
      expect(sync.code).toBe(0);
      expect(told(sync.json)['fabrikam/watch']).toBe('requires_sync nothing manual_sync_only');
    }
    expect((await rig.tenant('fabrikam')).stories).toEqual([]);
  });

  it.each([[['--destination', 'fabrikam']], [['--destination', 'fab*', '--manual']]])(
    'is pushed by %j',
    async (flags) => {
      await using rig = await world();

      const sync = await rig.runJson('sync', ...flags);

      expect(told(sync.json)).toEqual({ 'fabrikam/watch': 'synced created new' });
      expect((await rig.tenant('fabrikam')).stories).toHaveLength(1);
    },
  );

  it('shows its changes while it waits', async () => {
    await using rig = await world();
    await rig.run('sync', '--manual');
    publish(rig, 'watch', CHANGED);

    const entry = entriesIn((await rig.runJson('plan')).json)['fabrikam/watch'];

    expect(entry).toMatchObject({ action: 'skip', reason: 'manual_sync_only' });
    expect(entry?.changes.map(({ path }) => path)).toEqual(['agents[Fetch].options.url']);
  });
});

describe('a detached story', () => {
  const detach = (until?: string) => ({
    contoso: {
      stories: ['watch'],
      options: {
        detached: { watch: { reason: 'customer tunes it', owner: '@acme/soc', ...(until ? { until } : {}) } },
      },
    },
  });

  it('is compared and not pushed: synced while equal, requires_sync once it differs, and pushed after reattaching', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync');
    subscribe(rig, { stories: { watch: WATCH }, destinations: detach() });
    rig.commit('detach');
    await rig.takeWrites();

    for (const flags of [[], ['--no-state']]) {
      const equal = await rig.runJson('sync', ...flags);
      expect(equal.code).toBe(0);
      expect(only(outcomesIn(equal.json))).toMatchObject({ status: 'synced', reason: 'detached', detached: true });
    }
    publish(rig, 'watch', CHANGED);
    for (const flags of [[], ['--no-state']]) {
      const plan = await rig.runJson('plan', ...flags);
      expect(only(entriesIn(plan.json))).toMatchObject({
        action: 'skip',
        reason: 'detached',
        detached: true,
        changes: [{ path: 'agents[Fetch].options.url' }],
      });
      const different = await rig.runJson('sync', ...flags);
      expect(different.code).toBe(0);
      expect(only(outcomesIn(different.json))).toMatchObject({
        status: 'requires_sync',
        reason: 'detached',
        detached: true,
      });
    }
    expect(await rig.takeWrites()).toEqual([]);

    subscribe(rig, { stories: { watch: WATCH } });
    rig.commit('reattach');
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced updated content_changed' });
  });

  it('by the tag of the destination itself is treated the same', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync');
    const { id } = await rig.story('contoso', 'Watch');
    await rig.edit('contoso', id, { add_tags: ['detached-from-sync'] });
    await rig.takeWrites();

    const equal = await rig.runJson('sync');
    expect(only(outcomesIn(equal.json))).toMatchObject({ status: 'synced', reason: 'detached', detached: true });
    publish(rig, 'watch', CHANGED);
    for (const flags of [[], ['--no-state'], ['--force']]) {
      const different = await rig.runJson('sync', ...flags);
      expect(different.code).toBe(0);
      expect(only(outcomesIn(different.json))).toMatchObject({
        status: 'requires_sync',
        reason: 'detached',
        detached: true,
      });
    }
    expect(await rig.takeWrites()).toEqual([]);

    await rig.edit('contoso', id, { remove_tags: ['detached-from-sync'] });
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced updated content_changed' });
  });

  it('that was never there is not created', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH }, destinations: detach() });

    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'requires_sync nothing detached' });

    expect(await rig.takeWrites()).toEqual([]);
  });

  it('whose date has passed is a warning on its line', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH }, destinations: detach('2020-01-31') });

    const run = await rig.run('validate');

    expect(run.code).toBe(0);
    expect(run.out).toMatch(/warning MAN\d+ sync\.yaml:\d+:\d+ .*2020-01-31/);
  });
});

describe('subscriptions', () => {
  it('to nothing at all are fine', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH }, destinations: { contoso: { stories: [] } } });

    const [plan, sync] = [await rig.run('plan', '--expect-no-changes'), await rig.runJson('sync')];

    expect([plan.code, sync.code]).toEqual([0, 0]);
    expect(told(sync.json)).toEqual({});
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('that ended leave the story behind: listed in the plan, and nothing is deleted', async () => {
    await using rig = await worldOf({ stories: STORIES });
    await rig.run('sync');
    const before = await rig.tenant('contoso');
    await rig.takeWrites();
    subscribe(rig, { stories: STORIES, destinations: { contoso: { stories: ['watch'] } } });
    rig.commit('unsubscribe');

    const plan = await rig.runJson('plan');
    expect(leftBehindIn(plan.json)).toEqual(['contoso/sweep']);
    expect((await rig.run('plan')).out).toContain('nothing is deleted');
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
    // It stays in view until somebody decides about it.
    expect(leftBehindIn((await rig.runJson('plan')).json)).toEqual(['contoso/sweep']);

    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.tenant('contoso')).stories).toEqual(before.stories);
  });

  it('under another key keep their story: it is neither created again nor left behind', async () => {
    await using rig = await worldOf({ stories: { watch: WATCH } });
    await rig.run('sync');
    rig.write('stories/feed-watch.json', WATCH);
    subscribe(rig, { stories: { 'feed-watch': WATCH } });
    rig.commit('new key');
    await rig.takeWrites();

    const plan = await rig.runJson('plan');

    expect(planned(plan.json)).toEqual({ 'contoso/feed-watch': 'unchanged -' });
    expect(leftBehindIn(plan.json)).toEqual([]);
    expect((await rig.runJson('sync')).code).toBe(0);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('that ended are no longer listed once the customer removed the story', async () => {
    await using rig = await worldOf({ stories: STORIES });
    await rig.run('sync');
    subscribe(rig, { stories: STORIES, destinations: { contoso: { stories: ['watch'] } } });
    rig.commit('unsubscribe');
    await rig.edit('contoso', (await rig.story('contoso', 'Sweep')).id, { delete: true });

    expect(leftBehindIn((await rig.runJson('plan')).json)).toEqual([]);
  });

  it('of a destination that left the manifest leave it behind: listed with what to do, unless a selector narrows the run', async () => {
    const contoso = { stories: ['watch', 'sweep'] };
    const tenants = { contoso: tenantWith(), fabrikam: tenantWith() };
    await using rig = await worldOf({ stories: STORIES, tenants, destinations: { contoso, fabrikam: contoso } });
    await rig.run('sync');
    subscribe(rig, { stories: STORIES, destinations: { contoso } });
    rig.commit('remove a destination');
    await rig.takeWrites();

    const { json } = await rig.runJson('plan');
    expect(json.left_behind_destinations).toEqual([
      { name: 'fabrikam', destination_tenant_url: `${rig.url}/fabrikam`, destination_team_id: 42, stories: 2 },
    ]);
    const { out } = await rig.run('plan');
    expect(out).toContain(`fabrikam (${rig.url}/fabrikam, team 42): 2 stories`);
    expect(out).toContain('put the destination back with "stories: []"');
    const narrowed = await rig.runJson('plan', '--destination', 'contoso');
    expect(narrowed.json.left_behind_destinations).toEqual([]);
    expect(told((await rig.runJson('sync')).json)).toEqual({
      'contoso/sweep': 'synced unchanged -',
      'contoso/watch': 'synced unchanged -',
    });
    expect(await rig.takeWrites()).toEqual([]);

    // The same tenant and team under another name is nothing that was left behind.
    subscribe(rig, { stories: STORIES, destinations: { contoso, northwind: { ...contoso, tenant: 'fabrikam' } } });
    expect((await rig.runJson('plan')).json.left_behind_destinations).toEqual([]);
  });

  it('to two versions of one story are refused, since one would take over the other', async () => {
    const stories = { watch: WATCH, next: { ...WATCH, name: 'Watch next' } };
    await using rig = await worldOf({ stories });

    const run = await rig.run('sync');

    expect(run.code).toBe(1);
    expect(run.out).toMatch(/error DES006 sync\.yaml:\d+:\d+/);
    expect(await rig.log()).toEqual([]);
  });
});
