import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { storePack } from './store-pack.ts';

it('a pack that is made to hold us up is refused: a difference to itself, or one that unpacks to terabytes', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const packOf = (count: number, ...objects: readonly (Buffer | readonly number[])[]): Buffer => {
    const content = Buffer.concat([
      Buffer.from([0x50, 0x41, 0x43, 0x4b, 0, 0, 0, 2, 0, 0, 0, count]),
      ...objects.map((bytes) => Buffer.from(bytes)),
    ]);
    return Buffer.concat([content, createHash('sha1').update(content).digest()]);
  };
  const hello = [[0x35], deflateSync('hello')];
  const same = deflateSync(Buffer.from([5, 5, 0x90, 5]));
  const huge = deflateSync(Buffer.from([5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x90, 5]));
  await storePack(dir, packOf(2, ...hello, [0x64, 14], same));
  for (const bad of [
    packOf(1, [0x64, 0], same),
    packOf(2, ...hello, [0x64, 3], same),
    packOf(2, ...hello, [0x6a, 14], huge),
    packOf(1, [0x34], deflateSync('hello')),
    packOf(9, ...hello),
  ]) {
    await expect(storePack(dir, bad)).rejects.toMatchObject({ code: 'GitProtocol' });
  }
});

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
