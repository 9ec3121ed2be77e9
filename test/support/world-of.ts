import type { EmulatorConfig, TeamConfig, TenantConfig } from '../../src/emulator/config.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { Rig } from './rig.ts';

export type DestinationSpec = {
  readonly stories: readonly string[];
  /** The tenant's name where it is not the destination's own; several destinations may share one. */
  readonly tenant?: string;
  readonly team?: number;
  /** Any option of the manifest, as it is written there. */
  readonly options?: JsonObject;
};

export type WorldSpec = {
  readonly tenants?: EmulatorConfig['tenants'];
  readonly stories: { readonly [key: string]: JsonObject };
  readonly destinations?: { readonly [name: string]: DestinationSpec };
};

/** A tenant with one team, 42, and one key. */
export function tenantWith(team: Partial<TeamConfig> = {}, rest: Partial<TenantConfig> = {}): TenantConfig {
  return {
    keys: [{ key: 'tenant-secret-key', kind: 'tenant_owner' }],
    teams: [{ id: 42, name: 'SOC', ...team }],
    ...rest,
  };
}

/** Manifest, stories and tenants as described, committed. Without more said: one tenant, `contoso`, that takes every story. */
export async function worldOf(spec: WorldSpec): Promise<Rig> {
  const tenants = spec.tenants ?? { contoso: tenantWith() };
  const rig = await Rig.start({ tenants });
  subscribe(rig, spec);
  for (const [key, story] of Object.entries(spec.stories)) rig.write(`stories/${key}.json`, story);
  rig.commit('start');
  return rig;
}

/** (Re)writes the manifest; commits nothing. */
export function subscribe(rig: Rig, { stories, destinations }: WorldSpec): void {
  const all = destinations ?? { contoso: { stories: Object.keys(stories) } };
  rig.write('sync.yaml', {
    version: 1,
    stories: Object.fromEntries(Object.keys(stories).map((key) => [key, {}])),
    destinations: Object.fromEntries(
      Object.entries(all).map(([name, { stories: keys, tenant = name, team = 42, options = {} }]) => [
        name,
        {
          destination_tenant_url: `${rig.url}/${tenant}`,
          destination_tenant_api_key: `\${${tenant.toUpperCase().replaceAll('-', '_')}_KEY}`,
          destination_team_id: team,
          stories: [...keys],
          ...options,
        },
      ]),
    ),
  });
}

/** A change to one story file, committed. */
export function publish(rig: Rig, key: string, story: JsonObject): string {
  rig.write(`stories/${key}.json`, story);
  return rig.commit(`change ${key}`);
}
