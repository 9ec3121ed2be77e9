import { describe, expect, it } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { smallWorld } from '../support/worlds.ts';

const TICK = { inputs: { pending: 'true' } };

describe('a tick of the clock', () => {
  it('asks no tenant where nothing is pending, writes nothing, and leaves the report of the merge where it is', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.push());
    const requests = (await action.rig.log()).length;
    const state = action.rig.git('rev-parse', 'storysync/state');

    // A key that is asked for is missing.
    const run = await action.run(action.event('schedule'), { ...TICK, env: {} });

    expect(run).toMatchObject({ code: 0, stderr: '', outputs: { changes: '0', failed: '0', requires_sync: '0' } });
    expect(run.log).toContain('Status: nothing pending');
    expect(Object.keys(run.files).sort()).toEqual(['plan.json', 'status.json']);
    expect((await action.rig.log()).length).toBe(requests);
    expect(action.rig.git('rev-parse', 'storysync/state')).toBe(state);
    expect(action.github.checkRuns).toHaveLength(1);
    expect(action.check.output.title).toContain('4 synced');
  });

  it('pushes what is pending, and reports that as any sync does', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.rig.fault({ tenant: 'fabrikam', always: true, fault: { kind: 'error', status: 401 } });
    await action.run(action.push());
    await action.rig.control('DELETE', 'faults');
    await action.rig.control('DELETE', 'log');

    const run = await action.run(action.event('schedule'), TICK);

    expect(run).toMatchObject({ code: 0, outputs: { synced: '2', created: '2' } });
    expect(run.outputs['check-run-url']).toMatch(/\/runs\/\d+$/);
    expect(new Set((await action.rig.log()).map(({ tenant }) => tenant))).toEqual(new Set(['fabrikam']));
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'success' });
  });

  it('leaves no check run open where a plan of a pull request has nothing pending', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.push());
    const base = action.head();
    action.rig.commit('nothing');
    const run = await action.run(action.pullRequest(base), { inputs: { pending: 'true', comment: 'false' } });
    expect([run.code, action.check.status]).toEqual([0, 'completed']);
    expect(action.check.output.title).toContain('nothing pending');
  });

  it('runs on the head of the default branch alone, like every sync', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.event('schedule', 'refs/heads/other'), TICK);
    expect(run.code).toBe(0);
    expect(run.log).toContain('Nothing to do: ');
    expect(await action.rig.log()).toEqual([]);
    expect(action.github.checkRuns).toEqual([]);
  });

  it('is told apart from the nightly look at edits, which plans and pushes nothing', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.event('schedule'));
    expect(await action.rig.takeWrites()).toEqual([]);
    expect(action.check.output.title).toContain('4 to create');
  });
});

describe('an override', () => {
  const inputs = { 'override-rollout': '0123456789ab', reason: 'incident 4711' };

  it.each(['push', 'schedule', 'repository_dispatch'])('is refused for %s, and no tenant is asked', async (event) => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.event(event), { inputs });
    expect(run.code).toBe(1);
    expect(run.log).toContain(`by "workflow_dispatch" on the default branch, and not by "${event}"`);
    expect(await action.rig.log()).toEqual([]);
  });

  it('is refused on another branch than the default one, and does not end as if all were well', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.event('workflow_dispatch', 'refs/heads/other'), { inputs });
    expect(run.code).toBe(1);
    expect(await action.rig.log()).toEqual([]);
  });

  it('by hand, where there is no rollout, pushes nothing and says so', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.event('workflow_dispatch'), { inputs });
    expect(run.code).toBe(1);
    expect(run.log).toContain('there is nothing to override: the manifest has no rollout');
    expect(await action.rig.takeWrites()).toEqual([]);
    expect(action.check.conclusion).toBe('failure');
  });
});
