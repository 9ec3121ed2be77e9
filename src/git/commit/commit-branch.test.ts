import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitRepository } from '../../../test/support/commit-repository.ts';

const BRANCH = 'storysync/export';
const { at, attempt, commit, commitHere, folder, git, moveTo, problemOf, write } = commitRepository();
const NEW = { 'stories/a.json': '{"a": 2}\n', 'new/deep/b.json': '{}\n' };

describe('a commit to another branch', () => {
  const there = { branch: BRANCH };

  it('starts at HEAD, and touches neither HEAD, index nor work tree', async () => {
    write('README.md', 'edited\n');
    const [head, index] = [git('rev-parse', 'HEAD'), readFileSync(at('.git/index'))];
    const done = await commitHere(NEW, there);
    expect(done).toEqual({ commit: git('rev-parse', BRANCH), branch: BRANCH, parent: head, made: true, force: false });
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(readFileSync(at('.git/index')).equals(index)).toBe(true);
    expect(existsSync(at('new'))).toBe(false);
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
    const origin = at();
    moveTo(join(folder(), 'clone'));
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin}`, at()], { stdio: 'pipe' });
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
  moveTo(realpathSync(mkdtempSync(join(tmpdir(), 'storysync-none-'))));
  expect(await attempt(NEW)).toMatchObject({ ok: false, error: { code: 'GIT011' } });
  rmSync(at(), { recursive: true });
});
