import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitRepository } from '../../../test/support/commit-repository.ts';
import { lockText } from '../objects/lock-file.ts';
import { newOwner } from '../objects/owner.ts';

const BRANCH = 'storysync/export';
const { at, attempt, commit, commitHere, folder, git, moveTo, problemOf, write } = commitRepository();
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
    execFileSync('git', ['update-index', '--index-info'], { cwd: at(), input: latin1 });
    git('commit', '--quiet', '-m', 'old names');
    await commitHere({ 'stories/a.json': '{"a": 2}\n', 'stories.json': '{}\n' }, { branch: BRANCH });
    expect(git('diff', '--name-only', 'HEAD', BRANCH)).toBe('stories.json\nstories/a.json');
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('is made in a clone that borrows its objects from another', async () => {
    const lender = at();
    moveTo(join(folder(), 'borrower'));
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', lender, at()], { stdio: 'pipe' });
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
    utimesSync(at('stories/a.json'), 1_700_000_000, 1_700_000_000);
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
    const top = at();
    git('worktree', 'add', '--quiet', '-b', 'side', at('linked'));
    moveTo(at('linked'));
    for (const [path, text] of Object.entries(NEW)) write(path, text);
    expect(await commitHere(NEW)).toMatchObject({ branch: 'side' });
    expect(git('status', '--porcelain')).toBe('');
    moveTo(top);
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
      writeFileSync(at('.git', lock), '');
      const done = await attempt(NEW);
      expect(done).toMatchObject({ ok: false, error: { code: 'GIT013' } });
      expect(JSON.stringify(done)).toContain(`delete .git/${lock}`);
      const other = await newOwner();
      writeFileSync(at('.git', lock), lockText(other, new Date()));
      const busy = JSON.stringify(await attempt(NEW));
      expect(busy).toContain(`storysync is at work there (process ${other.pid} on ${other.host} holds .git/${lock})`);
      expect(busy).not.toContain('delete');
      rmSync(at('.git', lock));
    }
    expect(existsSync(at('.git/index.lock'))).toBe(false);
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
    symlinkSync('README.md', at('link.json'));
    symlinkSync('stories', at('linked'));
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

it('needs a repository', async () => {
  moveTo(realpathSync(mkdtempSync(join(tmpdir(), 'storysync-none-'))));
  expect(await attempt(NEW)).toMatchObject({ ok: false, error: { code: 'GIT011' } });
  rmSync(at(), { recursive: true });
});
