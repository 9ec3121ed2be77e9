import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyFolder, everything, PIN, WORKFLOW } from '../support/empty-folder.ts';
import { ORIGIN_TEAM, type OriginStory, originWorld } from '../support/origin-world.ts';
import type { Rig, Run } from '../support/rig.ts';
import { fetchAction, storyExport } from '../support/stories.ts';

const fromAcme = (rig: Rig, ...more: readonly string[]): Promise<Run> =>
  rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', ...more);

describe('what is there already', () => {
  it('stays as it is: a second call ends with 1 and changes no byte', async () => {
    await using rig = await emptyFolder();
    await fromAcme(rig);
    const before = everything(rig);
    await rig.takeWrites();
    const again = await fromAcme(rig);
    expect(again).toEqual({
      code: 1,
      out: `error INI001  sync.yaml is there already; nothing was written
  hint: go on with "storysync validate", or name another place with --manifest

1 error
`,
      err: '',
    });
    expect(everything(rig)).toEqual(before);
    expect(await rig.log()).toEqual([]);
    expect((await rig.runJson('init')).json).toMatchObject({ findings: [{ code: 'INI001' }], files: [] });
  });

  it.each([WORKFLOW, '.github/actionlint.yaml', '.gitattributes', 'stories/.gitkeep', 'schemas/sync.schema.json'])(
    'stays as it is, and the rest is written: %s',
    async (file) => {
      await using rig = await emptyFolder();
      rig.write(file, 'mine\n');
      const { code, out } = await rig.run('init');
      expect(code).toBe(0);
      expect(out).toContain(`  = ${file} is there already, and stays as it is\n`);
      expect(out.match(/^ {2}\+ /gm)).toHaveLength(5);
      // What somebody else's workflow runs is not ours to pin.
      expect(out.includes(PIN)).toBe(file !== WORKFLOW);
      expect(rig.read(file)).toBe('mine\n');
      expect((await rig.run('validate')).code).toBe(0);
    },
  );

  it('stays as it is, be it a link that leads nowhere', async () => {
    await using rig = await emptyFolder();
    symlinkSync('nowhere.yaml', join(rig.dir, 'sync.yaml'));
    expect(await rig.run('init')).toMatchObject({ code: 1, out: expect.stringContaining('INI001') });
    expect(everything(rig)).toEqual({ 'sync.yaml': '@' });
  });

  it('stays as it is: a story file with other content stops everything, one with the same is kept', async () => {
    await using rig = await emptyFolder();
    await fromAcme(rig);
    const [story, manifest] = [rig.read('stories/phishing-triage.json'), rig.read('sync.yaml')];
    for (const path of readdirSync(rig.dir)) rmSync(join(rig.dir, path), { recursive: true });
    rig.write('stories/phishing-triage.json', story.replace('"lookback": "500"', '"lookback": "9"'));
    const before = everything(rig);
    const refused = await fromAcme(rig);
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('error INI002  stories/phishing-triage') });
    expect(everything(rig)).toEqual(before);

    rig.write('stories/phishing-triage.json', story);
    const { code, out } = await fromAcme(rig);
    expect({ code, kept: out.includes('= stories/phishing-triage.json is there already') }).toEqual({
      code: 0,
      kept: true,
    });
    expect(rig.read('sync.yaml')).toBe(manifest);
    expect(existsSync(join(rig.dir, 'stories/.gitkeep'))).toBe(false);
  });

  it('is not written through: what was written is taken back when the last file cannot be', async () => {
    await using rig = await emptyFolder();
    const outside = mkdtempSync(join(tmpdir(), 'storysync-outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    const obstacles = [
      () => writeFileSync(join(rig.dir, '.github'), 'mine'),
      () => symlinkSync(outside, join(rig.dir, '.github')),
    ];
    for (const obstruct of obstacles) {
      rmSync(join(rig.dir, '.github'), { force: true });
      obstruct();
      const before = everything(rig);
      const { code, out } = await fromAcme(rig);
      expect({ code, out }).toEqual({
        code: 1,
        out: expect.stringContaining('error INI003  .github/actionlint.yaml cannot be written:'),
      });
      expect(everything(rig)).toEqual(before);
    }
    expect(readdirSync(outside)).toEqual([]);
  });

  it('keeps folders that were there, and files in them, when it takes back its own', async () => {
    await using rig = await emptyFolder();
    mkdirSync(join(rig.dir, 'stories/mine'), { recursive: true });
    rig.write('.github', 'mine');
    const before = everything(rig);
    expect((await rig.run('init')).code).toBe(1);
    expect(everything(rig)).toEqual(before);
  });
});

