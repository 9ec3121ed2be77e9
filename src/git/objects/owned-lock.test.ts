import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../diagnostics/result.ts';
import type { OwnedLock } from './held-lock.ts';
import { lockText } from './lock-file.ts';
import { acquireLock, clearDeadLock, type LockOptions, type LockSurroundings } from './owned-lock.ts';
import { type FoundProcess, fateOf, newOwner, type Owner, systemProcesses } from './owner.ts';

const HERE = '0123456789ab';
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

/** A machine whose processes are these, and whose time passes as fast as it is slept. */
function machine(
  processes: Readonly<Record<number, string>>,
  onSleep: (passedMs: number) => void = () => {},
): LockSurroundings & { readonly passedMs: () => number } {
  let time = 0;
  return {
    processes: {
      pid: 100,
      place: async () => ({ host: 'here', place: HERE }),
      lookUp: async (pid) => {
        const began = { 100: '555', ...processes }[pid];
        return began === undefined ? 'ended' : { began };
      },
    },
    clock: {
      now: () => new Date('2026-11-28T10:00:00Z'),
      elapsed: () => time,
      sleep: async (ms) => {
        time += ms;
        onSleep(time);
      },
      alarm: () => () => {},
    },
    passedMs: () => time,
  };
}

function owner(difference: Partial<Owner> = {}): Owner {
  return { host: 'there', place: HERE, pid: 7, started: '42', token: '00112233445566aa', ...difference };
}

function taken(result: Result<OwnedLock, unknown>): OwnedLock {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

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

describe('taking over', () => {
  it('is finished by the next one when whoever began it is gone as well', async () => {
    plant(textOf(owner()));
    const claim = join(folder, 'index.storysync-claim-00112233445566aa.lock');
    plant(textOf(owner({ pid: 8, token: 'aaaaaaaaaaaaaaaa' })), claim);
    const lock = taken(await acquireLock(path, GITS, machine({})));
    expect(readFileSync(path, 'utf8')).toContain('"pid":100');
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits for one who is about to do it', async () => {
    plant(textOf(owner()));
    const claim = join(folder, 'index.storysync-claim-00112233445566aa.lock');
    plant(textOf(owner({ pid: 8, started: '80', token: 'aaaaaaaaaaaaaaaa' })), claim);
    const next = textOf(owner({ pid: 8, started: '80', token: 'bbbbbbbbbbbbbbbb' }));
    const world = machine({ 8: '80' }, (passed) => {
      if (passed !== 100) return;
      plant(next, join(folder, 'new'));
      renameSync(join(folder, 'new'), path);
      rmSync(claim);
    });
    expect(await acquireLock(path, GITS, world)).toMatchObject({ ok: false, error: { pid: 8 } });
    expect(readFileSync(path, 'utf8')).toBe(next);
  });

  it('finishes what the former owner noted, before anybody else gets the lock', async () => {
    const lock = taken(await acquireLock(path, GITS, machine({})));
    await lock.write({ goal: 'x' });
    const seen: unknown[] = [];
    const gone = { ...machine({}), processes: { ...machine({}).processes, pid: 101, lookUp: later } };
    const finish = async (note: unknown) => void seen.push(note, readFileSync(path, 'utf8').includes('"pid":100'));
    const next = taken(await acquireLock(path, { ...GITS, finish }, gone));
    expect(seen).toEqual([{ goal: 'x' }, true]);
    await lock.release();
    expect(readFileSync(path, 'utf8')).toContain('"pid":101');
    await next.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('clears what a killed process left, and touches nothing of one at work', async () => {
    plant(textOf(owner()));
    await clearDeadLock(path, { sharedWithGit: true }, machine({ 7: '42' }));
    expect(readdirSync(folder)).toEqual(['index.lock']);
    await clearDeadLock(path, { sharedWithGit: true }, machine({}));
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Process 100 has ended, and 101 asks. */
async function later(pid: number): Promise<FoundProcess> {
  return pid === 101 ? { began: '600' } : 'ended';
}

describe('many processes', () => {
  it('that find one dead lock after another are never inside together, and all get in', async () => {
    const script = join(import.meta.dirname, '../../../test/support/lock-contender-process.ts');
    const rounds = 15;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--no-warnings', script, folder, String(rounds)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const told = await Promise.all(
      children.map(async (child) => {
        let out = '';
        child.stdout.on('data', (chunk) => {
          out += String(chunk);
        });
        await once(child, 'close');
        return JSON.parse(out) as { readonly entered: number; readonly met: number };
      }),
    );
    expect(told).toEqual(told.map(() => ({ entered: rounds, met: 0 })));
    expect(readdirSync(folder).filter((name) => name !== 'seen')).toEqual([]);
  });

  it('tell a dead process from a living one: this one is alive, one that was killed is not', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const mine = await newOwner();
    const its = await newOwner({ ...systemProcesses, pid: child.pid ?? 0 });
    expect([await fateOf(mine), await fateOf(its)]).toEqual(['alive', 'alive']);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([await fateOf(mine), await fateOf(its)]).toEqual(['alive', 'gone']);
  });
});
