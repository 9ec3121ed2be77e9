import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileSafely, writeFileSafely } from './safe-write.ts';
import { writeBeside } from './write-beside.ts';

let base = '';
let root = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'storysync-write-'));
  root = join(base, 'repo');
  mkdirSync(root);
  mkdirSync(join(base, 'outside'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

it('writes a new file with its folders, and leaves nothing else behind', async () => {
  expect(await writeFileSafely(root, 'stories/ir/a.json', 'text')).toEqual({ ok: true, value: null });
  expect(readFileSync(join(root, 'stories/ir/a.json'), 'utf8')).toBe('text');
  expect(readdirSync(join(root, 'stories/ir'))).toEqual(['a.json']);
});

it('replaces a file and keeps its mode', async () => {
  writeFileSync(join(root, 'a.json'), 'old');
  chmodSync(join(root, 'a.json'), 0o640);
  await writeFileSafely(root, 'a.json', 'new');
  expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('new');
  expect(statSync(join(root, 'a.json')).mode & 0o777).toBe(0o640);
});

it('writes through a link that stays inside, and the link stays a link', async () => {
  mkdirSync(join(root, 'shared'));
  writeFileSync(join(root, 'shared/a.json'), 'old');
  symlinkSync('shared/a.json', join(root, 'a.json'));
  expect((await writeFileSafely(root, 'a.json', 'new')).ok).toBe(true);
  expect(readlinkSync(join(root, 'a.json'))).toBe('shared/a.json');
  expect(readFileSync(join(root, 'shared/a.json'), 'utf8')).toBe('new');
});

it('refuses every way out of the repository, and writes nothing there', async () => {
  writeFileSync(join(base, 'outside/a.json'), 'theirs');
  symlinkSync('../outside/a.json', join(root, 'file.json'));
  symlinkSync('../outside', join(root, 'folder'));
  symlinkSync('../outside/none.json', join(root, 'dangling.json'));
  for (const path of ['../x.json', 'file.json', 'folder/a.json', 'folder/new/a.json', 'dangling.json']) {
    expect([path, await writeFileSafely(root, path, 'ours')]).toEqual([
      path,
      { ok: false, error: { kind: 'outside' } },
    ]);
  }
  expect(readFileSync(join(base, 'outside/a.json'), 'utf8')).toBe('theirs');
  expect(readdirSync(join(base, 'outside'))).toEqual(['a.json']);
  expect(existsSync(join(base, 'x.json'))).toBe(false);
});

it('never writes into the folder that is git’s own', async () => {
  mkdirSync(join(root, '.git'));
  symlinkSync('.git', join(root, 'link'));
  for (const path of ['.git/a.json', '.GIT/a.json', 'link/a.json']) {
    expect(await writeFileSafely(root, path, 'x')).toEqual({ ok: false, error: { kind: 'outside' } });
  }
  expect(readdirSync(join(root, '.git'))).toEqual([]);
});

it('refuses a folder in the place of the file, and a file in the place of a folder', async () => {
  mkdirSync(join(root, 'a.json'));
  writeFileSync(join(root, 'stories'), '');
  for (const path of ['a.json', 'stories/a.json']) {
    expect(await writeFileSafely(root, path, 'x')).toEqual({ ok: false, error: { kind: 'not_a_file' } });
  }
});

it('creates a file with its folders, and leaves nothing else behind', async () => {
  expect(await createFileSafely(root, 'a/b/c.txt', 'new')).toEqual({ ok: true, value: null });
  expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('new');
  expect(readdirSync(join(root, 'a/b'))).toEqual(['c.txt']);
});

it('creates nothing where anything stands, nor outside of the root', async () => {
  writeFileSync(join(root, 'file'), 'mine');
  mkdirSync(join(root, 'folder'));
  symlinkSync('../outside/none', join(root, 'dangling'));
  symlinkSync('../outside', join(root, 'out'));
  const kindOf = async (path: string) => {
    const created = await createFileSafely(root, path, 'ours');
    return created.ok ? 'created' : created.error.kind;
  };
  expect(await kindOf('file')).toBe('exists');
  expect(await kindOf('folder')).toBe('exists');
  expect(await kindOf('file/inside')).toBe('not_a_file');
  for (const path of ['dangling', 'out/new', '../new', '.git/new'])
    expect([path, await kindOf(path)]).toEqual([path, 'outside']);
  expect(readFileSync(join(root, 'file'), 'utf8')).toBe('mine');
  expect(readdirSync(join(base, 'outside'))).toEqual([]);
});

it('a file that appears in the very moment of creating stays, and no draft is left', async () => {
  const path = join(root, 'a.txt');
  const unless = async () => {
    writeFileSync(path, 'theirs');
    return false;
  };
  expect(await writeBeside(path, 'ours', { durable: false, place: 'free', unless })).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(root)).toEqual(['a.txt']);
});
