import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn, outcomesIn } from '../support/documents.ts';
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
  expect(rolled.code).toBe(0);
  expect(rolled.out).toContain('~ watch "Watch": content changed');
  expect(rolled.out).toContain(`contoso: pinned to ${first.slice(0, 12)} (watch)`);
  expect(rolled.out).toContain('The next sync pushes 1 story.');
  expect(rig.read('sync.yaml')).toContain(
    `pin: { commit: ${first}, reason: incident 4711, owner: "@acme/soc", until: 2099-01-15, stories: [watch] }`,
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
  expect(freed.code).toBe(0);
  expect(freed.out).toContain('~ watch "Watch": content changed');
  expect(rig.read('sync.yaml')).toBe(before);
  rig.commit('unpin');
  expect((await syncNow(rig)).told['contoso/watch']).toBe('synced updated');
  expect(await urlAt(rig, 'contoso')).toBe('https://feed.example/5');
});

it('a pin that cannot be honoured stops its own pair, in words, and nothing else', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  await rig.run('sync');
  rig.write('stories/watch.json', 'no story');
  const broken = rig.commit('broken');
  rig.git('rm', '--quiet', 'stories/watch.json');
  rig.git('commit', '--quiet', '-m', 'gone');
  const gone = rig.head();
  publish(rig, 'watch', watch(2));
  rig.git('branch', 'side', first);
  const side = rig.git('commit-tree', `${first}^{tree}`, '-p', first, '-m', 'never merged').trim();
  const tree = rig.git('rev-parse', 'HEAD^{tree}').trim();
  const rows: readonly (readonly [commit: string, told: string])[] = [
    ['0123456789', 'pin 0123456789 is no commit of this clone'],
    [side.slice(0, 12), `pin ${side.slice(0, 12)} is not part of the default branch`],
    [tree, `pin ${tree.slice(0, 12)} is no commit of this clone`],
    [broken, `pin ${broken.slice(0, 12)}: ${broken.slice(0, 12)}:stories/watch.json:1: `],
    [gone, `pin ${gone.slice(0, 12)} has no such story: there is no ${gone.slice(0, 12)}:stories/watch.json`],
  ];
  for (const [commit, told] of rows) {
    pin(rig, 'contoso', { commit, stories: ['watch'] });
    publish(rig, 'sweep', sweep(rows.findIndex(([each]) => each === commit) + 2));
    const { code, outcomes } = await syncNow(rig);
    expect(outcomes['contoso/watch']).toMatchObject({ status: 'failed', reason: 'pinned', did: 'nothing' });
    expect(outcomes['contoso/watch']?.message).toContain(told);
    expect(outcomes['contoso/sweep']).toMatchObject({ status: 'synced', did: 'updated' });
    expect(outcomes['fabrikam/watch']).toMatchObject({ status: 'synced' });
    expect(code).toBe(1);
    const validated = await rig.run('validate');
    expect([validated.code, validated.out]).toEqual([1, expect.stringContaining('GIT021')]);
    const status = await rig.runJson('status');
    expect(status.json).toMatchObject({ sync_destinations: [{ subscriptions: [{ reason: 'pinned' }, {}] }, {}] });
  }
  expect(await urlAt(rig, 'contoso')).toBe('https://feed.example/1');
  pin(rig, 'contoso', { commit: first.slice(0, 7).toUpperCase(), stories: ['watch'] });
  expect((await syncNow(rig)).outcomes['contoso/watch']).toMatchObject({ status: 'synced', reason: 'pinned' });
}, 60_000);

