import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockText } from '../objects/lock-file.ts';
import { newOwner } from '../objects/owner.ts';
import { type Committed, commitFiles, type FilesToCommit } from './commit-files.ts';

const BRANCH = 'storysync/export';
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-commit-')));
let dir = '';
let count = 0;

/** A repository that every test gets a copy of: it costs a fraction of making one. */
beforeAll(() => {
  dir = join(folder, 'template');
  mkdirSync(dir);
  git('init', '--quiet', '--initial-branch=main', '--template=');
  commit({ 'stories/a.json': '{"a": 1}\n', 'stories/run.json': '{}\n', 'README.md': 'hello\n' }, 'start');
  chmodSync(join(dir, 'stories/run.json'), 0o755);
  git('commit', '--quiet', '--all', '-m', 'executable');
});
beforeEach(() => {
  dir = join(folder, String(count++));
  cpSync(join(folder, 'template'), dir, { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const options = ['user.name=Test', 'user.email=test@example.com', 'core.fsync=none', 'maintenance.auto=false'];
  const env = { ...process.env, GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z', GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z' };
  const flags = options.flatMap((option) => ['-c', option]);
  return execFileSync('git', [...flags, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe', env }).trim();
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function commit(files: { readonly [path: string]: string }, message = 'by hand'): string {
  for (const [path, text] of Object.entries(files)) write(path, text);
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
}

async function attempt(
  files: { readonly [path: string]: string },
  options: Partial<FilesToCommit> = {},
): ReturnType<typeof commitFiles> {
  return commitFiles(
    { root: dir },
    {
      files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
      message: 'Export a\n\nMore of it.',
      author: { name: 'storysync', email: 'storysync@example.com' },
      at: new Date('2026-11-22T10:00:00Z'),
      lockWaitMs: 40,
      ...options,
    },
  );
}

async function commitHere(
  files: { readonly [path: string]: string },
  options: Partial<FilesToCommit> = {},
): Promise<Committed> {
  const done = await attempt(files, options);
  if (!done.ok || done.value === 'nothing') throw new Error(JSON.stringify(done));
  return done.value;
}

async function problemOf(
  files: { readonly [path: string]: string },
  options: Partial<FilesToCommit> = {},
): Promise<string> {
  const before = git('rev-parse', '--verify', 'HEAD');
  const done = await attempt(files, options);
  if (done.ok) throw new Error('it was committed');
  expect(git('rev-parse', '--verify', 'HEAD')).toBe(before);
  expect(existsSync(join(dir, '.git/index.lock'))).toBe(false);
  return `${done.error.code}: ${done.error.message} (${done.error.hint})`;
}

const NEW = { 'stories/a.json': '{"a": 2}\n', 'new/deep/b.json': '{}\n' };

describe('a commit onto the branch that is checked out', () => {
  it('holds exactly these files, and leaves them clean and everything else as it was', async () => {
    write('README.md', 'staged\n');
    write('staged.txt', 'new and staged\n');
    git('add', '--all');
    write('README.md', 'and edited again\n');
    write('untracked.txt', 'x');
    for (const [path, text] of Object.entries(NEW)) write(path, text);
    const parent = git('rev-parse', 'HEAD');
    const done = await commitHere(NEW);
    expect(done).toEqual({ commit: git('rev-parse', 'main'), branch: 'main', parent, made: true, force: false });
    expect(git('show', '--name-status', '--format=%an <%ae> %cI%n%B', 'HEAD')).toBe(
      [
        'storysync <storysync@example.com> 2026-11-22T10:00:00+00:00',
        'Export a\n\nMore of it.\n\n',
        'A\tnew/deep/b.json\nM\tstories/a.json',
      ].join('\n'),
    );
    expect(git('status', '--porcelain')).toBe('MM README.md\nA  staged.txt\n?? untracked.txt');
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
    expect(git('diff', '--cached', '--name-only')).toBe('README.md\nstaged.txt');
  });

  it('keeps the mode of a file', async () => {
    const text = '{"b": 1}\n';
    write('stories/run.json', text);
    await commitHere({ 'stories/run.json': text });
    expect(git('ls-tree', 'HEAD', 'stories/run.json')).toMatch(/^100755/);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('leaves every other entry as git has it: names that are no UTF-8, and the order of folders', async () => {
    const blob = git('rev-parse', 'HEAD:README.md');
    const latin1 = Buffer.from(`100644 ${blob}\tcaf\xe9.txt\n100644 ${blob}\tstories-old\n`, 'latin1');
    execFileSync('git', ['update-index', '--index-info'], { cwd: dir, input: latin1 });
    git('commit', '--quiet', '-m', 'old names');
    await commitHere({ 'stories/a.json': '{"a": 2}\n', 'stories.json': '{}\n' }, { branch: BRANCH });
    expect(git('diff', '--name-only', 'HEAD', BRANCH)).toBe('stories.json\nstories/a.json');
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('is made in a clone that borrows its objects from another', async () => {
    const lender = dir;
    dir = join(folder, `borrower-${count}`);
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', lender, dir], { stdio: 'pipe' });
    expect(await commitHere(NEW, { branch: BRANCH })).toMatchObject({ parent: git('rev-parse', 'HEAD'), made: true });
    expect(git('diff', '--name-only', 'HEAD', BRANCH)).toBe('new/deep/b.json\nstories/a.json');
  });

  it('is not made when nothing differs', async () => {
    const before = git('rev-parse', 'HEAD');
    expect(await attempt({ 'stories/a.json': '{"a": 1}\n' })).toEqual({ ok: true, value: 'nothing' });
    expect(git('rev-parse', 'HEAD')).toBe(before);
  });

  it('does not call a file clean that was edited after the export', async () => {
    write('stories/a.json', '{"a": 3}\n');
    // Older than the index: only then git trusts what the index says of the file.
    utimesSync(join(dir, 'stories/a.json'), 1_700_000_000, 1_700_000_000);
    await commitHere({ 'stories/a.json': '{"a": 2}\n' });
    expect(git('status', '--porcelain')).toBe('M stories/a.json');
  });

  it('keeps names that are not ASCII, intents to add and files of a long name', async () => {
    const long = `stories/${'long-'.repeat(48)}.json`;
    write('intended.txt', 'x');
    git('add', '--intent-to-add', 'intended.txt');
    const files = { 'stories/Über ☃.json': '{}\n', [long]: '{}\n' };
    for (const [path, text] of Object.entries(files)) write(path, text);
    await commitHere(files);
    expect(git('status', '--porcelain')).toBe('A intended.txt');
    expect(git('ls-files', '-z').split('\0')).toEqual(
      expect.arrayContaining(['stories/Über ☃.json', long, 'README.md']),
    );
  });

  it('works in a linked work tree, on its own branch and index', async () => {
    const top = dir;
    git('worktree', 'add', '--quiet', '-b', 'side', join(dir, 'linked'));
    dir = join(dir, 'linked');
    for (const [path, text] of Object.entries(NEW)) write(path, text);
    expect(await commitHere(NEW)).toMatchObject({ branch: 'side' });
    expect(git('status', '--porcelain')).toBe('');
    dir = top;
    expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
  });

  it('is refused without a branch or a commit', async () => {
    git('checkout', '--quiet', '--detach');
    expect(await problemOf(NEW)).toContain('GIT010: the files cannot be committed: no branch is checked out');
    git('checkout', '--quiet', '--orphan', 'empty');
    expect(await attempt(NEW)).toMatchObject({ ok: false, error: { code: 'GIT010' } });
  });

  it.each([
    ['has version 4', 'git update-index --index-version 2', ['update-index', '--index-version', '4']],
    ['is split in two files', 'git update-index --no-split-index', ['update-index', '--split-index']],
    [
      'is sparse',
      'git sparse-checkout reapply --no-sparse-index',
      ['sparse-checkout', 'set', '--cone', '--sparse-index', 'other'],
    ],
  ])('is refused when the index %s, and works after "%s"', async (reason, remedy, command) => {
    git(...command);
    const problem = await problemOf(NEW);
    expect(problem).toContain(`GIT012`);
    expect(problem).toContain(reason);
    expect(problem).toContain(`"${remedy}"`);
    git(...remedy.split(' ').slice(1));
    for (const [path, text] of Object.entries(NEW)) write(path, text);
    await commitHere(NEW);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('waits for the lock of the index and of the branch, and says which one stays', async () => {
    for (const lock of ['index.lock', 'refs/heads/main.lock']) {
      writeFileSync(join(dir, '.git', lock), '');
      const done = await attempt(NEW);
      expect(done).toMatchObject({ ok: false, error: { code: 'GIT013' } });
      expect(JSON.stringify(done)).toContain(`delete .git/${lock}`);
      const other = await newOwner();
      writeFileSync(join(dir, '.git', lock), lockText(other, new Date()));
      const busy = JSON.stringify(await attempt(NEW));
      expect(busy).toContain(`storysync is at work there (process ${other.pid} on ${other.host} holds .git/${lock})`);
      expect(busy).not.toContain('delete');
      rmSync(join(dir, '.git', lock));
    }
    expect(existsSync(join(dir, '.git/index.lock'))).toBe(false);
  });

  it('is refused where a merge left a file open, or something else is staged in its place', async () => {
    git('checkout', '--quiet', '-b', 'other');
    commit({ 'stories/a.json': '{"a": "other"}\n' });
    git('checkout', '--quiet', 'main');
    commit({ 'stories/a.json': '{"a": "main"}\n' });
    expect(() => git('merge', '--quiet', 'other')).toThrow();
    expect(await problemOf(NEW)).toContain('GIT014');
    git('merge', '--abort');
    write('new', 'a file');
    git('add', 'new');
    expect(await problemOf(NEW)).toContain('new/deep/b.json is left open by a merge, or staged as something else');
    write('folder/staged.json', '{}');
    git('add', 'folder');
    expect(await problemOf({ folder: 'a file' })).toContain('GIT014: the files cannot be committed: in git folder is');
  });
});

describe('a path', () => {
  it.skipIf(process.platform === 'win32')('at which or through which something else stands is refused', async () => {
    symlinkSync('README.md', join(dir, 'link.json'));
    symlinkSync('stories', join(dir, 'linked'));
    commit({});
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},sub`);
    git('commit', '--quiet', '-m', 'submodule');
    for (const branch of [undefined, BRANCH]) {
      const refused = (path: string) => problemOf({ [path]: '{}' }, branch === undefined ? {} : { branch });
      expect(await refused('link.json')).toContain('GIT014: the files cannot be committed: in git link.json is a symb');
      expect(await refused('linked/b.json')).toContain('in git linked is a symbolic link');
    }
    const onBranch = (path: string) => problemOf({ [path]: '{}' }, { branch: BRANCH });
    expect(await onBranch('sub/b.json')).toContain('in git sub is a submodule');
    expect(await onBranch('stories')).toContain('in git stories is a folder');
    expect(await onBranch('README.md/b.json')).toContain('in git README.md is a file');
  });

  it.each(['../a.json', '/etc/passwd', 'a//b.json', '.git/config', 'x/.GIT/hooks/pre-commit', '', './a', 'a\0b'])(
    'outside the repository is refused: %j',
    async (path) => {
      expect(await problemOf({ [path]: '{}' })).toContain('GIT014');
    },
  );
});

describe('a commit to another branch', () => {
  const there = { branch: BRANCH };

  it('starts at HEAD, and touches neither HEAD, index nor work tree', async () => {
    write('README.md', 'edited\n');
    const [head, index] = [git('rev-parse', 'HEAD'), readFileSync(join(dir, '.git/index'))];
    const done = await commitHere(NEW, there);
    expect(done).toEqual({ commit: git('rev-parse', BRANCH), branch: BRANCH, parent: head, made: true, force: false });
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(readFileSync(join(dir, '.git/index')).equals(index)).toBe(true);
    expect(existsSync(join(dir, 'new'))).toBe(false);
    expect(git('diff', '--name-only', 'HEAD', BRANCH)).toBe('new/deep/b.json\nstories/a.json');
    const tree = git('rev-parse', `${BRANCH}^{tree}`);
    expect(git('log', '-1', '--format=%(trailers)', BRANCH)).toBe(`Storysync-Base: ${head}\nStorysync-Tree: ${tree}`);
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('works on a detached HEAD, as CI leaves it', async () => {
    git('checkout', '--quiet', '--detach');
    expect(await commitHere(NEW, there)).toMatchObject({ made: true });
  });

  it('is made anew on HEAD as long as the branch holds one commit of ours', async () => {
    const first = await commitHere(NEW, there);
    expect(await commitHere(NEW, there)).toEqual({ ...first, made: false });
    const head = commit({ 'README.md': 'later\n' });
    const second = await commitHere({ ...NEW, 'stories/c.json': '{}\n' }, { ...there, remoteTip: first.commit });
    expect(second).toMatchObject({ parent: head, made: true, force: true });
    expect(git('rev-list', '--count', `main..${BRANCH}`)).toBe('1');
  });

  it('starts at HEAD again when the branch was merged', async () => {
    await commitHere(NEW, there);
    git('checkout', '--quiet', BRANCH);
    const theirs = commit({ 'README.md': 'by a person\n' });
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-ff', '-m', 'merge', BRANCH);
    expect(await attempt(NEW, there)).toEqual({ ok: true, value: 'nothing' });
    const done = await commitHere({ 'stories/a.json': '{"a": 9}\n' }, { ...there, remoteTip: theirs });
    expect(done).toMatchObject({ parent: git('rev-parse', 'main'), force: false });
  });

  it.each([
    ['adds a commit', () => void commit({ 'README.md': 'by a person\n' })],
    [
      'amends ours',
      () => {
        write('README.md', 'by a person\n');
        git('commit', '--quiet', '--all', '--amend', '--no-edit');
      },
    ],
    [
      'rebases ours',
      () => {
        git('rebase', '--quiet', 'main');
        commit({ 'README.md': 'by a person\n' });
      },
    ],
    ['merges the main branch', () => void git('merge', '--quiet', '--no-ff', '-m', 'update branch', 'main')],
  ])('goes on top as soon as a person %s', async (_, act) => {
    const { commit: ours } = await commitHere(NEW, there);
    commit({ 'other.txt': 'main goes on\n' });
    git('checkout', '--quiet', BRANCH);
    act();
    const theirs = git('rev-parse', 'HEAD');
    git('checkout', '--quiet', 'main');
    const again = { ...NEW, 'stories/a.json': '{"a": 3}\n' };
    const done = await commitHere(again, { ...there, remoteTip: theirs });
    expect(done).toMatchObject({ parent: theirs, force: false });
    // And stays there: the commit on top is not taken for one that may be replaced.
    const next = await commitHere({ ...again, 'stories/a.json': '{"a": 4}\n' }, { ...there, remoteTip: done.commit });
    expect(next).toMatchObject({ parent: done.commit, force: false });
    expect(theirs).not.toBe(ours);
  });

  it('follows the remote where the local branch is only older, and refuses where both have commits of people', async () => {
    const ours = await commitHere(NEW, there);
    git('checkout', '--quiet', '--detach', BRANCH);
    const theirs = commit({ 'README.md': 'by a person\n' });
    git('checkout', '--quiet', 'main');
    const again = { ...NEW, 'stories/a.json': '{"a": 3}\n' };
    const done = await commitHere(again, { ...there, remoteTip: theirs });
    expect(done).toMatchObject({ parent: theirs });
    git('checkout', '--quiet', '--detach', ours.commit);
    const others = commit({ 'README.md': 'by another person\n' });
    git('checkout', '--quiet', 'main');
    expect(await problemOf(again, { ...there, remoteTip: others })).toContain('GIT017');
  });

  it('goes on top of work that a shallow clone cannot place', async () => {
    await commitHere(NEW, there);
    git('checkout', '--quiet', BRANCH);
    commit({ 'README.md': 'by a person\n' });
    git('checkout', '--quiet', 'main');
    const origin = dir;
    dir = join(folder, `clone-${count}`);
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin}`, dir], { stdio: 'pipe' });
    git('fetch', '--quiet', 'origin', BRANCH);
    const remoteTip = git('rev-parse', 'FETCH_HEAD');
    const done = await commitHere({ 'stories/a.json': '{"a": 5}\n' }, { ...there, remoteTip });
    expect(done).toMatchObject({ parent: remoteTip, force: false });
  });

  it('is refused for a name that is none, and for a branch that is checked out', async () => {
    expect(await problemOf(NEW, { branch: 'a..b' })).toContain('GIT015: "a..b" cannot be');
    git('branch', 'x/y');
    for (const branch of ['x', 'x/y/z']) {
      expect(await problemOf(NEW, { branch })).toContain(`GIT015: the branch "${branch}" clashes with another one`);
    }
    expect(await problemOf(NEW, { branch: 'main' })).toContain('GIT015: the branch "main" is checked out');
  });
});

it('needs a repository', async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-none-')));
  expect(await attempt(NEW)).toMatchObject({ ok: false, error: { code: 'GIT011' } });
  rmSync(dir, { recursive: true });
});
