import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_CONFIG } from '../../src/emulator/control/default-config.ts';
import { ORIGIN_TEAM, type OriginStory, originWorld } from '../support/origin-world.ts';
import { Rig, type Run } from '../support/rig.ts';
import { fetchAction, storyExport } from '../support/stories.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WORKFLOW = '.github/workflows/storysync.yml';
const PIN = `git ls-remote https://github.com/storysync/storysync v0.1.0 'v0.1.0^{}'`;

/** The emulator as a newcomer starts it, and an empty folder. */
async function emptyFolder({ git = false } = {}): Promise<Rig> {
  const rig = await Rig.start(DEFAULT_CONFIG);
  if (!git) rmSync(join(rig.dir, '.git'), { recursive: true });
  rig.environment.ORIGIN_TINES_API_KEY = 'acme-emulator-key';
  rig.environment.CONTOSO_TINES_API_KEY = 'contoso-emulator-key';
  return rig;
}

/** Every file and folder below, git's own left out, with what the files hold. */
function everything({ dir }: Rig): { readonly [path: string]: string } {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(dir.length + 1), entry.isFile() ? readFileSync(path, 'utf8') : entry.isDirectory() ? '/' : '@'];
  });
  const ours = found.filter(([path = '']) => !/^\.git(?:\/|$)/.test(path));
  return Object.fromEntries(ours.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

const filesIn = (rig: Rig): readonly string[] =>
  Object.entries(everything(rig))
    .filter(([, content]) => content !== '/')
    .map(([path]) => path);

const fromAcme = (rig: Rig, ...more: readonly string[]): Promise<Run> =>
  rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', ...more);

const CONTOSO = (url: string) => `destinations:
  contoso:
    destination_tenant_url: ${url}/contoso
    destination_tenant_api_key: \${CONTOSO_TINES_API_KEY}
    destination_team_id: 42
    stories: [phishing-triage]
`;

const FROM_NOTHING = `  + stories/.gitkeep
  + schemas/sync.schema.json
  + .gitattributes
  + .github/actionlint.yaml
  + .github/workflows/storysync.yml
  + sync.yaml

Next:
  # keep all this in git
  git init -b main
  # fill in origin and destinations, and check them
  npx storysync validate
  # the workflow runs nothing until it is pinned: the last line of this names the commit
  ${PIN}
`;

const FROM_ORIGIN = `  + stories/phishing-triage.json
  + schemas/sync.schema.json
  + .gitattributes
  + .github/actionlint.yaml
  + .github/workflows/storysync.yml
  + sync.yaml

Added to the catalogue:
  phishing-triage: id 9981, "Phishing triage"
Left out, because they are not under change control; turn it on, or set "require_change_control: false" under "origin":
  id 9982, "Phishing triage (experiments)"

1 added, 0 changed, 0 unchanged from HOST/acme

Next:
  # once a destination is written down and its key is in the environment: see what a sync would do
  npx storysync plan
  # push it
  npx storysync sync
  # the workflow runs nothing until it is pinned: the last line of this names the commit
  ${PIN}
`;

const MARKDOWN = `### Set up

- added \`stories/.gitkeep\`
- added \`schemas/sync.schema.json\`
- added \`.gitattributes\`
- added \`.github/actionlint.yaml\`
- added \`.github/workflows/storysync.yml\`
- \`sync.yaml\` HERE

Next:

`;

describe('init', () => {
  it('makes a repository that validates out of an empty folder, and says what comes next', async () => {
    await using rig = await emptyFolder();
    expect(await rig.run('init')).toEqual({ code: 0, out: FROM_NOTHING, err: '' });
    expect(await rig.run('validate')).toMatchObject({ code: 0, out: 'No findings (0 stories, 0 destinations)\n' });
    expect(filesIn(rig)).toEqual([
      '.gitattributes',
      '.github/actionlint.yaml',
      WORKFLOW,
      'schemas/sync.schema.json',
      'stories/.gitkeep',
      'sync.yaml',
    ]);
    expect(rig.read(WORKFLOW)).toBe(readFileSync(join(ROOT, 'examples/workflows/storysync.yml'), 'utf8'));
    expect(rig.read('schemas/sync.schema.json')).toBe(readFileSync(join(ROOT, 'schemas/sync.schema.json'), 'utf8'));
    expect(await rig.log()).toEqual([]);
  });

  it('a manifest stays valid when its examples are filled in as they stand', async () => {
    await using rig = await emptyFolder();
    await rig.run('init');
    const filled = rig
      .read('sync.yaml')
      .replace('destinations: {}\n', '')
      .replace(/^(# Which.*)\n/m, '$1\ndestinations:\n')
      .replaceAll(/^# (origin:| {2})/gm, '$1')
      .replace('stories: {}', 'stories: { phishing-triage: { id: 1 } }');
    rig.write('sync.yaml', filled);
    rig.write('stories/phishing-triage.json', storyExport({ name: 'Triage', actions: [{ name: 'Begin' }] }));
    expect(await rig.run('validate')).toMatchObject({ code: 0, out: 'No findings (1 story, 1 destination)\n' });
  });

  it('goes from an empty folder to a first synced story, and the second sync is silent', async () => {
    await using rig = await emptyFolder({ git: true });
    const { code, out } = await fromAcme(rig);
    expect(code).toBe(0);
    expect(out.replaceAll(new URL(rig.url).host, 'HOST')).toBe(FROM_ORIGIN);
    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.run('validate')).code).toBe(0);
    expect((await rig.run('export', '--check')).code).toBe(0);

    rig.write('sync.yaml', rig.read('sync.yaml').replace('destinations: {}\n', CONTOSO(rig.url)));
    rig.commit('Start with storysync');
    expect((await rig.run('plan')).out).toContain('Plan: 1 to create, 0 to update');
    expect(await rig.run('sync')).toMatchObject({ code: 0, out: expect.stringContaining('1 synced (1 created)') });
    expect(await rig.story('contoso', 'Phishing triage')).toMatchObject({ team_id: 42 });
    await rig.takeWrites();
    expect(await rig.run('sync')).toMatchObject({ code: 0, out: expect.stringContaining('1 synced, 0 failed') });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('tells a script in JSON which files are new, and what the origin has beside them', async () => {
    await using rig = await emptyFolder();
    const { code, json } = await rig.runJson('init', '--from', `${rig.url}/acme/`, '--team', '7');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'storysync.findings/1',
      totals: { stories: 1, destinations: 0, errors: 0, warnings: 0 },
      files: [
        { path: 'stories/phishing-triage.json', change: 'add' },
        { path: 'schemas/sync.schema.json', change: 'add' },
        { path: '.gitattributes', change: 'add' },
        { path: '.github/actionlint.yaml', change: 'add' },
        { path: WORKFLOW, change: 'add' },
        { path: 'sync.yaml', change: 'add' },
      ],
      discovered: [{ id: 9981, key: 'phishing-triage' }],
      left_out: [{ id: 9982, reason: 'no_change_control' }],
    });
  });

  it('says the same in Markdown', async () => {
    await using rig = await emptyFolder();
    const { out } = await rig.run('init', '--format', 'markdown');
    expect(out.startsWith(MARKDOWN.replace('`sync.yaml` HERE', 'added `sync.yaml`'))).toBe(true);
    expect(out).toContain('1. keep all this in git: `git init -b main`\n');
  });

  it('says of a team without stories that it has none', async () => {
    await using rig = await emptyFolder();
    const { code, out } = await rig.run('init', '--from', `${rig.url}/acme`, '--team', '8');
    expect({ code, says: out.includes('The team has no stories yet.') }).toEqual({ code: 0, says: true });
    expect((await rig.run('validate')).code).toBe(0);
  });
});

describe('the files that init writes', () => {
  it('name the schema of the installed package, where there is one, and keep packages out of git', async () => {
    await using rig = await emptyFolder();
    rig.write('node_modules/storysync/schemas/sync.schema.json', {});
    expect((await rig.run('init')).code).toBe(0);
    const [first] = rig.read('sync.yaml').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=node_modules/storysync/schemas/sync.schema.json');
    expect(existsSync(join(rig.dir, 'schemas'))).toBe(false);
    expect(rig.read('.gitignore')).toBe('node_modules/\n');
  });

  it.each([
    ['git+ssh://git@github.com/acme/sync.git#', 'acme/sync'],
    ['git+https://github.com/acme/sync#', 'acme/sync'],
    ['git+https://git.acme.example/acme/sync.git#', undefined],
    ['https://registry.acme.example/storysync/-/storysync-0.1.0.tgz?', undefined],
  ])('run the commit that the package was installed from, where it is one of GitHub: %s', async (url, repository) => {
    await using rig = await emptyFolder();
    const commit = 'c0ffee'.repeat(7).slice(0, 40);
    rig.write('node_modules/storysync/schemas/sync.schema.json', {});
    const packages = { 'node_modules/storysync': { version: '0.1.0', resolved: `${url}${commit}` } };
    rig.write('node_modules/.package-lock.json', { lockfileVersion: 3, packages });
    const { out } = await rig.run('init');
    const uses = rig.read(WORKFLOW).match(/uses: \S+sync@\S+/g) ?? [];
    const expected = repository === undefined ? `storysync/storysync@${'0'.repeat(40)}` : `${repository}@${commit}`;
    expect(uses).toEqual(Array.from({ length: 5 }, () => `uses: ${expected}`));
    expect(out.includes(PIN)).toBe(repository === undefined);
    rmSync(join(rig.dir, 'sync.yaml'));
    rmSync(join(rig.dir, WORKFLOW));
    const tagged = await rig.run('init', '--action', 'v9');
    expect(tagged.out).toContain('# a tag or branch can be moved');
    expect(tagged.out).toContain(`git ls-remote https://github.com/storysync/storysync v9 'v9^{}'`);
    expect(rig.read(WORKFLOW).match(/uses: storysync\/storysync@v9$/gm)).toHaveLength(5);
  });

  it('fit a manifest in a folder of a repository: the workflow stands at its top and names the manifest', async () => {
    await using rig = await emptyFolder({ git: true });
    const { code, out } = await rig.run('init', '--manifest', 'customers/eu/sync.yaml');
    expect(code).toBe(0);
    expect(out).toContain('npx storysync validate --manifest customers/eu/sync.yaml');
    expect(filesIn(rig)).toEqual([
      '.github/actionlint.yaml',
      WORKFLOW,
      'customers/eu/.gitattributes',
      'customers/eu/stories/.gitkeep',
      'customers/eu/sync.yaml',
      'schemas/sync.schema.json',
    ]);
    expect(rig.read('customers/eu/sync.yaml')).toContain('$schema=../../schemas/sync.schema.json\n');
    type Step = { readonly uses: string; readonly with: object };
    const { jobs } = parse(rig.read(WORKFLOW)) as { jobs: { [id: string]: { steps: readonly Step[] } } };
    const ours = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses.includes('/storysync@')));
    expect(ours).toHaveLength(5);
    for (const step of ours) expect(step.with).toMatchObject({ manifest: 'customers/eu/sync.yaml' });
    expect((await rig.run('validate', '--manifest', 'customers/eu/sync.yaml')).code).toBe(0);
  });

  it.each([
    ['ref: refs/heads/trunk', '[trunk]'],
    ['ref: refs/heads/on', '["on"]'],
  ])('sync the first branch of a repository without commits: %s', async (head, branches) => {
    await using rig = await emptyFolder({ git: true });
    writeFileSync(join(rig.dir, '.git/HEAD'), `${head}\n`);
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain(`    branches: ${branches}\n`);
  });

  it('sync `main` where a feature branch is checked out, and `master` where that is', async () => {
    await using rig = await emptyFolder({ git: true });
    rig.write('README.md', 'mine');
    rig.commit();
    rig.git('switch', '--quiet', '-c', 'feature');
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain('branches: [main]');
    rig.git('switch', '--quiet', '-c', 'master');
    for (const file of [WORKFLOW, 'sync.yaml']) rmSync(join(rig.dir, file));
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain('branches: [master]');
  });
});

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

it('in CI the origin that the caller names is read, though no default branch vouches for it', async () => {
  await using rig = await emptyFolder({ git: true });
  rig.environment.CI = 'true';
  rig.git('remote', 'add', 'origin', 'https://127.0.0.1:1/acme/stories.git');
  expect((await fromAcme(rig)).code).toBe(0);
});
