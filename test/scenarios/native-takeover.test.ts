import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { NativeWorld } from '../support/native-world.ts';

const KEYS = ['enrich', 'report', 'triage'];
const all = (status: string) => KEYS.map((key) => `contoso/${key}: ${status}`);
const PUSH = '    engine: push\n';

async function signed(switches: JsonObject = {}): Promise<NativeWorld> {
  const world = await NativeWorld.start({
    tenants: ['contoso'],
    switches: { sync_duration: 'at_once', ...switches } as never,
  });
  world.rig.environment.STORYSYNC_STATE_KEY = 'k'.repeat(40);
  return world;
}

/** All that a customer could tell two moments apart by: ids, webhook addresses, record types. */
async function held(world: NativeWorld) {
  const { stories, record_types: types } = await world.rig.tenant('contoso');
  const paths = stories.flatMap(({ content }) =>
    content.agents.flatMap(({ options }) => ((options as JsonObject | undefined)?.path as string | undefined) ?? []),
  );
  return {
    stories: stories.map(({ id, name }) => `${id} ${name}`).sort(),
    paths: paths.sort(),
    types: types.map(({ name }) => name).sort(),
  };
}

describe('a destination that changes its engine', () => {
  it('goes from the vendor to the push and back: same stories, same addresses, no second copy', async () => {
    await using world = await signed({ sync_earlier_copy: 'taken_over' });
    await world.statuses('sync');
    const before = await held(world);
    const [object] = await world.vendor();
    await world.takeWrites();

    world.commit({ contoso: PUSH });
    expect(await world.statuses('sync')).toEqual({ code: 0, pairs: all('requires_sync awaiting_approval') });
    expect(await world.takeWrites()).toEqual([]);
    const pushed = await world.statuses('sync', '--takeover', 'contoso');
    expect(pushed.code).toBe(0);
    expect(pushed.pairs.every((line) => line.includes(': synced'))).toBe(true);
    expect((await world.takeWrites())[0]).toBe(`acme DELETE /admin/sync_destinations/${object?.id}`);
    expect(await world.vendor()).toEqual([]);
    expect(await held(world)).toEqual(before);
    expect((await world.statuses('sync')).pairs).toEqual(all('synced'));
    expect(await world.takeWrites()).toEqual([]);

    world.commit({});
    expect(await world.statuses('sync')).toEqual({ code: 1, pairs: all('failed not_ours') });
    expect(await world.takeWrites()).toEqual([]);
    const back = await world.statuses('sync', '--takeover', 'contoso');
    expect(back).toEqual({ code: 0, pairs: all('synced new') });
    expect(await held(world)).toEqual(before);
    expect(await world.vendor()).toHaveLength(1);
    await world.takeWrites();
    expect(await world.statuses('sync')).toEqual({ code: 0, pairs: all('synced') });
    expect(await world.takeWrites()).toEqual([]);
  });

  it('is refused before the first write where its copies cannot be told from stories of somebody else', async () => {
    await using world = await signed({ sync_copy_stamp: 'own' });
    await world.statuses('sync');
    const before = await held(world);
    world.commit({ contoso: PUSH });
    await world.takeWrites();
    expect(await world.statuses('sync', '--takeover', 'contoso')).toEqual({ code: 1, pairs: all('failed not_ours') });
    expect(await world.takeWrites()).toEqual([]);
    world.commit({ contoso: `${PUSH}    adopt: [triage, enrich, report]\n` });
    const adopted = await world.statuses('sync', '--takeover', 'contoso');
    expect(adopted.code).toBe(0);
    expect(await held(world)).toEqual(before);
    expect(await world.vendor()).toEqual([]);
  });

  it('is refused where the push brought its stories, and the vendor never carried them', async () => {
    await using world = await signed();
    world.commit({ contoso: PUSH });
    await world.statuses('sync');
    world.commit({});
    await world.takeWrites();
    for (const consent of [[], ['--takeover', 'contoso']]) {
      expect(await world.statuses('sync', ...consent)).toEqual({ code: 1, pairs: all('failed not_ours') });
    }
    expect(await world.takeWrites()).toEqual([]);
  });

  it('is found where its stories stand although no record tells: the team is read before anything is made there', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    world.commit({ contoso: PUSH });
    await world.statuses('sync', '--no-state');
    // Under other names too: then their stamp tells.
    for (const { id, name } of (await world.rig.tenant('contoso')).stories) {
      await world.rig.edit('contoso', id, { rename: `${name} of ours` });
    }
    world.commit({});
    await world.takeWrites();
    expect(await world.statuses('sync', '--no-state')).toEqual({ code: 1, pairs: all('failed not_ours') });
    expect(await world.takeWrites()).toEqual([]);
  });
});
