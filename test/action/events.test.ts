import { describe, expect, it } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { storyExport, webhook, withOption } from '../support/stories.ts';
import { worldOf } from '../support/world-of.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

async function expectUntouched(action: ActionRig): Promise<void> {
  expect(await action.rig.log()).toEqual([]);
}

describe('an event that is refused', () => {
  it.each(['pull_request_target', 'workflow_run'])('such as %s does nothing, whatever the command', async (name) => {
    await using action = await ActionRig.around(smallWorld());
    for (const command of ['auto', 'validate', 'sync']) {
      const event = { ...action.pullRequest(action.head()), name };
      const run = await action.run(event, { inputs: { command } });
      expect(run.code).toBe(1);
      expect(run.log).toContain(`::error::storysync does not run under the event "${name}"`);
    }
    await expectUntouched(action);
    expect(action.github.requests).toEqual([]);
  });

  it('because auto has no meaning for it names what to do, and works as told', async () => {
    await using action = await ActionRig.around(smallWorld());
    const auto = await action.run(action.event('release', 'refs/tags/v1'));
    expect(auto.code).toBe(1);
    expect(auto.log).toContain('name the command, such as "command: plan"');
    await expectUntouched(action);
    const plan = await action.run(action.event('release', 'refs/tags/v1'), { inputs: { command: 'plan' } });
    expect(plan).toMatchObject({ code: 0, outputs: { changes: '4' } });
  });

  it('sends no key for a commit that is not its own: anybody can comment', async () => {
    await using action = await ActionRig.around(smallWorld());
    const event = action.event('issue_comment');
    action.rig.write('README.md', 'what a stranger proposes, checked out by an earlier step');
    action.rig.commit();
    const planned = await action.run(event, { inputs: { command: 'plan' } });
    expect(planned).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(planned.summary).toContain('only its own commit');
    expect(action.check.annotations[0]?.message).toContain('another one is checked out');
    const synced = await action.run(event, { inputs: { command: 'sync' } });
    expect(synced.code).toBe(1);
    expect(synced.log).toContain('runs only on the head of the default branch "main"');
    await expectUntouched(action);
  });
});

describe('a push', () => {
  it.each(['refs/heads/feature', 'refs/tags/v1'])('to %s is a notice and 0', async (ref) => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push(ref));
    expect(run.code).toBe(0);
    expect(run.log).toContain(`::notice::Nothing to do for a push to ${ref}`);
    await expectUntouched(action);
    expect(action.github.requests).toEqual([]);
  });
});

describe('the clock', () => {
  it('finds drift with a full comparison, marks it on its line and stays green', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.push());
    const { id } = await action.rig.story('contoso', 'Enrich');
    await action.rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
    await action.rig.takeWrites();
    const run = await action.run(action.event('schedule'));
    expect(run).toMatchObject({ code: 0, outputs: { changes: '1', updated: '1' } });
    expect(action.check.conclusion).toBe('neutral');
    const drift = action.check.annotations.filter(({ title }) => title === 'contoso / enrich: will be updated');
    expect(drift).toMatchObject([{ path: 'sync.yaml', message: expect.stringContaining('dited at the destination') }]);
    expect(run.summary).toContain('edited at the destination');
    expect(await action.rig.takeWrites()).toEqual([]);
  });

  it('stays green even when a tenant cannot be read', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'error', status: 401 } });
    const run = await action.run(action.event('schedule'));
    expect(run.code).toBe(0);
    expect(action.check.conclusion).toBe('neutral');
    expect(action.check.annotations[0]).toMatchObject({ annotation_level: 'failure' });
  });
});

describe('a merge queue', () => {
  it('is validated, offline', async () => {
    await using action = await ActionRig.around(smallWorld());
    const event = action.event('merge_group', 'refs/heads/gh-readonly-queue/main/pr-1');
    expect((await action.run(event)).code).toBe(0);
    action.rig.write('sync.yaml', 'version: 1\n');
    action.rig.commit();
    expect((await action.run(action.event('merge_group', event.ref))).code).toBe(1);
    expect(action.github.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success', 'failure']);
    await expectUntouched(action);
  });
});

describe('a sync by hand', () => {
  const one = storyExport({ name: 'One', actions: [webhook('In')] });
  const two = storyExport({ name: 'Two', actions: [webhook('In')] });
  const manualWorld = () =>
    worldOf({
      stories: { one, two },
      destinations: { contoso: { stories: ['one', 'two'], options: { manual_sync_only: true } } },
    });

  it('pushes what its inputs name', async () => {
    await using action = await ActionRig.around(manualWorld());
    const dispatch = action.event('workflow_dispatch');
    const nothing = { destinations: '', stories: '', manual: 'false', force: 'false' };
    expect((await action.run(dispatch, { inputs: nothing })).outputs).toMatchObject({
      created: '0',
      requires_sync: '2',
    });
    const named = { ...nothing, destinations: 'contoso', stories: 'one' };
    expect((await action.run(dispatch, { inputs: named })).outputs).toMatchObject({ created: '1', synced: '1' });
    expect((await action.run(dispatch, { inputs: { ...nothing, manual: 'true' } })).outputs).toMatchObject({
      created: '1',
      synced: '2',
    });
    const forced = { ...nothing, destinations: 'contoso', force: 'true' };
    expect((await action.run(dispatch, { inputs: forced })).outputs).toMatchObject({ updated: '2', synced: '2' });
  });
});

describe('inputs', () => {
  it.each([
    [{ command: 'synk' }, 'command: "synk" is not allowed'],
    [{ force: 'yes' }, 'force: "yes" is not allowed'],
    [{ concurrency: '0' }, 'concurrency: "0" is not allowed'],
    [{ 'time-budget': 'soon' }, 'time-budget: "soon" is not allowed'],
    [{ 'dry-run': 'true' }, '"dry-run" is not an input of this action'],
    [{ destination: 'contoso' }, 'did you mean "destinations"?'],
    [{ command: 'plan', manual: 'true' }, 'manual: it belongs to a sync'],
    [{ 'plan-file': 'plan.json', force: 'true' }, 'force: it cannot be given with plan-file'],
  ])('%o are an error that does nothing', async (inputs, message) => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push(), { inputs });
    expect(run.code).toBe(1);
    expect(run.log).toContain(message);
    await expectUntouched(action);
    expect(action.github.requests).toEqual([]);
  });
});

describe('names that others chose', () => {
  it('give no orders to the runner', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    const name = '::warning::owned';
    action.rig.write('stories/enrich.json', { ...withOption(ENRICH, 'Look up', 'method', 'post'), name });
    action.merge();
    const logs = [await action.run(action.pullRequest(base)), await action.run(action.push())];
    const source = action.rig.read('sync.yaml').replace('  fabrikam:\n', '  "##[warning]owned":\n');
    action.rig.write('sync.yaml', source);
    action.rig.commit();
    logs.push(await action.run(action.pullRequest(base)));
    expect(logs.filter(({ log }) => log.includes('owned'))).toHaveLength(2);
    for (const { log } of logs) {
      const obeyed = log.replaceAll(/^::stop-commands::(\S+)\n[\s\S]*?\n::\1::$/gm, '');
      expect(obeyed).not.toMatch(/^[^\S\r\n\u2028\u2029]*::warning::owned|##\[/m);
    }
  });
});
