import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ObjectStore } from './object-store.ts';
import { ObjectReader, readingObjects } from './objects.ts';

type Git = (args: readonly string[], input?: string | Buffer) => string;

function repository(): { readonly dir: string; readonly git: Git } {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-objects-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const git: Git = (args, input = '') =>
    execFileSync('git', [...args], { cwd: dir, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim();
  git(['init', '--quiet', '--bare', '--template=']);
  return { dir, git };
}

/** A file that changed a little thirty times: git keeps it as differences. */
function versions(dir: string, git: Git): ReadonlyMap<string, string> {
  const lines = Array.from({ length: 400 }, (_, line) => createHash('sha256').update(`${line}`).digest('hex'));
  // Each keeps what the one before changed, so that the nearest one is the best base.
  const texts = Array.from({ length: 30 }, (_, at) =>
    lines.map((line, place) => (place % 13 === 0 && place / 13 <= at ? `changed ${line}` : line)).join('\n'),
  );
  const files = texts.map((text, at) => {
    const file = join(dir, `version-${at}`);
    writeFileSync(file, text);
    return file;
  });
  const oids = git(['hash-object', '-w', '--no-filters', '--stdin-paths'], `${files.join('\n')}\n`).split('\n');
  return new Map(texts.map((text, at) => [oids[at] ?? '', text]));
}

async function expectAll(dir: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const store = new ObjectStore(dir);
  for (const [oid, text] of texts) {
    const found = await store.find(oid);
    expect([found?.type, found?.content.toString('utf8')]).toEqual(['blob', text]);
  }
}

describe('objects of git', () => {
  it('are read as they lie there', async () => {
    const { dir, git } = repository();
    await expectAll(dir, versions(dir, git));
  });

  it.each([
    ['by place', ['--delta-base-offset']],
    ['by name', []],
  ])('are read from a pack that has them as differences, %s', async (_, how) => {
    const { dir, git } = repository();
    const texts = versions(dir, git);
    const name = git(['pack-objects', '--quiet', ...how, 'objects/pack/pack'], `${[...texts.keys()].join('\n')}\n`);
    git(['prune-packed']);
    expect(git(['verify-pack', '-v', `objects/pack/pack-${name}.idx`])).toMatch(/chain length = [3-9]/);
    await expectAll(dir, texts);
  });

  it('in a pack that came after the first look are found', async () => {
    const { dir, git } = repository();
    const store = new ObjectStore(dir);
    expect(await store.find('a'.repeat(40))).toBeUndefined();
    const texts = versions(dir, git);
    git(['pack-objects', '--quiet', 'objects/pack/pack'], `${[...texts.keys()].join('\n')}\n`);
    git(['prune-packed']);
    for (const oid of texts.keys()) expect((await store.find(oid))?.type).toBe('blob');
  });

  it('that are not what their name says are damage', async () => {
    const { dir, git } = repository();
    const oid = git(['hash-object', '-w', '--stdin'], 'one');
    const place = join(dir, 'objects', oid.slice(0, 2), oid.slice(2));
    rmSync(place);
    for (const content of [deflateSync('blob 3\0two'), deflateSync('blob 3\0on'), deflateSync('one'), 'not packed']) {
      writeFileSync(place, content);
      await expect(new ObjectStore(dir).find(oid)).rejects.toMatchObject({ code: 'DamagedObject' });
      rmSync(place);
    }
  });
});

const MEGABYTE = 1024 * 1024;

/** A pack and its index, made by hand: what no git would write. */
function addPack(dir: string, git: Git, ...entries: readonly Buffer[]): void {
  const content = Buffer.concat([
    Buffer.from([0x50, 0x41, 0x43, 0x4b, 0, 0, 0, 2, 0, 0, 0, entries.length]),
    ...entries,
  ]);
  const pack = Buffer.concat([content, createHash('sha1').update(content).digest()]);
  const path = join(dir, 'objects/pack/pack-bomb.pack');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pack);
  git(['index-pack', '--no-rev-index', path]);
}

function entry(type: number, size: number, ...rest: readonly Buffer[]): Buffer {
  const bytes: number[] = [];
  let [byte, left] = [(type << 4) | (size & 15), size >> 4];
  for (; left > 0; left >>= 7) {
    bytes.push(byte | 128);
    byte = left & 127;
  }
  return Buffer.concat([Buffer.from([...bytes, byte]), ...rest]);
}

const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

const blobId = (size: number): string =>
  createHash('sha1').update(`blob ${size}\0`).update(Buffer.alloc(size)).digest('hex');

describe('objects made to hold us up', () => {
  it.each<readonly [string, (dir: string, git: Git) => string]>([
    ['one that lies there', (_, git) => git(['hash-object', '-w', '--stdin'], Buffer.alloc(51 * MEGABYTE))],
    [
      'one in a pack',
      (dir, git) => {
        const size = 51 * MEGABYTE;
        addPack(dir, git, entry(3, size, deflateSync(Buffer.alloc(size))));
        return blobId(size);
      },
    ],
    [
      'a difference of a few bytes',
      (dir, git) => {
        const base = MEGABYTE;
        const copies = Array.from({ length: 60 }, () => [0x80 | 0x40, 0x10]).flat();
        const delta = Buffer.from([...varint(base), ...varint(60 * base), ...copies]);
        const first = entry(3, base, deflateSync(Buffer.alloc(base)));
        const back = first.length;
        const distance = [(Math.floor(back / 128) - 1) | 128, back & 127];
        addPack(dir, git, first, entry(6, delta.length, Buffer.from(distance), deflateSync(delta)));
        return blobId(60 * base);
      },
    ],
  ])('are not unpacked: %s', async (_, make) => {
    const { dir, git } = repository();
    const oid = make(dir, git);
    // Its length alone: a test that fails must not print it.
    const length = new ObjectStore(dir).find(oid).then((found) => found?.content.length);
    await expect(length).rejects.toMatchObject({ code: 'ObjectTooLarge' });
    const reader = new ObjectReader([dir]);
    const read = await readingObjects(async () => (await reader.blob(oid)).length);
    expect(read).toEqual({ ok: false, error: 'too_large' });
  });
});
