import { expect, it } from 'vitest';
import { type EmulatorConfig, SWITCHES } from '../../src/emulator/control/config.ts';
import type { SwitchName } from '../../src/emulator/faults/switches.ts';
import { type Client, type Rig, rig } from './emulator-rig.ts';

export type Probe = {
  readonly config?: EmulatorConfig;
  /** What a client can see of the position. */
  readonly see: (acme: Client, emulator: Rig) => Promise<unknown>;
};

/** Those of the vendor's own story syncing. */
export type SyncSwitch = Extract<SwitchName, `sync_${string}`>;

/** A probe for each of these switches sees something else in each of its positions. */
export function expectToldApart<Name extends SwitchName>(probes: { readonly [one in Name]: Probe }): void {
  it.each(Object.entries<Probe>(probes))('%s can be told by its positions', async (name, { config, see }) => {
    const { positions } = Object.entries(SWITCHES).find(([known]) => known === name)?.[1] ?? { positions: [] };
    const seen = new Map<unknown, string>();
    for (const position of positions) {
      await using emulator = await rig(config);
      const set = await emulator.control('PUT', '/switches', { switches: { [name]: position } });
      expect(set.status).toBe(200);
      const sight = await see(emulator.tenant('acme'), emulator);
      expect(seen.get(sight), `${position} looks like another position`).toBeUndefined();
      seen.set(sight, position);
    }
    expect(seen.size).toBe(positions.length);
  });
}
