import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rig, Run } from '../support/rig.ts';
import { VendorSetUp } from '../support/vendor-set-up.ts';

const takeOver = (rig: Rig, ...more: readonly string[]): Promise<Run> =>
  rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', '--native', ...more);

/** The manifest from its groups on, without addresses that change from run to run. */
const written = (rig: Rig): string =>
  rig
    .read('sync.yaml')
    .replaceAll(rig.url, 'https://HOST')
    .replace(/^[\s\S]*?\n(?=groups:|# Carried)/, '');

const MANIFEST = `groups:
  baseline: [enrich, triage]

# Carried by the vendor's own Story syncing (engine: native). An unchanged destination needs no key of its own.
destinations:
  "4711":
    engine: native
    destination_tenant_url: https://HOST/4711
    destination_tenant_api_key: \${T_4711_TINES_API_KEY}
    destination_team_id: 1
    stories: ["@baseline"]
  acme-8:
    engine: native
    destination_tenant_url: https://HOST/acme
    destination_team_id: 8
    stories: []
  contoso-42:
    engine: native
    destination_tenant_url: https://HOST/contoso
    destination_tenant_api_key: \${CONTOSO_42_TINES_API_KEY}
    destination_team_id: 42
    stories: ["@baseline"]
  contoso-43:
    engine: native
    destination_tenant_url: https://HOST/contoso
    destination_tenant_api_key: \${CONTOSO_43_TINES_API_KEY}
    destination_team_id: 43
    manual_sync_only: true
    stories: [enrich]
  fabrikam:
    engine: native
    destination_tenant_url: https://HOST/fabrikam
    destination_tenant_api_key: \${FABRIKAM_TINES_API_KEY}
    destination_team_id: 9
    stories: ["@baseline"]
`;

describe('init --native', () => {
  it('writes what the vendor syncs as a manifest whose first plan is empty, and asks for nothing but reading', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    await vendor.destination('contoso', 42, [302, 301]);
    await vendor.destination('contoso', 43, [302], { manual_sync_only: true });
    await vendor.destination('fabrikam', 9, [301, 302], { destination_tenant_url: `${rig.url}/fabrikam/` });
    await vendor.destination('4711', 1, [301, 302]);
    await vendor.destination('acme', 8, []);
    await rig.takeWrites();
    const { code, out, err } = await takeOver(rig);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(written(rig)).toBe(MANIFEST);
    // The one that waits for a manual sync: told, since its pair will stand in the first plan.
    expect(err).toContain('warning INI007  the vendor does not call all stories of "contoso-43" synced: "Enrich"');
    // One list for all of them, and none of their tenants.
    const asked = (await rig.log()).map(({ tenant, path }) => `${tenant} ${path}`);
    expect(asked.filter((each) => !each.startsWith('acme /stories'))).toEqual(['acme /admin/sync_destinations']);
    expect(await rig.takeWrites()).toEqual([]);

    expect(await rig.run('validate')).toMatchObject({ code: 0, out: 'No findings (4 stories, 5 destinations)\n' });
    expect((await rig.run('export', '--check')).code).toBe(0);
    expect(await vendor.plan()).toEqual({
      changes: [
        '4711, unchanged, enrich unchanged, triage unchanged',
        'acme-8, unchanged',
        'contoso-42, unchanged, enrich unchanged, triage unchanged',
        'contoso-43, unchanged, enrich skip',
        'fabrikam, unchanged, enrich unchanged, triage unchanged',
      ],
      leftBehind: [],
    });
    expect((await rig.run('plan', '--expect-no-changes')).code).toBe(0);
    expect(await rig.run('sync', '--no-state')).toMatchObject({ code: 0 });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('begins what goes on: a rotated key is handed over by the next sync, once, and the one after is silent', async () => {
    await using vendor = await VendorSetUp.start({ git: true });
    const { rig } = vendor;
    const id = await vendor.destination('fabrikam', 9, [302]);
    await vendor.destination('contoso', 42, [302]);
    await takeOver(rig);
    rig.commit('take over');
    expect((await rig.run('sync')).code).toBe(0);
    await rig.run('rotate', '--destination', 'fabrikam');
    rig.commit('rotate');
    rig.environment.FABRIKAM_TINES_API_KEY = 'fabrikam-key';
    await rig.takeWrites();
    expect(await rig.run('sync')).toMatchObject({ code: 0 });
    const writes = (await rig.takeWrites()).map(({ method, path }) => `${method} ${path}`);
    expect(writes).toEqual([`PUT /admin/sync_destinations/${id}`]);
    await rig.later();
    rig.environment.FABRIKAM_TINES_API_KEY = undefined;
    expect((await rig.run('sync')).code).toBe(0);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('says what it took over, and that only the key of the origin is needed to look at the first plan', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    await vendor.destination('fabrikam', 9, [302]);
    await vendor.destination('acme', 8, [303]);
    const { out, err } = await takeOver(rig);
    expect(err).not.toContain('INI');
    const text = out.replaceAll(rig.url, 'https://HOST').replaceAll(new URL(rig.url).host, 'HOST');
    expect(text).toContain(`
Taken over from the vendor's Story syncing:
  acme-8: https://HOST/acme, team 8, 1 story
  fabrikam: https://HOST/fabrikam, team 9, 1 story, key in FABRIKAM_TINES_API_KEY
`);
    expect(text).toContain(`
  # see that the first plan is empty: what the vendor has is what the manifest says; only the origin's key is needed
  npx storysync plan
`);
  });

  it('tells of each one that cannot be written down as it is, and leaves it to the vendor as a whole', async () => {
    await using vendor = await VendorSetUp.start({ switches: { sync_twin: 'allowed' } });
    const { rig } = vendor;
    const kept = await vendor.destination('fabrikam', 9, [301, 302]);
    const twins = [await vendor.destination('contoso', 42, [301]), await vendor.destination('contoso', 42, [302])];
    const namesakes = await vendor.destination('contoso', 43, [303, 304]);
    await vendor.api('POST', '', {
      destination_tenant_url: `${rig.url}/4711`,
      destination_tenant_api_key: '4711-key',
      destination_team_id: 1,
      team_id: 70,
      story_ids: [701],
    });
    await rig.later();
    const { code, err } = await takeOver(rig);
    expect(code).toBe(0);
    const told = err.replaceAll(/\s+/g, ' ');
    for (const words of [
      `sync destinations ${twins.join(', ')} of the vendor are left out: they are the same: origin team, tenant and team`,
      `sync destination ${namesakes} of the vendor is left out: destination "${namesakes}" would receive two stories named "Report"`,
      '1 sync destination of team 70 of the origin is left out: this repository keeps the stories of team 7',
    ]) {
      expect(told).toContain(words);
    }
    expect(err.match(/INI006/g)).toHaveLength(3);
    expect(written(rig).match(/^ {2}\S+:/gm)).toEqual(['  fabrikam:']);
    expect((await rig.run('validate')).code).toBe(0);
    // The vendor keeps them, whatever is planned: nobody here made them.
    const { changes, leftBehind } = await vendor.plan();
    expect(changes).toEqual(['fabrikam, unchanged, enrich unchanged, triage unchanged']);
    expect(leftBehind).toEqual([...twins, namesakes].map((id) => `${id} not_ours`));
    expect(leftBehind.join(' ')).not.toContain(String(kept));
  });

  it.each([
    [
      'is not under change control any more',
      'PUT',
      { change_control_enabled: false },
      'is not under change control at the origin',
    ],
    ['is gone', 'DELETE', undefined, 'is not among the stories of the origin team'],
  ])('leaves out a destination of a story that %s, with all its stories', async (_what, method, body, words) => {
    await using vendor = await VendorSetUp.start({ switches: { sync_deleted_source: 'stays' } });
    const { rig } = vendor;
    const id = await vendor.destination('contoso', 42, [301, 302]);
    await vendor.destination('fabrikam', 9, [302]);
    await vendor.request(method, '/stories/301', body);
    const { code, err } = await takeOver(rig);
    expect(code).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(`sync destination ${id} of the vendor is left out:`);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(words);
    const { changes, leftBehind } = await vendor.plan();
    expect({ changes, leftBehind }).toEqual({
      changes: ['fabrikam, unchanged, enrich unchanged'],
      leftBehind: [`${id} not_ours`],
    });
  });

  it('shows what the vendor says about a sync that failed', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    const id = await vendor.destination('fabrikam', 9, [302]);
    await rig.control('POST', 'keys', { tenant: 'fabrikam', key: 'fabrikam-key', revoked: true });
    await vendor.api('POST', `/${id}/story/302/sync`);
    await rig.later();
    const { code, err } = await takeOver(rig);
    expect(code).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(
      /INI007 the vendor does not call all stories of "fabrikam" synced: "Enrich" failed: .*key/,
    );
    expect((await vendor.plan()).changes).toEqual(['fabrikam, update, trigger, enrich update']);
  });

  it('says so where the tenant does not tell which are synced by hand only, and plans nothing for it', async () => {
    await using vendor = await VendorSetUp.start({ switches: { sync_flag_shown: 'absent' } });
    await vendor.destination('fabrikam', 9, [302]);
    const { err } = await takeOver(vendor.rig);
    expect(err).toContain('INI007');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'does not tell which of its sync destinations are synced by hand only; one is written',
    );
    expect((await vendor.plan()).changes).toEqual(['fabrikam, unchanged, enrich unchanged']);
  });

  it('begins with no destinations where the vendor has none', async () => {
    await using vendor = await VendorSetUp.start();
    const { code, out } = await takeOver(vendor.rig);
    expect(code).toBe(0);
    expect(out).toContain('No sync destination of the vendor was taken over.');
    expect(vendor.rig.read('sync.yaml')).toContain('destinations: {}\n');
    expect((await vendor.rig.run('validate')).code).toBe(0);
  });

  it('never overwrites: a second call ends with 1, asks nobody, and the manifest stays', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    await vendor.destination('fabrikam', 9, [302]);
    await takeOver(rig);
    const before = rig.read('sync.yaml');
    await rig.takeWrites();
    expect(await takeOver(rig)).toMatchObject({ code: 1, out: expect.stringContaining('INI001') });
    expect({ same: rig.read('sync.yaml') === before, log: await rig.log() }).toEqual({ same: true, log: [] });
  });
});

describe('a call of init --native that cannot succeed', () => {
  it('names the key where it is not that of a tenant owner, and writes nothing', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    await rig.control('POST', 'keys', { tenant: 'acme', key: 'mere-key', kind: 'personal', role: 'team_admin' });
    rig.environment.ORIGIN_TINES_API_KEY = 'mere-key';
    const { code, out } = await takeOver(rig);
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `error INI005 ${rig.url}/acme does not show its sync destinations to the key in ORIGIN_TINES_API_KEY; nothing was written hint: use the key of a tenant owner there`,
    );
    expect(existsSync(join(rig.dir, 'sync.yaml'))).toBe(false);
  });

  it.each([
    ['a key that the tenant refuses', 'wrong', 'EXP003'],
    ['a key that is not set', undefined, 'EXP002'],
  ])('%s is told as it is without --native', async (_what, key, code) => {
    await using vendor = await VendorSetUp.start();
    vendor.rig.environment.ORIGIN_TINES_API_KEY = key;
    expect(await takeOver(vendor.rig)).toMatchObject({ code: 1, out: expect.stringContaining(`error ${code}`) });
    expect(existsSync(join(vendor.rig.dir, 'sync.yaml'))).toBe(false);
  });

  it('a listing that is not complete takes over nothing', async () => {
    await using vendor = await VendorSetUp.start();
    const { rig } = vendor;
    await vendor.destination('fabrikam', 9, [302]);
    await rig.fault({ method: 'GET', path: '/admin/sync_destinations', always: true, fault: { kind: 'down' } });
    const { code, out } = await takeOver(rig);
    expect({ code, told: out.includes('INI005') }).toEqual({ code: 1, told: true });
    expect(existsSync(join(rig.dir, 'sync.yaml'))).toBe(false);
  });
});
