import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig } from '../support/action-rig.ts';
import { told } from '../support/documents.ts';
import { programFile } from '../support/program.ts';
import { storyExport, webhook } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const MAIN = await programFile('action');
const NAMES = ['contoso', 'fabrikam'];

function world(names: readonly string[] = NAMES): Promise<ActionRig> {
  const one = storyExport({ name: 'One', actions: [webhook('In')] });
  // A destination that is seen for the first time has its stories read, so that none is created twice.
  const theirs = storyExport({ name: 'Theirs', actions: [webhook('In')] });
  const tenants = Object.fromEntries(names.map((name) => [name, tenantWith({ stories: [{ content: theirs }] })]));
  const destinations = Object.fromEntries(names.map((name) => [name, { stories: ['one'] }]));
  return ActionRig.around(worldOf({ stories: { one }, tenants, destinations }));
}

const statusOf = (files: { readonly [name: string]: string }) =>
  told(JSON.parse(files['status.json'] ?? '') as JsonObject);

describe('a job that is killed while a tenant hangs', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('in the middle of reading ends with a whole report: %s', async (name) => {
    await using action = await world();
    await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'hang' } });
    const run = await action.run(action.push(), {
      bundle: MAIN,
      onLog: (piece, kill) => {
        if (piece.includes('Reading destinations 1/2')) kill(name);
      },
    });
    expect(run.code).toBe(1);
    expect(statusOf(run.files)).toMatchObject({ 'contoso/one': 'requires_sync nothing not_reached' });
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(action.check.output.summary).toContain('Not everything was reached');
  });

  it('and only a plan was wanted ends at once, and nothing was changed', async () => {
    await using action = await world();
    await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'hang' } });
    const run = await action.run(action.push(), {
      bundle: MAIN,
      inputs: { command: 'plan' },
      onLog: (piece, kill) => {
        if (piece.includes('Reading destinations 1/2')) kill('SIGTERM');
      },
    });
    expect(run.code).toBe(1);
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(action.check.output.summary).toContain('Nothing was changed anywhere.');
  });

  it('by a bug of ours has its check run closed as failed', async () => {
    await using action = await world();
    await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'hang' } });
    const bug = "process.on('SIGUSR2', () => { throw new Error('oops'); })";
    const run = await action.run(action.push(), {
      bundle: MAIN,
      env: { ...action.keys(), NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(bug)}` },
      onLog: (piece, kill) => {
        if (piece.includes('Reading destinations 1/2')) kill('SIGUSR2');
      },
    });
    expect(run.code).toBe(1);
    expect(run.log).toContain('internal error: Error: oops');
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(action.check.output.title).toBe('storysync: internal error');
  });

  it('in the middle of a write has its check run closed before the end, with what it still waited for', async () => {
    await using action = await world();
    const fault = { kind: 'commit_then_timeout', ms: 600_000 };
    await action.rig.fault({ tenant: 'contoso', method: 'POST', path: '^/stories/import', fault });
    let end: Promise<void> | undefined;
    const run = await action.run(action.push(), {
      bundle: MAIN,
      onLog: (piece, kill) => {
        if (!piece.includes('Pushing 1/2')) return;
        kill('SIGTERM');
        end = until(() => action.check.status === 'completed').then(() => kill('SIGKILL'));
      },
    });
    await end;
    expect(run.code).toBeNull();
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(action.check.output.summary).toMatch(/Pushing: 1 of 2 done\. Still at work: contoso \(for \d+ s\)\./);
  });
});

it('a time budget covers a tenant that is slow, one that hangs and one that trickles: the check run says which and why', async () => {
  const faults = {
    hanging: { kind: 'hang' },
    slow: { kind: 'slow', ms: 1500 },
    trickling: { kind: 'trickle', ms: 100 },
  };
  await using action = await world([...NAMES, ...Object.keys(faults)]);
  for (const [tenant, fault] of Object.entries(faults)) await action.rig.fault({ tenant, always: true, fault });
  const run = await action.run(action.push(), { inputs: { 'time-budget': '0.133' } });
  expect(run.code).toBe(1);
  expect(statusOf(run.files)).toEqual({
    'contoso/one': 'synced created new',
    'fabrikam/one': 'synced created new',
    ...Object.fromEntries(Object.keys(faults).map((name) => [`${name}/one`, 'failed nothing unreadable'])),
  });
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  const { summary, text = '' } = action.check.output;
  for (const name of Object.keys(faults)) {
    expect(`${summary}${text}`).toMatch(new RegExp(`${name}.*when the 2 s for reading were over`, 's'));
  }
});
