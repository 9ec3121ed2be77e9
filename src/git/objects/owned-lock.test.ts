import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machine, owner, taken } from '../../../test/support/lock-machine.ts';
import { lockText } from './lock-file.ts';
import { acquireLock, clearDeadLock, type LockOptions } from './owned-lock.ts';
import type { Owner } from './owner.ts';

const ELSEWHERE = 'ba9876543210';
const OURS: LockOptions = { waitMs: 5000, sharedWithGit: false };
const GITS: LockOptions = { waitMs: 5000, sharedWithGit: true };

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storysync-lock-'));
  path = join(folder, 'index.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(text: string, at = path): void {
  writeFileSync(at, text);
}

const textOf = (one: Owner) => lockText(one, new Date('2026-11-28T09:00:00Z'));

describe('a lock', () => {
  it('says from its first moment whose it is, and leaves nothing when it is released', async () => {
    const lock = taken(await acquireLock(path, GITS, machine({})));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      storysync: 'lock/1',
      host: 'here',
      pid: 100,
      started: '555',
      since: '2026-11-28T10:00:00.000Z',
    });
    expect(readdirSync(folder)).toEqual(['index.lock']);
    expect(await lock.isHeld()).toBe(true);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made in a folder that is not there yet', async () => {
    const lock = taken(await acquireLock(join(folder, 'refs/heads/a/b.lock'), GITS, machine({})));
    await lock.release();
    expect(readdirSync(join(folder, 'refs/heads/a'))).toEqual([]);
  });

  it('that is no longer ours is not taken away', async () => {
    const lock = taken(await acquireLock(path, OURS, machine({})));
    plant(textOf(owner()));
    expect(await lock.isHeld()).toBe(false);
    await lock.release();
    expect(readFileSync(path, 'utf8')).toContain('00112233445566aa');
  });

  it.each([
    ['has ended', {}],
    ['has ended, and whose number another process has now', { 7: '43' }],
  ])('of a process that %s is taken over without waiting', async (_name, processes) => {
    plant(textOf(owner()));
    const world = machine(processes);
    const lock = taken(await acquireLock(path, GITS, world));
    expect(world.passedMs()).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('"pid":100');
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a process at work is waited for and never taken over, and its owner is named', async () => {
    plant(textOf(owner()));
    const world = machine({ 7: '42' });
    expect(await acquireLock(path, OURS, world)).toMatchObject({ ok: false, error: { host: 'there', pid: 7 } });
    expect(world.passedMs()).toBe(5000);
    expect(readdirSync(folder)).toEqual(['index.lock']);
  });

  it('is taken as soon as its owner lets go', async () => {
    plant(textOf(owner()));
    const world = machine({ 7: '42' }, (passed) => passed === 200 && rmSync(path));
    const lock = taken(await acquireLock(path, OURS, world));
    expect(world.passedMs()).toBe(200);
    await lock.release();
  });

  it.each([
    ['of another machine', { place: ELSEWHERE }],
    ['whose system does not tell when processes began', { started: null, pid: 100 }],
  ])('%s is taken over when it has not moved for twenty seconds', async (_name, difference) => {
    plant(textOf(owner(difference)));
    const world = machine({});
    const lock = taken(await acquireLock(path, GITS, world));
    expect(world.passedMs()).toBe(20_000);
    await lock.release();
  });

  it('is looked at as seldom as the caller wants, who may wait for a thousand of them', async () => {
    plant(textOf(owner()));
    let looks = 0;
    const world = machine({ 7: '42' }, () => void looks++);
    expect(await acquireLock(path, { ...OURS, pollMs: 1000 }, world)).toMatchObject({ ok: false });
    expect([looks, world.passedMs()]).toEqual([5, 5000]);
  });

  it('of another machine that gives a sign of life is waited for like any other', async () => {
    plant(textOf(owner({ place: ELSEWHERE })));
    const beat = (passed: number) => passed % 2000 === 0 && utimesSync(path, passed, passed);
    const world = machine({}, beat);
    expect(await acquireLock(path, OURS, world)).toMatchObject({ ok: false, error: { host: 'there' } });
    expect(world.passedMs()).toBeLessThan(8000);
  });

  it('is not taken over by one who slept and did not watch', async () => {
    plant(textOf(owner({ place: ELSEWHERE })));
    let time = 0;
    const sleep = async () => {
      time += 30_000;
    };
    const world = { ...machine({}), clock: { ...machine({}).clock, elapsed: () => time, sleep } };
    expect(await acquireLock(path, OURS, world)).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toContain('00112233445566aa');
  });
});

describe('a lock that git may have made', () => {
  it.each([['empty'], ['DIRC\0\0\0'], ['{"storysync":"lock/1"}'], ['x'.repeat(10_000)]])(
    'and does not say whose it is stays for ever: %j',
    async (text) => {
      plant(text);
      const world = machine({});
      expect(await acquireLock(path, GITS, world)).toEqual({ ok: false, error: 'other' });
      expect(world.passedMs()).toBe(5000);
      await clearDeadLock(path, { sharedWithGit: true }, world);
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('a lock of ours alone', () => {
  it.each([
    ['empty', () => plant('')],
    ['a manifest, as it was once', () => plant('version: 1\n')],
    ['a symbolic link that leads nowhere', () => symlinkSync('nowhere', path)],
    ['a symbolic link to a pipe', () => symlinkSync('/dev/stdin', path)],
    ['a pipe', () => execFileSync('mkfifo', [path])],
    [
      'larger than the disk',
      () => {
        plant('');
        truncateSync(path, 2 ** 40);
      },
    ],
    ['of a process group', () => plant(JSON.stringify({ ...JSON.parse(textOf(owner())), pid: -1 }))],
    ['with a token that is a path', () => plant(JSON.stringify({ ...JSON.parse(textOf(owner())), token: '../../x' }))],
  ])('that says nothing of use is taken over after twenty seconds: %s', async (_name, arrange) => {
    arrange();
    const world = machine({ 7: '42' });
    const lock = taken(await acquireLock(path, OURS, world));
    expect(world.passedMs()).toBe(20_000);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('whose place a folder has ends with a refusal, after a bounded time', async () => {
    mkdirSync(join(path, 'full'), { recursive: true });
    const world = machine({});
    expect(await acquireLock(path, OURS, world)).toEqual({ ok: false, error: 'other' });
    expect(world.passedMs()).toBeLessThanOrEqual(46_000);
    expect(readdirSync(folder)).toEqual(['index.lock']);
  });

  it('that changes all the time is given up, after a bounded time', async () => {
    plant('0');
    const world = machine({}, (passed) => {
      if (passed % 19_000 === 0)
        plant(textOf(owner({ place: ELSEWHERE, token: passed.toString(16).padStart(16, '0') })));
    });
    expect(await acquireLock(path, OURS, world)).toMatchObject({ ok: false });
    expect(world.passedMs()).toBeLessThanOrEqual(46_000);
  });
});
