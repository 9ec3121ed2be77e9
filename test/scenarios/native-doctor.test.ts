import { describe, expect, it } from 'vitest';
import type { WireDoctor } from '../../src/documents/doctor/doctor-schema.ts';
import { CHECKS } from '../../src/model/diagnosis.ts';
import { NativeWorld } from '../support/native-world.ts';
import { storyExport, webhook } from '../support/stories.ts';

type Told = {
  readonly code: number;
  readonly rows: { readonly [name: string]: readonly string[] };
  readonly asked: readonly string[];
};

const LEFT = ['team', 'change_control', 'credentials', 'resources', 'sub_stories', 'record_types', 'clock'].map(
  (check) => `${check} unknown: left to the vendor's own syncing, and not looked at`,
);

/** What of each destination is neither in order nor left to the vendor, and what the tenants were asked. */
async function examine(world: NativeWorld): Promise<Told> {
  await world.rig.control('DELETE', 'log');
  const { code, json } = await world.rig.runJson('doctor');
  const { destinations } = json as unknown as WireDoctor;
  const log = await world.rig.log();
  expect(log.filter(({ method }) => method !== 'GET')).toEqual([]);
  const rows = destinations.map(({ name, checks, requests }) => {
    expect([...new Set(checks.map(({ check }) => check))]).toEqual(CHECKS);
    expect(requests).toBe(log.filter(({ tenant }) => tenant === name).length);
    const told = checks
      .filter(({ result }) => result !== 'ok')
      .map((each) => {
        const stories = each.stories.length === 0 ? '' : ` (${each.stories.join(', ')})`;
        return `${each.check} ${each.result}: ${each.message}${stories}`;
      });
    return [name, told.filter((line) => !LEFT.includes(line))] as const;
  });
  return { code, rows: Object.fromEntries(rows), asked: log.map(({ tenant, path }) => `${tenant} ${path}`) };
}

const NOT_LOOKED_AT = (...names: readonly string[]) => names.map((name) => `${name} unknown: not looked at`);

describe('a doctor of destinations that the vendor serves', () => {
  it('asks the origin once for all of them, and needs no key of theirs', async () => {
    await using world = await NativeWorld.start();
    await world.run('sync');
    Object.assign(world.rig.environment, { CONTOSO_KEY: undefined, FABRIKAM_KEY: undefined });
    const { code, rows, asked } = await examine(world);
    expect({ code, rows }).toEqual({ code: 0, rows: { contoso: [], fabrikam: [] } });
    expect(asked.toSorted()).toEqual([
      'acme /admin/sync_destinations',
      'acme /stories',
      'acme /stories/301/export',
      'acme /stories/302/export',
      'acme /stories/303/export',
    ]);
    const { out } = await world.run('doctor');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      '. left to the vendor, and not looked at: team, change control, credentials, resources, sub-stories, record types, clock = in order: story files, key, tenant, stories, ownership, content',
    );
  });

  it('says once for each that the key is not that of a tenant owner, and looks no further', async () => {
    await using world = await NativeWorld.start();
    const { rig } = world;
    await rig.control('POST', 'keys', { tenant: 'acme', key: 'mere-key', kind: 'personal', role: 'team_admin' });
    rig.environment.ACME_KEY = 'mere-key';
    const { code, rows, asked } = await examine(world);
    const told = [
      `key fails: ${rig.url}/acme does not show its sync destinations to the key in ACME_KEY`,
      ...NOT_LOOKED_AT(
        'team',
        'stories',
        'ownership',
        'change_control',
        'credentials',
        'resources',
        'sub_stories',
        'record_types',
        'content',
        'clock',
      ),
    ];
    expect({ code, rows }).toEqual({ code: 1, rows: { contoso: told, fabrikam: told } });
    expect(asked).toEqual(['acme /admin/sync_destinations']);
  });

  it('needs the own key of one that is still to be made, and looks for stories that stand there', async () => {
    await using world = await NativeWorld.start();
    const { rig } = world;
    rig.environment.CONTOSO_KEY = undefined;
    const { code, rows, asked } = await examine(world);
    expect(code).toBe(1);
    expect(rows.contoso?.[0]).toMatch(/^key fails: .*CONTOSO_KEY/);
    expect(rows.fabrikam).toEqual([]);
    expect(asked.filter((each) => !each.startsWith('acme'))).toEqual(['fabrikam /stories']);
  });

  it('tells two sync destinations of one tenant and team by their ids', async () => {
    await using world = await NativeWorld.start({
      tenants: ['contoso'],
      switches: { sync_twin: 'allowed', sync_duration: 'at_once' },
    });
    await world.run('sync');
    const twin = {
      destination_tenant_url: `${world.rig.url}/contoso/`,
      destination_tenant_api_key: 'contoso-secret-key',
      destination_team_id: 42,
      team_id: 7,
      story_ids: [302],
    };
    await fetch(`${world.rig.url}/acme/api/v1/admin/sync_destinations`, {
      method: 'POST',
      headers: { authorization: 'Bearer acme-owner-key', 'content-type': 'application/json' },
      body: JSON.stringify(twin),
    });
    const ids = (await world.vendor()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const { code, rows } = await examine(world);
    expect({ code, rows }).toEqual({
      code: 1,
      rows: {
        contoso: [
          `ownership fails: the origin tenant has 2 sync destinations for this tenant and team (ids ${ids.join(', ')})`,
        ],
      },
    });
  });

  it('warns where git and the live story differ, and fails what the origin cannot give', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'] });
    const { rig } = world;
    await world.run('sync');
    rig.write('stories/report.json', storyExport({ name: 'Report', actions: [webhook('In'), webhook('Also')] }));
    rig.commit('ahead of the origin');
    const owner = { authorization: 'Bearer acme-owner-key', 'content-type': 'application/json' };
    const story = (id: number, method: string, body?: object) =>
      fetch(`${rig.url}/acme/api/v1/stories/${id}`, {
        method,
        headers: owner,
        ...(body && { body: JSON.stringify(body) }),
      });
    await story(301, 'PUT', { change_control_enabled: false });
    await story(302, 'DELETE');
    const { code, rows } = await examine(world);
    expect(code).toBe(1);
    expect(rows.contoso?.toSorted()).toEqual([
      'content warning: story 303 is not live at the origin as git has it, and the vendor would carry what is live (report)',
      'stories fails: story 301 is not under change control at the origin; the vendor syncs no other (triage)',
      'stories fails: the origin has no story 302 (enrich)',
    ]);
  });

  it('leaves destinations of the push to the doctor that they have', async () => {
    await using world = await NativeWorld.start();
    world.commit({ fabrikam: '    engine: push\n' });
    await world.run('sync');
    const { code, rows, asked } = await examine(world);
    expect({ code, rows }).toEqual({ code: 0, rows: { contoso: [], fabrikam: [] } });
    expect(asked.filter((each) => each.startsWith('acme /admin'))).toHaveLength(1);
    expect(asked).toContain('fabrikam /teams/42');
  });
});
