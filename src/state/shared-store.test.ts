import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cloneOf, git, serve } from '../../test/support/git-remotes.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { BRANCH, START, StateRun, sharedState, subjects } from '../../test/support/state-run.ts';
import { until } from '../../test/support/until.ts';

const run = promisify(execFile);

describe('state shared through a remote', () => {
  it('is there for the next clone, with the commits as they were made', async () => {
    const server = await serve();
    const first = await StateRun.start(cloneOf(server.url));
    await first.write('contoso', 'one');
    await first.write('fabrikam', 'two');
    expect(await first.end()).toEqual([]);
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: one']);
    const second = await StateRun.start(cloneOf(server.url));
    expect(await second.read('contoso')).toBe('one');
    expect(await second.store.names()).toEqual({ ok: true, value: ['contoso', 'fabrikam'] });
    expect(await second.store.writtenAt()).toBe('2026-11-22T10:00:00.000Z');
    expect(server.git('fsck', '--strict')).toBe('');
  });

  it('costs one request in a run that finds nothing new, and nothing is pushed that was not written', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'one')).end();
    const before = server.requests.length;
    expect(await (await StateRun.start(dir)).end()).toEqual([]);
    expect(server.requests.slice(before).map(({ service, step }) => `${service} ${step}`)).toEqual(['fetch list']);
  });

  it('keeps what two clones write at the same time, in one line of history', async () => {
    const server = await serve();
    const runs = await Promise.all([StateRun.start(cloneOf(server.url)), StateRun.start(cloneOf(server.url))]);
    await runs[0].write('contoso', 'one');
    await runs[1].write('fabrikam', 'two');
    expect(await Promise.all(runs.map((run) => run.end()))).toEqual([[], []]);
    expect([sharedState(server, 'contoso'), sharedState(server, 'fabrikam')]).toEqual(['one', 'two']);
    expect(server.git('log', '--merges', '--format=%H', BRANCH)).toBe('');
    expect([...subjects(server)].sort()).toEqual(['contoso: one', 'fabrikam: two']);
  });

  it('lets the last writer of one destination win, and keeps the first in the history', async () => {
    const server = await serve();
    const [first, second] = await Promise.all([
      StateRun.start(cloneOf(server.url)),
      StateRun.start(cloneOf(server.url)),
    ]);
    await first.write('contoso', 'one');
    await second.write('contoso', 'two');
    await first.end();
    expect(await second.end()).toEqual([]);
    expect(sharedState(server, 'contoso')).toBe('two');
    expect(server.git('show', `${BRANCH}~1:destinations/contoso.json`)).toBe('one');
  });

  it('takes what an earlier run could not push along, but never over what is newer there', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'shared')).end();
    const lonely = await StateRun.start(dir);
    await lonely.write('contoso', 'left behind');
    await lonely.write('fabrikam', 'left behind');
    const left = git(dir, 'rev-parse', BRANCH);
    // A run that only reads neither pushes it nor makes it anew.
    expect(await (await StateRun.start(dir)).end()).toEqual([]);
    expect([git(dir, 'rev-parse', BRANCH), subjects(server)]).toEqual([left, ['contoso: shared']]);
    await (await (await StateRun.start(cloneOf(server.url))).write('contoso', 'newer')).end();

    const next = await StateRun.start(dir);
    expect([await next.read('contoso'), await next.read('fabrikam')]).toEqual(['newer', 'left behind']);
    await next.write('initech', 'now');
    expect(await next.end()).toEqual([]);
    expect(['contoso', 'fabrikam', 'initech'].map((name) => sharedState(server, name))).toEqual([
      'newer',
      'left behind',
      'now',
    ]);
  });

  it('takes what was left behind over what was known to be there when it was written', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'mine')).end();
    await (await (await StateRun.start(cloneOf(server.url))).write('contoso', 'theirs')).end();
    await (await StateRun.start(dir)).write('contoso', 'mine again');
    await (await (await StateRun.start(dir)).write('fabrikam', 'two')).end();
    expect(sharedState(server, 'contoso')).toBe('mine again');
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: mine again', 'contoso: theirs', 'contoso: mine']);
  });

  it('follows the remote again where somebody cut the local branch off from its past', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'one')).end();
    const orphan = git(dir, 'commit-tree', '-m', 'by hand', `${BRANCH}^{tree}`);
    git(dir, 'update-ref', `refs/heads/${BRANCH}`, orphan);
    expect(await (await (await StateRun.start(dir)).write('fabrikam', 'two')).end()).toEqual([]);
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: one']);
  });

  it('is not taken back by a tracking ref that git moved meanwhile', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'old')).end();
    await (await (await StateRun.start(cloneOf(server.url))).write('contoso', 'newer')).end();
    const there = server.git('rev-parse', BRANCH);
    // As "git fetch" would do it.
    await run('git', ['fetch', '--quiet', 'origin'], { cwd: dir });
    expect(git(dir, 'rev-parse', `origin/${BRANCH}`)).toBe(there);
    const next = await StateRun.start(dir);
    expect(await next.read('contoso')).toBe('newer');
    await next.write('fabrikam', 'two');
    await next.end();
    expect(sharedState(server, 'contoso')).toBe('newer');
  });

  it('keeps copies of what was deleted beside the states', async () => {
    const server = await serve();
    const run = await StateRun.start(cloneOf(server.url));
    expect(await run.store.keep('contoso', 'triage.json', '{}\n', 'contoso: triage kept')).toMatchObject({ ok: true });
    await run.end();
    expect(server.git('show', `${BRANCH}:pruned/contoso/triage.json`)).toBe('{}');
    expect(await run.store.names()).toEqual({ ok: true, value: [] });
    await expect(run.store.keep('contoso', '../x', '', '')).rejects.toThrow('Internal error');
  });

  it('is pushed during a long run, though not after each write', async () => {
    const server = await serve();
    const clock = instantClock(START);
    const run = await StateRun.start(cloneOf(server.url), { clock });
    await run.write('a', 'one');
    await run.write('b', 'two');
    expect(server.git('branch', '--list', BRANCH)).toBe('');
    await clock.sleep(11_000);
    await run.write('c', 'three');
    await until(() => server.git('branch', '--list', BRANCH) !== '');
    await run.write('d', 'four');
    expect(await run.end()).toEqual([]);
    expect(server.requests.filter(({ service, step }) => service === 'push' && step === 'do')).toHaveLength(2);
    expect(subjects(server)).toEqual(['d: four', 'c: three', 'b: two', 'a: one']);
  });

  it('keeps what was written while a push was on its way, also where somebody wrote there since', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const server = await serve({
      onRequest: async ({ service, step }) => {
        const write = service === 'push' && step === 'do' ? meanwhile : undefined;
        if (write) meanwhile = undefined;
        await write?.();
      },
    });
    const clock = instantClock(START);
    const run = await StateRun.start(cloneOf(server.url), { clock });
    meanwhile = () => run.write('contoso', 'two');
    await clock.sleep(11_000);
    await run.write('contoso', 'one');
    await until(() => server.git('branch', '--list', BRANCH) !== '');
    await (await (await StateRun.start(cloneOf(server.url))).write('contoso', 'theirs')).end();
    expect(await run.end()).toEqual([]);
    expect(sharedState(server, 'contoso')).toBe('two');
    expect(subjects(server)).toEqual(['contoso: two', 'contoso: theirs', 'contoso: one']);
  });

  it('is not pushed again and again while a run goes on writing', async () => {
    const more = ['b', 'c', 'd', 'e'];
    let write: (name: string) => Promise<unknown> = async () => undefined;
    const server = await serve({
      onRequest: async ({ service, step }) => {
        const next = service === 'push' && step === 'do' ? more.shift() : undefined;
        if (next !== undefined) await write(next);
      },
    });
    const clock = instantClock(START);
    const run = await StateRun.start(cloneOf(server.url), { clock });
    await clock.sleep(11_000);
    write = (name) => run.write(name, 'one');
    await write('a');
    expect(await run.end()).toEqual([]);
    expect(server.requests.filter(({ service, step }) => service === 'push' && step === 'do')).toHaveLength(2);
  });

  it('is rebuilt on the remote when somebody deletes the branch there', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await StateRun.start(dir)).write('contoso', 'one')).end();
    server.git('update-ref', '-d', `refs/heads/${BRANCH}`);
    await (await (await StateRun.start(dir)).write('fabrikam', 'two')).end();
    expect([sharedState(server, 'contoso'), sharedState(server, 'fabrikam')]).toEqual(['one', 'two']);
  });
});
