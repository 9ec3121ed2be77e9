import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig, BUNDLE, lineOf, marksOf } from '../support/action-rig.ts';
import { told } from '../support/documents.ts';
import { storyExport, webhook, withOption } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

const statusOf = (files: { readonly [name: string]: string }) =>
  told(JSON.parse(files['status.json'] ?? '') as JsonObject);

describe('a merge', () => {
  it('pushes the stories, with statuses on the lines, outputs, files and a summary', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push());
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const tenant of ['contoso', 'fabrikam']) {
      const { stories } = await action.rig.tenant(tenant);
      expect(stories.map(({ name }) => name).toSorted()).toEqual(['Enrich', 'Triage']);
    }
    const source = action.rig.read('sync.yaml');
    const contoso = lineOf(source, 'stories: [triage, enrich]');
    expect(action.check).toMatchObject({ headSha: action.head(), status: 'completed', conclusion: 'success' });
    expect(action.check.output.title).toContain('4 synced');
    expect(marksOf(action.check).toSorted()).toEqual([
      `sync.yaml:${contoso} notice contoso / enrich: synced`,
      `sync.yaml:${contoso} notice contoso / triage: synced`,
      `sync.yaml:${contoso + 5} notice fabrikam / enrich: synced`,
      `sync.yaml:${contoso + 5} notice fabrikam / triage: synced`,
    ]);
    expect(run.outputs).toMatchObject({
      changes: '4',
      created: '4',
      updated: '0',
      synced: '4',
      failed: '0',
      requires_sync: '0',
    });
    expect(run.outputs['status-file']).toMatch(/status\.json$/);
    expect(Object.keys(run.files).toSorted()).toEqual(['plan.json', 'status.json']);
    expect(run.summary).toContain('4 synced');
    expect(run.log).toContain('Pushing 2/2');
  });

  it('changes nothing when it is repeated for the same commit', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.push());
    await action.rig.takeWrites();
    const again = await action.run(action.push(), { env: { ...action.keys(), GITHUB_RUN_ATTEMPT: '2' } });
    expect(again).toMatchObject({ code: 0, outputs: { changes: '0', synced: '4' } });
    expect(await action.rig.takeWrites()).toEqual([]);
  });

  it('ends with 1 when one story failed, says which, and pushes the others', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.rig.fault({ tenant: 'fabrikam', always: true, fault: { kind: 'error', status: 401 } });
    const run = await action.run(action.push());
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ synced: '2', failed: '2' });
    expect(action.check.conclusion).toBe('failure');
    expect(
      marksOf(action.check)
        .slice(0, 2)
        .every((mark) => mark.includes(' failure fabrikam / ')),
    ).toBe(true);
    expect(run.summary).toContain('2 failed');
    expect(statusOf(run.files)).toMatchObject({ 'contoso/triage': 'synced created new' });
  });

  it('with a broken story file pushes to the destinations that do not take the story, and ends with 1', async () => {
    const lonely = storyExport({ name: 'Lonely', actions: [webhook('In')] });
    const stories = { plain: storyExport({ name: 'Plain', actions: [webhook('In')] }), lonely };
    const tenants = { contoso: tenantWith(), fabrikam: tenantWith() };
    const destinations = { contoso: { stories: ['plain'] }, fabrikam: { stories: ['plain', 'lonely'] } };
    await using action = await ActionRig.around(worldOf({ stories, tenants, destinations }));
    action.rig.write('stories/lonely.json', '{');
    action.merge();
    const run = await action.run(action.push());
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ synced: '1', failed: '2' });
    expect(action.check.conclusion).toBe('failure');
    expect(marksOf(action.check).join('\n')).toContain('stories/lonely.json:1 failure');
    expect((await action.rig.tenant('contoso')).stories).toHaveLength(1);
    expect((await action.rig.tenant('fabrikam')).stories).toEqual([]);
  });

  it('with a broken story file that nobody takes pushes everything, and is not green', async () => {
    const [plain, lonely] = ['Plain', 'Lonely'].map((name) => storyExport({ name, actions: [webhook('In')] }));
    const stories = { plain: plain ?? {}, lonely: lonely ?? {} };
    const destinations = { contoso: { stories: ['plain'] } };
    await using action = await ActionRig.around(worldOf({ stories, destinations }));
    action.rig.write('stories/lonely.json', '{');
    action.merge();
    const run = await action.run(action.push());
    expect([run.code, run.outputs.synced, action.check.conclusion]).toEqual([1, '1', 'failure']);
    const drift = await action.run(action.event('schedule'));
    expect([drift.code, action.check.conclusion]).toEqual([0, 'neutral']);
  });

  it('ends with 0 when a story only waits because somebody wants it to', async () => {
    const one = storyExport({ name: 'One', actions: [webhook('In')] });
    const destinations = { contoso: { stories: ['one'], options: { manual_sync_only: true } } };
    await using action = await ActionRig.around(worldOf({ stories: { one }, destinations }));
    const run = await action.run(action.push());
    expect(run).toMatchObject({ code: 0, outputs: { synced: '0', failed: '0', requires_sync: '1' } });
    expect(await action.rig.takeWrites()).toEqual([]);
  });

  it('writes nothing to a held destination, ends with 0, and says at its line why, by whom and until when', async () => {
    const one = storyExport({ name: 'One', actions: [webhook('In')] });
    const hold = { reason: 'audit', owner: 'soc', until: '2099-01-31' };
    const destinations = { contoso: { stories: ['one'], options: { hold } } };
    await using action = await ActionRig.around(worldOf({ stories: { one }, destinations }));
    const run = await action.run(action.push());
    expect(run).toMatchObject({ code: 0, outputs: { synced: '0', failed: '0', requires_sync: '1' } });
    expect(action.check.conclusion).toBe('success');
    expect(action.check.annotations).toMatchObject([
      {
        path: 'sync.yaml',
        annotation_level: 'notice',
        title: 'contoso / one: pending',
        message: 'Held\naudit (soc, until 2099-01-31)',
      },
    ]);
    expect(run.summary).toContain('held: audit (soc, until 2099-01-31)');
    expect(await action.rig.takeWrites()).toEqual([]);
  });

  it('pushes nothing when the branch has moved on: superseded, and 1', async () => {
    await using action = await ActionRig.around(smallWorld());
    const old = action.push();
    action.rig.write('README.md', 'later');
    action.merge();
    action.rig.git('checkout', '--quiet', old.sha);
    const run = await action.run(old, { env: { ...action.keys(), GITHUB_RUN_ATTEMPT: '2' } });
    expect(run).toMatchObject({ code: 1, outputs: { synced: '0', requires_sync: '4' } });
    expect(new Set(Object.values(statusOf(run.files)))).toEqual(new Set(['requires_sync nothing superseded']));
    expect(await action.rig.takeWrites()).toEqual([]);
  });

  it('of which nobody tells the head asks no tenant, shows what it would do, and ends with 1', async () => {
    await using action = await ActionRig.around(smallWorld());
    action.github.fail({ path: /\/git\//, times: 99, answer: { status: 500 } });
    const run = await action.run(action.push());
    expect(run).toMatchObject({ code: 1, outputs: { changes: '4' } });
    expect(run.log).toContain('did not let us read the head of the branch (unavailable, HTTP 500)');
    expect(run.summary).toContain('**Planned offline:** no tenant was asked');
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(action.check.annotations[0]?.message).toContain('Planned without asking the tenant');
    expect(await action.rig.log()).toEqual([]);
  });

  it('works on a clone of one commit', async () => {
    await using action = await ActionRig.around(smallWorld());
    action.rig.write('README.md', 'later');
    action.merge();
    const run = await action.run(action.push(), { workspace: action.shallowClone() });
    expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(statusOf(run.files)).toMatchObject({ 'contoso/triage': 'synced created new' });
    expect(run.files['status.json']).toContain(action.head());
  });

  it('remembers what a step of the workflow fetches before and pushes after it', async () => {
    await using action = await ActionRig.around(smallWorld());
    const first = action.shallowClone();
    await action.run(action.push(), { workspace: first });
    action.rig.git('-C', first, 'push', '--quiet', 'origin', 'storysync/state');
    const { id } = await action.rig.story('contoso', 'Enrich');
    await action.rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
    const second = action.shallowClone();
    action.rig.git('-C', second, 'fetch', '--quiet', 'origin', 'storysync/state:storysync/state');
    const run = await action.run(action.push(), { workspace: second });
    expect(statusOf(run.files)).toMatchObject({ 'contoso/enrich': 'synced updated drift' });
  });

  it('refuses a work tree that is not the commit', async () => {
    await using action = await ActionRig.around(smallWorld());
    action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
    const run = await action.run(action.push());
    expect(run.code).toBe(1);
    expect(run.log).toContain('differs from the commit');
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(await action.rig.log()).toEqual([]);
  });
});

