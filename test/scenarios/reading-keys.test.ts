import { expect, it } from 'vitest';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { outcomesIn, told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { SMALL_CONFIG, smallWorld } from '../support/worlds.ts';

const TEAMS = { contoso: 42, fabrikam: 9 };

/** The same two tenants with a team key that reads and one that writes, as the workflows of examples/ hand them over. */
const TWO_SETS: EmulatorConfig = {
  tenants: Object.fromEntries(
    Object.entries(TEAMS).map(([tenant, team]) => [
      tenant,
      {
        ...SMALL_CONFIG.tenants[tenant],
        keys: (['viewer', 'editor'] as const).map((role) => ({ key: `${tenant}-${role}`, kind: 'team', team, role })),
      },
    ]),
  ),
};

function holdKeysOf(rig: Rig, role: 'viewer' | 'editor'): void {
  for (const tenant of Object.keys(TEAMS)) rig.environment[`${tenant.toUpperCase()}_KEY`] = `${tenant}-${role}`;
}

it.each(['not_found', 'forbidden'])(
  'a plan made with keys that only read is applied by keys that write (%s)',
  async (switched) => {
    await using rig = await smallWorld(TWO_SETS);
    await rig.switches({ missing_permission: switched });
    holdKeysOf(rig, 'editor');
    const byWriter = await rig.runJson('plan');
    holdKeysOf(rig, 'viewer');
    const byReader = await rig.runJson('plan', '--out', 'plan.json');
    expect(byReader.code).toBe(0);
    expect(byReader.json).toEqual(byWriter.json);

    holdKeysOf(rig, 'editor');
    const sync = await rig.runJson('sync', '--plan', 'plan.json');

    expect([...new Set(Object.values(told(sync.json)))]).toEqual(['synced created new']);
  },
);

it.each(['not_found', 'forbidden'])(
  'a sync with keys that only read changes nothing and says what the key lacks (%s)',
  async (switched) => {
    await using rig = await smallWorld(TWO_SETS);
    await rig.switches({ missing_permission: switched });
    holdKeysOf(rig, 'viewer');

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    for (const tenant of Object.keys(TEAMS)) {
      const { stories, record_types } = await rig.tenant(tenant);
      expect([stories, record_types]).toEqual([[], []]);
    }
    expect(outcomesIn(sync.json)['contoso/enrich']).toMatchObject({
      status: 'failed',
      reason: 'rejected',
      hint: expect.stringContaining('Editor'),
    });
  },
);