it('in a shallow clone a pin is not checked and not guessed: validate warns, sync refuses that pair alone', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  publish(rig, 'watch', watch(2));
  pin(rig, 'contoso', { commit: first, stories: ['watch'] });
  const shallow = join(rig.dir, 'shallow');
  rig.git('clone', '--quiet', '--depth', '1', `file://${rig.dir}`, shallow);
  rig.git('-C', shallow, 'remote', 'remove', 'origin');

  const validated = await rig.runIn(shallow, ['validate']);
  expect([validated.code, validated.out]).toEqual([
    0,
    expect.stringMatching(/GIT022[\s\S]*not checked[\s\S]*fetch-depth: 0/),
  ]);
  const sync = await rig.runIn(shallow, ['sync', '--format', 'json']);
  const outcomes = outcomesIn(JSON.parse(sync.out) as JsonObject);
  expect(sync.code).toBe(1);
  expect(outcomes['contoso/watch']).toMatchObject({ status: 'failed', reason: 'pinned' });
  expect(outcomes['contoso/watch']?.hint).toContain('fetch-depth: 0');
  expect(outcomes['contoso/sweep']).toMatchObject({ status: 'synced' });
  expect(outcomes['fabrikam/watch']).toMatchObject({ status: 'synced' });
});

it('a hold and a detachment come before a pin, and a pin before --at', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  const second = publish(rig, 'watch', watch(2));
  publish(rig, 'watch', watch(3));
  await rig.run('sync');
  const pinned = { commit: first, reason: 'incident 4711' };
  const set = (options: JsonObject) => {
    const contoso = { ...WORLD.destinations.contoso, options };
    subscribe(rig, { ...WORLD, destinations: { ...WORLD.destinations, contoso } });
    rig.commit('options');
  };
  set({ pin: pinned, hold: { reason: 'audit' } });
  expect((await syncNow(rig)).outcomes['contoso/watch']).toMatchObject({ status: 'requires_sync', reason: 'held' });
  set({ pin: pinned, detached: { watch: { reason: 'theirs' } } });
  const detached = await syncNow(rig);
  expect(detached.outcomes['contoso/watch']).toMatchObject({ status: 'synced', reason: 'detached' });
  expect(await urlAt(rig, 'contoso')).toBe('https://feed.example/3');
  set({ pin: pinned });
  expect((await rig.run('sync', '--at', second)).code).toBe(0);
  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'fabrikam')]).toEqual([
    'https://feed.example/1',
    'https://feed.example/2',
  ]);
});

it('a story file that has moved, and a key that was renamed, are found where the commit has them', async () => {
  await using rig = await worldOf({ ...WORLD, origin: { tenant: 'contoso', team: 7 } });
  const first = rig.head();
  publish(rig, 'watch', watch(2));
  rig.git('mv', 'stories/watch.json', 'stories/watch-2.json');
  const manifest = rig.read('sync.yaml').replaceAll('"watch"', '"watch-2"');
  rig.write(
    'sync.yaml',
    manifest.replace('"fabrikam": {', `"fabrikam": { "pin": { "commit": "${first}", "reason": "x" },`),
  );
  rig.commit('renamed');
  const { outcomes } = await syncNow(rig);
  expect(outcomes['fabrikam/watch-2']).toMatchObject({ status: 'synced', reason: 'pinned', commit: first });
  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'fabrikam')]).toEqual([
    'https://feed.example/2',
    'https://feed.example/1',
  ]);
});

it('a pin changes nothing about what others get, whatever is pinned and whatever is merged meanwhile', async () => {
  await using rig = await worldOf(WORLD);
  const commits = [rig.head()];
  await rig.run('sync');
  for (const [version, story] of [
    [2, 'watch'],
    [3, 'sweep'],
    [4, 'watch'],
  ] as const) {
    commits.push(publish(rig, story, story === 'watch' ? watch(version) : sweep(version)));
    const stories = version % 2 === 0 ? { stories: ['watch'] } : {};
    pin(rig, 'contoso', { commit: commits[version - 2] ?? '', ...stories });
    const plan = await rig.runJson('plan');
    pin(rig, 'contoso', undefined);
    const without = await rig.runJson('plan');
    const others = ({ json }: { readonly json: JsonObject }) =>
      Object.entries(entriesIn(json)).filter(([pair]) => pair.startsWith('fabrikam/'));
    expect(others(plan)).toEqual(others(without));
    await rig.run('sync');
    expect(await urlAt(rig, 'fabrikam')).toBe(`https://feed.example/${version === 3 ? 2 : version}`);
  }
});
