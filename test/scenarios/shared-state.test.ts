import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type GitServer, type GitServerOptions, startGitServer } from '../support/git-server.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, worldOf } from '../support/world-of.ts';

const INTAKE = storyExport({ name: 'Intake', actions: [webhook('Ask')] });
const BRANCH = 'storysync/state';

async function worldWithRemote(options: GitServerOptions = {}): Promise<{ rig: Rig; server: GitServer }> {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const server = await startGitServer(folder, options);
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const rig = await worldOf({ stories: { intake: INTAKE } });
  rig.git('remote', 'add', 'origin', server.url);
  return { rig, server };
}

/** What the next job starts with: a clone that knows nothing of the state. */
function forgetState(rig: Rig): void {
  for (const ref of rig.git('for-each-ref', '--format=%(refname)').trim().split('\n')) {
    if (ref.includes('storysync')) rig.git('update-ref', '-d', ref);
  }
}

it('a job in a fresh clone knows from the remote what an earlier one pushed, and tells an edit there from a change in git', async () => {
  const { rig, server } = await worldWithRemote();
  await using _ = rig;
  Object.assign(rig.environment, {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/stories',
    GITHUB_RUN_ID: '77',
    STORYSYNC_GIT_AUTHOR: 'Ann Example <ann@example.com>',
  });
  const first = await syncNow(rig);
  expect(first).toMatchObject({ code: 0, told: { 'contoso/intake': 'synced created' } });
  expect(first.err).not.toMatch(/STA\d/);
  const commit = rig.git('rev-parse', 'HEAD').trim();
  expect(server.git('log', '--format=%an <%ae>%n%B', BRANCH, '--', 'destinations/contoso.json')).toBe(
    [
      'Ann Example <ann@example.com>',
      'contoso: intake created',
      '',
      '- intake: created (new)',
      '',
      `Source: https://github.com/acme/stories/commit/${commit}`,
      'Run: https://github.com/acme/stories/actions/runs/77',
    ].join('\n'),
  );

  forgetState(rig);
  const { id } = await rig.story('contoso', 'Intake');
  await rig.edit('contoso', id, { set: { path: ['agents', 'Ask', 'options', 'verbs'], value: 'put' } });
  const plan = await planNow(rig);
  expect(plan.stories['contoso/intake']).toMatchObject({ action: 'update', reason: 'drift' });
  expect(server.git('rev-list', '--count', BRANCH)).toBe('1');
});

it('a plan with --offline or --no-state asks no remote', async () => {
  const { rig, server } = await worldWithRemote();
  await using _ = rig;
  await planNow(rig, '--offline');
  await planNow(rig, '--no-state');
  await syncNow(rig, '--no-state');
  expect(server.requests).toEqual([]);
});

it('a remote that takes no state is a warning, said once, and the sync does its work all the same', async () => {
  const { rig, server } = await worldWithRemote({ readOnly: true });
  await using _ = rig;
  rig.environment.STORYSYNC_GIT_TOKEN = 'hunter2';
  const run = await syncNow(rig);
  expect(run).toMatchObject({ code: 0, told: { 'contoso/intake': 'synced created' } });
  expect(run.err.split('STA010')).toHaveLength(2);
  expect(run.err).toContain('contents: write');
  expect((await rig.run('sync', '--force')).out).toMatch(/Recorded state: STA010 .*hint: /s);
  expect((await rig.run('sync', '--force', '--format', 'markdown')).out).toContain('#### Recorded state\n\n- STA010 ');
  expect(run.err + run.out).not.toContain('hunter2');
  publish(rig, 'intake', withOption(INTAKE, 'Ask', 'verbs', 'put'));
  rig.git('remote', 'set-url', 'origin', 'git@github.com:acme/stories.git');
  expect((await planNow(rig)).err).not.toMatch(/STA\d/);
  expect((await syncNow(rig)).err).toContain('git push origin storysync/state');
  expect(server.git('branch', '--list', BRANCH)).toBe('');
});

it('a status that cannot ask the remote does not say that nothing was ever synced', async () => {
  await using rig = await worldOf({ stories: { intake: INTAKE } });
  rig.git('remote', 'add', 'origin', 'http://127.0.0.1:1/stories.git');
  const { code, out, err } = await rig.run('status');
  expect([code, out]).toEqual([0, expect.stringContaining('unknown: there is no recorded state')]);
  expect(err).toContain('STA013');
});
