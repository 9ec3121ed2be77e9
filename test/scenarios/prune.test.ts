import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { leftBehindIn, told } from '../support/documents.ts';
import type { Rig, Run } from '../support/rig.ts';
import { stateOf } from '../support/state-branch.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { type DestinationSpec, publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({
  name: 'Sweep',
  actions: [
    webhook('In'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
    fetchAction('Fetch', 'https://s.example'),
  ],
});
const HUNT = storyExport({ name: 'Hunt', actions: [fetchAction('Fetch', 'https://hunt.example')] });
const OWN = storyExport({ name: 'Own', actions: [fetchAction('Fetch', 'https://own.example')] });
const STORIES = { watch: WATCH, sweep: SWEEP, hunt: HUNT };
const TENANTS = { contoso: tenantWith({ stories: [{ content: OWN }] }) };

type Told = {
  readonly destination: string;
  readonly key: string;
  readonly consented: boolean;
  readonly deleted: boolean;
  readonly message: string;
  readonly kept_as: string | null;
};

type Destinations = { readonly [name: string]: DestinationSpec };

/** Everything pushed everywhere, then the manifest asks for less. */
async function leftovers(
  destinations: Destinations,
  { stories = STORIES, tenants = TENANTS, more = {} }: { stories?: JsonObject; tenants?: object; more?: object } = {},
): Promise<Rig> {
  const before = Object.fromEntries(
    Object.entries(destinations).map(([name, spec]) => [name, { ...spec, stories: Object.keys(stories) }]),
  );
  const all = stories as { readonly [key: string]: JsonObject };
  const rig = await worldOf({ stories: all, tenants: tenants as typeof TENANTS, destinations: before, ...more });
  expect((await rig.run('sync', '--manual')).code).toBe(0);
  subscribe(rig, { stories: all, destinations });
  rig.commit('unsubscribe');
  await rig.takeWrites();
  return rig;
}

async function prune(
  rig: Rig,
  count: number,
  ...argv: readonly string[]
): Promise<Run & { readonly json: JsonObject; readonly pruned: readonly Told[] }> {
  const run = await rig.runJson('sync', '--prune', String(count), ...argv);
  return { ...run, pruned: run.json.pruned as unknown as readonly Told[] };
}

const fates = (pruned: readonly Told[]): { readonly [pair: string]: string } =>
  Object.fromEntries(
    pruned.map(({ destination, key, deleted, message }) => [`${destination}/${key}`, deleted ? 'deleted' : message]),
  );

async function names(rig: Rig, tenant = 'contoso'): Promise<readonly string[]> {
  return (await rig.tenant(tenant)).stories.map(({ name }) => name).toSorted();
}

async function idOf(rig: Rig, name: string): Promise<number> {
  return (await rig.story('contoso', name)).id;
}

const KEEP_WATCH = { contoso: { stories: ['watch'] } };

