import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig } from '../support/action-rig.ts';
import { told } from '../support/documents.ts';
import { startGitServer } from '../support/git-server.ts';
import { smallWorld } from '../support/worlds.ts';

it('a job keeps its state in the repository with the token that the Action was given, and the next job finds it', async () => {
  await using action = await ActionRig.around(smallWorld());
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const password = { user: 'x-access-token', password: action.github.token };
  const server = await startGitServer(folder, { password });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = { ...action.keys(), GITHUB_SERVER_URL: new URL(server.url).origin };
  const clone = (): string => {
    const workspace = action.shallowClone();
    action.rig.git('-C', workspace, 'remote', 'set-url', 'origin', server.url);
    return workspace;
  };
  const first = await action.run(action.push(), { workspace: clone(), env });
  expect(first).toMatchObject({ code: 0 });
  expect(first.log).not.toContain('STA0');
  expect(server.git('log', '-1', '--format=%B', 'storysync/state')).toContain(`/commit/${action.head()}`);

  const { id } = await action.rig.story('contoso', 'Enrich');
  await action.rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
  const second = await action.run(action.push(), { workspace: clone(), env });
  expect(told(JSON.parse(second.files['status.json'] ?? '') as JsonObject)).toMatchObject({
    'contoso/enrich': 'synced updated drift',
  });
});

it('a job whose token may not push says so in the check run, the summary and a warning of the job', async () => {
  await using action = await ActionRig.around(smallWorld());
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const password = { user: 'x-access-token', password: action.github.token };
  const server = await startGitServer(folder, { password, readOnly: true });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const workspace = action.shallowClone();
  action.rig.git('-C', workspace, 'remote', 'set-url', 'origin', server.url);
  const env = { ...action.keys(), GITHUB_SERVER_URL: new URL(server.url).origin };
  const run = await action.run(action.push(), { workspace, env });
  expect(run.outputs).toMatchObject({ synced: '4' });
  expect(run.log).toMatch(/^::warning::STA010 /m);
  for (const report of [run.summary, JSON.stringify(action.check.output)]) expect(report).toContain('Recorded state');
  expect(run.summary).toContain('STA010');
});
