import { beforeAll, describe, expect, it } from 'vitest';
import { SWITCHES } from '../../src/emulator/faults/switches.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { NativeWorld } from '../support/native-world.ts';
import { giveStateKey } from '../support/state-branch.ts';

const KEYS = ['enrich', 'report', 'triage'];
const all = (status: string) => KEYS.map((key) => `contoso/${key}: ${status}`);

/** What the vendor does not document of its syncing; the first positions are the usual ones. */
const POSITIONS = Object.entries(SWITCHES)
  .filter(([name]) => name.startsWith('sync_') && name !== 'sync_duration')
  .flatMap(([name, { positions }]) =>
    positions.slice(1).map((position): readonly [string, string] => [name, position]),
  );
const HALF = Math.ceil(POSITIONS.length / 2);
/** Two positions to a world, of two switches that stand far apart: each is met, in half the time. */
const PAIRS = POSITIONS.slice(0, HALF).map((one, at) => [one, ...POSITIONS.slice(HALF + at, HALF + at + 1)]);

/** A first sync, a story more, a change that is published and exported, and a flag that comes and goes. */
async function life(world: NativeWorld): Promise<readonly unknown[]> {
  // Where the flag is not shown, signed state alone says that it is set; without it each run sets it, and says so.
  giveStateKey(world.rig);
  const run = async (): Promise<unknown> => {
    const { code, out, err } = await world.runWithTime('sync', '--format', 'json');
    if (out === '') throw new Error(err);
    const silent = await world.runWithTime('plan', '--expect-no-changes');
    return [code, pairs(out), silent.code];
  };
  const told: unknown[] = [];
  world.commit({}, '', 'triage, enrich');
  told.push(await run());
  world.commit({});
  told.push(await run());
  await world.release(303, 'second');
  await world.rig.later();
  told.push(await run());
  world.commit({ contoso: '    hold: { reason: audit }\n' });
  told.push(await run());
  // What an update of the flag begins, where it does, is over before the next publish.
  await world.rig.later();
  await world.release(303, 'third');
  await world.rig.later();
  told.push(await run());
  world.commit({});
  const released = (await run()) as readonly unknown[];
  // Whether the story was carried by the save or by the trigger makes no difference to where it ends.
  told.push([
    released[0],
    (released[1] as readonly string[]).map((line) => line.replace(/ content_changed$/, '')),
    released[2],
  ]);
  const { stories } = await world.rig.tenant('contoso');
  told.push(stories.map(({ name, content }) => `${name}: ${(content.description as string | undefined) ?? ''}`).sort());
  return told;
}

function pairs(out: string): readonly string[] {
  const { sync_destinations: all } = JSON.parse(out) as { sync_destinations: readonly JsonObject[] };
  return all.flatMap(({ subscriptions }) =>
    (subscriptions as unknown as readonly { story: { key: string }; status: string; reason: string | null }[]).map(
      ({ story, status, reason }) => [story.key, status, ...(reason === null ? [] : [reason])].join(' '),
    ),
  );
}

let usual: Awaited<ReturnType<typeof life>> = [];
beforeAll(async () => {
  await using world = await NativeWorld.start({ tenants: ['contoso'], switches: {} });
  usual = await life(world);
});

describe('what the vendor does not document', () => {
  it('lets a story be carried, changed, held and carried again', async () => {
    const synced = (...reasons: readonly string[]) =>
      ['enrich', 'triage', 'report'].map((key, at) => `${key} synced${reasons[at] ?? ''}`);
    expect(usual).toEqual([
      [0, ['enrich synced new', 'triage synced new'], 0],
      [0, synced('', '', ' new'), 0],
      [0, synced(), 0],
      [0, synced(), 0],
      [0, synced('', '', '').map((line) => (line.startsWith('report') ? 'report requires_sync held' : line)), 0],
      [0, synced(), 0],
      ['Enrich: ', 'Report: third', 'Triage: '],
    ]);
  });

  it.each(PAIRS.map((pair) => ({ pair, name: pair.map((each) => each.join(' ')).join(', ') })))(
    'changes no outcome: $name',
    async ({ pair }) => {
      await using world = await NativeWorld.start({ tenants: ['contoso'], switches: Object.fromEntries(pair) });
      expect(await life(world)).toEqual(usual);
    },
  );

  it('changes no outcome where a sync is done before its answer', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    expect(await life(world)).toEqual(usual);
  });

  it('is waited for as long as the run may, and then not reached', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'], switches: { sync_duration: 'long' } });
    const run = await world.statuses('sync', '--poll-timeout', '5');
    expect(run).toEqual({ code: 1, pairs: all('requires_sync not_reached') });
    await world.rig.control('POST', 'clock', { advance_ms: 400_000 });
    expect(await world.statuses('sync')).toEqual({ code: 0, pairs: all('synced') });
    expect(await world.vendor()).toHaveLength(1);
  });
});

/** Requests of a sync whose answer may be lost, by what is asked of it. */
const WRITES = [
  { what: 'a create', method: 'POST', path: 'sync_destinations$' },
  { what: 'an update', method: 'PUT', path: 'sync_destinations/[0-9]+$' },
  { what: 'the start of a sync', method: 'POST', path: '/sync$' },
  { what: 'a delete', method: 'DELETE', path: 'sync_destinations/[0-9]+$' },
];
const FAULTS = ['commit_then_reset', 'reset', 'carried_out_twice', 'commit_then_html'];

