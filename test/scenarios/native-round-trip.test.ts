import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../src/emulator/faults/switches.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { NativeWorld } from '../support/native-world.ts';

const KEYS = ['enrich', 'report', 'triage'];
const all = (status: string) => KEYS.map((key) => `contoso/${key}: ${status}`);
const PUSH = '    engine: push\n';
const CONSENT = ['--takeover', 'contoso'];

/** Positions under which the first copy tells that the vendor does not go on with it, and those that end before it. */
const OTHERWISE = [
  'sync_earlier_copy beside',
  'sync_copy_ingress renewed',
  'sync_copy_stamp own',
  'sync_duration long',
];
const POSITIONS = Object.entries(SWITCHES)
  .filter(([name]) => name.startsWith('sync_'))
  .flatMap(([name, { positions }]) => positions.map((position) => [name, position as string] as const));
const KEPT = POSITIONS.filter((each) => !OTHERWISE.includes(each.join(' ')));

async function start(switches: JsonObject): Promise<NativeWorld> {
  const world = await NativeWorld.start({
    tenants: ['contoso'],
    switches: { sync_duration: 'short', sync_earlier_copy: 'taken_over', ...switches } as never,
  });
  world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
  return world;
}

/** All that a customer could tell two moments apart by: ids, webhook addresses, record types. */
async function held(world: NativeWorld) {
  const { stories, record_types: types } = await world.rig.tenant('contoso');
  return {
    stories: stories.map(({ id, name, content }) => {
      const addresses = content.agents.map(({ options }) => [
        (options as JsonObject | undefined)?.path,
        (options as JsonObject | undefined)?.secret,
      ]);
      return [id, name, addresses];
    }),
    types: types.map(({ name, fields }) => [name, fields]),
  };
}

async function sync(world: NativeWorld, ...argv: readonly string[]) {
  const { code, out, err } = await world.runWithTime('sync', '--format', 'json', ...argv);
  if (out === '') throw new Error(err);
  const json = JSON.parse(out) as { sync_destinations: readonly { subscriptions: readonly Told[] }[] };
  const told = json.sync_destinations.flatMap(({ subscriptions }) => subscriptions);
  return {
    code,
    pairs: told
      .map(({ story, status, reason }) => `contoso/${story.key}: ${status}${reason === null ? '' : ` ${reason}`}`)
      .toSorted(),
    warnings: told.flatMap(({ warnings = [] }) => warnings),
    words: [...new Set(told.map(({ error_message: message }) => message))],
    writes: await world.takeWrites(),
  };
}
type Told = {
  story: { key: string };
  status: string;
  reason: string | null;
  error_message: string | null;
  warnings?: string[];
};

/** The vendor brings the stories, and the push takes them over. */
async function takenBack(world: NativeWorld): Promise<void> {
  expect((await sync(world)).code).toBe(0);
  world.commit({ contoso: PUSH });
  const pushed = await sync(world, ...CONSENT);
  expect(pushed).toMatchObject({ code: 0, pairs: all('synced') });
  expect(pushed.writes).toEqual([expect.stringMatching(/^acme DELETE/)]);
  await world.rig.later();
}

