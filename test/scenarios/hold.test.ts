import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesIn } from '../support/documents.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({ name: 'Sweep', actions: [fetchAction('Fetch', 'https://sweep.example/1')] });
const WATCH_2 = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
const WORLD = {
  tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
  stories: { watch: WATCH, sweep: SWEEP },
  destinations: { contoso: { stories: ['watch', 'sweep'] }, fabrikam: { stories: ['watch'] } },
};

/** Two tenants that have everything. */
async function syncedWorld(): Promise<Rig> {
  const rig = await worldOf(WORLD);
  await rig.run('sync');
  return rig;
}

const WHY = ['--reason', 'audit', '--owner', '@acme/soc', '--until', '2099-01-31'];
const CONTOSO = ['--destination', 'contoso'];

it('a held destination is compared and reported and gets no write; released it is pushed to', async () => {
  await using rig = await syncedWorld();
  const before = rig.read('sync.yaml');
  const held = await rig.runJson('hold', ...CONTOSO, ...WHY);
  expect(held).toMatchObject({
    code: 0,
    err: '',
    json: { format: 'storysync.findings/1', findings: [], files: [{ path: 'sync.yaml', change: 'update' }] },
  });
  rig.commit('hold contoso');
  publish(rig, 'watch', WATCH_2);
  await rig.takeWrites();

  const plan = await rig.runJson('plan', '--expect-no-changes', ...CONTOSO);
  expect(plan.code).toBe(0);
  expect(plan.json).toMatchObject({
    destinations: [{ name: 'contoso', hold: { reason: 'audit', owner: '@acme/soc', until: '2099-01-31' } }],
  });
  expect(entriesIn(plan.json)['contoso/watch']).toMatchObject({
    action: 'skip',
    reason: 'held',
    would: 'update',
    message: 'audit (@acme/soc, until 2099-01-31)',
    changes: [{ path: 'agents[Fetch].options.url' }],
  });
  expect((await rig.run('plan')).out).toContain(
    '\n    held by @acme/soc until 2099-01-31: audit\n  . watch "Watch": held; would be updated (1 change)\n',
  );

  const sync = await rig.runJson('sync');
  expect(sync.code).toBe(0);
  expect(sync.json).toMatchObject({
    sync_destinations: [
      { name: 'contoso', hold: { reason: 'audit' } },
      { name: 'fabrikam', hold: null },
    ],
  });
  expect((await rig.takeWrites()).map(({ path }) => path).filter((path) => path.includes('contoso'))).toEqual([]);
  expect((await syncNow(rig)).told).toEqual({
    'contoso/sweep': 'synced unchanged',
    'contoso/watch': 'requires_sync held',
    'fabrikam/watch': 'synced unchanged',
  });
  for (const flags of [[], ['--live']]) {
    const status = await rig.run('status', ...flags);
    expect([status.code, status.out]).toEqual([
      0,
      expect.stringContaining('. contoso: held by @acme/soc until 2099-01-31: audit; 1 story waits\n'),
    ]);
  }

  const released = await rig.run('release', ...CONTOSO);
  expect(released.code).toBe(0);
  expect(rig.read('sync.yaml')).toBe(before);
  rig.commit('release contoso');
  expect((await rig.runJson('status')).json).toMatchObject({
    sync_destinations: [
      { hold: null, subscriptions: [{ reason: 'content_changed' }, { reason: null }] },
      { hold: null },
    ],
  });
  expect((await syncNow(rig)).told).toMatchObject({ 'contoso/watch': 'synced updated' });
});

describe('a hold', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await worldOf({
      ...WORLD,
      destinations: {
        contoso: { stories: ['watch'], options: { hold: { reason: 'audit' }, manual_sync_only: true } },
        fabrikam: { stories: ['watch'] },
      },
    });
  });
  afterAll(async () => {
    await rig[Symbol.asyncDispose]();
  });

  it.each([[[]], [CONTOSO], [['--manual']], [['--force']], [['--manual', '--force', '--refresh']], [['--at', 'HEAD']]])(
    'is not overridden by %j',
    async (flags) => {
      await rig.run('sync', ...flags);
      expect((await rig.tenant('contoso')).stories).toEqual([]);
    },
  );

  it('that came after the plan was approved lets nothing of it go there', async () => {
    subscribe(rig, WORLD);
    rig.commit('let go');
    await rig.run('plan', '--out', 'plan.json');
    await rig.run('hold', ...CONTOSO, '--reason', 'incident');
    rig.commit('hold');
    const { told, code } = await syncNow(rig, '--plan', 'plan.json');
    expect([code, told['contoso/watch']]).toEqual([0, 'requires_sync held']);
    expect((await rig.tenant('contoso')).stories).toEqual([]);
  });

  it('that is lifted after the plan was made lets nothing go that the plan did not say', async () => {
    await rig.run('plan', '--out', 'plan.json');
    await rig.run('release', ...CONTOSO);
    rig.commit('release');
    const { told } = await syncNow(rig, '--plan', 'plan.json');
    expect(told['contoso/watch']).toBe('requires_sync plan_stale');
    expect((await rig.tenant('contoso')).stories).toEqual([]);
  });
});

it('a held destination keeps what is left behind, whatever number is agreed to', async () => {
  await using rig = await syncedWorld();
  subscribe(rig, {
    ...WORLD,
    destinations: {
      contoso: { stories: ['watch'], options: { hold: { reason: 'audit' } } },
      fabrikam: { stories: ['watch'] },
    },
  });
  rig.commit('less, and held');
  publish(rig, 'sweep', SWEEP);
  await rig.takeWrites();

  const asked = await rig.run('sync', '--prune', '1');
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('held: audit')]);
  const sync = await rig.runJson('sync');
  expect(sync.code).toBe(0);
  expect(await rig.takeWrites()).toEqual([]);
  expect((await rig.tenant('contoso')).stories.map(({ name }) => name).toSorted()).toEqual(['Sweep', 'Watch']);
});

it('the fleet is stopped in one reviewed line, a newcomer too, and let go again; who is held by itself stays so', async () => {
  await using rig = await syncedWorld();
  const before = rig.read('sync.yaml');
  await rig.run('hold', ...CONTOSO, '--reason', 'audit');
  const own = rig.read('sync.yaml');
  const stopped = await rig.run('hold', '--destination', '*', '--reason', 'incident 4711');
  expect(stopped.out).toContain('\nthe whole fleet is held\n');
  rig.commit('stop');
  publish(rig, 'watch', WATCH_2);
  const { stories } = await planNow(rig);
  const held = { action: 'skip', reason: 'held' };
  expect(stories).toMatchObject({ 'contoso/watch': held, 'fabrikam/watch': held });
  expect((await rig.run('plan')).out).toContain('    held: incident 4711\n');

  const alone = await rig.run('release', '--destination', 'fabrikam');
  expect([alone.code, alone.out]).toEqual([1, expect.stringContaining('RUN019')]);
  const mine = await rig.run('release', ...CONTOSO);
  expect(mine.out).toContain('contoso is released\ncontoso stays held by "defaults", as every destination is\n');
  await rig.run('hold', ...CONTOSO, '--reason', 'audit');
  const gone = await rig.run('release', '--destination', '*');
  expect(gone.out).toContain('the whole fleet is released\ncontoso stays held by a "hold" of its own\n');
  expect(rig.read('sync.yaml')).toBe(own);
  await rig.run('release', '--destination', 'con*');
  expect(rig.read('sync.yaml')).toBe(before);
});
