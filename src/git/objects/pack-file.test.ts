import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { ObjectStore } from './object-store.ts';

const opened = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>();
  const open: typeof real.open = (path, ...rest) => {
    opened.push(String(path));
    return real.open(path, ...rest);
  };
  return { ...real, open };
});
vi.mock('./regular-file.ts', async (load) => {
  const real = await load<typeof import('./regular-file.ts')>();
  const readRegularFile: typeof real.readRegularFile = (path, ...rest) => {
    opened.push(path);
    return real.readRegularFile(path, ...rest);
  };
  return { ...real, readRegularFile };
});
afterEach(() => opened.splice(0));

/** A pack with so many files of so many bytes, as a clone that was just fetched has it. */
function packed(count: number, bytes: number): { readonly dir: string; readonly oids: readonly string[] } {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', [...args], { cwd: dir, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim();
  git(['init', '--quiet', '--bare', '--template=']);
  const oids = Array.from({ length: count }, (_, at) => git(['hash-object', '-w', '--stdin'], noise(at, bytes)));
  // As they are: what differs a little would be packed as differences.
  git(['pack-objects', '--quiet', '--window=0', 'objects/pack/pack'], `${oids.join('\n')}\n`);
  git(['prune-packed']);
  return { dir, oids };
}

/** What cannot be packed any smaller than to three quarters. */
function noise(seed: number, bytes: number): string {
  let state = seed + 1;
  return Array.from({ length: bytes }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(48 + ((state >>> 16) & 63));
  }).join('');
}

const packsOpened = (): number => opened.filter((path) => path.endsWith('.pack')).length;

it('files that lie side by side in a pack are read with one look at it, and none is looked for elsewhere', async () => {
  const { dir, oids } = packed(20, 4000);
  const store = new ObjectStore(dir);
  const found = await Promise.all(oids.map((oid) => store.find(oid)));
  expect(found.map((object) => object?.content.length)).toEqual(oids.map(() => 4000));
  expect(packsOpened()).toBe(1);
  // Its index, and nothing that lies loose.
  expect(opened.length).toBe(2);
});

it('a pack that is larger than a piece of it is read piece by piece, each once', async () => {
  const { dir, oids } = packed(12, 100_000);
  const store = new ObjectStore(dir);
  for (const [at, oid] of oids.entries()) {
    expect((await store.find(oid))?.content.toString()).toBe(noise(at, 100_000));
  }
  // 75 kB each, packed; an object that ends beyond a piece begins the next one.
  expect(packsOpened()).toBeGreaterThanOrEqual(3);
  expect(packsOpened()).toBeLessThanOrEqual(6);
});

it('an object that is larger than a piece is read as a whole', async () => {
  const { dir, oids } = packed(1, 700_000);
  const found = await new ObjectStore(dir).find(oids[0] ?? '');
  expect(found?.content.toString()).toBe(noise(0, 700_000));
});
