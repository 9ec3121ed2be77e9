import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cloneOf, git, serve } from '../../test/support/git-remotes.ts';
import type { GitServer } from '../../test/support/git-server.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { until } from '../../test/support/until.ts';
import type { StateStore } from './port.ts';
import { openSharedStateStore, type SharedStateOptions } from './shared-store.ts';

const run = promisify(execFile);
const BRANCH = 'storysync/state';
const START = '2026-11-22T10:00:00Z';

/** A store that is asked as one run of storysync does it, with the problems that the run would tell. */
class Run {
  readonly store: StateStore;
  readonly problems: string[];

  constructor(store: StateStore, problems: readonly string[]) {
    this.store = store;
    this.problems = [...problems];
  }

  static async start(dir: string, changes: Partial<SharedStateOptions> = {}): Promise<Run> {
    const opened = await openSharedStateStore({
      dir,
      branch: BRANCH,
      author: { name: 'storysync', email: 'storysync@example.com' },
      clock: instantClock(START),
      environment: {},
      ...changes,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    return new Run(
      opened.value.store,
      opened.value.problems.map(({ code }) => code),
    );
  }

  async write(name: string, text: string): Promise<this> {
    expect(await this.store.write(name, text, `${name}: ${text}\n\nRun: https://ci.example/1`)).toMatchObject({
      ok: true,
    });
    return this;
  }

  async read(name: string): Promise<string | undefined> {
    const text = await this.store.read(name);
    if (!text.ok) throw new Error(text.error.message);
    return text.value;
  }

  async end(): Promise<readonly string[]> {
    const flushed = await this.store.flush();
    return [...this.problems, ...(flushed.ok ? [] : [flushed.error.code])];
  }
}

function shared(server: GitServer, name: string): string {
  return server.git('show', `${BRANCH}:destinations/${name}.json`);
}

function subjects(server: GitServer): readonly string[] {
  return server.git('log', '--format=%s', BRANCH).split('\n');
}

describe('state shared through a remote', () => {
  it('is there for the next clone, with the commits as they were made', async () => {
    const server = await serve();
    const first = await Run.start(cloneOf(server.url));
    await first.write('contoso', 'one');
    await first.write('fabrikam', 'two');
    expect(await first.end()).toEqual([]);
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: one']);
    const second = await Run.start(cloneOf(server.url));
    expect(await second.read('contoso')).toBe('one');
    expect(await second.store.names()).toEqual({ ok: true, value: ['contoso', 'fabrikam'] });
    expect(await second.store.writtenAt()).toBe('2026-11-22T10:00:00.000Z');
    expect(server.git('fsck', '--strict')).toBe('');
  });

  it('costs one request in a run that finds nothing new, and nothing is pushed that was not written', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'one')).end();
    const before = server.requests.length;
    expect(await (await Run.start(dir)).end()).toEqual([]);
    expect(server.requests.slice(before).map(({ service, step }) => `${service} ${step}`)).toEqual(['fetch list']);
  });

  it('keeps what two clones write at the same time, in one line of history', async () => {
    const server = await serve();
    const runs = await Promise.all([Run.start(cloneOf(server.url)), Run.start(cloneOf(server.url))]);
    await runs[0].write('contoso', 'one');
    await runs[1].write('fabrikam', 'two');
    expect(await Promise.all(runs.map((run) => run.end()))).toEqual([[], []]);
    expect([shared(server, 'contoso'), shared(server, 'fabrikam')]).toEqual(['one', 'two']);
    expect(server.git('log', '--merges', '--format=%H', BRANCH)).toBe('');
    expect([...subjects(server)].sort()).toEqual(['contoso: one', 'fabrikam: two']);
  });

  it('lets the last writer of one destination win, and keeps the first in the history', async () => {
    const server = await serve();
    const [first, second] = await Promise.all([Run.start(cloneOf(server.url)), Run.start(cloneOf(server.url))]);
    await first.write('contoso', 'one');
    await second.write('contoso', 'two');
    await first.end();
    expect(await second.end()).toEqual([]);
    expect(shared(server, 'contoso')).toBe('two');
    expect(server.git('show', `${BRANCH}~1:destinations/contoso.json`)).toBe('one');
  });

