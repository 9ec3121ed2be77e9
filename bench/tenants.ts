import { canonicalJson } from '../src/json/canonical.ts';
import { storyExport, webhook } from '../test/support/stories.ts';
import { CREDENTIAL, type GeneratedStory, RESOURCE } from './stories.ts';

/** A destination of a bench, each on a tenant of its own. */
export type BenchTenant = { readonly name: string; readonly teamId: number; readonly key: string };

/** What a fleet is made of: the emulator's config and the manifest beside it. */
export type Fleetful = {
  readonly tenants: readonly BenchTenant[];
  readonly config: (latencyMs: number) => object;
  readonly manifest: (url: string, stories: readonly GeneratedStory[]) => string;
};

/** One tenant as often as it is wanted, but for name and key. */
export function alike(destinations: number): Fleetful {
  const tenants = Array.from({ length: destinations }, (_, index) => {
    const name = `customer-${padded(index)}`;
    return { name, teamId: 7, key: `${name}-bench-key` };
  });
  return {
    tenants,
    config: (latencyMs) => ({
      latency_ms: latencyMs,
      tenants: Object.fromEntries(
        tenants.map(({ name, key }) => [
          name,
          {
            keys: [{ key, kind: 'tenant_owner' }],
            teams: [{ id: 7, name: 'SOC', credentials: [CREDENTIAL], resources: [RESOURCE] }],
          },
        ]),
      ),
    }),
    manifest: (url, stories) => {
      const keys = stories.map(({ key }) => key);
      const destinations = tenants.map(({ name, teamId }, index) => [
        name,
        {
          destination_tenant_url: `${url}/${name}`,
          destination_tenant_api_key: `\${KEY_${index}}`,
          destination_team_id: teamId,
          stories: ['@all'],
        },
      ]);
      // JSON is YAML too.
      return canonicalJson({
        version: 1,
        stories: Object.fromEntries(keys.map((key) => [key, {}])),
        groups: { all: keys },
        destinations: Object.fromEntries(destinations),
      });
    },
  };
}

const TRADES = ['bank', 'clinic', 'foundry', 'harbour', 'museum', 'railway', 'school'];
const PLACES = ['aarau', 'bergen', 'cork', 'delft', 'evora', 'faro', 'graz', 'hull', 'izmir', 'jena', 'kaunas'];

/**
 * Customers as one has them: names, teams, kinds of keys, stories of their own and options differ. The numbers of
 * stories differ by the emulator itself, where each tenant counts from its own ten thousand.
 */
export function differing(destinations: number): Fleetful {
  const tenants = Array.from({ length: destinations }, (_, index) => ({
    name: `${pick(PLACES, index)}-${pick(TRADES, index * 3 + 1)}-${padded(index)}`,
    teamId: 5 + ((index * 37) % 811),
    key: `bench-${(index * 7919 + 13).toString(36)}-${padded(index)}`,
  }));
  return {
    tenants,
    config: (latencyMs) => ({
      latency_ms: latencyMs,
      tenants: Object.fromEntries(tenants.map((tenant, index) => [tenant.name, customer(tenant, index)])),
    }),
    manifest: (url, stories) => {
      const keys = stories.map(({ key }) => key);
      const half = Math.ceil(keys.length / 2);
      return [
        'version: 1',
        'stories:',
        ...keys.map((key) => `  ${key}: {}`),
        'groups:',
        `  detection: [${keys.slice(0, half).join(', ')}]`,
        `  response: [${keys.slice(half).join(', ')}]`,
        'destinations:',
        ...tenants.flatMap(({ name, teamId }, index) => [
          `  ${name}:`,
          `    destination_tenant_url: ${url}/${name}`,
          `    destination_tenant_api_key: \${KEY_${index}}`,
          `    destination_team_id: ${teamId}`,
          `    stories: ${index % 2 === 0 ? '["@detection", "@response"]' : '["@response", "@detection"]'}`,
          ...(index % 3 === 0 ? [`    labels: { place: ${pick(PLACES, index)}, ring: r${index % 4} }`] : []),
          ...(index % 5 === 0 ? ['    prerequisites: warn'] : []),
          ...(index % 7 === 0 ? ['    on_drift: keep'] : []),
        ]),
        '',
      ].join('\n');
    },
  };
}

/** How a customer has set one of the stories: what a sync leaves alone. */
export function settingsOf(index: number): object {
  return { settings: { disabled: index % 4 === 0, priority: index % 3 === 0 }, add_tags: [pick(TRADES, index)] };
}

function customer({ teamId, key }: BenchTenant, index: number): object {
  const own = Array.from({ length: 1 + (index % 3) }, (_, number) => ({
    content: storyExport({ name: `Own ${index}.${number}`, description: 'ours', actions: [webhook('Receive')] }),
    priority: index % 2 === 0,
    disabled: number % 2 === 1,
  }));
  return {
    keys: [index % 3 === 2 ? { key, kind: 'personal' } : { key, kind: 'tenant_owner' }],
    tags: TRADES,
    teams: [
      {
        id: teamId,
        name: `Team ${padded(index)}`,
        credentials: [CREDENTIAL, `own_${index}`],
        resources: [RESOURCE],
        stories: own,
      },
    ],
  };
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? '';
}

function padded(index: number): string {
  return String(index).padStart(4, '0');
}
