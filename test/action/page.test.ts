import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { StateSession } from '../../src/commands/state/state-session.ts';
import { uncompressed } from '../../src/page/packed/compressed.ts';
import { unpackFleet } from '../../src/page/packed/fleet-columns.ts';
import { ActionRig } from '../support/action-rig.ts';
import { STATE_KEY } from '../support/state-branch.ts';
import { manifestFor, smallWorld } from '../support/worlds.ts';

const RUN = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711' };

function fleetIn(page: string | undefined) {
  const [, data = ''] = /id="data-fleet">([^<]*)</.exec(page ?? '') ?? [];
  return unpackFleet(uncompressed(data));
}

/** What a page says, with and without its script, but for the script itself. */
function everythingIn(page = ''): string {
  const packed = [...page.matchAll(/ id="data-\w+">([^<]+)</g)].map(([, base64 = '']) => uncompressed(base64));
  return [page.replace(/<script>[\s\S]*?<\/script>/, ''), ...packed].join('\n').toLowerCase();
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

it('by a state key the other names are codes that stay from run to run, and nothing in the page says whose they are', async () => {
  await using action = await ActionRig.around(smallWorld());
  const inputs = { page: 'alias', 'state-key': STATE_KEY };
  const sync = await action.run(action.push(), { inputs });
  const one = `  northwind:
    destination_tenant_url: ${action.rig.url}/northwind
    destination_tenant_api_key: \${NORTHWIND_KEY}
    destination_team_id: 9
    stories: [enrich]
`;
  action.rig.write('sync.yaml', manifestFor(action.rig.url, one));
  action.merge('one more, between the two');
  const status = await action.run(action.event('schedule'), { inputs: { ...inputs, command: 'status' }, env: {} });
  const pages = [sync, status].map(({ files }) => files['fleet.html']);
  const [before = [], after = []] = pages.map((page) =>
    fleetIn(page).destinations.map(({ name, host }) => [name, host]),
  );
  expect(before).toEqual([1, 2].map(() => [expect.stringMatching(/^d-\w{12}$/), expect.stringMatching(/^h-\w{12}$/)]));
  expect(after).toEqual([before[0], expect.any(Array), before[1]]);
  expect(new Set(after.flat()).size).toBe(6);
  const words = ['contoso', 'fabrikam', 'northwind', '127.0.0.1', '_key', STATE_KEY];
  expect(pages.map((page) => words.filter((word) => everythingIn(page).includes(word)))).toEqual([[], []]);
  expect(pages.map((page) => everythingIn(page).includes('triage'))).toEqual([true, true]);
});

it('a page that cannot be made is a warning: what the sync did is reported all the same', async () => {
  await using action = await ActionRig.around(smallWorld());
  vi.spyOn(StateSession.prototype, 'former').mockImplementation(() => {
    throw new Error('no history');
  });
  const run = await action.run(action.push(), { inputs: { page: 'true' } });
  expect(run.log).toContain('::warning::the page of the fleet was not made: no history (a bug in storysync)');
  expect(run).toMatchObject({ code: 0, stderr: '', outputs: { synced: '4' } });
  expect([run.outputs['page-file'], Object.keys(run.files)]).toEqual([undefined, ['plan.json', 'status.json']]);
  expect(run.summary).not.toContain('The whole fleet on one page');
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'success' });
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