  it('takes what an earlier run could not push along, but never over what is newer there', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'shared')).end();
    const lonely = await Run.start(dir);
    await lonely.write('contoso', 'left behind');
    await lonely.write('fabrikam', 'left behind');
    const left = git(dir, 'rev-parse', BRANCH);
    // A run that only reads neither pushes it nor makes it anew.
    expect(await (await Run.start(dir)).end()).toEqual([]);
    expect([git(dir, 'rev-parse', BRANCH), subjects(server)]).toEqual([left, ['contoso: shared']]);
    await (await (await Run.start(cloneOf(server.url))).write('contoso', 'newer')).end();

    const next = await Run.start(dir);
    expect([await next.read('contoso'), await next.read('fabrikam')]).toEqual(['newer', 'left behind']);
    await next.write('initech', 'now');
    expect(await next.end()).toEqual([]);
    expect(['contoso', 'fabrikam', 'initech'].map((name) => shared(server, name))).toEqual([
      'newer',
      'left behind',
      'now',
    ]);
  });

  it('takes what was left behind over what was known to be there when it was written', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'mine')).end();
    await (await (await Run.start(cloneOf(server.url))).write('contoso', 'theirs')).end();
    await (await Run.start(dir)).write('contoso', 'mine again');
    await (await (await Run.start(dir)).write('fabrikam', 'two')).end();
    expect(shared(server, 'contoso')).toBe('mine again');
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: mine again', 'contoso: theirs', 'contoso: mine']);
  });

  it('follows the remote again where somebody cut the local branch off from its past', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'one')).end();
    const orphan = git(dir, 'commit-tree', '-m', 'by hand', `${BRANCH}^{tree}`);
    git(dir, 'update-ref', `refs/heads/${BRANCH}`, orphan);
    expect(await (await (await Run.start(dir)).write('fabrikam', 'two')).end()).toEqual([]);
    expect(subjects(server)).toEqual(['fabrikam: two', 'contoso: one']);
  });

  it('is not taken back by a tracking ref that git moved meanwhile', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'old')).end();
    await (await (await Run.start(cloneOf(server.url))).write('contoso', 'newer')).end();
    const there = server.git('rev-parse', BRANCH);
    // As "git fetch" would do it.
    await run('git', ['fetch', '--quiet', 'origin'], { cwd: dir });
    expect(git(dir, 'rev-parse', `origin/${BRANCH}`)).toBe(there);
    const next = await Run.start(dir);
    expect(await next.read('contoso')).toBe('newer');
    await next.write('fabrikam', 'two');
    await next.end();
    expect(shared(server, 'contoso')).toBe('newer');
  });

  it('keeps copies of what was deleted beside the states', async () => {
    const server = await serve();
    const run = await Run.start(cloneOf(server.url));
    expect(await run.store.keep('contoso', 'triage.json', '{}\n', 'contoso: triage kept')).toMatchObject({ ok: true });
    await run.end();
    expect(server.git('show', `${BRANCH}:pruned/contoso/triage.json`)).toBe('{}');
    expect(await run.store.names()).toEqual({ ok: true, value: [] });
    await expect(run.store.keep('contoso', '../x', '', '')).rejects.toThrow('Internal error');
  });

  it('is pushed during a long run, though not after each write', async () => {
    const server = await serve();
    const clock = instantClock(START);
    const run = await Run.start(cloneOf(server.url), { clock });
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
    const run = await Run.start(cloneOf(server.url), { clock });
    await clock.sleep(11_000);
    write = (name) => run.write(name, 'one');
    await write('a');
    expect(await run.end()).toEqual([]);
    expect(server.requests.filter(({ service, step }) => service === 'push' && step === 'do')).toHaveLength(2);
  });

  it('is rebuilt on the remote when somebody deletes the branch there', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    await (await (await Run.start(dir)).write('contoso', 'one')).end();
    server.git('update-ref', '-d', `refs/heads/${BRANCH}`);
    await (await (await Run.start(dir)).write('fabrikam', 'two')).end();
    expect([shared(server, 'contoso'), shared(server, 'fabrikam')]).toEqual(['one', 'two']);
  });
});

