import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { uncompressed } from '../../src/page/packed/compressed.ts';
import { unpackFleet } from '../../src/page/packed/fleet-columns.ts';
import { ActionRig } from '../support/action-rig.ts';
import { smallWorld } from '../support/worlds.ts';

const RUN = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711' };

function fleetIn(page: string | undefined) {
  const [, data = ''] = /id="data-fleet">([^<]*)</.exec(page ?? '') ?? [];
  return unpackFleet(uncompressed(data));
}

it('a sync keeps the page of the whole fleet, also where it pushed to a part of it, and the summary leads there', async () => {
  await using action = await ActionRig.around(smallWorld());
  const inputs = { page: 'true', destinations: 'contoso' };
  const run = await action.run(action.push(), { inputs, env: { ...action.keys(), ...RUN } });
  expect(run.code).toBe(0);
  expect(run.outputs['page-file']).toMatch(/fleet\.html$/);
  const { destinations, pairs } = fleetIn(run.files['fleet.html']);
  expect(destinations.map(({ name }) => name)).toEqual(['contoso', 'fabrikam']);
  expect(pairs.synced.filter((at) => at > 0)).toHaveLength(2);
  expect(run.summary).toContain(
    `[artifacts of this run](https://github.com/${action.github.repository}/actions/runs/4711#artifacts)`,
  );
});

it('a status keeps it without a key, by other names where others may read it', async () => {
  await using action = await ActionRig.around(smallWorld());
  await action.run(action.push());
  const run = await action.run(action.event('schedule'), { inputs: { command: 'status', page: 'alias' }, env: {} });
  const fleet = fleetIn(run.files['fleet.html']);
  expect([fleet.naming, fleet.destinations.map(({ name }) => name)]).toEqual([
    'numbers',
    ['destination-1', 'destination-2'],
  ]);
  expect(run.summary).toContain('artifacts of this run');
  expect(run.files['status.json']).toContain('contoso');
});

it('a report keeps it, of the whole fleet and with what the shards recorded', async () => {
  await using action = await ActionRig.around(smallWorld());
  const ofSync = { inputs: { command: 'sync', shard: '1/1' }, env: { ...action.keys(), ...RUN } };
  const sync = await action.run(action.push(), ofSync);
  const statusFiles = join(action.rig.dir, '.git', 'status.json');
  writeFileSync(statusFiles, sync.files['status.json'] ?? '');
  const inputs = { command: 'report', 'status-files': statusFiles, page: 'true' };
  const run = await action.run(action.push(), { inputs, env: RUN });
  expect([run.code, run.outputs['page-file']]).toEqual([0, expect.stringMatching(/fleet\.html$/)]);
  const { destinations, pairs } = fleetIn(run.files['fleet.html']);
  expect(destinations.map(({ name }) => name)).toEqual(['contoso', 'fabrikam']);
  expect(pairs.synced.filter((at) => at > 0).length).toBeGreaterThan(2);
  expect(run.summary).toContain('actions/runs/4711#artifacts');
});

it('nobody who did not ask gets one, and a plan makes none', async () => {
  await using action = await ActionRig.around(smallWorld());
  const run = await action.run(action.push());
  expect([run.outputs['page-file'], Object.keys(run.files)]).toEqual([undefined, ['plan.json', 'status.json']]);
  const plan = await action.run(action.event('schedule'), { inputs: { command: 'plan', page: 'true' } });
  expect([plan.code, plan.log]).toEqual([
    1,
    expect.stringContaining('page: it is made by a sync, a status or a report, and not with "command: plan"'),
  ]);
});
