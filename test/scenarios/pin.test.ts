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
