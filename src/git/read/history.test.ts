import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { behindKey, storyHistory } from './history.ts';
import { openRepository, type Repository } from './repository.ts';

// One repository: a commit per line, each with the files that it changes; `merge` takes `side` in, which left at 2.
const COMMITS: readonly string[] = [
  commitText(1, 'main', { 'stories/a.json': '1', 'stories/b.json': '1', 'sync.yaml': '1' }),
  commitText(2, 'main', { 'stories/a.json': '2' }),
  commitText(3, 'main', { 'sync.yaml': '2' }),
  commitText(4, 'side', { 'stories/b.json': '2' }, ':2'),
  commitText(5, 'side', { 'stories/b.json': '3' }),
  commitText(6, 'main', { 'stories/b.json': '3' }, ':3', ':5'),
  commitText(7, 'main', { 'stories/a.json': '3', 'stories/c.json': '1' }),
  commitText(8, 'main', { 'stories/a.json': '2' }),
];
const HEAD = 8;

let dir = '';
let repository: Repository;
const oids = new Map<number, string>();

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-history-')));
  execFileSync('git', ['init', '--quiet', '--template=', '--initial-branch=main', dir]);
  execFileSync('git', ['fast-import', '--quiet'], { cwd: dir, input: COMMITS.join('') });
  const log = execFileSync('git', ['log', '--all', '--format=%H %s'], { cwd: dir, encoding: 'utf8' });
  for (const line of log.trim().split('\n')) oids.set(Number(line.slice(41)), line.slice(0, 40));
  repository = await open(dir);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function commitText(
  number: number,
  branch: string,
  files: { readonly [path: string]: string },
  ...parents: readonly string[]
): string {
  const [from, merge] = parents;
  return [
    `commit refs/heads/${branch}\nmark :${number}\ncommitter T <t@example.com> ${dayOf(number)} +0000\n`,
    `data 1\n${number}\n`,
    from === undefined ? '' : `from ${from}\n`,
    merge === undefined ? '' : `merge ${merge}\n`,
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`),
  ].join('');
}

function dayOf(number: number): number {
  return Date.UTC(2026, 0, number) / 1000;
}

async function open(folder: string): Promise<Repository> {
  const opened = await openRepository(folder);
  if (opened === undefined) throw new Error('no repository found');
  return opened;
}

/** `2 since 2026-01-07`, or `unknown`. */
async function behind(path: string, since: number, from = repository): Promise<string> {
  const oid = oids.get(since) ?? '';
  const history = await storyHistory(from, oids.get(HEAD) ?? '', [{ path, since: oid }]);
  const found = history.get(behindKey(path, oid));
  return found === undefined ? 'unknown' : `${found.commits} since ${found.since.slice(0, 10)}`;
}

it.each<[string, number, string]>([
  ['stories/a.json', 8, '0 since 2026-01-08'],
  ['stories/a.json', 7, '1 since 2026-01-08'],
  ['stories/a.json', 3, '2 since 2026-01-07'],
  ['stories/a.json', 2, '2 since 2026-01-07'],
  ['stories/a.json', 1, '3 since 2026-01-02'],
  // Both commits of the side branch came with one merge.
  ['stories/b.json', 1, '1 since 2026-01-06'],
  ['stories/b.json', 6, '0 since 2026-01-06'],
  ['stories/c.json', 3, '1 since 2026-01-07'],
  ['no/such/file.json', 1, '0 since 2026-01-01'],
  // Not on the branch's own line.
  ['stories/b.json', 4, 'unknown'],
])('%s pushed from commit %i: %s', async (path, since, expected) => {
  expect(await behind(path, since)).toBe(expected);
});

it('a commit that is nowhere is unknown; a head that is not here leaves all unknown', async () => {
  const nowhere = '0'.repeat(40);
  const files = [
    { path: 'stories/a.json', since: nowhere },
    { path: 'stories/a.json', since: oids.get(7) ?? '' },
  ];
  expect([...(await storyHistory(repository, oids.get(HEAD) ?? '', files)).keys()]).toEqual([
    behindKey('stories/a.json', oids.get(7) ?? ''),
  ]);
  expect((await storyHistory(repository, nowhere, files)).size).toBe(0);
});

it('many files are answered in one walk: each commit once, and a folder only where it changed', async () => {
  const read: string[] = [];
  const counted = <T>(kind: string, of: (oid: string) => Promise<T>) => {
    return (oid: string): Promise<T> => {
      read.push(`${kind} ${oid}`);
      return of(oid);
    };
  };
  const objects = {
    commit: counted('commit', (oid) => repository.objects.commit(oid)),
    folder: counted('folder', (oid) => repository.objects.folder(oid)),
  };
  const files = ['stories/a.json', 'stories/b.json', 'stories/c.json', 'sync.yaml'].flatMap((path) =>
    [2, 6, 7].map((number) => ({ path, since: oids.get(number) ?? '' })),
  );
  const history = await storyHistory({ objects } as unknown as Repository, oids.get(HEAD) ?? '', files);
  expect(history.size).toBe(files.length);
  expect(new Set(read).size).toBe(read.length);
  // Commits 8, 7, 6, 3 and 2, their tops, and the folder in four forms: 3 left it alone.
  expect(read).toHaveLength(5 + 5 + 4);
});

it('a bug on the way is no end of the history', async () => {
  const objects = { commit: () => Promise.reject(new Error('Internal error: a bug')) };
  const files = [{ path: 'a', since: '0'.repeat(40) }];
  await expect(storyHistory({ objects } as unknown as Repository, '1', files)).rejects.toThrow('a bug');
});

it('a shallow clone answers what it can', async () => {
  const shallow = mkdtempSync(join(tmpdir(), 'storysync-shallow-'));
  execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${dir}`, shallow], { stdio: 'pipe' });
  const clone = await open(shallow);
  expect(await behind('stories/a.json', 7, clone)).toBe('1 since 2026-01-08');
  expect(await behind('stories/a.json', 6, clone)).toBe('unknown');
  rmSync(shallow, { recursive: true, force: true });
});
