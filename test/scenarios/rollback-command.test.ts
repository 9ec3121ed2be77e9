import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, recordAction, storyExport, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({ name: 'Sweep', actions: [fetchAction('Fetch', 'https://sweep.example/1')] });
const WORLD = {
  tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
  stories: { watch: WATCH, sweep: SWEEP },
  destinations: { contoso: { stories: ['watch', 'sweep'] }, fabrikam: { stories: ['watch'] } },
};
const CONTOSO = ['--destination', 'contoso'];
const WHY = ['--reason', 'incident 4711'];

function pinsIn(rig: Rig): readonly string[] {
  return [...rig.read('sync.yaml').matchAll(/pin"?: \{ commit: "?([0-9a-f]+)/g)].map(([, commit = '']) => commit);
}

describe('without --to it goes to the commit before the last sync there', () => {
  it('of all stories, and of one: the history of recorded state tells both, and no merge in between counts', async () => {
    await using rig = await worldOf(WORLD);
    const first = rig.head();
    await rig.run('sync');
    const second = publish(rig, 'sweep', withOption(SWEEP, 'Fetch', 'url', 'https://sweep.example/2'));
    await rig.run('sync');
    publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
    publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/3'));
    await rig.run('sync');
    const before = rig.read('sync.yaml');

    expect((await rig.run('rollback', ...CONTOSO, ...WHY)).code).toBe(0);
    expect(pinsIn(rig)).toEqual([second]);
    rig.write('sync.yaml', before);
    expect((await rig.run('rollback', ...CONTOSO, '--story', 'sweep', ...WHY)).code).toBe(0);
    expect(pinsIn(rig)).toEqual([first]);
    rig.write('sync.yaml', before);
    expect((await rig.run('rollback', '--destination', 'fabrikam', ...WHY)).code).toBe(0);
    expect(pinsIn(rig)).toEqual([first]);
  });

  it('without such a history it is the first parent of the last one; without any state it asks', async () => {
    await using rig = await worldOf(WORLD);
    const first = rig.head();
    publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
    const unsynced = await rig.run('rollback', ...CONTOSO, ...WHY);
    expect([unsynced.code, unsynced.out]).toEqual([1, expect.stringMatching(/RUN064[\s\S]*--to/)]);
    await rig.run('sync');
    expect((await rig.run('rollback', ...CONTOSO, ...WHY)).code).toBe(0);
    expect(pinsIn(rig)).toEqual([first]);
  });
});

it('--to takes a tag, and the manifest gets all digits of its commit', async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  rig.git('tag', '-a', 'v1', '-m', 'release');
  publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
  await rig.run('sync');
  expect((await rig.run('rollback', ...CONTOSO, ...WHY, '--to', 'v1')).code).toBe(0);
  expect(pinsIn(rig)).toEqual([first]);
});

it("'*' pins the fleet in one line, a destination's own pin wins, and unpin of the fleet leaves that", async () => {
  await using rig = await worldOf(WORLD);
  const first = rig.head();
  const second = publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
  await rig.run('sync');
  const before = rig.read('sync.yaml');
  expect((await rig.run('rollback', '--destination', '*', ...WHY, '--to', first)).code).toBe(0);
  expect((await rig.run('rollback', ...CONTOSO, ...WHY, '--to', second)).code).toBe(0);
  rig.commit('pin');
  const { outcomes } = await syncNow(rig);
  expect(outcomes['contoso/watch']).toMatchObject({ reason: 'pinned', did: 'unchanged' });
  expect(outcomes['fabrikam/watch']).toMatchObject({ reason: 'pinned', did: 'updated' });
  const freed = await rig.run('unpin', '--destination', '*');
  expect(freed.out).toContain('contoso: still pinned, by a pin of its own');
  expect((await rig.run('unpin', ...CONTOSO)).code).toBe(0);
  expect(rig.read('sync.yaml')).toBe(before);
});

