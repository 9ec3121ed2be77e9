import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangedFile, changedBetween } from './changed-files.ts';
import { openRepository, type Repository } from './repository.ts';

/** Path -> content; a leading `->` makes a symbolic link, `@` a submodule, `+` an executable. */
type Files = { readonly [path: string]: string };

let dir = '';
let repository: Repository;

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-changes-')));
  execFileSync('git', ['init', '--quiet', '--template=', dir]);
  const opened = await openRepository(dir);
  if (opened === undefined) throw new Error('no repository found');
  repository = opened;
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Commits that hold exactly these files, made by one git process. */
function commitsOf(commits: readonly Files[]): readonly string[] {
  const input = commits.map((files, index) => commitText(files, index)).join('');
  execFileSync('git', ['fast-import', '--quiet', '--force', '--export-marks=marks'], { cwd: dir, input });
  const marks = readFileSync(join(dir, 'marks'), 'utf8').trim().split('\n');
  const oids = new Map(marks.map((line) => line.slice(1).split(' ') as [string, string]));
  return commits.map((_, index) => oids.get(String(index + 1)) ?? '');
}

function commitText(files: Files, index: number): string {
  const lines = Object.entries(files).map(([path, text]) => {
    if (text.startsWith('@')) return `M 160000 ${text.slice(1).padEnd(40, '0')} ${JSON.stringify(path)}\n`;
    const mode = text.startsWith('->') ? '120000' : text.startsWith('+') ? '100755' : '100644';
    const content = text.replace(/^->/, '');
    return `M ${mode} inline ${JSON.stringify(path)}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
  });
  const head = `commit refs/heads/main\nmark :${index + 1}\ncommitter T <t@example.com> ${1_700_000_000 + index} +0000\ndata 1\nx\n`;
  return `${head}deleteall\n${lines.join('')}`;
}

async function changes(before: Files, after: Files, under?: string): Promise<readonly string[]> {
  const [from, to = ''] = commitsOf([before, after]);
  const found = await changedBetween(repository, from, to, under === undefined ? {} : { under });
  if (!found.ok) throw new Error(found.error);
  return found.value.map(tell);
}

function tell({ path, change, kind, from }: ChangedFile): string {
  const old = from === undefined ? '' : ` from ${from}`;
  return `${change}${kind === 'file' ? '' : ` ${kind}`} ${path}${old}`;
}

const BASE: Files = { 'stories/a.json': 'a', 'stories/b.json': 'b', 'stories/deep/er/c.json': 'c', 'sync.yaml': 'm' };

const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
  ['nothing', BASE, []],
  [
    'a change, an addition, a removal',
    { 'stories/a.json': 'A', 'stories/b.json': 'b', 'stories/deep/er/c.json': 'c', new: 'n' },
    ['add new', 'update stories/a.json', 'remove sync.yaml'],
  ],
  [
    'a renamed file',
    { ...without('stories/a.json'), 'stories/z.json': 'a' },
    ['rename stories/z.json from stories/a.json'],
  ],
  [
    'a renamed folder',
    { ...without('stories/deep/er/c.json'), 'moved/c.json': 'c' },
    ['rename moved/c.json from stories/deep/er/c.json'],
  ],
  [
    'renamed and changed',
    { ...without('stories/a.json'), 'stories/z.json': 'aa' },
    ['remove stories/a.json', 'add stories/z.json'],
  ],
  ['a copy', { ...BASE, copy: 'a' }, ['add copy']],
  [
    'a file where a folder was',
    { ...without('stories/deep/er/c.json'), 'stories/deep': 'now a file' },
    ['add stories/deep', 'remove stories/deep/er/c.json'],
  ],
  ['a symbolic link in a file’s place', { ...BASE, 'stories/a.json': '->b.json' }, ['update symlink stories/a.json']],
  ['a submodule', { ...BASE, vendor: '@12345' }, ['add submodule vendor']],
  ['an executable bit', { ...BASE, 'sync.yaml': '+m' }, ['update sync.yaml']],
  [
    'names that sort apart from folders',
    { ...BASE, 'stories/deep.json': 'x', 'stories-2/a.json': 'y' },
    ['add stories-2/a.json', 'add stories/deep.json'],
  ],
];

function without(path: string): Files {
  return Object.fromEntries(Object.entries(BASE).filter(([name]) => name !== path));
}

describe('changedBetween', () => {
  it.each(CASES)('%s', async (_, after, expected) => {
    expect(await changes(BASE, after)).toEqual(expected);
  });

  it('keeps to a folder or a file', async () => {
    const after = { ...BASE, 'stories/a.json': 'A', 'stories/deep/er/c.json': 'C', 'sync.yaml': 'M' };
    expect(await changes(BASE, after, 'stories/deep')).toEqual(['update stories/deep/er/c.json']);
    expect(await changes(BASE, after, './stories/a.json')).toEqual(['update stories/a.json']);
    expect(await changes(BASE, after, 'storie')).toEqual([]);
  });

  it('of two files alike, takes the one that kept its name for the renamed one', async () => {
    const before = { 'a/x.json': 'same', 'a/y.json': 'same' };
    const after = { 'b/x2.json': 'same', 'b/x.json': 'same' };
    expect(await changes(before, after)).toEqual(['rename b/x.json from a/x.json', 'rename b/x2.json from a/y.json']);
    // Its name counts also where another one comes first.
    const late = { 'b/first.json': 'same', 'b/x.json': 'same' };
    expect(await changes({ 'a/a.json': 'same', 'a/x.json': 'same' }, late)).toEqual([
      'rename b/first.json from a/a.json',
      'rename b/x.json from a/x.json',
    ]);
    expect(await changes({ 'a/x.json': 'same' }, late)).toEqual(['add b/first.json', 'rename b/x.json from a/x.json']);
  });

  it('takes everything for new before the first commit, and says when a commit is not here', async () => {
    const [first = ''] = commitsOf([{ a: '1', 'b/c': '2' }]);
    const all = await changedBetween(repository, undefined, first);
    expect(all.ok && all.value.map(tell)).toEqual(['add a', 'add b/c']);
    const missing = await changedBetween(repository, '0'.repeat(40), first);
    expect(missing).toEqual({ ok: false, error: 'missing_objects' });
  });

  it('does not read what is the same on both sides', async () => {
    const [from, to = ''] = commitsOf([BASE, { ...BASE, 'other/x': '1' }]);
    const read: string[] = [];
    const objects = {
      commit: (oid: string) => repository.objects.commit(oid),
      folder: (oid: string) => {
        read.push(oid);
        return repository.objects.folder(oid);
      },
    };
    await changedBetween({ objects } as unknown as Repository, to, to);
    expect(read).toEqual([]);
    await changedBetween({ objects } as unknown as Repository, from, to);
    // The two tops, and the folder that only one of them has.
    expect(read).toHaveLength(3);
  });

  it('agrees with git on random trees', async () => {
    const name = fc.constantFrom('a', 'b', 'a.json', 'a-b', 'ä', 'quote"', 'with space');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const content = fc.constantFrom('one', 'two', 'three', '+one', '->b', '@99');
    const files = fc.dictionary(path, content, { maxKeys: 12 }).map(withoutClashes);
    const pairs = fc.sample(fc.tuple(files, files), { numRuns: 40 });
    const oids = commitsOf(pairs.flat());
    const trees = await Promise.all(oids.map(async (oid) => (await repository.objects.commit(oid)).tree));
    const expected = nameStatus(pairs.map((_, index) => `${trees[2 * index]} ${trees[2 * index + 1]}`));
    for (const [index, pair] of pairs.entries()) {
      const found = await changedBetween(repository, oids[2 * index], oids[2 * index + 1] ?? '');
      if (!found.ok) throw new Error(found.error);
      const apart = found.value.flatMap(({ path: at, change, from }) =>
        change === 'rename' ? [`D ${from}`, `A ${at}`] : [`${LETTERS[change]} ${at}`],
      );
      expect({ pair, changes: apart.sort() }).toEqual({ pair, changes: expected[index] });
    }
  });
});

const LETTERS = { add: 'A', remove: 'D', update: 'M' };

/** A path cannot be a file and a folder at once. */
function withoutClashes(files: Files): Files {
  const paths = Object.keys(files);
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !paths.some((other) => other.startsWith(`${path}/`))),
  );
}

/** What git says of pairs of trees; one process for all. */
function nameStatus(pairs: readonly string[]): readonly (readonly string[])[] {
  const argv = ['diff-tree', '--stdin', '-r', '--no-renames', '--name-status', '-z'];
  const out = execFileSync('git', argv, { cwd: dir, input: `${pairs.join('\n')}\n`, encoding: 'utf8' });
  const sections = out.split(/[0-9a-f]{40} [0-9a-f]{40}\n/).slice(1);
  return sections.map((section) => {
    const parts = section.split('\0');
    const letters = parts.filter((_, index) => index % 2 === 0).slice(0, -1);
    return letters.map((letter, index) => `${letter.replace('T', 'M')} ${parts[2 * index + 1]}`).sort();
  });
}
