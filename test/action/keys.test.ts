import { describe, expect, it } from 'vitest';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { ActionRig, lineOf } from '../support/action-rig.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';
import { smallWorld } from '../support/worlds.ts';

const ONE = storyExport({ name: 'One', actions: [webhook('In')] });
const withKey = (key: string): EmulatorConfig['tenants'] => ({
  contoso: { ...tenantWith(), keys: [{ key, kind: 'tenant_owner' }] },
});

describe('keys', () => {
  it('that are missing are named all at once, with the lines that need them, and nothing else is held up', async () => {
    await using action = await ActionRig.around(smallWorld());
    const source = action.rig.read('sync.yaml');
    const none = await action.run(action.push(), { env: {} });
    expect(none.code).toBe(1);
    expect(none.log).toContain('2 API keys are missing');
    expect(none.log).toContain(`CONTOSO_KEY: sync.yaml:${lineOf(source, '  contoso:')} (contoso)`);
    expect(none.log).toContain(`FABRIKAM_KEY: sync.yaml:${lineOf(source, '  fabrikam:')} (fabrikam)`);
    expect(none.outputs).toMatchObject({ failed: '4', synced: '0' });
    expect(await action.rig.log()).toEqual([]);
    const { CONTOSO_KEY = '' } = action.keys();
    const some = await action.run(action.push(), { env: { CONTOSO_KEY } });
    expect(some.log).toContain('One API key is missing');
    expect(some).toMatchObject({ code: 1, outputs: { failed: '2', synced: '2' } });
  });

  it('that no chosen destination needs are not missing', async () => {
    await using action = await ActionRig.around(smallWorld());
    const { CONTOSO_KEY = '' } = action.keys();
    const run = await action.run(action.push(), { env: { CONTOSO_KEY }, inputs: { destinations: 'contoso' } });
    expect(run.code).toBe(0);
    expect(run.log).not.toContain('missing');
  });

  it.each(['0123456', '1e9', 'null', 'yes', '0x1F', '2026-01-01'])('stay the text they are: %s', async (key) => {
    await using action = await ActionRig.around(worldOf({ stories: { one: ONE }, tenants: withKey(key) }));
    const run = await action.run(action.push(), { env: {}, inputs: { 'api-keys': `CONTOSO_KEY: ${key}` } });
    expect(run.code).toBe(0);
    expect(run.masks).toContain(key);
  });

  it('come first from api-keys, then from the environment', async () => {
    await using action = await ActionRig.around(smallWorld());
    const { CONTOSO_KEY = '', FABRIKAM_KEY = '' } = action.keys();
    const env = { CONTOSO_KEY: 'an old one', FABRIKAM_KEY, STORYSYNC_GIT_TOKEN: 'git-token-5a\n' };
    const run = await action.run(action.push(), { env, inputs: { 'api-keys': `CONTOSO_KEY: ${CONTOSO_KEY}` } });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(run.masks).toEqual(expect.arrayContaining([CONTOSO_KEY, FABRIKAM_KEY, action.github.token, 'git-token-5a']));
  });

  it('are no variables that env-keys does not name, also where the manifest names one', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push(), { env: action.keys(), inputs: { 'env-keys': 'FABRIKAM_*' } });
    expect(run).toMatchObject({ code: 1, outputs: { synced: '2', failed: '2' } });
    expect(run.log).toContain('CONTOSO_KEY is not in api-keys, and env-keys (FABRIKAM_*) does not name it');
    expect((await action.rig.log()).filter(({ path }) => path.startsWith('/contoso/'))).toEqual([]);
  });

  it('are never the credential of something else, whatever hands it over', async () => {
    await using action = await ActionRig.around(smallWorld());
    const manifest = action.rig.read('sync.yaml').replaceAll('${CONTOSO_KEY}', '${AWS_SECRET_ACCESS_KEY}');
    action.rig.write('sync.yaml', manifest);
    action.merge();
    const secret = 'canary-of-a-cloud';
    const run = await action.run(action.push(), {
      env: { ...action.keys(), AWS_SECRET_ACCESS_KEY: secret },
      inputs: { 'env-keys': '*', 'api-keys': `AWS_SECRET_ACCESS_KEY: ${secret}` },
    });
    expect(run.code).toBe(1);
    expect(run.log).toContain('"AWS_SECRET_ACCESS_KEY", which cannot be a key');
    expect(run.log).not.toContain(secret);
    expect(await action.rig.log()).toEqual([]);
  });

  it('may be a thousand', async () => {
    await using action = await ActionRig.around(smallWorld());
    const { CONTOSO_KEY = '', FABRIKAM_KEY = '' } = action.keys();
    const others = Array.from({ length: 998 }, (_, at) => [`TENANT_${at}_KEY`, `other-secret-${at}`]);
    const keys = JSON.stringify({ ...Object.fromEntries(others), CONTOSO_KEY, FABRIKAM_KEY });
    const run = await action.run(action.push(), { env: {}, inputs: { 'api-keys': keys } });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(new Set(run.masks).size).toBe(1_001);
  });

  it('in a form that cannot be read are refused without being shown', async () => {
    await using action = await ActionRig.around(smallWorld());
    for (const text of [
      'canary-secret',
      'CONTOSO_KEY: [canary-secret]',
      'A: "canary-secret',
      '{"A": {"b": "canary-secret"}}',
    ]) {
      const run = await action.run(action.push(), { inputs: { 'api-keys': text } });
      expect(run.code).toBe(1);
      expect(run.log).toContain('api-keys: ');
      expect(run.log + run.stderr).not.toContain('canary-secret');
    }
    expect(await action.rig.log()).toEqual([]);
  });
});

