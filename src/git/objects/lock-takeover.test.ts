import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machine, owner, taken } from '../../../test/support/lock-machine.ts';
import { lockText } from './lock-file.ts';
import { acquireLock, clearDeadLock, type LockOptions } from './owned-lock.ts';
import { type FoundProcess, fateOf, newOwner, type Owner, systemProcesses } from './owner.ts';

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
