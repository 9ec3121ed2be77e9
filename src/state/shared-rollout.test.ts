import { describe, expect, it } from 'vitest';
import {
  branchHead,
  entriesAt,
  setBranch,
  writeCommit,
  writeObject,
  writeTree,
} from '../../test/support/git-objects.ts';
import { cloneOf, git, serve } from '../../test/support/git-remotes.ts';
import type { GitServer } from '../../test/support/git-server.ts';
import { BRANCH, StateRun } from '../../test/support/state-run.ts';
import type { RolloutRecord } from '../model/rollout.ts';
import { mergeRecords } from '../model/rollout-record.ts';
import type { Seal } from './envelope.ts';
import { mergingRollouts, parseRollout, rolloutFile, serialiseRollout } from './rollout-file.ts';
import type { SignedFile } from './signed-file.ts';
import { StateKeys } from './state-keys.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const at = (hour: number): string => new Date(Date.UTC(2026, 10, 22, hour)).toISOString();

function seal(): Seal {
  const keys = StateKeys.read('k'.repeat(32));
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository: 'git.example/acme/sync' };
}
const SEAL = seal();

function passed(rings: { readonly [ring: string]: string }): RolloutRecord {
  return { passings: { triage: { [HASH]: rings } }, overrides: [] };
}

/** One run as far as it records what passed. */
class RolloutRun {
  readonly run: StateRun;
  readonly file: SignedFile<RolloutRecord>;

  private constructor(run: StateRun, key: Seal | undefined) {
    this.run = run;
    this.file = rolloutFile(run.store, key);
  }

  static async start(dir: string, key: Seal | undefined = SEAL): Promise<RolloutRun> {
    const merges = new Map([['rollout.json', mergingRollouts(key)]]);
    return new RolloutRun(await StateRun.start(dir, { merges }), key);
  }

  async rings(): Promise<{ readonly [ring: string]: string } | string> {
    const read = await this.file.read();
    return read.kind === 'content' ? (read.content.passings.triage?.[HASH] ?? {}) : read.kind;
  }

  async add(rings: { readonly [ring: string]: string }): Promise<this> {
    const read = await this.file.read();
    const known = read.kind === 'content' ? read.content : passed({});
    expect(await this.file.write(mergeRecords(known, passed(rings)), 'rollout: passed')).toMatchObject({ ok: true });
    return this;
  }

  end(): Promise<readonly string[]> {
    return this.run.end();
  }
}

async function sharedRings(server: GitServer): Promise<{ readonly [ring: string]: string } | string> {
  return (await RolloutRun.start(cloneOf(server.url))).rings();
}

function sharedCounter(server: GitServer): number {
  const read = parseRollout(`${server.git('show', `${BRANCH}:rollout.json`)}\n`, SEAL);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.mark).toBe('signed');
  return read.value.counter;
}

/** A commit on top of the remote's branch, as somebody makes it who may push there. */
function put(server: GitServer, text: string | undefined): void {
  const head = branchHead(server.dir, BRANCH);
  const others = entriesAt(server.dir, head, '').filter(({ name }) => name !== 'rollout.json');
  const file = (content: string) => [
    { mode: '100644', name: 'rollout.json', id: writeObject(server.dir, 'blob', Buffer.from(content)) },
  ];
  const tree = writeTree(server.dir, [...others, ...(text === undefined ? [] : file(text))]);
  setBranch(server.dir, BRANCH, writeCommit(server.dir, tree, head === undefined ? [] : [head], 'pushed by somebody'));
}