describe('a lost answer', () => {
  for (const { what, method, path } of WRITES) {
    it.each(FAULTS)(`to ${what} makes no second object and loses no story: %s`, async (kind) => {
      await using world = await NativeWorld.start({
        tenants: ['contoso'],
        switches: { sync_duration: 'at_once', sync_twin: 'allowed' },
      });
      world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
      const meet = async (...argv: readonly string[]) => {
        await world.rig.fault({ tenant: 'acme', method, path, fault: { kind } });
        return world.statuses('sync', ...argv);
      };
      world.commit({ contoso: '    manual_sync_only: true\n' }, '', 'triage, enrich');
      const named = ['--destination', 'contoso'];
      await meet(...named);
      world.commit({ contoso: '    manual_sync_only: true\n' });
      await meet(...named);
      await world.rig.control('DELETE', 'faults');
      world.commit({ contoso: '    manual_sync_only: true\n    destination_team_id: 43\n' });
      await meet(...named, '--replace', 'contoso');
      await world.rig.control('DELETE', 'faults');
      const last = await world.statuses('sync', ...named, '--replace', 'contoso');
      expect(last.code).toBe(0);
      const vendor = await world.vendor();
      expect(vendor.map(({ destination_team_id: team }) => team)).toEqual([43]);
      expect(vendor[0]?.subscriptions.map(({ story_id: id, status }) => [id, status]).sort()).toEqual([
        [301, 'synced'],
        [302, 'synced'],
        [303, 'synced'],
      ]);
      await world.takeWrites();
      expect(await world.statuses('sync', ...named)).toEqual({ code: 0, pairs: all('synced') });
      expect(await world.takeWrites()).toEqual([]);
    });
  }
});

describe('a run that dies', () => {
  it.each(Array.from({ length: 14 }, (_, at) => at))(
    'after %d requests to the origin, with nothing recorded, leaves nothing double and nothing lost',
    async (skip) => {
      await using world = await NativeWorld.start({ tenants: ['contoso'] });
      world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
      const dies = async (...argv: readonly string[]) => {
        const state = stateOf(world);
        await world.rig.fault({ tenant: 'acme', skip, fault: { kind: 'down' } });
        await world.statuses('sync', ...argv);
        await world.rig.control('DELETE', 'faults');
        forget(world, state);
      };
      world.commit({}, '', 'triage, enrich');
      await dies();
      world.commit({ contoso: '    hold: { reason: audit }\n' });
      await dies();
      world.commit({});
      await world.statuses('sync');
      await world.release(303, 'second');
      await dies();
      world.commit({ contoso: '    destination_team_id: 43\n' });
      await dies('--replace', 'contoso');
      const { code } = await world.statuses('sync', '--replace', 'contoso');
      expect(code).toBe(0);
      const vendor = await world.vendor();
      const ids = vendor
        .filter(({ destination_team_id: team }) => team === 43)
        .map(({ subscriptions }) => subscriptions);
      expect(ids.map((all) => all.map(({ story_id: id, status }) => `${id} ${status}`).sort())).toEqual([
        ['301 synced', '302 synced', '303 synced'],
      ]);
      expect(vendor).toHaveLength(1);
      await world.takeWrites();
      expect(await world.statuses('sync')).toEqual({ code: 0, pairs: all('synced') });
      expect(await world.takeWrites()).toEqual([]);
    },
  );
});

describe('a manual flag that is not shown', () => {
  it.each([true, false])('is set once with a state key, and else by each run, which says why: %s', async (isSigned) => {
    await using world = await NativeWorld.start({ tenants: ['contoso'], switches: { sync_flag_shown: 'absent' } });
    if (isSigned) giveStateKey(world.rig);
    await world.statuses('sync');
    world.commit({ contoso: '    hold: { reason: audit }\n' });
    await world.statuses('sync');
    await world.takeWrites();
    const plan = await world.run('plan', '--expect-no-changes');
    const said = plan.out.replaceAll(/\s+/g, ' ').includes('without a state key each run sets it again');
    expect({ code: plan.code, said }).toEqual({ code: isSigned ? 0 : 1, said: !isSigned });
    await world.statuses('sync');
    expect(await world.takeWrites()).toHaveLength(isSigned ? 0 : 1);
  });
});

describe('a write that the origin refuses', () => {
  const REFUSED = { kind: 'error', status: 422 };
  it.each([
    ['the delete of a takeover', '    engine: push\n', 'DELETE', ['--takeover', 'contoso']],
    ['the flag of a hold', '    hold: { reason: audit }\n', 'PUT', []],
    ['a key of a higher number', '    destination_tenant_api_key_version: 2\n', 'PUT', []],
    ['a list with a story less', '    stories: [triage, enrich]\n', 'PUT', []],
  ])('is told of every pair, also where none is due: %s', async (_, more, method, consent) => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    giveStateKey(world.rig);
    await world.statuses('sync');
    world.commit({ contoso: more });
    await world.rig.fault({ tenant: 'acme', method, path: 'sync_destinations/[0-9]+$', times: 9, fault: REFUSED });
    const run = await world.statuses('sync', ...consent);
    expect(run.code).toBe(1);
    expect(run.pairs.filter((line) => !line.endsWith(': failed rejected'))).toEqual([]);
    await world.rig.control('DELETE', 'faults');
    expect((await world.statuses('sync', ...consent)).code).toBe(0);
    await world.takeWrites();
    expect((await world.statuses('sync')).code).toBe(0);
    expect(await world.takeWrites()).toEqual([]);
  });
});

const STATE = 'refs/heads/storysync/state';

function stateOf({ rig }: NativeWorld): string | undefined {
  const refs = rig.git('for-each-ref', '--format=%(objectname)', STATE).trim();
  return refs === '' ? undefined : refs;
}

function forget({ rig }: NativeWorld, state: string | undefined): void {
  if (state === undefined) {
    if (stateOf({ rig } as NativeWorld) !== undefined) rig.git('update-ref', '-d', STATE);
  } else rig.git('update-ref', STATE, state);
}
