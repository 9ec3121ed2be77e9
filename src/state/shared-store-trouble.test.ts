import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneOf, git, serve } from '../../test/support/git-remotes.ts';
import { BRANCH, StateRun, sharedState } from '../../test/support/state-run.ts';

describe('a remote that takes no state', () => {
  it('without permission to push leaves it in the clone, with one word to the user', async () => {
    const server = await serve({ readOnly: true });
    const dir = cloneOf(server.url);
    const run = await StateRun.start(dir);
    await run.write('contoso', 'one');
    expect(await run.end()).toEqual(['STA010']);
    expect(git(dir, 'show', `${BRANCH}:destinations/contoso.json`)).toBe('one');
  });

  it('that wants a password, or has a hook in the way, is told once and asked no more in that run', async () => {
    const closed = await serve({ password: { user: 'x-access-token', password: 'hunter2' } });
    const run = await StateRun.start(cloneOf(closed.url), { environment: { STORYSYNC_GIT_TOKEN: 'wrong-hunter3' } });
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
    const refused = await (await StateRun.start(cloneOf(guarded.url))).write('contoso', 'one');
    expect(await refused.end()).toEqual(['STA011']);
    expect(guarded.requests.filter(({ service, step }) => service === 'push' && step === 'do')).toHaveLength(1);
  });

  it('for a moment is asked again', async () => {
    let down = 2;
    const onRequest = ({ service }: { readonly service: string }): void => {
      if (service === 'push' && down-- > 0) throw new Error('down');
    };
    const run = await (await StateRun.start(cloneOf((await serve({ onRequest })).url))).write('contoso', 'one');
    expect(await run.end()).toEqual([]);
  });

  it('and cannot be reached leaves it in the clone until it can', async () => {
    const server = await serve();
    const dir = cloneOf('http://127.0.0.1:1/repository.git');
    const run = await StateRun.start(dir);
    await run.write('contoso', 'one');
    expect(await run.end()).toEqual(['STA013', 'STA013']);
    git(dir, 'remote', 'set-url', 'origin', server.url);
    const later = await StateRun.start(dir);
    await later.write('fabrikam', 'two');
    expect(await later.end()).toEqual([]);
    expect(sharedState(server, 'contoso')).toBe('one');
  });

  it.each([
    ['git@github.com:acme/stories.git', 'is not reached by https'],
    ['http://git.example.com/stories.git', 'without encryption'],
  ])('because it is at %s is named with the commands to run, once something was written', async (url, why) => {
    const dir = cloneOf(url);
    const reading = await StateRun.start(dir);
    expect(await reading.end()).toEqual([]);
    const writing = await (await StateRun.start(dir)).write('contoso', 'one');
    const flushed = await writing.store.flush();
    expect(flushed).toMatchObject({ error: { code: 'STA012', message: expect.stringContaining(why) } });
    expect(JSON.stringify(flushed)).toContain(`git push origin ${BRANCH}`);
  });
});

describe('a clone whose files cannot be written', () => {
  it('is trouble to be told, never the end of a run', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const run = await (await StateRun.start(dir)).write('contoso', 'one');
    // Where the base is remembered there is a file, as there might be no space or no right to write.
    writeFileSync(join(dir, '.git/refs/storysync'), 'in the way');
    expect(await run.end()).toEqual(['STA007']);
    expect(sharedState(server, 'contoso')).toBe('one');
  });
});
