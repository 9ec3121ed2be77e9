import { describe, expect, it } from 'vitest';
import { cloneOf, git, serve } from '../../test/support/git-remotes.ts';
import type { GitServer } from '../../test/support/git-server.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { leaseOf } from '../../test/support/lease-room.ts';
import { findGitDirs } from '../git/read/git-dir.ts';
import { openRemote } from '../git/remote/remote.ts';
import { LeaseBranch, type LeaseLook } from './lease-branch.ts';

const [A, B] = ['a'.repeat(16), 'b'.repeat(16)];
const BRANCH = 'storysync/state-leases';
const TOO_MUCH = {
  ok: false,
  error: {
    kind: 'broken',
    why: expect.stringMatching(`^has a branch ${BRANCH} that has more on it than runs write; delete`),
  },
};

/** The branch as a run in a clone of its own sees it. */
async function enter(server: GitServer, dir = cloneOf(server.url)): Promise<LeaseBranch> {
  const dirs = await findGitDirs(dir);
  if (dirs === undefined) throw new Error('no repository');
  const found = await openRemote(dirs, { environment: {} });
  if (found.kind !== 'open') throw new Error(found.kind);
  const author = { name: 'storysync', email: 'storysync@example.com' };
  const { remote } = found;
  return LeaseBranch.open({
    commonDir: dirs.commonDir,
    remote,
    branch: BRANCH,
    author,
    clock: instantClock(),
    seal: undefined,
  });
}

async function lookAt(branch: LeaseBranch): Promise<LeaseLook> {
  const look = await branch.look();
  if (!look.ok) throw new Error(look.error.kind);
  return look.value;
}

const filesOf = ({ runs }: LeaseLook) => runs.map(({ file }) => file);

describe('the lease branch', () => {
  it('shows each run what the others hold, and lets the slower of two look again', async () => {
    const server = await serve();
    const [one, two] = [await enter(server), await enter(server)];
    expect(await lookAt(one)).toEqual({ tip: undefined, runs: [] });
    const seen = await lookAt(two);
    expect(await one.write(undefined, [], leaseOf(A, ['contoso']), 'Lease: a')).toEqual({ ok: true, value: 'done' });
    const late = await two.write(seen.tip, filesOf(seen), leaseOf(B, ['contoso']), 'Lease: b');
    expect(late).toEqual({ ok: true, value: 'moved' });
    const again = await lookAt(two);
    expect(again.runs).toMatchObject([{ run: A, destinations: new Set(['contoso']) }]);
    await two.write(again.tip, filesOf(again), leaseOf(B, ['fabrikam']), 'Lease: b');
    expect((await lookAt(one)).runs.map(({ run, destinations }) => [run, [...destinations]])).toEqual([
      [A, ['contoso']],
      [B, ['fabrikam']],
    ]);
  });

  it('keeps no past while one run is alone on it, and no file of a run that has ended', async () => {
    const server = await serve();
    const branch = await enter(server);
    for (let beat = 1; beat <= 3; beat++) {
      const { tip } = await lookAt(branch);
      await branch.write(tip, [], leaseOf(A, ['contoso'], beat), 'Lease: a');
    }
    await branch.write((await lookAt(branch)).tip, [], undefined, 'Release: a');
    expect(server.git('rev-list', '--count', BRANCH)).toBe('1');
    expect(server.git('ls-tree', '-r', '--name-only', BRANCH)).toBe('README.md');
  });

  it('goes on with a past where the server lets nobody rewrite it', async () => {
    const server = await serve();
    server.git('config', 'receive.denyNonFastForwards', 'true');
    const branch = await enter(server);
    for (let beat = 1; beat <= 3; beat++) {
      const { tip } = await lookAt(branch);
      const written = await branch.write(tip, [], leaseOf(A, ['contoso'], beat), 'Lease: a');
      expect(written).toEqual({ ok: true, value: 'done' });
    }
    expect(server.git('rev-list', '--count', BRANCH)).toBe('3');
  });

  it('that refuses pushes is told', async () => {
    const server = await serve();
    server.refusePushes('no leases here');
    const branch = await enter(server);
    const look = await branch.look();
    const end = look.ok ? await branch.write(look.value.tip, [], leaseOf(A, ['contoso']), 'Lease: a') : look;
    expect(end).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  it('with more runs than any fleet has is not read', async () => {
    const server = await serve();
    const branch = await enter(server);
    await branch.write(undefined, [], leaseOf(A, ['contoso']), 'Lease: a');
    const [own] = filesOf(await lookAt(branch));
    if (!own) throw new Error('no file');
    const flood = Array.from({ length: 201 }, (_, index) => ({ ...own, path: `runs/${hex(index)}.json` }));
    await branch.write((await lookAt(branch)).tip, flood, undefined, 'a flood');
    expect(await branch.look()).toMatchObject(TOO_MUCH);
  });

  it('with more text on it than all destinations of a fleet is not read', async () => {
    const server = await serve();
    const branch = await enter(server);
    const many = Array.from({ length: 20_000 }, (_, index) => `destination-${index}-of-a-long-name`);
    await branch.write(undefined, [], leaseOf(A, many), 'Lease: a');
    const [own] = filesOf(await lookAt(branch));
    if (!own) throw new Error('no file');
    const flood = Array.from({ length: 20 }, (_, index) => ({ ...own, path: `runs/${hex(index)}.json` }));
    await branch.write((await lookAt(branch)).tip, flood, undefined, 'a flood');
    expect(await branch.look()).toMatchObject(TOO_MUCH);
  });

  it('is brought once: a later look asks for what has come since', async () => {
    const server = await serve();
    server.git('config', 'receive.denyNonFastForwards', 'true');
    const dir = cloneOf(server.url);
    const [one, two] = [await enter(server), await enter(server, dir)];
    const packed = (): number => Number(/in-pack: (\d+)/.exec(git(dir, 'count-objects', '-v'))?.[1]);
    const beats: number[] = [];
    for (let beat = 1; beat <= 4; beat++) {
      await one.write((await lookAt(one)).tip, [], leaseOf(A, ['contoso'], beat), 'Lease: a');
      if (beat >= 3) beats.push((await lookAt(two)).runs[0]?.beat ?? 0, packed());
    }
    // A commit, two folders and a file more.
    expect(beats).toEqual([3, 13, 4, 17]);
  });
});

function hex(index: number): string {
  return index.toString(16).padStart(16, '0');
}
