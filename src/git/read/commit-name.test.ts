import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parentOf, resolveCommit } from './commit-name.ts';
import { openRepository, type Repository } from './repository.ts';

// One repository for all cases: main is 1-2-M-4, M merges `side`, which left at 1.
let parent = '';
let dir = '';
const oids: Record<string, string> = {};

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-name-')));
  dir = join(parent, 'repo');
  execFileSync('git', ['init', '--quiet', '--template=', '--initial-branch=main', dir]);
  commit('one');
  git('checkout', '--quiet', '-b', 'side');
  commit('aside');
  git('checkout', '--quiet', 'main');
  commit('two');
  git('merge', '--quiet', '--no-ff', '-m', 'merge', 'side');
  oids.merge = git('rev-parse', 'HEAD');
  git('tag', 'merged');
  commit('four');
  git('tag', '-a', '-m', 'release', 'v1.4', 'HEAD~1');
  git('tag', '-a', '-m', 'tag of a tag', 'outer', 'v1.4');
  git('tag', 'content', git('rev-parse', 'HEAD:file'));
  git('branch', 'twice', oids.one ?? '');
  git('tag', 'twice', oids.two ?? '');
  git('branch', 'alike', oids.two ?? '');
  git('tag', 'alike', oids.two ?? '');
  git('branch', 'feature/x', oids.two ?? '');
  git('update-ref', 'refs/remotes/origin/main', oids.two ?? '');
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  git('worktree', 'add', '--quiet', '--detach', join(parent, 'linked'), oids.aside ?? '');
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const at = '2026-01-02T03:04:05Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'maintenance.auto=false'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(name: string): void {
  writeFileSync(join(dir, name === 'aside' ? 'other' : 'file'), name);
  git('add', '--all');
  git('commit', '--quiet', '-m', name);
  oids[name] = git('rev-parse', 'HEAD');
}

async function open(folder = dir): Promise<Repository> {
  const repository = await openRepository(folder);
  if (repository === undefined) throw new Error('no repository found');
  return repository;
}

/** The name that the test gave the commit, or why there is none. */
async function resolve(name: string, folder = dir): Promise<string> {
  const found = await resolveCommit(await open(folder), name);
  if (!found.ok) return found.error.kind;
  return Object.entries(oids).find(([, oid]) => oid === found.value)?.[0] ?? found.value;
}

const NAMES: readonly (readonly [string, string])[] = [
  ['HEAD', 'four'],
  ['@', 'four'],
  ['main', 'four'],
  ['heads/main', 'four'],
  ['refs/heads/main', 'four'],
  ['feature/x', 'two'],
  ['origin/main', 'two'],
  ['origin', 'two'],
  ['HEAD~1', 'merge'],
  ['HEAD^', 'merge'],
  ['HEAD~', 'merge'],
  ['HEAD~2', 'two'],
  ['HEAD^^', 'two'],
  ['HEAD~1^2', 'aside'],
  ['HEAD^1~2', 'one'],
  ['HEAD~0', 'four'],
  ['HEAD^0', 'four'],
  ['merged', 'merge'],
  ['v1.4', 'merge'],
  ['v1.4^{}', 'merge'],
  ['v1.4^{commit}~1', 'two'],
  ['outer', 'merge'],
  ['alike', 'two'],
  ['HEAD~4', 'no_parent'],
  ['HEAD^2', 'no_parent'],
  ['twice', 'ambiguous'],
  ['tags/twice', 'two'],
  ['heads/twice', 'one'],
  ['content', 'not_a_commit'],
  ['nowhere', 'unknown'],
  ['ORIG_HEAD', 'two'],
  ['FETCH_HEAD', 'unknown'],
  ['abc', 'unknown'],
  ['dead', 'unknown'],
  ['', 'not_a_name'],
  ['^main', 'not_a_name'],
  ['main..side', 'not_a_name'],
  ['HEAD@{1}', 'not_a_name'],
  ['HEAD^{tree}', 'not_a_name'],
  [':/one', 'not_a_name'],
  ['../../config', 'not_a_name'],
  ['main ', 'not_a_name'],
  ['-x', 'not_a_name'],
];

it.each(NAMES)('%j: %s', async (name, expected) => {
  expect(await resolve(name)).toBe(expected);
});

