import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweep, sweepOnce } from './leftovers.ts';
import { type Owner, ownerTag, type Processes, placeId, readOwnerTag, readStat } from './owner.ts';

const HERE = '0123456789ab';

/** Process 7 is at work, since 42; 8 says nothing of itself; no other is there. */
const processes: Processes = {
  pid: 100,
  place: async () => ({ host: 'here', place: HERE }),
  lookUp: async (pid) => (pid === 7 ? { began: '42' } : pid === 8 ? { began: null } : 'ended'),
};

function tag(difference: Partial<Owner> = {}): string {
  return ownerTag({ host: 'here', place: HERE, pid: 9, started: '42', token: '00112233445566aa', ...difference });
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storysync-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what a killed run left', () => {
  it.each([
    ['a draft of a story', `.triage.json.storysync-${tag()}.tmp`],
    ['a draft of the index', `index.storysync-${tag()}.lock`],
    ['an object that was never whole', `tmp_obj_storysync-${tag()}`],
    ['of a process whose number another one has now', `.a.storysync-${tag({ pid: 7, started: '41' })}.tmp`],
  ])('is taken away: %s', async (_name, file) => {
    writeFileSync(join(folder, file), 'half');
    await sweep(folder, { processes });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken away with all that is in it, and nothing that a link in it leads to', async () => {
    const pack = join(folder, `storysync-pack-${tag()}`);
    mkdirSync(join(pack, 'objects'), { recursive: true });
    writeFileSync(join(folder, 'mine'), '');
    symlinkSync(folder, join(pack, 'objects/link'));
    await sweep(folder, { processes });
    expect(readdirSync(folder)).toEqual(['mine']);
  });

  it('elsewhere, or where nothing is told of a process, is taken away when it is a day old', async () => {
    const names = [`.a.storysync-${tag({ place: 'ba9876543210' })}.tmp`, `.a.storysync-${tag({ pid: 8 })}.tmp`];
    for (const name of names) writeFileSync(join(folder, name), '');
    await sweep(folder, { processes });
    expect(readdirSync(folder)).toHaveLength(2);
    const before = Date.now() / 1000 - 25 * 60 * 60;
    for (const name of names) utimesSync(join(folder, name), before, before);
    await sweep(folder, { processes });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('nothing else is touched', () => {
  it.each([
    ['a draft of a process at work', `.a.storysync-${tag({ pid: 7 })}.tmp`],
    ['a draft that is not ours', '.triage.json.1234.tmp'],
    ['an object that git is writing', 'tmp_obj_aB3dE6'],
    ['a name that only begins like ours', `.a.storysync-${tag()}.tmp.json`],
    ['a process number that stands for a group', `.a.storysync-${HERE}-0-42-00112233445566aa.tmp`],
    ['a lock', 'index.lock'],
  ])('%s', async (_name, file) => {
    writeFileSync(join(folder, file), '');
    await sweep(folder, { processes });
    expect(readdirSync(folder)).toEqual([file]);
  });

  it('a folder that has the name of a draft', async () => {
    const name = `.a.storysync-${tag()}.tmp`;
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'story.json'), '');
    await sweep(folder, { processes });
    expect(readdirSync(join(folder, name))).toEqual(['story.json']);
  });
});

it('a folder is looked through once by each process, and one that is not there does no harm', async () => {
  await sweepOnce(folder, { processes });
  writeFileSync(join(folder, `.a.storysync-${tag()}.tmp`), '');
  await sweepOnce(folder, { processes });
  expect(readdirSync(folder)).toHaveLength(1);
  await sweepOnce(join(folder, 'missing'), { processes });
});

describe('an owner', () => {
  it('is read back from the name of a file', () => {
    expect(readOwnerTag(tag())).toEqual({ place: HERE, pid: 9, started: '42' });
    expect(readOwnerTag(tag({ started: null }))).toEqual({ place: HERE, pid: 9, started: null });
    expect(readOwnerTag('../../etc')).toBeUndefined();
  });

  it.each([
    ['4242 (node) S 1 4242 4242 0 -1 4194560 1 0 0 0 1 2 0 0 20 0 11 0 987654 1 2', { began: '987654' }],
    ['4242 (a) b (c) S) R 1 4242 4242 0 -1 4194560 1 0 0 0 1 2 0 0 20 0 11 0 55 1 2', { began: '55' }],
    ['4242 (node) Z 1 4242 4242 0 -1 4194560 1 0 0 0 1 2 0 0 20 0 11 0 987654 0 0', 'ended'],
    ['', { began: null }],
  ])('began when the system says: %s', (stat, began) => {
    expect(readStat(stat)).toEqual(began);
  });
});

it('process ids are shared by one boot of one container alone, and by nobody where the system tells neither', () => {
  expect(placeId('runner', 'boot', 'pid:[1]')).toBe(placeId('runner', 'boot', 'pid:[1]'));
  expect(placeId('runner', 'boot', 'pid:[1]')).not.toBe(placeId('runner', 'boot', 'pid:[2]'));
  expect(placeId('runner', '', 'pid:[1]')).not.toBe(placeId('runner', '', 'pid:[1]'));
  expect(placeId('runner', 'boot', '')).not.toBe(placeId('runner', 'boot', ''));
});
