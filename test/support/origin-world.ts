import type { EmulatorConfig, StoryConfig } from '../../src/emulator/control/config.ts';
import { canonicalJson } from '../../src/json/canonical.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { Rig } from './rig.ts';

/** The team of the origin that stories are published in, and another one. */
export const ORIGIN_TEAM = 7;
export const OTHER_TEAM = 8;

export type OriginStory = Omit<StoryConfig, 'content'> & { readonly content: JsonObject & { readonly name: string } };

export type OriginWorld = {
  /** By key; the id on the origin is 9001 for the first, and so on. */
  readonly stories: { readonly [key: string]: OriginStory };
  /** Live in the team, but not in the catalogue. */
  readonly unknown?: readonly OriginStory[];
  readonly destination?: { readonly credentials?: readonly string[]; readonly resources?: readonly string[] };
  readonly options?: JsonObject;
  readonly requireChangeControl?: boolean;
  readonly switches?: NonNullable<EmulatorConfig['switches']>;
};

export function idOf(index: number): number {
  return 9001 + index;
}

/** An origin tenant with published stories, a repository without story files, and one destination, `contoso`. */
export async function originWorld(world: OriginWorld): Promise<Rig> {
  const keys = Object.keys(world.stories);
  const stories = [...Object.values(world.stories), ...(world.unknown ?? [])].map((story, index) => ({
    id: idOf(index),
    change_control: true,
    keep_guid: true,
    ...story,
  }));
  const rig = await Rig.start({
    tenants: {
      acme: {
        keys: [{ key: 'acme-secret-key', kind: 'tenant_owner' }],
        teams: [
          { id: ORIGIN_TEAM, name: 'Content', stories },
          { id: OTHER_TEAM, name: 'Sandbox' },
        ],
      },
      contoso: {
        keys: [{ key: 'contoso-secret-key', kind: 'tenant_owner' }],
        teams: [{ id: 42, name: 'SOC', ...world.destination }],
      },
    },
    ...(world.switches ? { switches: world.switches } : {}),
  });
  rig.write('sync.yaml', manifestOf(rig, keys, world));
  rig.commit('start');
  return rig;
}

function manifestOf(
  rig: Rig,
  keys: readonly string[],
  { requireChangeControl = true, options = {} }: OriginWorld,
): string {
  const entries = keys.map((key, index) => `  ${key}: { id: ${idOf(index)} } # ${key}\n`).join('');
  const more = Object.entries(options).map(([name, value]) => `    ${name}: ${canonicalJson(value).trim()}\n`);
  return `version: 1
origin:
  tenant_url: ${rig.url}/acme
  team_id: ${ORIGIN_TEAM}
  api_key: \${ACME_KEY}
  require_change_control: ${requireChangeControl}
stories:
${entries}destinations:
  contoso:
    destination_tenant_url: ${rig.url}/contoso
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 42
    stories: [${keys.join(', ')}]
${more.join('')}`;
}

/** What a run of export found: its exit code, findings and files in a few words each. */
export async function exportNow(
  rig: Rig,
  ...argv: readonly string[]
): Promise<{
  readonly code: number;
  readonly found: readonly string[];
  readonly files: readonly string[];
  readonly json: JsonObject;
}> {
  const { code, json } = await rig.runJson('export', ...argv);
  const { findings, files } = json as unknown as {
    findings: readonly { code: string; severity: string }[];
    files: readonly { path: string; change: string }[];
  };
  return {
    code,
    found: findings.map((each) => `${each.severity} ${each.code}`),
    files: files.map(({ path, change }) => `${change} ${path}`),
    json,
  };
}