describe('a commit id', () => {
  it('is found whole or shortened, in any case, and not below four digits', async () => {
    const { two = '' } = oids;
    for (const length of [40, 39, 12, 7]) {
      expect(await resolve(two.slice(0, length))).toBe('two');
      expect(await resolve(two.slice(0, length).toUpperCase())).toBe('two');
    }
    expect(await resolve(`${two.slice(0, 10)}~1`)).toBe('one');
    expect(await resolve(two.slice(0, 3))).toBe('unknown');
    expect(await resolve('0'.repeat(40))).toBe('missing_objects');
  });

  it('of a file or a folder is no commit', async () => {
    expect(await resolve(git('rev-parse', 'HEAD:file').slice(0, 12))).toBe('not_a_commit');
    expect(await resolve(git('rev-parse', 'HEAD^{tree}'))).toBe('not_a_commit');
  });

  it('that is short and fits two commits is ambiguous, and names them', async () => {
    const repository = await open();
    const tree = git('rev-parse', 'HEAD^{tree}');
    // Two commits that begin alike: the first pair among many of the same tree.
    const seen = new Map<string, string>();
    let pair: readonly string[] = [];
    const commits = execFileSync('git', ['fast-import', '--quiet', '--export-marks=marks'], {
      cwd: dir,
      input: Array.from({ length: 900 }, (_, index) => commitText(index, tree)).join(''),
    });
    expect(commits.length).toBe(0);
    for (const line of readFileSync(join(dir, 'marks'), 'utf8').split('\n')) {
      const oid = line.split(' ')[1] ?? '';
      const twin = seen.get(oid.slice(0, 4));
      if (oid !== '' && twin !== undefined) pair = [twin, oid];
      seen.set(oid.slice(0, 4), oid);
    }
    const prefix = pair[0]?.slice(0, 4) ?? '';
    const fitting = [...new Set([...seen.values(), ...pair])].filter((oid) => oid.startsWith(prefix)).sort();
    expect(await resolveCommit(repository, prefix)).toMatchObject({
      ok: false,
      error: { kind: 'ambiguous', candidates: expect.arrayContaining(fitting) },
    });
  });
});

function commitText(index: number, tree: string): string {
  const message = `number ${index}`;
  return [
    `commit refs/heads/many\nmark :${index + 1}\ncommitter T <t@example.com> ${1_700_000_000 + index} +0000\n`,
    `data ${message.length}\n${message}\n`,
    index === 0 ? `M 040000 ${tree} ""\n` : '',
  ].join('');
}

it('a linked work tree has a HEAD of its own', async () => {
  const linked = join(parent, 'linked');
  expect(await resolve('HEAD', linked)).toBe('aside');
  expect(await resolve('HEAD~1', linked)).toBe('one');
  expect(await resolve('main', linked)).toBe('four');
});

it('a clone that borrows objects, or has everything packed, resolves the same', async () => {
  const borrowed = join(parent, 'borrowed');
  git('clone', '--quiet', '--shared', dir, borrowed);
  expect(await resolve('HEAD~2', borrowed)).toBe('two');
  const packed = join(parent, 'packed');
  git('clone', '--quiet', '--mirror', '--no-hardlinks', `file://${dir}`, join(packed, '.git'));
  expect(await resolve('v1.4', packed)).toBe('merge');
  expect(await resolve((oids.two ?? '').slice(0, 8), packed)).toBe('two');
  expect(await resolve('feature/x', packed)).toBe('two');
});

it('a shallow clone tells what is not here from what does not exist', async () => {
  const shallow = join(parent, 'shallow');
  git('clone', '--quiet', '--depth=1', '--branch=main', `file://${dir}`, shallow);
  expect(await resolve('HEAD', shallow)).toBe('four');
  expect(await resolve('HEAD~1', shallow)).toBe('missing_objects');
  expect(await resolve(oids.one ?? '', shallow)).toBe('missing_objects');
  expect(await parentOf(await open(shallow), oids.four ?? '')).toEqual({
    ok: false,
    error: { kind: 'missing_objects', oid: oids.merge },
  });
});

it('before the first commit there is none', async () => {
  const empty = join(parent, 'empty');
  execFileSync('git', ['init', '--quiet', '--template=', empty]);
  expect(await resolve('HEAD', empty)).toBe('unknown');
  expect(await resolve('HEAD~1', empty)).toBe('unknown');
});
