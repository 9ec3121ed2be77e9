import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { blobAt } from './blob-at.ts';

let dir = '';

beforeEach(() => {
  dir = temporaryFolder();
  git('init', '--quiet', '--initial-branch=main');
});

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-blob-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(files: { readonly [path: string]: string } = {}): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

async function read(sha: string, path: string, from = dir): Promise<string> {
  const blob = await blobAt(from, sha, path);
  return blob.ok ? blob.value.toString() : `refused: ${blob.error}`;
}

describe('blobAt', () => {
  it('reads what the commit holds, whatever later commits, the index and the work tree say', async () => {
    const base = commit({ 'conf/sync.yaml': 'base\n' });
    commit({ 'conf/sync.yaml': 'later\n' });
    writeFileSync(join(dir, 'conf/sync.yaml'), 'staged\n');
    git('add', '--all');
    rmSync(join(dir, 'conf'), { recursive: true });
    expect(await read(base, 'conf/sync.yaml')).toBe('base\n');
    expect(await read(base, './conf/../conf/sync.yaml')).toBe('base\n');
  });

  it('reads packed objects, and from a folder below', async () => {
    const base = commit({ 'deep/er/sync.yaml': 'packed\n' });
    git('gc', '--quiet');
    expect(await read(base, 'deep/er/sync.yaml', join(dir, 'deep/er'))).toBe('packed\n');
  });

  it('says that a file is absent only when the commit was read', async () => {
    const base = commit({ 'sync.yaml': 'x', 'conf/a': 'x' });
    for (const path of ['other.yaml', 'conf/sync.yaml', 'sync.yaml/below', 'no/such/folder', 'SYNC.yaml']) {
      expect(await read(base, path)).toBe('refused: absent');
    }
    expect(await read('0'.repeat(40), 'sync.yaml')).toBe('refused: missing_objects');
  });

  it('tells a shallow clone from an absent file', async () => {
    const base = commit({ 'sync.yaml': 'base\n' });
    const head = commit({ 'sync.yaml': 'head\n' });
    const shallow = join(temporaryFolder(), 'clone');
    git('clone', '--quiet', '--depth=1', `file://${dir}`, shallow);
    expect(await read(head, 'sync.yaml', shallow)).toBe('head\n');
    expect(await read(base, 'sync.yaml', shallow)).toBe('refused: missing_objects');
  });

  it.skipIf(process.platform === 'win32')('refuses symbolic links, also on the way', async () => {
    mkdirSync(join(dir, 'real'));
    symlinkSync('real/sync.yaml', join(dir, 'sync.yaml'));
    symlinkSync('real', join(dir, 'linked'));
    const base = commit({ 'real/sync.yaml': 'x' });
    expect(await read(base, 'sync.yaml')).toBe('refused: symlink');
    expect(await read(base, 'linked/sync.yaml')).toBe('refused: symlink');
  });

  it('refuses paths that lead out or name no file', async () => {
    const base = commit({ 'conf/sync.yaml': 'x' });
    const outside = ['../sync.yaml', 'conf/../../sync.yaml', '/etc/passwd', '', '.', 'conf/..', '..', 'sync.yaml\0'];
    for (const path of outside) expect(await read(base, path)).toBe('refused: outside');
    expect(await read(base, 'conf')).toBe('refused: not_a_file');
  });

  it('finds nothing where there is no repository', async () => {
    expect(await read('0'.repeat(40), 'sync.yaml', temporaryFolder())).toBe('refused: missing_objects');
  });
});
