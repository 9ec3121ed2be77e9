import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { MOST_FILE_BYTES } from '../objects/regular-file.ts';
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

const MEGABYTE = 1024 * 1024;

function packed(...entries: readonly Buffer[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(entries.length);
  const content = Buffer.concat([Buffer.from('PACK\0\0\0\u0002', 'latin1'), count, ...entries]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}

function header(type: number, size: number): Buffer {
  const bytes: number[] = [];
  let [byte, left] = [(type << 4) | (size & 15), Math.floor(size / 16)];
  for (; left > 0; left = Math.floor(left / 128)) {
    bytes.push(byte | 128);
    byte = left & 127;
  }
  return Buffer.from([...bytes, byte]);
}

const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

/** A difference that takes its base, all of zeros, so many times. */
function repeating(base: number, times: number, distance: number): Buffer {
  const copies = Array.from({ length: times }, () => [0x80 | 0x40, (base >> 16) & 255]).flat();
  const delta = Buffer.from([...varint(base), ...varint(base * times), ...copies]);
  const back = [Math.floor(distance / 128) - 1 + 128, distance & 127];
  return Buffer.concat([header(6, delta.length), Buffer.from(back), deflateSync(delta)]);
}

it.each<readonly [string, Buffer]>([
  ['a file of half a gigabyte', packed(header(3, 512 * MEGABYTE), deflateSync(Buffer.alloc(MEGABYTE)))],
  ['more than it says', packed(header(3, 5), deflateSync(Buffer.alloc(MEGABYTE)))],
  ...[60, 2].map((count): readonly [string, Buffer] => {
    const first = Buffer.concat([header(3, MEGABYTE), deflateSync(Buffer.alloc(MEGABYTE))]);
    const times = count === 60 ? 40 : 60;
    const others: Buffer[] = [];
    let distance = first.length;
    for (let at = 0; at < count; at++) {
      const other = repeating(MEGABYTE, times, distance);
      others.push(other);
      distance += other.length;
    }
    return [`${count} differences that come to ${count * times} MB`, packed(first, ...others)];
  }),
])('a small pack that unpacks to %s is refused, and takes no room', async (_, pack) => {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const before = process.memoryUsage().rss;
  await expect(storePack(dir, pack)).rejects.toMatchObject({ code: 'GitProtocol' });
  expect(pack.length).toBeLessThan(12_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
});

it('a pack with a file of the largest size that is read at all is stored', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const content = Buffer.alloc(MOST_FILE_BYTES);
  await storePack(dir, packed(Buffer.concat([header(3, content.length), deflateSync(content)])));
  expect(readdirSync(join(dir, 'objects/pack')).some((name) => name.endsWith('.idx'))).toBe(true);
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

it.each([
  ['by place', ['--delta-base-offset']],
  ['by name', []],
])('a pack of differences %s gets the index that git itself would write', async (_, how) => {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const git = (input: string | Buffer, ...args: readonly string[]): Buffer =>
    execFileSync('git', args, { cwd: dir, input, stdio: 'pipe' });
  git('', 'init', '--quiet', '--bare', '--template=');
  const lines = Array.from({ length: 300 }, (__, line) => createHash('sha256').update(`${line}`).digest('hex'));
  const names = Array.from({ length: 20 }, (__, at) => {
    const text = lines.map((line, place) => (place % 13 === 0 && place / 13 <= at ? `changed ${line}` : line));
    return git(text.join('\n'), 'hash-object', '-w', '--stdin').toString().trim();
  });
  const pack = git(`${names.join('\n')}\n`, 'pack-objects', '--stdout', '--quiet', ...how);
  await storePack(dir, pack);
  const [name = ''] = readdirSync(join(dir, 'objects/pack')).filter((file) => file.endsWith('.idx'));
  writeFileSync(join(dir, 'own.pack'), pack);
  git('', 'index-pack', '--no-rev-index', 'own.pack');
  expect(readFileSync(join(dir, 'objects/pack', name)).equals(readFileSync(join(dir, 'own.idx')))).toBe(true);
});
