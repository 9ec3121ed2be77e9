import { describe, expect, it } from 'vitest';
import { type Rig, Rig as Rigs } from '../support/rig.ts';
import { storyExport, webhook } from '../support/stories.ts';

const destination = (name: string, team: number, more: string): string => `  ${name}:
    destination_tenant_url: https://${name}.example
    destination_tenant_api_key: \${${name.toUpperCase()}_KEY}
    destination_team_id: ${team}
    stories: [triage]
${more}`;

/** A fleet of both engines, which no edit has to ask: two that the vendor serves, and one that is pushed to. */
async function mixedFleet(): Promise<Rig> {
  const rig = await Rigs.start({ tenants: { acme: { keys: [{ key: 'k' }], teams: [{ id: 7 }] } } });
  rig.write(
    'sync.yaml',
    `version: 1
origin: { tenant_url: "${rig.url}/acme", team_id: 7, api_key: "\${ACME_KEY}" }
stories: { triage: { id: 301 } }
destinations:
${destination('contoso', 42, '    engine: native # theirs\n')}${destination('contiki', 43, '    engine: native\n')}${destination('fabrikam', 9, '')}`,
  );
  rig.write('stories/triage.json', storyExport({ name: 'Triage', actions: [webhook('In')] }));
  rig.commit('start');
  return rig;
}

const ROTATED = `sync.yaml: 2 lines changed
  + 11 |     destination_tenant_api_key_version: 1
  + 18 |     destination_tenant_api_key_version: 1

contoso, contiki: key version 1

Put the new keys into CONTOSO_KEY, CONTIKI_KEY first.
The next sync hands over what is there; the vendor never shows a key, so nothing compares them.
Commit sync.yaml for it to take effect.
`;

describe('storysync rotate', () => {
  it('shows the lines that it writes and what they mean, and raises the number with each call', async () => {
    await using rig = await mixedFleet();
    expect(await rig.run('rotate', '--destination', 'cont*')).toEqual({ code: 0, out: ROTATED, err: '' });
    const { code, json } = await rig.runJson('rotate', '--destination', 'contoso');
    expect({ code, json }).toMatchObject({
      code: 0,
      json: { format: 'storysync.findings/1', findings: [], files: [{ path: 'sync.yaml', change: 'update' }] },
    });
    expect(rig.read('sync.yaml')).toContain('engine: native # theirs\n    destination_tenant_api_key_version: 2\n');
    expect((await rig.run('validate')).code).toBe(0);
    expect(await rig.log()).toEqual([]);
  });
});

describe('a destination that the vendor serves', () => {
  const why = ['--reason', 'x'];
  const served = (verb: string): string =>
    `destination "contoso" is served by the vendor (engine: native), which carries what is live at the origin; it cannot be ${verb}`;

  it.each([
    [['detach', '--destination', 'contoso', '--story', 'triage', ...why], served('detached')],
    [['detach', '--destination', '*', '--story', 'triage', ...why], served('detached')],
    [['reattach', '--destination', 'contoso', '--story', 'triage', '--offline'], served('reattached')],
    [['rollback', '--destination', 'contoso', ...why, '--to', 'HEAD'], served('rolled back')],
    [['rollback', '--destination', 'fabrikam', 'contoso', ...why, '--to', 'HEAD', '--offline'], served('rolled back')],
    [['unpin', '--destination', 'contoso', '--offline'], served('unpinned')],
    [['rotate', '--destination', 'fabrikam'], 'destination "fabrikam" is pushed to'],
    [['rotate', '--destination', '*'], 'destination "fabrikam" is pushed to'],
  ])('is refused by %j, with the way on; the manifest is left alone', async (argv, words) => {
    await using rig = await mixedFleet();
    const before = rig.read('sync.yaml');
    const { code, out, err } = await rig.run(...argv);
    expect(code).toBe(1);
    expect(`${out}${err}`.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(`${out}${err}`).toContain('error RUN066');
    expect(`${out}${err}`).toMatch(/hint: \S/);
    expect(rig.read('sync.yaml')).toBe(before);
    expect(await rig.log()).toEqual([]);
  });

  it.each([
    [['rotate'], "required option '--destination <names...>'"],
    [['rotate', '--destination', 'contos'], 'did you mean "contoso"?'],
    [['rotate', '--destination', 'contoso', '--reason', 'x'], "unknown option '--reason'"],
  ])('is not rotated by the wrong call %j', async (argv, words) => {
    await using rig = await mixedFleet();
    const { code, err } = await rig.run(...argv);
    expect({ code, told: err.includes(words) }).toEqual({ code: 2, told: true });
  });

  it('is held and released like any other, and a hold says that a publish does not pass it', async () => {
    await using rig = await mixedFleet();
    const before = rig.read('sync.yaml');
    const flag = 'sets its manual flag: a publish at the origin does not pass the hold';
    const held = await rig.run('hold', '--destination', 'contoso', ...why);
    expect({ code: held.code, told: held.out.includes(flag) }).toEqual({ code: 0, told: true });
    expect((await rig.run('validate')).code).toBe(0);
    expect((await rig.run('release', '--destination', 'contoso')).code).toBe(0);
    expect(rig.read('sync.yaml')).toBe(before);
    expect((await rig.run('hold', '--destination', 'fabrikam', ...why)).out).not.toContain(flag);
    expect((await rig.run('hold', '--destination', '*', ...why)).out).toContain(flag);
  });

  it('is named in a warning where the fleet is pinned, and stays what it is', async () => {
    await using rig = await mixedFleet();
    rig.write('sync.yaml', `${rig.read('sync.yaml')}defaults: { pin: { commit: "${rig.head()}", reason: x } }\n`);
    const { code, out } = await rig.run('validate');
    expect(code).toBe(0);
    expect(out).toContain('warning MAN063');
    expect(out).toContain('"contoso", "contiki"');
  });
});