describe('a plan that was saved by an earlier job', () => {
  async function planned(action: ActionRig): Promise<string> {
    const run = await action.run(action.push(), { inputs: { command: 'plan' } });
    expect(run.code).toBe(0);
    action.rig.write('.git/approved.json', run.files['plan.json'] ?? '');
    return run.outputs['plan-digest'] ?? '';
  }
  const apply = { inputs: { command: 'sync', 'plan-file': '.git/approved.json' } };

  it('is applied exactly', async () => {
    await using action = await ActionRig.around(smallWorld());
    const digest = await planned(action);
    const run = await action.run(action.push(), apply);
    expect(run).toMatchObject({ code: 0, outputs: { created: '4', synced: '4', 'plan-digest': digest } });
  });

  it('is applied after the merge when it was made for the pull request', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
    action.rig.commit('on the branch');
    const run = await action.run(action.pullRequest(base));
    action.rig.write('.git/approved.json', run.files['plan.json'] ?? '');
    action.merge('the merge commit');
    expect(await action.run(action.push(), apply)).toMatchObject({ code: 0, outputs: { created: '4', synced: '4' } });
  });

  it('is stale for a destination that moved meanwhile, while the others go on', async () => {
    await using action = await ActionRig.around(smallWorld());
    await action.run(action.push());
    action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
    action.merge();
    await planned(action);
    const { id } = await action.rig.story('contoso', 'Enrich');
    await action.rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
    const run = await action.run(action.push(), apply);
    expect(run.code).toBe(1);
    expect(statusOf(run.files)).toMatchObject({
      'contoso/enrich': 'requires_sync nothing plan_stale',
      'fabrikam/enrich': 'synced updated content_changed',
    });
    expect((await action.rig.story('contoso', 'Enrich')).content.agents[1]?.options).toMatchObject({ method: 'put' });
  });

  it('is refused when it was edited by hand, is none, or is not there', async () => {
    await using action = await ActionRig.around(smallWorld());
    await planned(action);
    const plan = action.rig.read('.git/approved.json');
    action.rig.write('.git/edited.json', plan.replace('"Triage"', '"Other"'));
    action.rig.write('.git/empty.json', '{}');
    for (const name of ['edited', 'empty', 'absent']) {
      const inputs = { command: 'sync', 'plan-file': `.git/${name}.json` };
      const run = await action.run(action.push(), { inputs });
      expect(run.code).toBe(1);
      expect(run.log).toContain('cannot be applied');
      expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    }
    expect(await action.rig.takeWrites()).toEqual([]);
  });
});