describe('from the vendor to the push and back', () => {
  it.each(KEPT)('keeps ids, addresses and record types, and makes no second copy: %s %s', async (name, position) => {
    await using world = await start({ [name]: position });
    await sync(world);
    const before = await held(world);
    await takenBack(world);
    expect(await held(world)).toEqual(before);
    expect(await sync(world)).toMatchObject({ code: 0, pairs: all('synced'), writes: [] });
    world.commit({});
    expect(await sync(world)).toMatchObject({ code: 1, pairs: all('failed not_ours'), writes: [] });
    expect(await sync(world, ...CONSENT)).toMatchObject({ code: 0, pairs: all('synced new') });
    expect(await held(world)).toEqual(before);
    expect(await world.vendor()).toHaveLength(1);
    expect(await sync(world)).toMatchObject({ code: 0, pairs: all('synced'), writes: [] });
    expect((await world.run('plan', '--expect-no-changes')).code).toBe(0);
  });

  it.each([
    ['the vendor does not answer', { sync_copy_stamp: 'own' }],
    ['its first sync is not over', { sync_duration: 'long' }],
  ])('is refused before the first write where copies are not found: %s', async (_, switches) => {
    await using world = await start(switches);
    await sync(world);
    const before = await held(world);
    world.commit({ contoso: PUSH });
    expect(await sync(world, ...CONSENT)).toMatchObject({ code: 1, pairs: all('failed not_ours'), writes: [] });
    expect(await held(world)).toEqual(before);
  });

  it.each([
    [
      'a second copy',
      { sync_earlier_copy: 'beside' },
      { stories: 4, word: 'the vendor made a second copy of "enrich" (story 20004)' },
    ],
    [
      'other addresses',
      { sync_copy_ingress: 'renewed' },
      { stories: 3, word: 'the vendor changed the addresses of "enrich" (story 20002)' },
    ],
  ])('stops at one story where the vendor makes %s, says so, and is not offered again', async (_, switches, after) => {
    await using world = await start(switches);
    await takenBack(world);
    const before = await held(world);
    world.commit({});
    const stopped = await sync(world, ...CONSENT);
    expect(stopped).toMatchObject({ code: 1, pairs: all('failed not_ours') });
    expect(stopped.words).toEqual([
      expect.stringMatching(/^takeover stopped: .*; its sync destination is deleted again$/),
    ]);
    expect(stopped.words[0]).toContain(after.word);
    expect(stopped.writes).toEqual([expect.stringContaining('acme POST'), expect.stringContaining('acme DELETE')]);
    const { stories, types } = await held(world);
    expect(types).toEqual(before.types);
    expect(stories).toHaveLength(after.stories);
    // The others are as they were.
    const others = before.stories.filter(([id]) => id !== 20_002);
    expect(stories).toEqual(expect.arrayContaining(others));
    expect(await world.vendor()).toEqual([]);
    expect(await sync(world, ...CONSENT)).toMatchObject({ code: 1, pairs: all('failed not_ours'), writes: [] });
    if (after.stories === 4) await world.rig.edit('contoso', 20_004, { delete: true });
    world.commit({ contoso: PUSH });
    expect(await sync(world)).toMatchObject({ code: 0, pairs: all('synced'), writes: [] });
  });

  it('is undone where the first sync fails, and begun anew by the next run', async () => {
    await using world = await start({ sync_earlier_copy: 'beside', sync_name_taken: 'failed' });
    await takenBack(world);
    const before = await held(world);
    world.commit({});
    for (const _ of ['once', 'again']) {
      const stopped = await sync(world, ...CONSENT);
      expect(stopped).toMatchObject({
        code: 1,
        pairs: [
          'contoso/enrich: failed rejected',
          'contoso/report: requires_sync not_reached',
          'contoso/triage: requires_sync not_reached',
        ],
      });
      expect(await held(world)).toEqual(before);
      expect(await world.vendor()).toEqual([]);
    }
    await world.rig.control('PUT', 'switches', { switches: { sync_earlier_copy: 'taken_over' } });
    expect(await sync(world, ...CONSENT)).toMatchObject({ code: 0, pairs: all('synced new') });
    expect(await held(world)).toEqual(before);
  });

  it('is not begun where nobody can look at the team', async () => {
    await using world = await start({});
    await takenBack(world);
    world.commit({});
    world.rig.environment.CONTOSO_KEY = undefined;
    expect(await sync(world, ...CONSENT)).toMatchObject({ code: 1, writes: [] });
  });

  it('that died before the look is looked at by the next run, which writes nothing beside a second copy', async () => {
    await using world = await start({ sync_earlier_copy: 'beside', sync_duration: 'at_once' });
    await takenBack(world);
    world.commit({});
    await world.rig.fault({
      tenant: 'acme',
      method: 'POST',
      path: 'sync_destinations$',
      fault: { kind: 'commit_then_reset' },
    });
    await world.rig.fault({ tenant: 'acme', skip: 6, fault: { kind: 'down' } });
    await sync(world, ...CONSENT);
    await world.rig.control('DELETE', 'faults');
    expect(await world.vendor()).toHaveLength(1);
    for (const _ of ['once', 'again']) {
      const next = await sync(world);
      expect(next).toMatchObject({ code: 1, pairs: all('failed not_ours'), writes: [] });
      expect(next.words[0]).toContain('second copy of "enrich" (story 20004); no other story is carried');
    }
  });

  it.each(['short', 'long'])('says which copies the vendor disabled when it let them go: %s', async (sync_duration) => {
    await using world = await start({ sync_kept_copy: 'disabled' });
    await sync(world);
    // Disabled by the people there, which is nobody's to tell.
    await world.rig.edit('contoso', 20_003, { settings: { disabled: true } });
    await world.rig.control('PUT', 'switches', { switches: { sync_duration } });
    world.commit({ contoso: PUSH });
    const told = [await sync(world, ...CONSENT)];
    await world.rig.control('POST', 'clock', { advance_ms: 400_000 });
    told.push(await sync(world), await sync(world));
    const DISABLED = expect.stringContaining('disabled at the destination since the vendor let it go');
    const both = [DISABLED, DISABLED];
    expect(told.map(({ warnings }) => warnings)).toEqual([sync_duration === 'short' ? both : [], both, both]);
    expect(told.map(({ pairs }) => pairs)).toEqual([all('synced'), all('synced'), all('synced')]);
    for (const id of [20_001, 20_002]) await world.rig.edit('contoso', id, { settings: { disabled: false } });
    expect(await sync(world)).toMatchObject({ warnings: [], writes: [] });
    // From now on it is the decision of the people there.
    await world.rig.edit('contoso', 20_001, { settings: { disabled: true } });
    expect(await sync(world)).toMatchObject({ warnings: [], writes: [] });
    expect((await world.run('plan', '--expect-no-changes')).code).toBe(0);
  });

  it('waits for consent also where nothing proves what the vendor keeps, and no other destination is its own', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    await sync(world);
    world.commit({ contoso: PUSH });
    expect(await sync(world)).toMatchObject({ code: 0, pairs: all('requires_sync awaiting_approval'), writes: [] });
  });
});

