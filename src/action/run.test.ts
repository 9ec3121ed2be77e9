import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { FakeGitHub } from '../../test/support/fake-github.ts';
import { impatientClock } from '../../test/support/instant-clock.ts';
import { smallWorld } from '../../test/support/worlds.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { ok } from '../diagnostics/result.ts';
import { readProxies } from '../network/proxies.ts';
import { openGitHub } from './github/github-api.ts';
import type { Runner } from './github/runner.ts';
import { runAction } from './run.ts';

it('closes the check run when storysync itself fails, and hides nothing', async () => {
  await using rig = await smallWorld();
  await using github = await FakeGitHub.start();
  const sha = rig.git('rev-parse', 'HEAD').trim();
  const temp = mkdtempSync(`${tmpdir()}/storysync-run-`);
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }));
  const silent = (): void => {};
  const runner: Runner = {
    env: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: sha,
      GITHUB_REPOSITORY: github.repository,
      GITHUB_API_URL: github.url,
      GITHUB_WORKSPACE: rig.dir,
    },
    input: (name) => (name === 'github-token' ? github.token : ''),
    mask: silent,
    output: silent,
    info: silent,
    notice: silent,
    warning: silent,
    error: silent,
    readEvent: async () => ok({ repository: { default_branch: 'main' } }),
    readText: async () => ok(''),
    keep: async (name) => `${temp}/${name}`,
  };
  const run = runAction(runner, async () => ({
    openGitHub,
    openRemote: openPushRemote,
    openNotifier: () => {
      throw new Error('nobody is told');
    },
    openClients: () => {
      throw new Error('a bug');
    },
    clock: impatientClock,
    proxies: readProxies({}),
  }));
  await expect(run).rejects.toThrow('a bug');
  expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
});
