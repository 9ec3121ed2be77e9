import { type ExecFileException, execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const PAGES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md'];

const folder = mkdtempSync(join(tmpdir(), 'storysync-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Starts empty: what an installation needs beside the packed file would be missing. */
const cache = join(folder, 'cache');
const app = join(folder, 'app');

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** A program as a user starts it: nothing of the npm that runs the tests, no file of the person who runs them. */
function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_COMPILE_CACHE)/i.test(name));
  const env = {
    ...Object.fromEntries(own),
    HOME: folder,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    npm_config_cache: cache,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  return new Promise((done) => {
    execFile(
      program,
      args,
      { cwd, env, shell: process.platform === 'win32' },
      (error: ExecFileException | null, out, err) => done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

/** What npm put there to be started; that npm starts it is looked at once. */
const STORYSYNC = join(app, 'node_modules/.bin/storysync');

const npm = (cwd: string, ...args: readonly string[]): Promise<Ran> => run('npm', args, cwd);

/** What a clone has at its root, as far as it could get into a package; `src/` stands for everything that must not. */
function cloneAt(place: string): string {
  for (const each of ['dist', 'schemas', 'tools', 'docs', 'scripts', 'package.json', 'action.yml', ...PAGES]) {
    cpSync(join(ROOT, each), join(place, each), { recursive: true });
  }
  mkdirSync(join(place, 'src'));
  writeFileSync(join(place, 'src/version.ts'), '');
  return place;
}

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const manifestOf = (place: string): { readonly [field: string]: unknown } =>
  JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));

describe('the package that "npm pack" makes', () => {
  const clone = join(folder, 'clone');
  const installed = join(app, 'node_modules/storysync');
  let before: string;

  beforeAll(async () => {
    cloneAt(clone);
    writeFileSync(join(clone, 'package.json'), JSON.stringify({ ...manifestOf(ROOT), 'a new field': 'of the clone' }));
    before = readFileSync(join(clone, 'package.json'), 'utf8');
    mkdirSync(app);
    const packed = await npm(clone, 'pack', '--pack-destination', folder);
    expect(packed).toMatchObject({ code: 0 });
    const file = packed.out.trim().split('\n').at(-1) ?? '';
    expect(await npm(app, 'install', '--save-dev', join(folder, file))).toMatchObject({ code: 0 });
  });

  it('holds dist/, schemas/, four pages and a package.json, and nothing else', () => {
    const shipped = ['dist', 'schemas'].flatMap((each) => filesIn(join(ROOT, each)).map((file) => `${each}/${file}`));
    expect(filesIn(installed)).toEqual([...PAGES, 'package.json', ...shipped].sort());
  });

  it('names no affair of the clone in its package.json, known or new, and needs no other package', () => {
    const fields = 'name version description keywords license repository type bin types exports files engines';
    expect(Object.keys(manifestOf(installed)).join(' ')).toBe(fields);
    expect(manifestOf(installed)).toMatchObject({ name: 'storysync', engines: { node: '>=24' } });
    expect(
      filesIn(join(app, 'node_modules')).filter((file) => !/^(?:storysync|\.bin|\.package-lock)/.test(file)),
    ).toEqual([]);
  });

  it('leaves the clone’s own package.json as it was', () => {
    expect(readFileSync(join(clone, 'package.json'), 'utf8')).toBe(before);
    expect(readdirSync(clone).filter((file) => /saved|\.new$/.test(file))).toEqual([]);
  });

  it('runs in a repository of one’s own, whose schema line leads to a file of it', async () => {
    const version = `${String(manifestOf(ROOT).version)}\n`;
    expect(await npm(app, 'exec', '--', 'storysync', '--version')).toMatchObject({ code: 0, out: version });
    const line = '# yaml-language-server: $schema=';
    const example = readFileSync(join(ROOT, 'examples/quickstart/sync.yaml'), 'utf8');
    const schema = './node_modules/storysync/schemas/sync.schema.json';
    writeFileSync(join(app, 'sync.yaml'), example.replace(/^# yaml-language-server: .*/, `${line}${schema}`));
    cpSync(join(ROOT, 'examples/quickstart/stories'), join(app, 'stories'), { recursive: true });
    expect(await run(STORYSYNC, ['validate'], app)).toEqual({
      code: 0,
      out: 'No findings (3 stories, 3 destinations)\n',
      err: '',
    });
    expect(readFileSync(join(app, schema))).toEqual(readFileSync(join(ROOT, 'schemas/sync.schema.json')));
  });

  it('plays the demo without a clone', async () => {
    const { code, out } = await run(STORYSYNC, ['demo'], app);
    const place = /storysync plan --manifest (\S+)\/sync\.yaml/.exec(out)?.[1];
    rmSync(place ?? '', { recursive: true, force: true });
    expect(code).toBe(0);
    expect(out).toContain('Writes that reached the tenants in the second run: 0.');
  });

  it('has types for scripts, which are those that our own code keeps to', async () => {
    const own = (file: string): string => JSON.stringify(join(ROOT, 'src/documents', file));
    writeFileSync(
      join(app, 'script.mts'),
      [
        "import type { Findings, Plan, Status } from 'storysync';",
        `import type { WireFindings } from ${own('findings/findings-schema.ts')};`,
        `import type { WirePlan } from ${own('plan/plan-schema.ts')};`,
        `import type { WireStatus } from ${own('status/status-schema.ts')};`,
        'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;',
        'const same: [Same<Findings, WireFindings>, Same<Plan, WirePlan>, Same<Status, WireStatus>] = [true, true, true];',
        'export const names = (plan: Plan): string[] => plan.destinations.map(({ name }) => name);',
        'export { same };',
      ].join('\n'),
    );
    const flags = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--exactOptionalPropertyTypes',
      '--allowImportingTsExtensions',
    ];
    const settings = [
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--typeRoots',
      join(ROOT, 'node_modules/@types'),
    ];
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [tsc, ...flags, ...settings, 'script.mts'], app);
    expect(checked).toEqual({ code: 0, out: '', err: '' });
  });

  it('says in one line what helps on an older Node, before that Node reads the program', async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(old)}`];
    const { version } = process;
    for (const [place, next] of [
      [installed, 'Run: npm install -D node@24'],
      [clone, 'In a clone "npm ci" brings it (macOS: install Node 24), and "npx storysync" uses it.'],
    ] as const) {
      const start = join(place, 'dist/storysync.js');
      expect(await run(process.execPath, [...preload, start, 'validate'], app)).toEqual({
        code: 2,
        out: '',
        err: `storysync needs Node 24 or later; this is ${version}. ${next}\n`,
      });
      expect(readFileSync(start, 'utf8')).not.toMatch(/^(?:import\b(?!\()|export \{ .+ \} from)/m);
    }
  });
});

describe('a git URL', () => {
  it('installs the same package: the copy that npm makes in its cache gets the manifest of a pack', async () => {
    // Where npm clones to. It also installs what we develop with there, for which a test has no network.
    const copy = cloneAt(join(cache, '_cacache/tmp/git-clone-1'));
    const other = join(folder, 'from-git');
    mkdirSync(other);
    expect(await npm(other, 'install', '--install-links', copy)).toMatchObject({ code: 0 });
    const found = filesIn(join(other, 'node_modules/storysync'));
    expect(found).toEqual(filesIn(join(app, 'node_modules/storysync')));
    expect(manifestOf(join(other, 'node_modules/storysync'))).toEqual(manifestOf(join(app, 'node_modules/storysync')));
  });

  it('is told from a clone, whose package.json "npm ci" leaves alone', async () => {
    const clone = cloneAt(join(folder, 'clone-2'));
    expect(await npm(clone, 'run', 'prepare')).toMatchObject({ code: 0 });
    expect(readFileSync(join(clone, 'package.json'), 'utf8')).toBe(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  });
});
