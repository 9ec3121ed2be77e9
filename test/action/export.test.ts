import { expect, it } from 'vitest';
import { ok } from '../../src/diagnostics/result.ts';
import { ActionRig, type ActionSetup, marksOf } from '../support/action-rig.ts';
import { FakeRemote } from '../support/fake-remote.ts';
import { idOf, originWorld } from '../support/origin-world.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';

const BRANCH = 'storysync/export';
const TRIAGE = storyExport({
  name: 'Triage @mona',
  actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')],
});
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask')] });
const stories = { triage: { content: TRIAGE }, enrich: { content: ENRICH } };
const edit = (value: string) => ({ set: { path: ['agents', 'Fetch', 'options', 'method'], value } });
// In pieces, so that no scanner of this repository takes it for a real one.
const AWS_KEY = ['AKIA', 'Z7QX4MEW2PLKT5RB'].join('');

/** A runner around an origin, whose remote and GitHub agree on where branches are. */
async function exporter(world: Parameters<typeof originWorld>[0] = { stories }) {
  const action = await ActionRig.around(originWorld(world));
  const remote = new FakeRemote((...args) => action.rig.git(...args), action.github.branches);
  const setup: ActionSetup = { inputs: { command: 'export' }, openRemote: async () => ok(remote) };
  return { action, remote, setup, [Symbol.asyncDispose]: () => action[Symbol.asyncDispose]() };
}

it('opens one pull request with what changed, brings it up to date, and leaves it when nothing differs any more', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  const head = action.head();

  const first = await action.run(action.event('repository_dispatch'), { ...setup, inputs: {} });
  expect(first).toMatchObject({ code: 0, stderr: '', outputs: { changes: '2' } });
  expect(first.log).toContain('::notice::Pull request #7 was opened: https://github.example/acme/stories/pull/7');
  expect(first.summary).toContain('<https://github.example/acme/stories/pull/7>');
  expect(action.check).toMatchObject({ headSha: head, status: 'completed', conclusion: 'success' });
  const [pull] = action.github.pulls.all;
  expect(pull).toMatchObject({ head: BRANCH, base: 'main', title: expect.stringMatching(/^Export 2 stories from /) });
  expect(pull?.body).toMatch(/^<!-- storysync:export:sync\.yaml -->\n\n### Export: 2 added, /);
  expect(pull?.body).toContain('- **added** `triage` Triage @\u200bmona\n  - new: 2 actions');
  expect(action.rig.git('log', '-1', '--format=%an %s', BRANCH).trim()).toBe(`storysync ${pull?.title}`);
  expect(action.rig.git('status', '--porcelain')).toBe('');

  expect((await action.run(action.event('schedule'), setup)).log).toContain('Pull request #7 is up to date');
  await action.rig.edit('acme', idOf(0), edit('post'));
  await action.run(action.event('schedule'), setup);
  expect(remote.pushes).toEqual([BRANCH, `${BRANCH} forced`]);

  action.rig.git('merge', '--quiet', '--no-edit', BRANCH);
  action.github.branches.set('main', action.head());
  const none = await action.run(action.event('schedule'), setup);
  expect(none).toMatchObject({ code: 0, outputs: { changes: '0' } });
  expect(none.log).toContain('Pull request #7 is open, and no longer needed');
  await action.rig.edit('acme', idOf(0), edit('put'));
  const next = await action.run(action.event('schedule'), setup);
  expect(next).toMatchObject({ code: 0, outputs: { changes: '1' } });
  expect(next.log).toContain('#7 was updated');
  expect(action.github.pulls.all[0]?.title).toMatch(/^Export triage from /);
  expect(action.github.pulls.all).toHaveLength(1);
  expect((await action.rig.takeWrites()).length).toBe(0);
});

it('pushes nothing when a story holds a credential, and marks it like a finding', async () => {
  const leak = storyExport({ name: 'Leak', actions: [fetchAction('Fetch', `https://feed.example/?key=${AWS_KEY}`)] });
  await using world = await exporter({ stories: { leak: { content: leak }, enrich: { content: ENRICH } } });
  const { action, remote, setup } = world;
  const run = await action.run(action.event('schedule'), setup);
  expect(run.code).toBe(1);
  expect(run.outputs.changes).toBeUndefined();
  expect(run.summary).toContain('Stopped: something looks like a credential');
  expect(action.check.conclusion).toBe('failure');
  expect(marksOf(action.check)).toEqual([expect.stringMatching(/^sync\.yaml:\d+ failure EXP012: error$/)]);
  expect(remote.pushes).toEqual([]);
  expect(action.github.pulls.all).toEqual([]);
  expect(run.log + run.summary + action.everythingOnGitHub()).not.toContain(AWS_KEY);
});

it('pushes nothing, and lists nothing, when one story of several could not be exported', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  await action.rig.edit('acme', idOf(1), { delete: true });
  const run = await action.run(action.event('schedule'), setup);
  expect(run).toMatchObject({ code: 1, outputs: {} });
  expect(run.log).toContain('is no longer at the origin');
  expect(run.log).toContain('0 added, 0 changed');
  expect(run.summary).toMatch(/^> Nothing was pushed/);
  expect(action.check).toMatchObject({ conclusion: 'failure' });
  expect([remote.pushes, action.github.pulls.all]).toEqual([[], []]);
});

