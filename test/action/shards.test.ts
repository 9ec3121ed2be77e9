import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig, type ActionRun, marksOf } from '../support/action-rig.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { startWebhookServer } from '../support/webhook-server.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const NAMES = ['contoso', 'fabrikam', 'northwind', 'tailspin'];
const around = () =>
  ActionRig.around(
    worldOf({
      tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith()])),
      stories: { watch: WATCH },
      destinations: Object.fromEntries(NAMES.map((name) => [name, { stories: ['watch'] }])),
    }),
  );
const SHARDS = ['1/2', '2/2'];
const RUN = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1' };

/** A matrix of jobs and the one after them, as the example workflow has them. */
async function runMatrix(
  action: ActionRig,
  { shards = SHARDS, inputs = {}, event = 'push', told = {} }: Partial<Matrix> = {},
): Promise<{ readonly jobs: readonly ActionRun[]; readonly report: ActionRun }> {
  const started = event === 'push' ? action.push() : action.event(event);
  const env = { ...action.keys(), ...RUN };
  const folder = join(action.rig.dir, '.git/artifacts');
  const jobs: ActionRun[] = [];
  for (const shard of shards) {
    const job = await action.run(started, { env, inputs: { command: 'sync', shard, ...inputs, ...told } });
    jobs.push(job);
    const status = job.files['status.json'];
    if (status === undefined) continue;
    mkdirSync(join(folder, shard.replace('/', '-')), { recursive: true });
    writeFileSync(join(folder, shard.replace('/', '-'), 'status.json'), status);
  }
  const merging = { command: 'report', 'status-files': '.git/artifacts/*/status.json', ...inputs, ...told };
  return { jobs, report: await action.run(started, { env: RUN, inputs: merging }) };
}
type Matrix = {
  readonly shards: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: string;
  /** To jobs and report alike. */
  readonly told: Readonly<Record<string, string>>;
};

describe('a matrix of syncs', () => {
  it('opens no check run; the report opens one with the annotations of all, and needs no key', async () => {
    await using action = await around();
    await action.rig.fault({ tenant: 'tailspin', always: true, fault: { kind: 'error', status: 401 } });
    const { jobs, report } = await runMatrix(action);
    expect(new Set(jobs.map(({ code }) => code))).toEqual(new Set([0, 1]));
    expect(action.github.checkRuns).toHaveLength(1);
    expect(report).toMatchObject({ code: 1, outputs: { synced: '3', failed: '1', requires_sync: '0', created: '3' } });
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(action.check.output.title).toBe('Status: 3 synced (3 created), 1 failed, 0 pending (4 destinations)');
    expect(marksOf(action.check)).toHaveLength(4);
    expect(report.outputs['check-run-url']).toMatch(/\/runs\/\d+$/);
    const status = JSON.parse(report.files['status.json'] ?? '') as JsonObject;
    expect(status.totals).toMatchObject({ synced: 3, failed: 1 });
  });

  it('has a small summary for each job, and the whole one for the report', async () => {
    await using action = await around();
    const { jobs, report } = await runMatrix(action);
    for (const [index, { summary, outputs }] of jobs.entries()) {
      expect(summary).toBe(
        `### Shard \`${SHARDS[index]}\`: Status: 2 synced (2 created), 0 failed, 0 pending (2 destinations)\n`,
      );
      expect(outputs['check-run-url']).toBeUndefined();
    }
    expect(report.summary).toContain('### Status: 4 synced (4 created)');
    expect(report.summary).toContain('contoso');
  });

  it('says of a shard that was killed that it is missing, in the check run too', async () => {
    await using action = await around();
    const { report } = await runMatrix(action, { shards: ['1/2'] });
    expect(report).toMatchObject({ code: 1, outputs: { synced: '2', failed: '0', requires_sync: '2' } });
    expect(report.log).toContain('shard 2/2 left no status file that counts');
    expect(action.check.conclusion).toBe('cancelled');
    expect(action.check.output.summary).toContain('shard 2/2 left no status file that counts');
    expect(marksOf(action.check).filter((mark) => mark.includes('pending'))).toHaveLength(2);
    const { report: next } = await runMatrix(action);
    expect([next.code, action.check.conclusion]).toEqual([0, 'success']);
  });

  it('in which no job left anything has every pair as not reached', async () => {
    await using action = await around();
    const { report } = await runMatrix(action, { shards: [] });
    expect(report).toMatchObject({ code: 1, outputs: { synced: '0', requires_sync: '4' } });
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  });

  it('tells others once, by the report, with the totals of all', async () => {
    await using action = await around();
    await using server = await startWebhookServer();
    for (const tenant of ['contoso', 'tailspin'])
      await action.rig.fault({ tenant, always: true, fault: { kind: 'error', status: 401 } });
    await runMatrix(action, { told: { 'notify-url': server.url } });
    expect(server.messages).toMatchObject([
      { command: 'sync', totals: { failed: 2 }, run: { id: '4711', attempt: 1 } },
    ]);
    await action.rig.control('DELETE', 'faults');
    // The jobs themselves need not know whom to tell.
    const { report } = await runMatrix(action);
    expect(report.code).toBe(0);
    expect(server.messages).toHaveLength(1);
  });

  it('lets the jobs keep what the report tells, also where they have no address to tell it to', async () => {
    await using action = await around();
    await using server = await startWebhookServer();
    await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'error', status: 401 } });
    const { jobs } = await runMatrix(action);
    const changes = jobs.flatMap(({ files }) => (JSON.parse(files['status.json'] ?? '') as JsonObject).changes);
    expect(changes).toMatchObject([{ change: 'failed', destination: 'contoso', reason: 'unauthorized' }]);
    const inputs = { command: 'report', 'status-files': '.git/artifacts/*/status.json', 'notify-url': server.url };
    await action.run(action.push(), { env: RUN, inputs });
    expect(server.messages).toMatchObject([{ totals: { failed: 1 } }]);
  });

  it('of a tick with nothing to do leaves the report of the merge where it is', async () => {
    await using action = await around();
    await runMatrix(action);
    const { jobs, report } = await runMatrix(action, { event: 'schedule', inputs: { pending: 'true' } });
    expect([...jobs, report].map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(report.outputs).toMatchObject({ synced: '0', failed: '0' });
    expect(action.github.checkRuns).toHaveLength(1);
  });
});