describe('what is refused leaves the manifest alone', () => {
  let rig: Rig;
  let head = '';
  beforeAll(async () => {
    rig = await worldOf(WORLD);
    head = rig.head();
    publish(rig, 'watch', withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2'));
    await rig.run('sync');
    const contoso = {
      ...WORLD.destinations.contoso,
      options: { pin: { commit: head, reason: 'x', stories: ['watch'] } },
    };
    subscribe(rig, { ...WORLD, destinations: { ...WORLD.destinations, contoso } });
    rig.commit('pin');
  });
  afterAll(() => rig[Symbol.asyncDispose]());

  const FABRIKAM = ['--destination', 'fabrikam'];
  it.each<readonly [title: string, argv: readonly string[], code: number, told: string]>([
    ['no reason', ['rollback', ...FABRIKAM], 2, '--reason'],
    ['an empty reason', ['rollback', ...FABRIKAM, '--reason', ' '], 2, '--reason is empty'],
    ['a day that is over', ['rollback', ...FABRIKAM, ...WHY, '--until', '2020-01-01'], 2, 'is in the past'],
    ['no destination', ['rollback', ...WHY], 2, '--destination'],
    ['an unknown destination', ['rollback', '--destination', 'fabrikan', ...WHY], 2, 'did you mean "fabrikam"?'],
    ['an unknown story', ['rollback', ...FABRIKAM, '--story', 'wach', ...WHY], 2, 'watch'],
    ['a story that it does not take', ['rollback', ...FABRIKAM, '--story', 'sweep', ...WHY], 2, 'does not subscribe'],
    [
      'an unknown commit',
      ['rollback', ...FABRIKAM, ...WHY, '--to', 'v9'],
      2,
      '--to "v9" is not a branch, tag or commit',
    ],
    ['a second rollback', ['rollback', ...CONTOSO, ...WHY], 1, 'RUN063'],
    [
      'other stories to another commit',
      ['rollback', ...CONTOSO, '--story', 'sweep', ...WHY, '--to', 'HEAD'],
      1,
      'RUN063',
    ],
    ['the fleet without --to', ['rollback', '--destination', '*', ...WHY], 1, 'RUN064'],
    ['unpin of what is not pinned', ['unpin', ...FABRIKAM], 1, 'RUN061'],
    ['unpin of a story that is not pinned', ['unpin', ...CONTOSO, '--story', 'sweep'], 1, 'RUN061'],
  ])('%s', async (_title, argv, code, told) => {
    const before = rig.read('sync.yaml');
    const run = await rig.run(...argv);
    expect([run.code, `${run.out}${run.err}`]).toEqual([code, expect.stringContaining(told)]);
    expect(rig.read('sync.yaml')).toBe(before);
  });

  it('a commit that nobody merged', async () => {
    const before = rig.read('sync.yaml');
    const side = rig.git('commit-tree', `${head}^{tree}`, '-m', 'never merged').trim();
    const run = await rig.run('rollback', ...FABRIKAM, ...WHY, '--to', side);
    expect([run.code, run.err]).toEqual([1, expect.stringMatching(/RUN065[\s\S]*not part of the default branch/)]);
    expect(rig.read('sync.yaml')).toBe(before);
  });

  it('a destination that cannot be read, unless one goes ahead --offline', async () => {
    const before = rig.read('sync.yaml');
    const { FABRIKAM_KEY: key } = rig.environment;
    rig.environment.FABRIKAM_KEY = undefined;
    const run = await rig.run('rollback', ...FABRIKAM, ...WHY, '--to', head);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('RUN016')]);
    expect(rig.read('sync.yaml')).toBe(before);
    expect((await rig.run('rollback', ...FABRIKAM, ...WHY, '--to', head, '--offline')).code).toBe(0);
    rig.write('sync.yaml', before);
    rig.environment.FABRIKAM_KEY = key;
  });
});

it('two stories that define one record type in two ways live side by side, and a second run is silent', async () => {
  const keep = (name: string, ...fields: readonly (readonly [string, string])[]) =>
    storyExport({ name, actions: [recordAction('Keep', 'Alert', [['title', 'TEXT'], ...fields])] });
  await using rig = await worldOf({
    stories: { watch: keep('Watch', ['score', 'TEXT']), sweep: keep('Sweep', ['score', 'TEXT']) },
  });
  const first = rig.head();
  await rig.run('sync');
  rig.write('stories/watch.json', keep('Watch', ['score', 'NUMBER']));
  publish(rig, 'sweep', keep('Sweep', ['score', 'NUMBER']));
  await rig.run('sync');
  expect((await rig.run('rollback', ...CONTOSO, '--story', 'watch', ...WHY, '--to', first)).code).toBe(0);
  rig.commit('roll back');
  expect((await syncNow(rig)).told).toEqual({ 'contoso/sweep': 'synced unchanged', 'contoso/watch': 'synced updated' });
  const types = async () => (await rig.tenant('contoso')).record_types.map(({ name }) => name).toSorted();
  expect(await types()).toEqual(['Alert', 'Alert (1)']);
  await rig.takeWrites();
  await syncNow(rig);
  expect(await rig.takeWrites()).toEqual([]);

  // What comes next is added to the type that the other story uses.
  const more = [
    ['score', 'NUMBER'],
    ['more', 'TEXT'],
  ] as const;
  rig.write('stories/watch.json', keep('Watch', ...more));
  publish(rig, 'sweep', keep('Sweep', ...more));
  expect((await syncNow(rig)).told).toMatchObject({
    'contoso/sweep': 'synced updated',
    'contoso/watch': 'synced unchanged',
  });
  expect(await types()).toEqual(['Alert', 'Alert (1)']);
});
