import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FakeGitHub } from '../../test/support/fake-github.ts';
import { smallWorld } from '../../test/support/worlds.ts';
import { ok } from '../diagnostics/result.ts';
import { openGitHub } from './github-api.ts';
import { runAction, strangeCheckout } from './run.ts';
import type { Runner } from './runner.ts';

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
  const run = runAction(runner, {
    openGitHub,
    openTenants: () => {
      throw new Error('a bug');
    },
    now: () => new Date(),
    sleep: async () => {},
  });
  await expect(run).rejects.toThrow('a bug');
  expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
});

describe('a checkout with which keys are used', () => {
  const [own, another] = ['a'.repeat(40), 'b'.repeat(40)];
  const at = { ref: 'refs/heads/main', sha: own };

  it.each([{ event: 'repository_dispatch' } as const, { event: 'other', name: 'issue_comment' } as const])(
    'is under $event the commit of the event, unchanged',
    (event) => {
      const trigger = { ...event, ...at };
      expect(strangeCheckout(trigger, { head: own, dirty: false })).toBeUndefined();
      expect(strangeCheckout(trigger, { head: another, dirty: false })).toContain('another one');
      expect(strangeCheckout(trigger, { head: own, dirty: true })).toContain('files were changed');
      expect(strangeCheckout(trigger, { head: null, dirty: true })).toContain('another one');
    },
  );

  it('is none in a merge queue, where the manifest is still a proposal', () => {
    const trigger = { event: 'merge_group', ...at } as const;
    expect(strangeCheckout(trigger, { head: own, dirty: false })).toContain('not merged yet');
  });

  it('is up to the workflow under events of people who may push', () => {
    const trigger = { event: 'workflow_dispatch', ...at } as const;
    expect(strangeCheckout(trigger, { head: another, dirty: false })).toBeUndefined();
  });
});