describe('sync --prune', () => {
  it('deletes exactly what the plan lists, under the right number alone, and keeps copies that work', async () => {
    await using rig = await leftovers(KEEP_WATCH);
    const sweep = await idOf(rig, 'Sweep');

    const plan = await rig.run('plan');
    expect(plan.out).toContain(
      'Left behind: 2 stories, 2 may be deleted.\nTo delete: "storysync sync --prune 2". Without',
    );
    expect((await rig.run('sync')).code).toBe(0);
    for (const [argv, said] of [
      [['--prune'], '--prune needs a number, and 2 left behind may be deleted'],
      [['--prune', '1'], '--prune 1 was given, and 2 left behind may be deleted'],
      [['--prune', '3'], `contoso/sweep "Sweep" (story ${sweep})`],
    ] as const) {
      const refused = await rig.run('sync', ...argv);
      expect([refused.code, refused.out]).toEqual([2, '']);
      expect(refused.err).toContain(said);
      expect(refused.err).toContain('run the same command with --prune 2');
    }
    expect(await rig.takeWrites()).toEqual([]);

    const sync = await prune(rig, 2);
    expect(sync.code).toBe(0);
    expect(told(sync.json)).toEqual({ 'contoso/watch': 'synced unchanged -' });
    expect(fates(sync.pruned)).toEqual({ 'contoso/hunt': 'deleted', 'contoso/sweep': 'deleted' });
    expect((await rig.takeWrites()).map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
    expect(await names(rig)).toEqual(['Own', 'Watch']);
    expect((await rig.tenant('contoso')).record_types.map(({ name }) => name)).toEqual(['Alert']);
    expect(Object.keys(stateOf(rig, 'contoso').stories)).toEqual(['watch']);
    expect(rig.git('log', '--format=%s', 'storysync/state').split('\n')).toContain(
      `contoso: a copy of sweep (story ${sweep}) before it is deleted there`,
    );

    expect(leftBehindIn((await rig.runJson('plan')).json)).toEqual([]);
    expect((await rig.run('sync')).code).toBe(0);
    expect(await rig.takeWrites()).toEqual([]);
    const again = await rig.run('sync', '--prune', '2');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('nothing left behind may be deleted')]);

    const copy = sync.pruned.find(({ key }) => key === 'sweep')?.kept_as ?? '';
    expect(copy).toBe(`storysync/state:pruned/contoso/sweep-${sweep}.json`);
    rig.write('stories/sweep.json', rig.git('show', copy));
    subscribe(rig, { stories: STORIES, destinations: { contoso: { stories: ['watch', 'sweep'] } } });
    rig.commit('bring it back');
    expect(told((await rig.runJson('sync')).json)).toMatchObject({ 'contoso/sweep': 'synced created new' });
    expect((await rig.story('contoso', 'Sweep')).content.agents.map(({ name }) => name)).toEqual([
      'In',
      'Keep',
      'Fetch',
    ]);
  });

  it('leaves what the destination keeps: detached, under change control, locked, replaced; and counts the rest', async () => {
    const stories = Object.fromEntries(
      ['watch', 'tagged', 'guarded', 'locked', 'replaced', 'edited', 'called'].map((key) => [
        key,
        storyExport({ name: key, actions: [webhook('In'), fetchAction('Fetch', `https://${key}.example`)] }),
      ]),
    );
    const caller = storyExport({ name: 'caller', actions: [callStory('Call', 'called')] });
    await using rig = await leftovers(
      { contoso: { stories: ['watch', 'caller'] } },
      { stories: { ...stories, caller } },
    );
    const foreign = `cloud:${'1'.repeat(32)}:${'2'.repeat(32)}`;
    await rig.edit('contoso', await idOf(rig, 'tagged'), { add_tags: ['detached-from-sync'] });
    await rig.edit('contoso', await idOf(rig, 'guarded'), { change_control: true });
    await rig.edit('contoso', await idOf(rig, 'locked'), { settings: { locked: true } });
    await rig.edit('contoso', await idOf(rig, 'replaced'), {
      set: { path: ['origin_story_identifier'], value: foreign },
    });
    await rig.edit('contoso', await idOf(rig, 'edited'), {
      set: { path: ['agents', 'Fetch', 'options', 'url'], value: 'https://their.example' },
    });

    const refused = await rig.run('sync', '--prune', '6');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('1 left behind may be deleted: contoso/edited');
    expect(refused.err).toContain('5 stay in any case');

    const sync = await prune(rig, 1);
    expect(sync.code).toBe(0);
    const messages = fates(sync.pruned);
    expect(messages).toMatchObject({
      'contoso/edited': 'deleted',
      'contoso/tagged': 'it is tagged "detached-from-sync" there',
      'contoso/locked': 'it is locked there',
      'contoso/called': '"caller" stays there and calls it',
    });
    expect(messages['contoso/guarded']).toContain('never bypasses approval');
    expect(messages['contoso/replaced']).toContain('no longer carries our stamp');
    expect(await names(rig)).toEqual(['Own', 'called', 'caller', 'guarded', 'locked', 'replaced', 'tagged', 'watch']);
    const edited = sync.pruned.find(({ key }) => key === 'edited');
    expect(edited?.message).toContain('edited there since our last push (agents[Fetch]); the copy keeps the edit');
    expect(rig.git('show', edited?.kept_as ?? '')).toContain('https://their.example');
  });

  it('deletes a callee in the very run that takes the call out of its caller', async () => {
    const caller = storyExport({ name: 'Caller', actions: [callStory('Call', 'hunt')] });
    await using rig = await leftovers({ contoso: { stories: ['caller'] } }, { stories: { hunt: HUNT, caller } });
    expect((await rig.run('sync', '--prune', '1')).err).toContain('"Caller" stays there and calls it');
    publish(rig, 'caller', storyExport({ name: 'Caller', actions: [fetchAction('Fetch', 'https://c.example')] }));
    expect((await rig.run('sync', '--prune', '1', '--story', 'hunt')).err).toContain('"Caller" stays there');

    const sync = await prune(rig, 1);

    expect(sync.code).toBe(0);
    expect((await rig.takeWrites()).map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(await names(rig)).toEqual(['Caller', 'Own']);
  });

  it('deletes nothing where a push failed, something elsewhere, and exits 1', async () => {
    const tenants = { contoso: tenantWith(), fabrikam: tenantWith() };
    const destinations = { contoso: { stories: ['watch'] }, fabrikam: { stories: ['watch'] } };
    await using rig = await leftovers(destinations, { stories: { watch: WATCH, hunt: HUNT }, tenants });
    publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
    const refusal = { kind: 'error', status: 422, text: "Data can't be blank" };
    await rig.fault({ tenant: 'contoso', method: 'POST', path: '/stories/import$', always: true, fault: refusal });

    const sync = await prune(rig, 2);

    expect(sync.code).toBe(1);
    expect(fates(sync.pruned)).toEqual({
      'contoso/hunt': 'not deleted: the push of "watch" to this destination did not go through',
      'fabrikam/hunt': 'deleted',
    });
    expect([await names(rig), await names(rig, 'fabrikam')]).toEqual([['Hunt', 'Watch'], ['Watch']]);
    expect(leftBehindIn((await rig.runJson('plan')).json)).toEqual(['contoso/hunt']);
  });

  it('never takes a listing that is cut short for the truth: nothing goes there, and the run says so', async () => {
    const tenants = { contoso: tenantWith(), fabrikam: tenantWith() };
    const destinations = { contoso: { stories: [] }, fabrikam: { stories: [] } };
    await using rig = await leftovers(destinations, { stories: { hunt: HUNT }, tenants });
    await rig.fault({ tenant: 'contoso', path: '^/stories$', always: true, fault: { kind: 'short_count' } });

    const refused = await rig.run('sync', '--prune', '2');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('not read, so nothing is deleted there: contoso');

    const sync = await prune(rig, 1);
    expect(fates(sync.pruned)).toEqual({ 'fabrikam/hunt': 'deleted' });
    expect(sync.err).toContain('RUN028');
    expect([await names(rig), await names(rig, 'fabrikam')]).toEqual([['Hunt'], []]);
    // The last story is gone: so is the memory of it.
    expect(stateOf(rig, 'fabrikam').stories).toEqual({});
  });

  it.each([
    ['was carried out', 'commit_then_reset', 1],
    ['never arrived', 'reset', 1],
    ['never arrived, again and again', 'reset', 3],
  ])('tells rightly what became of a delete that %s without an answer', async (_, kind, times) => {
    await using rig = await leftovers({ contoso: { stories: ['watch', 'sweep'] } });
    await rig.fault({ method: 'DELETE', path: '^/stories/[0-9]+$', times, fault: { kind } });

    const sync = await prune(rig, 1);

    const deleted = times === 1;
    expect([sync.code, sync.pruned.map((each) => each.deleted)]).toEqual([deleted ? 0 : 1, [deleted]]);
    expect((await names(rig)).includes('Hunt')).toBe(!deleted);
    if (deleted) return;
    expect(sync.pruned[0]?.message).toContain('the delete did not arrive');
    expect(fates((await prune(rig, 1)).pruned)).toEqual({ 'contoso/hunt': 'deleted' });
  });

  it('has its count in the selection: destinations, labels, and keys that nobody subscribes to any more', async () => {
    const tenants = { contoso: tenantWith(), fabrikam: tenantWith() };
    const destinations = { contoso: { stories: [] }, fabrikam: { stories: [], options: { manual_sync_only: true } } };
    await using rig = await leftovers(destinations, { stories: { watch: WATCH, hunt: HUNT }, tenants });

    const unknown = await rig.run('sync', '--prune', '1', '--story', 'hunted');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('--story hunted matches nothing')]);
    const both = await rig.run('sync', '--prune', '4');
    expect(both.err).toContain('2 left behind may be deleted');
    expect(both.err).toContain('manual sync only');

    expect(fates((await prune(rig, 1, '--story', 'hunt', '--destination', 'contoso')).pruned)).toEqual({
      'contoso/hunt': 'deleted',
    });
    expect(fates((await prune(rig, 2, '--destination', 'fabrikam')).pruned)).toEqual({
      'fabrikam/hunt': 'deleted',
      'fabrikam/watch': 'deleted',
    });
    expect([await names(rig), await names(rig, 'fabrikam')]).toEqual([['Watch'], []]);
  });

  it('of a saved plan deletes what was reviewed, and nothing once that is another story', async () => {
    await using rig = await leftovers(KEEP_WATCH);
    await rig.run('plan', '--out', 'plan.json');
    await rig.edit('contoso', await idOf(rig, 'Hunt'), { rename: 'Hunt of ours' });

    const moved = await rig.run('sync', '--plan', 'plan.json', '--prune', '2');
    expect([moved.code, moved.out]).toEqual([2, '']);
    expect(moved.err).toContain('RUN027');
    expect(await rig.takeWrites()).toEqual([]);

    await rig.run('plan', '--out', 'plan.json');
    const sync = await prune(rig, 2, '--plan', 'plan.json');
    expect([sync.code, Object.values(fates(sync.pruned))]).toEqual([0, ['deleted', 'deleted']]);
    expect(await names(rig)).toEqual(['Own', 'Watch']);
  });

  it('keeps no copy with a credential in it, so the story stays; the value is told nowhere', async () => {
    await using rig = await leftovers({ contoso: { stories: ['watch', 'sweep'] } });
    const secret = ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');
    await rig.edit('contoso', await idOf(rig, 'Hunt'), {
      set: { path: ['agents', 'Fetch', 'options', 'headers'], value: { 'X-Slack': secret } },
    });

    const sync = await prune(rig, 1);

    expect(sync.code).toBe(1);
    expect(sync.pruned[0]?.message).toContain('agents[Fetch].options.headers.X-Slack (a Slack token)');
    expect(sync.out + sync.err).not.toContain(secret);
    expect(rig.git('ls-tree', '-r', '--name-only', 'storysync/state')).not.toContain('pruned');
    expect(await names(rig)).toContain('Hunt');
  });

  it('is refused where no copy could be kept, before anything is asked or written', async () => {
    await using rig = await leftovers(KEEP_WATCH);
    await rig.control('DELETE', 'log');
    const stateless = await rig.run('sync', '--prune', '2', '--no-state');
    rmSync(join(rig.dir, '.git'), { recursive: true });
    const bare = await rig.run('sync', '--prune', '2');
    for (const run of [stateless, bare]) {
      expect([run.code, run.out]).toEqual([2, '']);
      expect(run.err).toContain('RUN026');
    }
    for (const count of ['0', '-1', '1.5', 'all']) expect((await rig.run('sync', `--prune=${count}`)).code).toBe(2);
    expect(await rig.log()).toEqual([]);
  });
});
