import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { startGitServer } from '../support/git-server.ts';
import { idOf, originWorld } from '../support/origin-world.ts';
import { fetchAction, storyExport } from '../support/stories.ts';

const BRANCH = 'storysync/export';
const TRIAGE = storyExport({ name: 'Triage', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
const edit = (value: string) => ({ set: { path: ['agents', 'Fetch', 'options', 'method'], value } });
const run = promisify(execFile);

it('pushes with the token of the job from fresh clones of one commit, and never over the work of a person', async () => {
  await using action = await ActionRig.around(originWorld({ stories: { triage: { content: TRIAGE } } }));
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const password = { user: 'x-access-token', password: action.github.token };
  const server = await startGitServer(folder, { password });
  onTestFinished(() => server.close());
  const withToken = server.url.replace('http://', `http://x-access-token:${action.github.token}@`);
  const work = (...args: readonly string[]) => run('git', args, { cwd: action.rig.dir });
  action.rig.git('commit', '--quiet', '--allow-empty', '-m', 'later');
  await work('push', '--quiet', withToken, 'main');
  action.github.branches.set('main', action.head());

  const exportOnce = async (): Promise<string> => {
    const clone = join(folder, `clone-${server.requests.length}`);
    await run('git', ['clone', '--quiet', '--depth=1', withToken, clone]);
    await run('git', ['-C', clone, 'remote', 'set-url', 'origin', server.url]);
    await run('git', ['-C', clone, 'checkout', '--quiet', '--detach']);
    const env = { ...action.keys(), GITHUB_SERVER_URL: new URL(server.url).origin };
    // GitHub sees what is pushed.
    action.github.branches.set(BRANCH, 'd'.repeat(40));
    const inputs = { command: 'export' };
    const { code, log, summary } = await action.run(action.event('schedule'), { workspace: clone, inputs, env });
    expect(`${code} ${log}`).toMatch(/^0 /);
    expect(log + summary).not.toContain(action.github.token);
    return server.git('rev-parse', BRANCH);
  };

  const first = await exportOnce();
  expect(await exportOnce()).toBe(first);
  await action.rig.edit('acme', idOf(0), edit('post'));
  const second = await exportOnce();
  expect(server.git('rev-parse', `${second}^`)).toBe(action.head());

  await work('fetch', '--quiet', withToken, BRANCH);
  action.rig.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  action.rig.git('commit', '--quiet', '--allow-empty', '-m', 'by a person');
  const theirs = action.head();
  await work('push', '--quiet', withToken, `HEAD:refs/heads/${BRANCH}`);
  action.rig.git('checkout', '--quiet', 'main');
  await action.rig.edit('acme', idOf(0), edit('put'));
  expect(server.git('rev-parse', `${await exportOnce()}^`)).toBe(theirs);
  expect(action.github.pulls.all).toHaveLength(1);
  expect(server.git('fsck', '--strict', '--no-dangling')).toBe('');
});
