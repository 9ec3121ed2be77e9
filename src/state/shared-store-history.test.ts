import { describe, expect, it } from 'vitest';
import { cloneOf, serve } from '../../test/support/git-remotes.ts';
import { BRANCH, StateRun, sharedState, subjects } from '../../test/support/state-run.ts';

describe('the history of the state branch', () => {
  const history = { longest: 6, kept: 3 };

  it('is cut on the remote when it is long, and every clone follows', async () => {
    const server = await serve();
    const [dir, other] = [cloneOf(server.url), cloneOf(server.url)];
    const short = await StateRun.start(dir, { history });
    for (const text of ['1', '2', '3']) await short.write('a', text);
    await short.end();
    const waiting = await StateRun.start(other, { history });
    await waiting.write('b', 'mine');
    const long = await StateRun.start(dir, { history });
    for (const text of ['4', '5', '6', '7']) await long.write('a', text);
    expect(await long.end()).toEqual([]);
    expect(subjects(server)).toEqual(['a: 7', 'a: 6', 'a: 5', 'Older history was cut']);
    expect(server.git('log', '-1', '--format=%b', `${BRANCH}~3`)).toContain('4 commits up to 2026-11-22');
    expect(server.git('show', `${BRANCH}~3:destinations/a.json`)).toBe('4');

    expect(await waiting.end()).toEqual([]);
    expect([sharedState(server, 'a'), sharedState(server, 'b')]).toEqual(['7', 'mine']);
    expect(subjects(server)).toHaveLength(5);
    expect(await (await StateRun.start(dir, { history })).read('b')).toBe('mine');
    expect(server.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('stays long where the server forbids to rewrite it', async () => {
    const server = await serve();
    server.git('config', 'receive.denyNonFastForwards', 'true');
    const run = await StateRun.start(cloneOf(server.url), { history });
    for (const text of ['1', '2', '3', '4', '5', '6', '7']) await run.write('a', text);
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toHaveLength(7);
  });

  it('grows by one commit in a push of many destinations, so that a large run does not use it up', async () => {
    const server = await serve();
    const run = await StateRun.start(cloneOf(server.url));
    for (let index = 0; index < 21; index++) await run.write(`t${index}`, 'one');
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toEqual(['State of 21 destinations']);
    expect(server.git('log', '-1', '--format=%b', BRANCH)).toMatch(
      /^t0: one\n.*\nt9: one\n\nRun: https:\/\/ci\.example\/1$/s,
    );
    expect(sharedState(server, 't20')).toBe('one');
    await run.write('t3', 'two');
    expect(await run.end()).toEqual([]);
    expect(subjects(server)).toEqual(['t3: two', 'State of 21 destinations']);
  });
});