describe('a sync that is stopped', () => {
  const names = ['alpha', 'beta', 'gamma', 'delta'];
  async function slowWorld(): Promise<ActionRig> {
    const one = storyExport({ name: 'One', actions: [webhook('In')] });
    const tenants = Object.fromEntries(names.map((name) => [name, tenantWith()]));
    const destinations = Object.fromEntries(names.map((name) => [name, { stories: ['one'] }]));
    const action = await ActionRig.around(worldOf({ stories: { one }, tenants, destinations }));
    await action.rig.fault({
      method: 'POST',
      path: '^/stories/import',
      always: true,
      fault: { kind: 'slow', ms: 1000 },
    });
    return action;
  }
  const expectPartial = (statuses: { readonly [pair: string]: string }): void => {
    const values = Object.values(statuses);
    expect(values).toHaveLength(4);
    expect(values).toContain('synced created new');
    expect(values).toContain('requires_sync nothing not_reached');
  };

  it('by its time budget reports the rest as not reached, and ends with 1', async () => {
    await using action = await slowWorld();
    const run = await action.run(action.push(), { inputs: { 'time-budget': '0.05', concurrency: '1' } });
    expect(run.code).toBe(1);
    expect(run.log).toContain('time budget is used up');
    expectPartial(statusOf(run.files));
    expect(action.check.status).toBe('completed');
  });

  it('by a cancelled job does the same', async () => {
    await using action = await slowWorld();
    const run = await action.run(action.push(), {
      inputs: { concurrency: '1' },
      bundle: BUNDLE,
      onLog: (piece, kill) => {
        if (piece.includes('Pushing 1/4')) kill('SIGINT');
      },
    });
    expect(run.code).toBe(1);
    expectPartial(statusOf(run.files));
    expect(action.check.status).toBe('completed');
  });

  it('closes the check run of a plan too, or it would hold up the pull request for good', async () => {
    await using action = await slowWorld();
    const run = await action.run(action.push(), {
      inputs: { command: 'plan', concurrency: '1' },
      bundle: BUNDLE,
      onLog: (piece, kill) => {
        if (piece.includes('Reading destinations 1/4')) kill('SIGINT');
      },
    });
    expect(run.code).toBe(1);
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  });
});
