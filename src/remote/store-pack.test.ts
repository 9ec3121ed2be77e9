import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { storePack } from './store-pack.ts';

it('a pack is stored whole or not at all', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const git = (input: string, ...args: readonly string[]): Buffer =>
    execFileSync('git', args, { cwd: dir, input, stdio: 'pipe' });
  git('', 'init', '--quiet', '--bare', '--template=');
  const oid = git('hello\n', 'hash-object', '-w', '--stdin').toString().trim();
  const pack = git(`${oid}\n`, 'pack-objects', '--stdout', '--quiet');
  git('', 'prune');
  const flipped = Buffer.from(pack);
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  for (const bad of [Buffer.alloc(0), pack.subarray(0, -1), flipped, Buffer.from('<html>')]) {
    await expect(storePack(dir, bad)).rejects.toMatchObject({ code: 'GitProtocol' });
  }
  expect(readdirSync(join(dir, 'objects'))).not.toContain(oid.slice(0, 2));
  await storePack(dir, pack);
  expect(git('', 'cat-file', '-p', oid).toString()).toBe('hello\n');
});