describe('a call of init that cannot succeed', () => {
  const COMMIT = 'a'.repeat(40);
  it.each([
    [['--from', 'URL/acme'], "option '--from' needs '--team'"],
    [['--team', '7'], "option '--team' needs '--from'"],
    [['--key-env', 'ACME_TINES_API_KEY'], "option '--key-env' needs '--from'"],
    [['--trace', 'trace.jsonl'], "option '--trace' needs '--from'"],
    [['--read-timeout', '5'], "option '--read-timeout' needs '--from'"],
    [['--from', 'URL/acme', '--team', 'Content'], 'must be the id of a team'],
    [['--from', 'URL/acme', '--team', '0'], 'must be the id of a team'],
    [['--from', 'URL/acme', '--team', '7', '--key-env', 'GITHUB_TOKEN'], 'always allowed'],
    [['--from', 'acme.tines.com', '--team', '7'], 'write https://acme.tines.com'],
    [['--from', 'http://acme.tines.com', '--team', '7'], '--from begins with http://, expected https://'],
    [['--from', 'https://user:word@acme.tines.com', '--team', '7'], '--from holds a user name or password'],
    [['--from', 'URL/acme/api/v1', '--team', '7'], 'leave out /api/v1'],
    [['--action', `storysync@${COMMIT}`], 'must be a tag or commit'],
    [['--action', 'v1; rm'], 'must be a tag or commit'],
    [['--native'], "option '--native' needs '--from'"],
    [['--force'], "unknown option '--force'"],
    [['stories'], 'too many arguments'],
  ])('%j is a wrong call: exit code 2, nothing written, no tenant asked', async (argv, reason) => {
    await using rig = await emptyFolder();
    const { code, out, err } = await rig.run('init', ...argv.map((each) => each.replace('URL', rig.url)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(err).not.toContain('user:word');
    expect(everything(rig)).toEqual({});
    expect(await rig.log()).toEqual([]);
  });

  it.each([
    ['a key that is not set', { ORIGIN_TINES_API_KEY: undefined }, [], 'EXP002', 'ORIGIN_TINES_API_KEY'],
    ['a key that the tenant refuses', { ORIGIN_TINES_API_KEY: 'wrong' }, [], 'EXP003', 'check the key in ORIGIN_TINES'],
    ['a team that is not there', {}, ['--team', '99'], 'EXP003', 'team 99'],
    ['a tenant that is not there', {}, ['--from', 'URL/nobody'], 'EXP003', 'hint:'],
    ['a host that does not answer', {}, ['--from', 'http://127.0.0.1:1/acme'], 'EXP003', 'hint:'],
  ])('%s is a finding: exit code 1, a hint, nothing written', async (_what, environment, more, problem, words) => {
    await using rig = await emptyFolder();
    Object.assign(rig.environment, environment);
    const { code, out } = await fromAcme(rig, ...more.map((each) => each.replace('URL', rig.url)));
    expect(code).toBe(1);
    expect(out).toContain(`error ${problem}`);
    expect(out).toContain(words);
    expect(everything(rig)).toEqual({});
  });

  it('a story with what looks like a credential: nothing is written, and the value is not shown', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const leaky: OriginStory = {
      content: storyExport({
        name: 'Leaky',
        actions: [fetchAction('Ask', 'https://x.example', { headers: { a: secret } })],
      }),
    };
    await using rig = await originWorld({ stories: {}, unknown: [leaky] });
    rmSync(join(rig.dir, 'sync.yaml'));
    rig.environment.ORIGIN_TINES_API_KEY = 'acme-secret-key';
    const { code, out, err } = await rig.run('init', '--from', `${rig.url}/acme`, '--team', String(ORIGIN_TEAM));
    expect({ code, found: out.includes('EXP012'), shown: `${out}${err}`.includes(secret) }).toEqual({
      code: 1,
      found: true,
      shown: false,
    });
    expect(everything(rig)).toEqual({});
  });
});