describe('a takeover under a rollout', () => {
  const ROLLOUT = `rollout:
  rings:
    - { name: canary, match: { ring: canary } }
    - { name: broad, soak: 1h }
`;

  it('waits as a whole for what its stories wait for, and is not half done', async () => {
    await using world = await NativeWorld.start();
    world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
    await world.statuses('sync');
    world.commit({ contoso: '    labels: { ring: canary }\n', fabrikam: PUSH }, ROLLOUT);
    await world.statuses('sync');
    // Of the copies one is not as git has it: the push that takes over has something to do.
    const [copy] = (await world.rig.tenant('fabrikam')).stories;
    await world.rig.edit('fabrikam', copy?.id ?? 0, { rename: 'Edited' });
    await world.takeWrites();
    const consent = ['--takeover', 'fabrikam'];
    const run = async () => (await world.statuses('sync', ...consent)).pairs.filter((pair) => pair.startsWith('fab'));
    const synced = ['fabrikam/enrich: synced', 'fabrikam/report: synced'];
    expect(await run()).toEqual([...synced, 'fabrikam/triage: requires_sync awaiting_ring']);
    expect(await world.takeWrites()).toEqual([]);
    expect(await world.vendor()).toHaveLength(2);
    world.commit({ contoso: '    labels: { ring: canary }\n', fabrikam: PUSH }, ROLLOUT.replace(', soak: 1h', ''));
    expect(await run()).toEqual([...synced, expect.stringContaining('fabrikam/triage: synced')]);
    expect(await world.vendor()).toHaveLength(1);
  });
});
