import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn } from '../support/documents.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({ name: 'Sweep', actions: [fetchAction('Fetch', 'https://sweep.example/1')] });
const watch = (version: number) => withOption(WATCH, 'Fetch', 'url', `https://feed.example/${version}`);
const sweep = (version: number) => withOption(SWEEP, 'Fetch', 'url', `https://sweep.example/${version}`);
const WORLD = {
  tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
  stories: { watch: WATCH, sweep: SWEEP },
  destinations: { contoso: { stories: ['watch', 'sweep'] }, fabrikam: { stories: ['watch'] } },
};

async function urlAt(rig: Rig, tenant: string, name = 'Watch'): Promise<unknown> {
  const { content } = await rig.story(tenant, name);
  return content.agents.map(({ options }) => (options as JsonObject).url).at(-1);
}

/** Pins one destination, committed. */
function pin(rig: Rig, destination: 'contoso' | 'fabrikam', options: JsonObject | undefined): void {
  const spec = WORLD.destinations[destination];
  const pinned = options === undefined ? spec : { ...spec, options: { pin: { reason: 'incident 4711', ...options } } };
  subscribe(rig, { ...WORLD, destinations: { ...WORLD.destinations, [destination]: pinned } });
  rig.commit('pin');
}

it('a pinned pair has the content of its commit and stays there, and nobody else is moved by it', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  await rig.run('sync');
  publish(rig, 'watch', watch(2));
  publish(rig, 'sweep', sweep(2));
  await rig.run('sync');
  pin(rig, 'contoso', { commit: first, owner: '@soc', stories: ['watch'] });

  const plan = await rig.runJson('plan');
  expect(plan.json).toMatchObject({
    destinations: [
      { name: 'contoso', pin: { commit: first, owner: '@soc', stories: ['watch'] } },
      { name: 'fabrikam' },
    ],
  });
  expect(entriesIn(plan.json)['contoso/watch']).toMatchObject({ action: 'update', reason: 'content_changed' });
  expect((await rig.run('plan')).out).toContain(
    `\n    pinned to ${first.slice(0, 12)} (watch) by @soc: incident 4711\n  ~ watch`,
  );
  const sync = await syncNow(rig);
  expect(sync.told).toEqual({
    'contoso/sweep': 'synced unchanged',
    'contoso/watch': 'synced updated',
    'fabrikam/watch': 'synced unchanged',
  });
  expect(sync.outcomes['contoso/watch']).toMatchObject({ reason: 'pinned', commit: first });
  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'contoso', 'Sweep'), await urlAt(rig, 'fabrikam')]).toEqual([
    'https://feed.example/1',
    'https://sweep.example/2',
    'https://feed.example/2',
  ]);
  await rig.takeWrites();
  const again = await syncNow(rig);
  expect(again.outcomes['contoso/watch']).toMatchObject({ status: 'synced', did: 'unchanged', reason: 'pinned' });
  expect(await rig.takeWrites()).toEqual([]);
  const status = await rig.run('status');
  expect(status.out).toContain(
    `. contoso: pinned to ${first.slice(0, 12)} (watch) by @soc: incident 4711; equal to the pin`,
  );
  expect((await rig.run('validate')).out).not.toContain('GIT02');
});

it('a rollback of one destination is still there three merges later, and shown everywhere with owner and reason', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  await rig.run('sync');
  publish(rig, 'watch', watch(2));
  await rig.run('sync');
  publish(rig, 'sweep', sweep(2));
  await rig.run('sync');
  const before = rig.read('sync.yaml');

  const why = ['--reason', 'incident 4711', '--owner', '@acme/soc', '--until', '2099-01-15'];
  const rolled = await rig.run('rollback', '--destination', 'contoso', '--story', 'watch', ...why);
  expect([rolled.code, rolled.err]).toEqual([0, '']);
  expect(rolled.out).toContain('~ watch "Watch": content changed');
  expect(rolled.out).toContain(`contoso: pinned to ${first.slice(0, 12)} (watch)`);
  expect(rolled.out).toContain('The next sync pushes 1 story.');
  expect(rig.read('sync.yaml')).toContain(
    `"pin": { commit: ${first}, reason: incident 4711, owner: "@acme/soc", until: 2099-01-15, stories: [watch] }`,
  );
  rig.commit('roll back');
  await rig.run('sync');
  for (const version of [3, 4, 5]) {
    publish(rig, 'watch', watch(version));
    publish(rig, 'sweep', sweep(version));
    expect((await rig.run('sync')).code).toBe(0);
  }

  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'contoso', 'Sweep'), await urlAt(rig, 'fabrikam')]).toEqual([
    'https://feed.example/1',
    'https://sweep.example/5',
    'https://feed.example/5',
  ]);
  const told = `pinned to ${first.slice(0, 12)} (watch) by @acme/soc until 2099-01-15: incident 4711`;
  for (const argv of [['plan'], ['plan', '--format', 'markdown'], ['plan', '--offline']]) {
    expect((await rig.run(...argv)).out).toContain(argv.includes('markdown') ? 'incident 4711' : told);
  }
  for (const flags of [[], ['--live'], ['--format', 'markdown']]) {
    const status = await rig.run('status', ...flags);
    expect([status.code, status.out]).toEqual([0, expect.stringContaining('incident 4711; equal to the pin')]);
  }
  const { json } = await rig.runJson('status');
  const shown = { commit: first, reason: 'incident 4711', owner: '@acme/soc', until: '2099-01-15', stories: ['watch'] };
  expect(json).toMatchObject({ sync_destinations: [{ name: 'contoso', pin: shown }, { pin: null }] });
  const again = await rig.run('rollback', '--destination', 'contoso', ...why);
  expect([again.code, again.out]).toEqual([1, expect.stringContaining('RUN063')]);

  const freed = await rig.run('unpin', '--destination', 'contoso');
  expect([freed.code, freed.err]).toEqual([0, '']);
  expect(freed.out).toContain('~ watch "Watch": content changed');
  expect(rig.read('sync.yaml')).toBe(before);
  rig.commit('unpin');
  expect((await syncNow(rig)).told['contoso/watch']).toBe('synced updated');
  expect(await urlAt(rig, 'contoso')).toBe('https://feed.example/5');
});
