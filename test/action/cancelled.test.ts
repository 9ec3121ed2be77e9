import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig } from '../support/action-rig.ts';
import { told } from '../support/documents.ts';
import { storyExport, webhook } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const MAIN = fileURLToPath(new URL('../../src/action/main.ts', import.meta.url));
const NAMES = ['contoso', 'fabrikam'];

function world(): Promise<ActionRig> {
  const one = storyExport({ name: 'One', actions: [webhook('In')] });
  const tenants = Object.fromEntries(NAMES.map((name) => [name, tenantWith()]));
  const destinations = Object.fromEntries(NAMES.map((name) => [name, { stories: ['one'] }]));
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

it('a time budget that ends while a tenant hangs closes the check run, and the other tenant is synced', async () => {
  await using action = await world();
  await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'hang' } });
  const run = await action.run(action.push(), { inputs: { 'time-budget': '0.2' } });
  expect(run.code).toBe(1);
  expect(statusOf(run.files)).toEqual({
    'contoso/one': 'failed nothing unreadable',
    'fabrikam/one': 'synced created new',
  });
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(action.check.output.text ?? action.check.output.summary).toContain('for reading this destination were over');
});