describe('a remote that takes no state', () => {
  it('without permission to push leaves it in the clone, with one word to the user', async () => {
    const server = await serve({ readOnly: true });
    const dir = cloneOf(server.url);
    const run = await Run.start(dir);
    await run.write('contoso', 'one');
    expect(await run.end()).toEqual(['STA010']);
    expect(git(dir, 'show', `${BRANCH}:destinations/contoso.json`)).toBe('one');
  });

  it('that wants a password, or has a hook in the way, is told once and asked no more in that run', async () => {
    const closed = await serve({ password: { user: 'x-access-token', password: 'hunter2' } });
    const run = await Run.start(cloneOf(closed.url), { environment: { STORYSYNC_GIT_TOKEN: 'wrong-hunter3' } });
    await run.write('contoso', 'one');
    const flushed = await run.store.flush();
    expect(flushed).toMatchObject({
      ok: false,
      error: { code: 'STA010', hint: expect.stringContaining('contents: write') },
    });
    expect(JSON.stringify([run.problems, flushed])).not.toContain('hunter');
    expect(closed.requests).toHaveLength(1);

    const guarded = await serve();
    guarded.refusePushes('no entry');
    const refused = await (await Run.start(cloneOf(guarded.url))).write('contoso', 'one');
    expect(await refused.end()).toEqual(['STA011']);
    expect(guarded.requests.filter(({ service, step }) => service === 'push' && step === 'do')).toHaveLength(1);
  });

  it('for a moment is asked again', async () => {
    let down = 2;
    const onRequest = ({ service }: { readonly service: string }): void => {
      if (service === 'push' && down-- > 0) throw new Error('down');
    };
    const run = await (await Run.start(cloneOf((await serve({ onRequest })).url))).write('contoso', 'one');
    expect(await run.end()).toEqual([]);
  });

  it('and cannot be reached leaves it in the clone until it can', async () => {
    const server = await serve();
    const dir = cloneOf('http://127.0.0.1:1/repository.git');
    const run = await Run.start(dir);
    await run.write('contoso', 'one');
    expect(await run.end()).toEqual(['STA013', 'STA013']);
    git(dir, 'remote', 'set-url', 'origin', server.url);
    const later = await Run.start(dir);
    await later.write('fabrikam', 'two');
    expect(await later.end()).toEqual([]);
    expect(shared(server, 'contoso')).toBe('one');
  });

  it.each([
    ['git@github.com:acme/stories.git', 'is not reached by https'],
    ['http://git.example.com/stories.git', 'without encryption'],
  ])('because it is at %s is named with the commands to run, once something was written', async (url, why) => {
    const dir = cloneOf(url);
    const reading = await Run.start(dir);
    expect(await reading.end()).toEqual([]);
    const writing = await (await Run.start(dir)).write('contoso', 'one');
    const flushed = await writing.store.flush();
    expect(flushed).toMatchObject({ error: { code: 'STA012', message: expect.stringContaining(why) } });
    expect(JSON.stringify(flushed)).toContain(`git push origin ${BRANCH}`);
  });
});

describe('the history of the state branch', () => {
  const history = { longest: 6, kept: 3 };

  it('is cut on the remote when it is long, and every clone follows', async () => {
    const server = await serve();
    const [dir, other] = [cloneOf(server.url), cloneOf(server.url)];
    const short = await Run.start(dir, { history });
    for (const text of ['1', '2', '3']) await short.write('a', text);
    await short.end();
    const waiting = await Run.start(other, { history });
    await waiting.write('b', 'mine');
    const long = await Run.start(dir, { history });
    for (const text of ['4', '5', '6', '7']) await long.write('a', text);
    expect(await long.end()).toEqual([]);
    expect(subjects(server)).toEqual(['a: 7', 'a: 6', 'a: 5', 'Older history was cut']);
    expect(server.git('log', '-1', '--format=%b', `${BRANCH}~3`)).toContain('4 commits up to 2026-11-22');
    expect(server.git('show', `${BRANCH}~3:destinations/a.json`)).toBe('4');

    expect(await waiting.end()).toEqual([]);
    expect([shared(server, 'a'), shared(server, 'b')]).toEqual(['7', 'mine']);
    expect(subjects(server)).toHaveLength(5);
    expect(await (await Run.start(dir, { history })).read('b')).toBe('mine');
    expect(server.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('stays long where the server forbids to rewrite it', async () => {
    const server = await serve();
    server.git('config', 'receive.denyNonFastForwards', 'true');
    const run = await Run.start(cloneOf(server.url), { history });
    for (const text of ['1', '2', '3', '4', '5', '6', '7']) await run.write('a', text);
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toHaveLength(7);
  });

  it('grows by one commit in a push of many destinations, so that a large run does not use it up', async () => {
    const server = await serve();
    const run = await Run.start(cloneOf(server.url));
    for (let index = 0; index < 21; index++) await run.write(`t${index}`, 'one');
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toEqual(['State of 21 destinations']);
    expect(server.git('log', '-1', '--format=%b', BRANCH)).toMatch(
      /^t0: one\n.*\nt9: one\n\nRun: https:\/\/ci\.example\/1$/s,
    );
    expect(shared(server, 't20')).toBe('one');
    await run.write('t3', 'two');
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toEqual(['t3: two', 'State of 21 destinations']);
  });
});

describe('a clone whose files cannot be written', () => {
  it('is trouble to be told, never the end of a run', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const run = await (await Run.start(dir)).write('contoso', 'one');
    // Where the base is remembered there is a file, as there might be no space or no right to write.
    writeFileSync(join(dir, '.git/refs/storysync'), 'in the way');
    expect(await run.end()).toEqual(['STA007']);
    expect(shared(server, 'contoso')).toBe('one');
  });
});
