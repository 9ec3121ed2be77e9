import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originWorld } from '../support/origin-world.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import { storyExport } from '../support/stories.ts';
import { AUDIENCE, KEYS, type VaultedWorld, vaultedWorld } from '../support/vault/vaulted-world.ts';

let world: VaultedWorld;
beforeEach(async () => {
  world = await vaultedWorld();
  Object.assign(world.rig.environment, world.job.environment);
});
afterEach(async () => {
  await world.close();
  await world.rig[Symbol.asyncDispose]();
});

const asked = () => world.vault.asked.map(({ what }) => what);
const reading = (name: string): string => `GET secret/data/tines/${name}/${name}`;

describe('keys from a vault', () => {
  it('need no key line, one login a run and one request a key, and no token is left', async () => {
    const { rig, vault } = world;
    const synced = await syncNow(rig);
    expect([synced.code, Object.values(synced.told)]).toEqual([0, Array(4).fill('synced created')]);
    expect(asked().toSorted()).toEqual(
      ['POST auth/jwt/login', reading('contoso'), reading('fabrikam'), 'POST auth/token/revoke-self'].toSorted(),
    );
    expect(asked().at(-1)).toBe('POST auth/token/revoke-self');
    expect(await vault.valid()).toBe(0);
  });

  it('are fetched for the chosen destinations alone, and not at all where nobody is asked', async () => {
    await world.rig.run('plan', '--destination', 'fabrikam');
    expect(asked().filter((what) => what.startsWith('GET'))).toEqual([reading('fabrikam')]);
    world.vault.asked.length = 0;
    for (const command of [['validate'], ['plan', '--offline'], ['status']]) await world.rig.run(...command);
    expect(asked()).toEqual([]);
  });

  it('that are absent hold up their destination alone, which says what is missing where', async () => {
    await world.vault.remove('tines/contoso/contoso');
    const run = await syncNow(world.rig);
    expect(run.code).toBe(1);
    expect(run.told).toEqual({
      'contoso/triage': 'failed missing_key',
      'contoso/enrich': 'failed missing_key',
      'fabrikam/triage': 'synced created',
      'fabrikam/enrich': 'synced created',
    });
    const text = (await world.rig.run('plan')).out;
    expect(text).toContain(`the newest version of the secret secret/tines/contoso/contoso of ${world.vault.address}`);
  });

  it('of a vault that does not answer leave the others to work, and the vault is named', async () => {
    const { rig, vault, job } = world;
    const own = rig
      .read('sync.yaml')
      .replace('  fabrikam:\n', '  fabrikam:\n    destination_tenant_api_key: ${FABRIKAM_KEY}\n');
    rig.write('sync.yaml', own);
    rig.commit();
    rig.environment.FABRIKAM_KEY = KEYS.fabrikam;
    vault.instead = () => [503, { errors: ['Vault is sealed'] }];
    const run = await planNow(rig);
    expect(run.code).toBe(1);
    expect(run.stories).toMatchObject({
      'contoso/triage': { action: 'blocked', reason: 'unreachable' },
      'fabrikam/triage': { action: 'create' },
    });
    expect((await rig.run('plan')).out).toContain(
      `${vault.address}: the login: HTTP 503 (it is sealed), after 3 attempts`,
    );
    expect(job.asked.length).toBeGreaterThan(0);
  });

  it('are examined by the doctor: the login, the path and the field', async () => {
    const { rig, vault } = world;
    const well = await rig.runJson('doctor');
    expect(well.code).toBe(0);
    const said = `read from ${vault.address} as "plan", and accepted; what a sync reads there as "sync" is not tried`;
    expect((await rig.run('doctor')).out).toContain(said);
    await vault.put('tines/contoso/contoso', { token: 'x' });
    const ill = await rig.run('doctor');
    expect(ill.code).toBe(1);
    expect(ill.out).toContain('has no field "api_key"');
    rig.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN = undefined;
    const locked = await rig.run('doctor');
    expect(locked.out).toContain('give the job "permissions: id-token: write"');
  });

  it('are revoked of their token when the command fails as well', async () => {
    const { rig, vault } = world;
    await rig.fault({ method: 'GET', always: true, fault: { kind: 'error', status: 500 } });
    expect((await rig.run('sync')).code).toBe(1);
    expect(asked()).toContain('POST auth/token/revoke-self');
    expect(await vault.valid()).toBe(0);
  });

  it('whose token was not revoked say so in a warning, which changes no exit code', async () => {
    world.vault.instead = (what) => (what.endsWith('revoke-self') ? [500] : undefined);
    const run = await world.rig.run('plan');
    expect(run.code).toBe(0);
    expect(run.err).toContain('warning RUN070');
    expect(run.err).toContain('is valid for 15 minutes after the login');
  });

  it('are those of a role that reads for a plan, and of one that writes for a sync', async () => {
    const { rig, vault, job } = world;
    await vault.role('sync', { audience: 'nobody', claims: {}, reads: [] });
    expect((await rig.run('plan')).code).toBe(0);
    const sync = await syncNow(rig);
    expect(sync.told['contoso/triage']).toBe('failed missing_key');
    expect((await rig.run('sync')).out).toContain('refused the login as "sync"');
    expect(job.asked.length).toBe(3);
  });

  it('may be the origin’s as well: an export reads it, by the role that reads', async () => {
    const { vault, job } = world;
    await using rig = await originWorld({ stories: { one: { content: storyExport({ name: 'One', actions: [] }) } } });
    await vault.put('tines/origin/read', { api_key: 'acme-secret-key' });
    const keys = `keys: { vault: { address: "${vault.address}", role: { plan: plan, sync: nobody }, audience: "${AUDIENCE}" } }\n`;
    const manifest = rig.read('sync.yaml').replace('${ACME_KEY}', '${vault:tines/origin/{access}#api_key}');
    rig.write('sync.yaml', `${keys}${manifest}`);
    Object.assign(rig.environment, job.environment, { ACME_KEY: undefined });
    const run = await rig.run('export');
    expect([run.code, run.err]).toEqual([0, expect.not.stringContaining('error')]);
    expect(rig.read('stories/one.json')).toContain('"name": "One"');
    expect(asked()).toEqual([
      'POST auth/jwt/login',
      'GET secret/data/tines/origin/read',
      'POST auth/token/revoke-self',
    ]);
  });
});
