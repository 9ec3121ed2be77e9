import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockText } from '../git/objects/lock-file.ts';
import { newOwner, ownerTag } from '../git/objects/owner.ts';
import { clearReplacing, replaceFileSafely } from './replace-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const content = { before: bytes('old'), after: bytes('new') };

let top = '';
let root = '';

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'storysync-replace-'));
  root = join(top, 'repository');
  mkdirSync(root);
  writeFileSync(join(root, 'file'), 'old');
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

describe('a file', () => {
  it('is replaced as a whole, keeps its mode, and leaves no draft behind', async () => {
    chmodSync(join(root, 'file'), 0o666);
    expect(await replaceFileSafely(root, join(root, 'file'), content)).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('new');
    expect(statSync(join(root, 'file')).mode & 0o777).toBe(0o666);
    expect(readdirSync(root)).toEqual(['file']);
  });

  it('behind a symbolic link inside the repository is replaced, and the link stays', async () => {
    symlinkSync('file', join(root, 'link'));
    expect(await replaceFileSafely(root, join(root, 'link'), content)).toMatchObject({ ok: true });
    expect(lstatSync(join(root, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('new');
  });
});

describe('two at once', () => {
  it('never lose what one of them wrote: one is told that the file changed', async () => {
    for (let round = 0; round < 5; round += 1) {
      writeFileSync(join(root, 'file'), 'old');
      const texts = ['one', 'two'];
      const results = await Promise.all(
        texts.map((text) => replaceFileSafely(root, join(root, 'file'), { ...content, after: bytes(text) })),
      );
      const written = texts.filter((_, index) => results[index]?.ok === true);
      expect(written).toEqual([readFileSync(join(root, 'file'), 'utf8')]);
    }
  });
});

describe('the lock', () => {
  const lock = () => join(root, '.file.lock');

  it('of another run at work leaves the file alone, and tells who it is', async () => {
    const holder = await newOwner();
    writeFileSync(lock(), lockText(holder, new Date()));
    const refused = await replaceFileSafely(root, join(root, 'file'), content, 40);
    expect(refused).toMatchObject({
      error: { kind: 'busy', lock: '.file.lock', holder: { pid: holder.pid }, waitMs: 40 },
    });
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('old');
    expect(readdirSync(root).toSorted()).toEqual(['.file.lock', 'file']);
  });

  it('of a run that was killed keeps nobody out, and goes with its draft', async () => {
    const killed = { ...(await newOwner()), pid: 2 ** 30, started: '1' };
    writeFileSync(lock(), lockText(killed, new Date()));
    writeFileSync(join(root, `.file.storysync-${ownerTag(killed)}.tmp`), 'ne');
    expect(await replaceFileSafely(root, join(root, 'file'), content)).toMatchObject({ ok: true });
    expect(readdirSync(root)).toEqual(['file']);
  });

  it('of a run that was killed goes, also when there is nothing to replace', async () => {
    const killed = { ...(await newOwner()), pid: 2 ** 30, started: '1' };
    writeFileSync(lock(), lockText(killed, new Date()));
    await clearReplacing(join(root, 'file'));
    expect(readdirSync(root)).toEqual(['file']);
    await clearReplacing(join(root, 'missing'));
  });

  it('fits the name of a file that could not be longer', async () => {
    const name = '\u6545'.repeat(80);
    writeFileSync(join(root, name), 'old');
    expect(await replaceFileSafely(root, join(root, name), content)).toMatchObject({ ok: true });
    expect(readFileSync(join(root, name), 'utf8')).toBe('new');
  });
});

describe('nothing is written', () => {
  it.each([
    ['to a read-only file', { kind: 'read_only' }, () => chmodSync(join(root, 'file'), 0o444)],
    ['over what somebody else wrote meanwhile', { kind: 'changed' }, () => writeFileSync(join(root, 'file'), 'else')],
    ['where the file is gone', { kind: 'missing' }, () => rmSync(join(root, 'file'))],
    [
      'outside the repository',
      { kind: 'outside' },
      () => {
        rmSync(join(root, 'file'));
        writeFileSync(join(top, 'outside'), 'old');
        symlinkSync(join(top, 'outside'), join(root, 'file'));
      },
    ],
  ])('%s', async (_name, refusal, arrange) => {
    arrange();
    expect(await replaceFileSafely(root, join(root, 'file'), content)).toEqual({ ok: false, error: refusal });
    const found = readdirSync(top, { recursive: true, encoding: 'utf8' });
    expect(found.filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});
