import { expect, it } from 'vitest';
import { ActionRig, marksOf } from '../support/action-rig.ts';
import { withOption } from '../support/stories.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

const status = { inputs: { command: 'status' }, env: {} };

it('reports where every story stands without a key or a tenant, and says the same as the sync before it', async () => {
  await using action = await ActionRig.around(smallWorld());
  const never = await action.run(action.event('schedule'), status);
  expect(never).toMatchObject({ code: 0, stderr: '', outputs: { synced: '0', failed: '0', requires_sync: '4' } });
  expect(never.outputs.created).toBeUndefined();

  await action.rig.fault({ tenant: 'fabrikam', always: true, fault: { kind: 'error', status: 401 } });
  await action.run(action.push());
  await action.rig.takeWrites();
  const run = await action.run(action.event('schedule'), status);
  expect(run).toMatchObject({ code: 1, outputs: { synced: '2', failed: '2', requires_sync: '0' } });
  expect(run.summary).toContain('2 failed');
  expect(action.check.output.summary).not.toContain('created');
  expect(run.files['status.json']).toContain('storysync.status/1');
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(marksOf(action.check).filter((mark) => mark.includes(' failure fabrikam / '))).toHaveLength(2);
  expect(await action.rig.log()).toEqual([]);
});

it('tells after a merge what is behind, and on a pull request of a fork as well', async () => {
  await using action = await ActionRig.around(smallWorld());
  await action.run(action.push());
  action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
  const base = action.merge();
  const run = await action.run(action.pullRequest(base, 'mallory/stories'), status);
  expect(run).toMatchObject({ code: 0, outputs: { synced: '2', requires_sync: '2' } });
  expect(run.summary).toContain('1 commit behind');
  expect(action.check.annotations[0]?.message).toMatch(/^Content changed\n1 commit behind, since /);
  expect(run.log).not.toContain('::warning::');
  action.rig.git('remote', 'add', 'origin', 'http://127.0.0.1:1/nobody.git');
  const other = await action.run(action.event('schedule'), status);
  expect(other.log).toMatch(/^::warning::STA013 {2}the state branch/m);
});
