import { describe, expect, it } from 'vitest';
import { NativeWorld } from '../support/native-world.ts';

const SYNCED = (name: string, reason = '') =>
  ['enrich', 'triage', 'report'].map((key) => `${name}/${key}: synced${reason}`);

describe('destinations that the vendor serves', () => {
  it('are made with their stories, carried, and silent from then on', async () => {
    await using world = await NativeWorld.start();
    const first = await world.statuses('sync');
    expect(first).toEqual({ code: 0, pairs: [...SYNCED('contoso', ' new'), ...SYNCED('fabrikam', ' new')] });
    expect(await world.takeWrites()).toEqual([
      'acme POST /admin/sync_destinations',
      'acme POST /admin/sync_destinations',
    ]);
    expect((await world.rig.tenant('contoso')).stories.map(({ name }) => name).sort()).toEqual([
      'Enrich',
      'Report',
      'Triage',
    ]);
    const again = await world.run('plan', '--expect-no-changes');
    expect(again.code).toBe(0);
    expect(await world.statuses('sync')).toEqual({ code: 0, pairs: [...SYNCED('contoso'), ...SYNCED('fabrikam')] });
    expect(await world.takeWrites()).toEqual([]);
    const told = await world.statuses('status');
    expect(told.pairs.toSorted()).toEqual([...SYNCED('contoso'), ...SYNCED('fabrikam')].toSorted());
  });
});
