import type { EmulatorConfig, TeamConfig, TenantConfig } from '../../src/emulator/control/config.ts';
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
  readonly groups?: { readonly [name: string]: readonly string[] };
  /** As it is written in the manifest. */
  readonly rollout?: JsonObject;
  /** How the vendor works in this world, where it is not by default. */
  readonly switches?: NonNullable<EmulatorConfig['switches']>;
  /** The team that the stories come from; its tenant may be a destination's too. */
  readonly origin?: { readonly tenant: string; readonly team: number };
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
  const rig = await Rig.start({ tenants, ...(spec.switches ? { switches: spec.switches } : {}) });
  subscribe(rig, spec);
  for (const [key, story] of Object.entries(spec.stories)) rig.write(`stories/${key}.json`, story);
  rig.commit('start');
  return rig;
}

/** (Re)writes the manifest; commits nothing. */
export function subscribe(rig: Rig, { stories, groups, destinations, origin, rollout }: WorldSpec): void {
  const all = destinations ?? { contoso: { stories: Object.keys(stories) } };
  rig.write('sync.yaml', {
    version: 1,
    ...(origin ? { origin: originOf(rig, origin) } : {}),
    stories: Object.fromEntries(Object.keys(stories).map((key, index) => [key, origin ? { id: index + 1 } : {}])),
    ...(groups ? { groups: Object.fromEntries(Object.entries(groups).map(([name, keys]) => [name, [...keys]])) } : {}),
    ...(rollout ? { rollout } : {}),
    destinations: Object.fromEntries(
      Object.entries(all).map(([name, { stories: keys, tenant = name, team = 42, options = {} }]) => [
        name,
        {
          destination_tenant_url: `${rig.url}/${tenant}`,
          destination_tenant_api_key: keyReference(tenant),
          destination_team_id: team,
          stories: [...keys],
          ...options,
        },
      ]),
    ),
  });
}

function originOf(rig: Rig, { tenant, team }: NonNullable<WorldSpec['origin']>): JsonObject {
  return { tenant_url: `${rig.url}/${tenant}`, team_id: team, api_key: keyReference(tenant) };
}

/** The environment variable that the rig sets for a tenant. */
export function keyReference(tenant: string): string {
  return `\${${tenant.toUpperCase().replaceAll('-', '_')}_KEY}`;
}

/** A change to one story file, committed. */
export function publish(rig: Rig, key: string, story: JsonObject): string {
  rig.write(`stories/${key}.json`, story);
  return rig.commit(`change ${key}`);
}

/** For tests that hold either way: a title, and the flags of the run. */
export const WITH_AND_WITHOUT_STATE: readonly (readonly [title: string, ...flags: string[]])[] = [
  ['with state'],
  ['without state', '--no-state'],
];
