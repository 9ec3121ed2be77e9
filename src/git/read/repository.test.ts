import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commitWorkTree } from '../../../test/support/commit-work-tree.ts';
import { makeEmptyRepository } from '../../../test/support/empty-repository.ts';
import { openRepository, type Repository } from './repository.ts';

let dir = '';

beforeEach(() => {
  dir = temporaryFolder();
  makeEmptyRepository(dir);
  appendFileSync(join(dir, '.git/config'), '[core]\n\tautocrlf = false\n');
});

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-repository-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(files: { readonly [path: string]: string }): string {
  for (const [path, text] of Object.entries(files)) write(path, text);
  const made = commitWorkTree(dir, 'change');
  if (made !== undefined) return made;
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
}

async function open(start = dir): Promise<Repository> {
  const repository = await openRepository(start);
  if (repository === undefined) throw new Error('no repository found');
  return repository;
}

describe('openRepository', () => {
  it('finds the top from a folder below', async () => {
    mkdirSync(join(dir, 'stories/ir'), { recursive: true });
    expect((await open(join(dir, 'stories/ir'))).root).toBe(dir);
  });

  it('finds nothing where there is no repository, nor takes any .git folder for one', async () => {
    const bare = temporaryFolder();
    mkdirSync(join(bare, '.git'));
    expect(await openRepository(bare)).toBeUndefined();
  });

  it('takes a linked work tree for itself', async () => {
    const first = commit({ 'a.txt': 'one\n' });
    const linked = join(temporaryFolder(), 'linked');
    git('worktree', 'add', '--quiet', '-b', 'side', linked);
    commit({ 'a.txt': 'two\n' });
    const repository = await open(linked);
    expect(await repository.head()).toEqual({ commit: first, branch: 'side' });
    expect(await isDirty(repository, ['a.txt'])).toBe(false);
  });
});

describe('head', () => {
  it('is nothing before the first commit', async () => {
    expect(await (await open()).head()).toBeUndefined();
  });

  it('is commit and branch, packed or not', async () => {
    const oid = commit({ 'a.txt': 'one\n' });
    git('checkout', '--quiet', '-b', 'feature/x');
    expect(await (await open()).head()).toEqual({ commit: oid, branch: 'feature/x' });
    git('pack-refs', '--all');
    expect(await (await open()).head()).toEqual({ commit: oid, branch: 'feature/x' });
  });

  it('is the commit alone when detached', async () => {
    const oid = commit({ 'a.txt': 'one\n' });
    git('checkout', '--quiet', '--detach');
    expect(await (await open()).head()).toEqual({ commit: oid });
  });
});

async function isDirty(repository: Repository, paths: readonly string[]): Promise<boolean> {
  return (await repository.status(paths)) !== 'same';
}

describe('the status of files', () => {
  beforeEach(() => {
    commit({ 'sync.yaml': 'version: 1\n', 'stories/a.json': '{\n  "a": 1\n}\n', 'stories/deep/b.json': '{}\n' });
  });

  const all = ['sync.yaml', 'stories/a.json', 'stories/deep/b.json'];

  it.each<[string, boolean, () => void]>([
    ['after a commit', false, () => undefined],
    ['after a change', true, () => write('stories/a.json', '{}\n')],
    ['after a staged change', true, () => [write('stories/a.json', '{}\n'), git('add', '--all')]],
    ['after a change in a subfolder', true, () => write('stories/deep/b.json', '[]\n')],
    ['when a file is gone', true, () => rmSync(join(dir, 'stories/a.json'))],
    ['when a folder is gone', true, () => rmSync(join(dir, 'stories'), { recursive: true })],
    [
      'when a folder stands in a file’s place',
      true,
      () => [rmSync(join(dir, 'sync.yaml')), mkdirSync(join(dir, 'sync.yaml'))],
    ],
    ['when other files changed', false, () => write('notes.txt', 'mine\n')],
    ['when only line ends differ', false, () => write('stories/a.json', '{\r\n  "a": 1\r\n}\r\n')],
    ['when line ends and content differ', true, () => write('stories/a.json', '{\r\n  "a": 2\r\n}\r\n')],
    ['when the index is stale', false, () => [git('rm', '--quiet', '--cached', 'sync.yaml')]],
    ['after everything is packed', false, () => [git('gc', '--quiet')]],
  ])('%s: %s', async (_, dirty, change) => {
    change();
    expect(await isDirty(await open(), all)).toBe(dirty);
  });

  it('sees committed line ends that the work tree lacks as no change', async () => {
    commit({ 'crlf.json': '{\r\n}\r\n' });
    write('crlf.json', '{\n}\n');
    expect(await isDirty(await open(), ['crlf.json'])).toBe(false);
  });

  it('counts a file that was never committed, and one that was never there not', async () => {
    write('new.json', '{}\n');
    const repository = await open();
    expect(await isDirty(repository, ['new.json'])).toBe(true);
    expect(await isDirty(repository, ['nowhere/else.json'])).toBe(false);
    expect(await isDirty(repository, [])).toBe(false);
  });

  it('counts what lies outside the repository', async () => {
    expect(await isDirty(await open(), ['../other.json'])).toBe(true);
  });

  it('counts every file before the first commit', async () => {
    dir = temporaryFolder();
    git('init', '--quiet');
    write('sync.yaml', 'version: 1\n');
    expect(await isDirty(await open(), ['sync.yaml'])).toBe(true);
  });

  it('follows committed symbolic links and sees when link or target change', async () => {
    symlinkSync('stories', join(dir, 'link'));
    symlinkSync('deep/b.json', join(dir, 'stories/file'));
    commit({});
    const paths = ['link/a.json', 'stories/file', 'link/deep/b.json'];
    expect(await isDirty(await open(), paths)).toBe(false);
    write('stories/deep/b.json', '[]\n');
    expect(await isDirty(await open(), ['stories/file'])).toBe(true);
    rmSync(join(dir, 'link'));
    symlinkSync('stories/', join(dir, 'link'));
    expect(await isDirty(await open(), ['link/a.json'])).toBe(true);
  });

  it('ends on symbolic links that lead round in circles', async () => {
    symlinkSync('round', join(dir, 'round'));
    commit({});
    expect(await isDirty(await open(), ['round/a.json'])).toBe(true);
  });

  it('leaves open what it cannot decide, as in a clone without trees', async () => {
    rmSync(join(dir, '.git/objects'), { recursive: true });
    mkdirSync(join(dir, '.git/objects'));
    expect(await (await open()).status(['sync.yaml'])).toEqual({
      unknown: 'objects of the commit are not in this clone, which is shallow or partial',
    });
  });
});

describe('files of a repository that git keeps in a way we cannot read', () => {
  it.each([
    ['extensions.objectformat', 'sha256', 'sha256 object names'],
    ['extensions.refstorage', 'reftable', '"reftable" for its branches'],
  ])('are not called changed: %s = %s', async (name, value, storage) => {
    commit({ 'sync.yaml': 'version: 1\n' });
    git('config', name, value);
    expect(await (await open()).status(['sync.yaml'])).toEqual({
      unknown: `the repository uses ${storage}, which storysync does not read`,
    });
  });
});
