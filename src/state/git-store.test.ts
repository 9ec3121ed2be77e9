import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { type GitStateOptions, openGitStateStore } from './git-store.ts';
import type { StateStore } from './port.ts';

const BRANCH = 'storysync/state';
let dir = '';

/** A repository that every test gets a copy of. */
const template = mkdtempSync(join(tmpdir(), 'storysync-state-'));
beforeAll(() => {
  dir = template;
  git('init', '--quiet', '--initial-branch=main', '--template=');
  writeFileSync(join(dir, 'sync.yaml'), 'version: 1\n');
  git('add', 'sync.yaml');
  git('commit', '--quiet', '-m', 'start');
});
beforeEach(() => {
  dir = temporaryFolder();
  cpSync(template, dir, { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Without this "git status" itself would rewrite the index.
const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe', env });
}

function options(changes: Partial<GitStateOptions> = {}): GitStateOptions {
  const author = { name: 'storysync', email: 'storysync@example.com' };
  return { dir, branch: BRANCH, author, clock: instantClock('2026-11-22T10:00:00Z'), ...changes };
}

async function open(changes: Partial<GitStateOptions> = {}): Promise<StateStore> {
  const opened = await openGitStateStore(options(changes));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function write(store: StateStore, name: string, text: string): Promise<void> {
  expect(await store.write(name, text, `State of ${name}`)).toEqual({ ok: true, value: null });
}

describe('openGitStateStore', () => {
  it('starts an orphan branch that git finds sound, in the author’s name', async () => {
    await write(await open(), 'contoso', '{}\n');
    await write(await open(), 'fabrikam', '{}\n');
    expect(git('log', '--format=%an <%ae> %aI %s', BRANCH).trim().split('\n')).toEqual([
      'storysync <storysync@example.com> 2026-11-22T10:00:00+00:00 State of fabrikam',
      'storysync <storysync@example.com> 2026-11-22T10:00:00+00:00 State of contoso',
    ]);
    expect(git('show', `${BRANCH}:destinations/contoso.json`)).toBe('{}\n');
    expect(git('fsck', '--strict', '--no-dangling').trim()).toBe('');
  });

  it('leaves work tree, index and HEAD alone', async () => {
    writeFileSync(join(dir, 'staged.txt'), 'staged\n');
    git('add', 'staged.txt');
    const before = [git('status', '--porcelain'), git('rev-parse', 'HEAD'), statSync(join(dir, '.git/index')).mtimeMs];
    await write(await open(), 'contoso', '{}\n');
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), statSync(join(dir, '.git/index')).mtimeMs]).toEqual(
      before,
    );
    expect(existsSync(join(dir, 'destinations'))).toBe(false);
  });

  it('makes no commit for a text that stands there already', async () => {
    const store = await open();
    await write(store, 'contoso', '{}\n');
    const before = git('rev-parse', BRANCH);
    await write(store, 'contoso', '{}\n');
    expect(git('rev-parse', BRANCH)).toBe(before);
  });

  it('keeps other files of the branch', async () => {
    git('branch', BRANCH);
    await write(await open(), 'contoso', '{}\n');
    expect(git('ls-tree', '-r', '--name-only', BRANCH).trim().split('\n')).toEqual([
      'destinations/contoso.json',
      'sync.yaml',
    ]);
  });

  it('takes nothing for a destination that is no file of ours', async () => {
    mkdirSync(join(dir, 'destinations/folder.json'), { recursive: true });
    const files = ['contoso.json', 'README.md', 'Upper.json', '.json', 'folder.json/x'];
    for (const file of files) writeFileSync(join(dir, 'destinations', file), '{}');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'by hand');
    git('branch', BRANCH);
    expect(await (await open()).names()).toEqual({ ok: true, value: ['contoso'] });
  });

  it('reads and moves a branch that git has packed', async () => {
    const store = await open();
    await write(store, 'contoso', 'one\n');
    git('gc', '--quiet');
    expect(existsSync(join(dir, '.git/refs/heads', BRANCH))).toBe(false);
    expect(await store.read('contoso')).toEqual({ ok: true, value: 'one\n' });
    await write(store, 'fabrikam', 'two\n');
    expect(git('rev-list', '--count', BRANCH).trim()).toBe('2');
  });

  it('lets several stores of one process write at once', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);
    await Promise.all(
      stores.flatMap((store, s) => [0, 1, 2, 3, 4].map((n) => write(store, `t-${s}-${n}`, `${s} ${n}\n`))),
    );
    expect(git('ls-tree', '--name-only', BRANCH, 'destinations/').trim().split('\n')).toHaveLength(20);
    // Of each store the first write alone, the four that came meanwhile together.
    expect(git('rev-list', '--count', BRANCH).trim()).toBe('8');
    expect(git('fsck', '--strict', '--no-dangling').trim()).toBe('');
  });

  it('puts writes that wait for one another into one commit, and names them all in it', async () => {
    const store = await open();
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => store.write(name, `${name}\n`, `${name}: triage created`)));
    expect(git('log', '--format=%B', BRANCH).trim().split('\n')).toEqual([
      'State of 3 destinations',
      '',
      'b: triage created',
      'c: triage created',
      'd: triage created',
      '',
      'a: triage created',
    ]);
    expect(git('fsck', '--strict', '--no-dangling').trim()).toBe('');
  });

  it('keeps the message of the one destination of several whose text is new', async () => {
    const store = await open();
    await Promise.all(['a', 'b', 'c'].map((name) => store.write(name, 'one\n', `first ${name}`)));
    const texts = { a: 'one\n', b: 'one\n', c: 'two\n' };
    await Promise.all(Object.entries(texts).map(([name, text]) => store.write(name, text, `second ${name}`)));
    expect(git('log', '-1', '--format=%B', BRANCH).trim()).toBe('second c');
    expect(git('rev-list', '--count', BRANCH).trim()).toBe('3');
  });

  it('answers each of many writes only when the branch holds its text', async () => {
    const store = await open();
    const names = Array.from({ length: 12 }, (_, index) => `t-${index}`);
    const held = await Promise.all(
      names.map(async (name) => {
        await write(store, name, `text of ${name}`);
        return git('show', `${BRANCH}:destinations/${name}.json`);
      }),
    );
    expect(held).toEqual(names.map((name) => `text of ${name}`));
  });

  it('gives two texts of one destination a commit each, in order', async () => {
    const store = await open();
    await Promise.all(['zero', 'one', 'two'].map((text) => write(store, 'contoso', text)));
    const versions = ['', '~1', '~2'].map((back) => git('show', `${BRANCH}${back}:destinations/contoso.json`));
    expect(versions).toEqual(['two', 'one', 'zero']);
  });

  it('lets a name that is none fail alone, and goes on', async () => {
    const store = await open();
    const [good, bad, other] = await Promise.allSettled([
      store.write('contoso', 'one', 'note'),
      store.write('../evil', 'two', 'note'),
      store.write('fabrikam', 'three', 'note'),
    ]);
    expect(good).toMatchObject({ value: { ok: true } });
    expect(bad).toMatchObject({ status: 'rejected' });
    expect(other).toMatchObject({ value: { ok: true } });
    expect(await store.read('fabrikam')).toEqual({ ok: true, value: 'three' });
  });

  it('tells every writer of a commit that failed', async () => {
    const store = await open({ lockWaitMs: 0 });
    mkdirSync(join(dir, '.git/refs/heads/storysync'), { recursive: true });
    const lock = join(dir, '.git/refs/heads', `${BRANCH}.lock`);
    writeFileSync(lock, '');
    const results = await Promise.all(['a', 'b', 'c'].map((name) => store.write(name, name, name)));
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual(['STA006', 'STA006', 'STA006']);
    rmSync(lock);
    await write(store, 'a', 'a');
  });

  it('works from a linked work tree and from a folder below', async () => {
    const linked = join(temporaryFolder(), 'linked');
    git('worktree', 'add', '--quiet', '-b', 'side', linked);
    mkdirSync(join(linked, 'stories'));
    await write(await open({ dir: join(linked, 'stories') }), 'contoso', '{}\n');
    expect(git('show', `${BRANCH}:destinations/contoso.json`)).toBe('{}\n');
    expect(await (await open()).read('contoso')).toEqual({ ok: true, value: '{}\n' });
  });

  it('refuses a branch that is checked out, here or in a linked work tree', async () => {
    const store = await open();
    await write(store, 'contoso', '{}\n');
    git('worktree', 'add', '--quiet', join(temporaryFolder(), 'linked'), BRANCH);
    expect(await openGitStateStore(options())).toMatchObject({ ok: false, error: { code: 'STA005' } });
    expect(await store.write('contoso', 'new', 'note')).toMatchObject({ ok: false, error: { code: 'STA005' } });
    git('checkout', '--quiet', '-b', 'other/state');
    expect(await openGitStateStore(options({ branch: 'other/state' }))).toMatchObject({
      ok: false,
      error: { code: 'STA005' },
    });
  });

  it('waits for a lock, and gives up on one that stays', async () => {
    const store = await open({ lockWaitMs: 200 });
    await write(store, 'contoso', 'one\n');
    const lock = join(dir, '.git/refs/heads', `${BRANCH}.lock`);
    writeFileSync(lock, '');
    const stuck = await store.write('contoso', 'two\n', 'note');
    expect(stuck).toMatchObject({
      ok: false,
      error: { code: 'STA006', hint: expect.stringContaining(`${BRANCH}.lock`) },
    });
    expect(existsSync(lock)).toBe(true);
    const patient = (await open()).write('contoso', 'three\n', 'note');
    setTimeout(() => rmSync(lock), 100);
    expect(await patient).toEqual({ ok: true, value: null });
    expect(existsSync(lock)).toBe(false);
    expect(await store.read('contoso')).toEqual({ ok: true, value: 'three\n' });
  });

  it('goes on after a failed write', async () => {
    const store = await open({ lockWaitMs: 0 });
    const lock = join(dir, '.git/refs/heads', `${BRANCH}.lock`);
    mkdirSync(join(dir, '.git/refs/heads/storysync'), { recursive: true });
    writeFileSync(lock, '');
    expect(await store.write('contoso', 'one', 'note')).toMatchObject({ ok: false });
    rmSync(lock);
    await write(store, 'contoso', 'one');
  });

  it('reports a branch whose objects are missing or broken', async () => {
    await write(await open(), 'contoso', '{}\n');
    const oid = git('rev-parse', `${BRANCH}:destinations/contoso.json`).trim();
    const object = join(dir, '.git/objects', oid.slice(0, 2), oid.slice(2));
    const whole = readFileSync(object);
    rmSync(object);
    expect(await (await open()).read('contoso')).toMatchObject({ ok: false, error: { code: 'STA007' } });
    writeFileSync(object, whole.subarray(0, 5));
    expect(await (await open()).read('contoso')).toMatchObject({ ok: false, error: { code: 'STA007' } });
  });

  it('reports a branch of whose name a part is a branch already', async () => {
    git('branch', 'storysync');
    expect(await (await open()).write('contoso', '{}', 'note')).toMatchObject({ ok: false, error: { code: 'STA007' } });
  });

  it('refuses a folder without a repository, foreign storage, and impossible names', async () => {
    expect(await openGitStateStore(options({ dir: temporaryFolder() }))).toMatchObject({ error: { code: 'STA004' } });
    for (const branch of ['', '../main', 'a..b', 'a b', '/a', 'a/', '.a', 'a.lock', 'a\n', 'a~1']) {
      expect(await openGitStateStore(options({ branch }))).toMatchObject({ error: { code: 'STA008' } });
    }
    git('config', 'extensions.objectformat', 'sha256');
    expect(await openGitStateStore(options())).toMatchObject({ error: { code: 'STA004' } });
  });
});