describe('a plan of a shard', () => {
  it('opens no check run and no comment', async () => {
    await using action = await around();
    const base = action.head();
    action.rig.commit('nothing');
    const run = await action.run(action.pullRequest(base), { inputs: { shard: '1/2' } });
    expect(run.code).toBe(0);
    expect([action.github.checkRuns, action.github.comments]).toEqual([[], []]);
    expect(run.summary).toMatch(/^### Shard `1\/2`: Plan: 2 to create, .*\n$/);
    expect(run.outputs.changes).toBe('2');
  });
});

describe('a report', () => {
  it('is refused for a pull request, and elsewhere than on the default branch', async () => {
    await using action = await around();
    const inputs = { command: 'report', 'status-files': '*.json' };
    const proposed = await action.run(action.pullRequest(action.head()), { inputs });
    expect([proposed.code, proposed.log]).toEqual([1, expect.stringContaining('nothing is synced for a pull request')]);
    const elsewhere = await action.run(action.event('workflow_dispatch', 'refs/heads/other'), { inputs });
    expect([elsewhere.code, elsewhere.log]).toEqual([1, expect.stringContaining('a report runs only on the head')]);
    expect(action.github.checkRuns).toEqual([]);
  });

  it('tells of a sync also when the branch has moved on since', async () => {
    await using action = await around();
    const started = action.push();
    const job = await action.run(started, {
      env: { ...action.keys(), ...RUN },
      inputs: { command: 'sync', shard: '1/1' },
    });
    mkdirSync(join(action.rig.dir, '.git/artifacts/1'), { recursive: true });
    writeFileSync(join(action.rig.dir, '.git/artifacts/1/status.json'), job.files['status.json'] ?? '');
    const old = action.head();
    action.merge('newer');
    action.rig.git('checkout', '--quiet', old);
    const inputs = { command: 'report', 'status-files': '.git/artifacts/*/status.json' };
    const run = await action.run(started, { env: RUN, inputs });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
  });
});