describe('rollout.json over a remote', () => {
  it('keeps what two runs recorded at one moment, at the earlier time, signed and counting on', async () => {
    const server = await serve();
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ canary: at(9) })).end();
    const [one, two] = [await RolloutRun.start(cloneOf(server.url)), await RolloutRun.start(cloneOf(server.url))];
    await one.add({ early: at(11), broad: at(12) });
    await two.add({ early: at(10), late: at(13) });
    expect([await one.end(), await two.end()]).toEqual([[], []]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), broad: at(12), late: at(13) });
    expect(sharedCounter(server)).toBe(3);
    // The one that came second knows it too.
    expect(await two.rings()).toEqual(await sharedRings(server));
  });

  it('keeps what six runs recorded at one moment, each with a file of its own beside it', async () => {
    const server = await serve();
    const runs = await Promise.all(Array.from({ length: 6 }, () => RolloutRun.start(cloneOf(server.url))));
    await Promise.all(
      runs.map(async (each, index) => {
        await each.run.write(`tenant-${index}`, 'state');
        await each.add({ [`ring-${index}`]: at(index), all: at(20 - index) });
      }),
    );
    expect((await Promise.all(runs.map((each) => each.end()))).flat()).toEqual([]);
    expect(await sharedRings(server)).toEqual({
      ...Object.fromEntries(runs.map((_, index) => [`ring-${index}`, at(index)])),
      all: at(15),
    });
    expect(server.git('ls-tree', '--name-only', BRANCH, 'destinations/').split('\n')).toHaveLength(6);
    expect(server.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('is brought to a run that is at work, with what the run has recorded itself', async () => {
    const server = await serve();
    const working = await RolloutRun.start(cloneOf(server.url));
    await working.add({ canary: at(9) });
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ early: at(10) })).end();
    expect(await working.rings()).toEqual({ canary: at(9) });
    await working.run.store.catchUp();
    expect(await working.rings()).toEqual({ canary: at(9), early: at(10) });
    await working.add({ broad: at(12) });
    expect(await working.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), broad: at(12) });
  });

  it('has what a killed run left in its clone, when somebody else has written since', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await RolloutRun.start(dir)).add({ canary: at(9) })).end();
    // Killed before it pushed.
    await (await RolloutRun.start(dir)).add({ early: at(10) });
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ late: at(13) })).end();
    const next = await RolloutRun.start(dir);
    expect(await next.rings()).toEqual({ canary: at(9), early: at(10), late: at(13) });
    await next.add({ broad: at(14) });
    expect(await next.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), late: at(13), broad: at(14) });
  });

  it('loses nothing to a push that was answered to nobody: the run was killed while it was on its way', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await RolloutRun.start(dir)).add({ canary: at(9) })).end();
    const killed = await RolloutRun.start(dir);
    await killed.add({ early: at(10) });
    // It arrived, and the clone does not know.
    const base = git(dir, 'rev-parse', `refs/storysync/base/origin/${BRANCH}`);
    await killed.end();
    git(dir, 'update-ref', `refs/storysync/base/origin/${BRANCH}`, base);
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ late: at(13) })).end();
    const next = await (await RolloutRun.start(dir)).add({ broad: at(14) });
    expect(await next.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), late: at(13), broad: at(14) });
  });

  it('keeps what several processes of one clone record at one moment', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const runs = await Promise.all(Array.from({ length: 5 }, () => RolloutRun.start(dir)));
    // Each has read before any of them writes.
    for (const each of runs) await each.file.read();
    await Promise.all(runs.map((each, index) => each.file.write(passed({ [`ring-${index}`]: at(index) }), 'passed')));
    expect((await Promise.all(runs.map((each) => each.end()))).flat()).toEqual([]);
    expect(Object.keys((await sharedRings(server)) as object)).toHaveLength(5);
  });

  it('that somebody forged while a run was at work adds nothing to what the run signs', async () => {
    const server = await serve();
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ canary: at(9) })).end();
    const working = await RolloutRun.start(cloneOf(server.url));
    await working.add({ early: at(10) });
    put(server, serialiseRollout(passed({ canary: at(0), broad: at(0) }), 9));
    expect(await working.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10) });
  });

  it('that is deleted there is lost: soak begins anew, and what the next run records stands alone', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await RolloutRun.start(dir)).add({ canary: at(9) })).end();
    put(server, undefined);
    const next = await RolloutRun.start(dir);
    expect(await next.rings()).toBe('none');
    await next.add({ canary: at(15) });
    expect(await next.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(15) });
    // Counting on from what the history tells, so that the lost one does not pass for the newest.
    expect(sharedCounter(server)).toBe(2);
  });

  it('is merged like before where the history was cut meanwhile', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await RolloutRun.start(dir)).add({ canary: at(9) })).end();
    const working = await RolloutRun.start(dir);
    await working.add({ early: at(10) });
    await (await (await RolloutRun.start(cloneOf(server.url))).add({ late: at(13) })).end();
    const cut = server.git('commit-tree', '-m', 'Older history was cut', `${BRANCH}^{tree}`);
    server.git('update-ref', `refs/heads/${BRANCH}`, cut);
    expect(await working.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), late: at(13) });
  });

  it('that an older version takes the place of, also while a run is at work, tells nobody of a passing', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await RolloutRun.start(dir)).add({ canary: at(9) })).end();
    const old = `${server.git('show', `${BRANCH}:rollout.json`)}\n`;
    await (await (await RolloutRun.start(dir)).add({ early: at(10) })).end();
    const working = await RolloutRun.start(dir);
    await working.add({ broad: at(11) });
    put(server, old);
    expect(await sharedRings(server)).toBe('replayed');
    expect(await working.end()).toEqual([]);
    expect(await sharedRings(server)).toEqual({ canary: at(9), early: at(10), broad: at(11) });
  });
});