const CANARY = {
  key: 'canary-key-1d9f',
  unused: 'canary-unused-77',
  resource: 'canary-resource-77b0',
  path: 'ca11ab1e0000000000000000000000p1',
  secret: 'ca11ab1e0000000000000000000000s1',
  option: 'canary-live-option-a3',
  recipient: 'canary-person@contoso.example',
  body: 'canary-error-body-c5',
};

describe('no secret', () => {
  const story = storyExport({
    name: 'Triage',
    actions: [webhook('Intake'), fetchAction('Tell', 'https://chat.example/<<RESOURCE.soc_settings>>')],
  });

  /** A tenant whose every secret is a canary, pushed to and then edited there. */
  async function canaryWorld(): Promise<ActionRig> {
    const resources = [{ slug: 'soc_settings', value: { token: CANARY.resource } }];
    const tenants = {
      contoso: { ...tenantWith({ resources }), keys: [{ key: CANARY.key, kind: 'tenant_owner' as const }] },
    };
    const action = await ActionRig.around(worldOf({ stories: { triage: story }, tenants }));
    await action.rig.run('sync');
    const { id } = await action.rig.story('contoso', 'Triage');
    const set = (agent: string, option: string, value: string) =>
      action.rig.edit('contoso', id, { set: { path: ['agents', agent, 'options', option], value } });
    await set('Intake', 'path', CANARY.path);
    await set('Intake', 'secret', CANARY.secret);
    await set('Tell', 'authorization', CANARY.option);
    await action.rig.edit('contoso', id, { recipients: [CANARY.recipient] });
    return action;
  }

  function expectNoCanary(action: ActionRig, run: Awaited<ReturnType<ActionRig['run']>>): void {
    const { log, stderr, outputs, summary, files } = run;
    const said = JSON.stringify({ log, stderr, outputs, summary, files }) + action.everythingOnGitHub();
    expect(said.length).toBeGreaterThan(1_000);
    expect(Object.entries(CANARY).filter(([, canary]) => said.includes(canary))).toEqual([]);
    expect(said).not.toContain(action.github.token);
  }
  const keys = { inputs: { 'api-keys': `CONTOSO_KEY: ${CANARY.key}\nOTHER_KEY: ${CANARY.unused}` }, env: {} };

  it('stands in any log, comment, check, summary, output or file of plans and syncs over edited stories', async () => {
    await using action = await canaryWorld();
    const base = action.head();
    expectNoCanary(action, await action.run(action.pullRequest(base), keys));
    expectNoCanary(action, await action.run(action.event('schedule'), keys));
    expectNoCanary(action, await action.run(action.push(), keys));
    action.rig.write('stories/triage.json', withOption(story, 'Tell', 'method', 'post'));
    action.merge();
    expectNoCanary(action, await action.run(action.pullRequest(base), { env: { CONTOSO_KEY: CANARY.key } }));
    const run = await action.run(action.push(), keys);
    expectNoCanary(action, run);
    expect(run.masks).toEqual(expect.arrayContaining([CANARY.key, CANARY.unused]));
    // The canaries were there to be seen.
    const live = JSON.stringify(await action.rig.story('contoso', 'Triage'));
    for (const kept of [CANARY.path, CANARY.secret, CANARY.recipient]) expect(live).toContain(kept);
  });

  it.each(['GET', 'POST', 'PUT'])('comes out of the error body of a failed %s', async (method) => {
    await using action = await canaryWorld();
    action.rig.write('stories/triage.json', withOption(story, 'Tell', 'method', 'post'));
    action.merge();
    const fault = { kind: 'error', status: 422, text: `Name has already been taken: ${CANARY.body}` };
    await action.rig.fault({ method, always: true, fault });
    for (const event of [action.pullRequest(action.head()), action.push()])
      expectNoCanary(action, await action.run(event, keys));
  });

  it('of several lines is shown, neither as a whole nor line by line, wherever it comes from', async () => {
    await using action = await canaryWorld();
    const key = `-----BEGIN-----\n${CANARY.key}\n${CANARY.unused}\n-----END-----`;
    const asMap = { inputs: { 'api-keys': JSON.stringify({ CONTOSO_KEY: key }) }, env: {} };
    for (const setup of [asMap, { env: { CONTOSO_KEY: key } }]) {
      const run = await action.run(action.push(), setup);
      expect(run.code).toBe(1);
      expectNoCanary(action, run);
      expect(run.masks).toEqual(expect.arrayContaining([key, CANARY.key, CANARY.unused]));
    }
  });
});