it('pushes nothing when the origin hangs, and says so when the time for reading it is over', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  await action.rig.fault({ tenant: 'acme', path: `${idOf(1)}/export$`, always: true, fault: { kind: 'hang' } });
  const inputs = { ...setup.inputs, 'read-timeout': '1' };
  expect((await action.run(action.event('schedule'), { ...setup, inputs })).code).toBe(1);
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  const { summary, text = '' } = action.check.output;
  expect(`${summary}${text}`).toContain('the origin was too slow: 1 of 2 stories could not be exported');
  expect([remote.pushes, action.github.pulls.all]).toEqual([[], []]);
});

it('ends with 1 and says what to do when the push or the pull request is refused', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  remote.failure = { kind: 'no_access', status: 403 };
  const unpushed = await action.run(action.event('schedule'), setup);
  expect(unpushed.code).toBe(1);
  expect(unpushed.log).toContain('contents: write');
  remote.failure = undefined;
  remote.failure = { kind: 'refused', why: 'protected branch hook declined' };
  const guarded = await action.run(action.event('schedule'), setup);
  expect(guarded.log).toContain(`leave "${BRANCH}" out of the rules`);
  expect(guarded.log).toContain('2 added, 0 changed');
  remote.failure = undefined;
  action.github.pulls.actionsMayCreate = false;
  const unopened = await action.run(action.event('schedule'), setup);
  expect(unopened.code).toBe(1);
  expect(unopened.log).toContain('allow GitHub Actions to create pull requests');
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  action.github.pulls.actionsMayCreate = true;
  expect((await action.run(action.event('schedule'), setup)).log).toContain('Pull request #7 was opened');
});

it('puts what has no place in a file on the page of the run', async () => {
  await using world = await exporter();
  const run = await world.action.run(world.action.event('schedule'), { ...world.setup, env: {} });
  expect(run.code).toBe(1);
  expect(run.log).toMatch(/^::error::EXP002 {2}the origin cannot be read: .*ACME_KEY is not set/m);
  expect(run.summary).toMatch(/^> Nothing was pushed/);
});

it('uses no key and pushes nothing where the event does not stand for it', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  const dispatch = action.event('repository_dispatch');
  const refused = async (event: typeof dispatch, words: string, inputs = {}) => {
    const run = await action.run(event, { ...setup, inputs: { ...setup.inputs, ...inputs } });
    expect(run.code).toBe(1);
    expect(run.log).toContain(words);
  };
  await refused(action.pullRequest(action.head()), 'nothing is exported for a pull request');
  await refused(action.event('merge_group'), 'nothing is exported in a merge queue');
  await refused(action.event('schedule', 'refs/tags/v1'), 'this job belongs to refs/tags/v1');
  await refused(action.event('workflow_dispatch', 'refs/heads/develop'), 'this job belongs to refs/heads/develop');
  await refused(dispatch, 'destinations: it', { destinations: 'contoso' });
  await refused(dispatch, 'labels: it has no meaning for an export', { command: 'auto', labels: 'ring=canary' });
  action.rig.write('sync.yaml', `${action.rig.read('sync.yaml')}# edited by a step\n`);
  await refused(dispatch, 'its files were changed');
  action.rig.commit('what somebody proposes');
  await refused(dispatch, `${action.head().slice(0, 12)} is checked out`);
  expect(await action.rig.log()).toEqual([]);
  expect(remote.pushes).toEqual([]);
});

it('exports nothing when an old job is run again, for its commit lacks what was merged since', async () => {
  await using world = await exporter();
  const { action, remote, setup } = world;
  const old = action.event('schedule');
  const again = { ...setup, env: { ...action.keys(), GITHUB_RUN_ATTEMPT: '2' } };
  action.github.branches.set('main', 'c'.repeat(40));
  const run = await action.run(old, again);
  expect(run.code).toBe(1);
  expect(run.log).toContain('"main" has moved on since this job first ran');
  expect(remote.pushes).toEqual([]);
  action.github.branches.set('main', old.sha);
  expect((await action.run(old, again)).code).toBe(0);
});

it('has a branch and a pull request for each manifest', async () => {
  await using world = await exporter();
  const { action, setup } = world;
  action.rig.write('eu/sync.yaml', action.rig.read('sync.yaml'));
  action.merge();
  await action.run(action.event('schedule'), setup);
  await action.run(action.event('schedule'), { ...setup, inputs: { ...setup.inputs, manifest: 'eu/sync.yaml' } });
  expect(action.github.pulls.all.map(({ head }) => head)).toEqual([BRANCH, `${BRANCH}-eu`]);
  expect(action.rig.git('diff', '--name-only', 'main', `${BRANCH}-eu`)).toContain('eu/stories/triage.json');
});
