import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readFileSafely } from './safe-file.ts';

let parent = '';
let root = '';

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'storysync-file-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  root = join(parent, 'repo');
  mkdirSync(join(root, 'stories'), { recursive: true });
  writeFileSync(join(root, 'stories/a.json'), '{"a":"ü"}');
  writeFileSync(join(parent, 'secret'), 'hunter2');
  mkdirSync(join(parent, 'repo-other'));
  writeFileSync(join(parent, 'repo-other/a.json'), '{}');
});

async function kindOf(path: string): Promise<string> {
  const read = await readFileSafely(root, path);
  return read.ok ? read.value.toString('utf8') : read.error.kind;
}

describe('readFileSafely', () => {
  it('gives the bytes of a file, also through links inside the root', async () => {
    symlinkSync('stories', join(root, 'link'));
    symlinkSync(join(root, 'stories/a.json'), join(root, 'absolute'));
    for (const path of ['stories/a.json', 'link/a.json', 'absolute', 'stories/../stories/a.json']) {
      expect(await kindOf(path)).toBe('{"a":"ü"}');
    }
  });

  it('works when the root itself is reached through a link', async () => {
    symlinkSync(root, join(parent, 'alias'));
    expect(await readFileSafely(join(parent, 'alias'), 'stories/a.json')).toMatchObject({ ok: true });
  });

  it.each(['../secret', '../repo-other/a.json', '/etc/hostname', 'stories/../../secret'])(
    'refuses %s as outside',
    async (path) => {
      expect(await kindOf(path)).toBe('outside');
    },
  );

  it('refuses links that lead outside', async () => {
    symlinkSync('../secret', join(root, 'file'));
    symlinkSync('..', join(root, 'folder'));
    expect(await kindOf('file')).toBe('outside');
    expect(await kindOf('folder/secret')).toBe('outside');
    expect(await kindOf('folder/repo-other/a.json')).toBe('outside');
  });

  it('tells missing files, folders, pipes and loops apart', async () => {
    symlinkSync('nowhere', join(root, 'dangling'));
    symlinkSync('loop', join(root, 'loop'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(await kindOf('none.json')).toBe('missing');
    expect(await kindOf('stories/a.json/b')).toBe('missing');
    expect(await kindOf('dangling')).toBe('missing');
    expect(await kindOf('stories')).toBe('not_a_file');
    expect(await kindOf('.')).toBe('not_a_file');
    expect(await kindOf('pipe')).toBe('not_a_file');
    expect(await kindOf('loop')).toBe('unreadable');
    expect(await kindOf('a\0b')).toBe('unreadable');
  });

  it('refuses more than 50 MB without reading it', async () => {
    const path = join(root, 'large.json');
    writeFileSync(path, '');
    truncateSync(path, 50 * 1024 * 1024 + 1);
    expect(await readFileSafely(root, 'large.json')).toEqual({
      ok: false,
      error: { kind: 'too_large', bytes: 50 * 1024 * 1024 + 1 },
    });
  });
});
