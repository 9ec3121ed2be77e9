import { describe, expect, it } from 'vitest';
import { OwnRepository } from '../support/act/own-repository.ts';
import type { WorkflowRun } from '../support/act/run-workflow.ts';

const STORY = 'stories/phishing-triage.json';

/** The check run of that name that was made last, in one line, and the commit that it stands at. */
function checkOf({ github }: OwnRepository, name = 'storysync'): { readonly said: string; readonly at: string } {
  const run = github.checkRuns.findLast((each) => each.name === name);
  if (run === undefined) throw new Error(`no check run ${name}`);
  return { said: `${run.conclusion}: ${run.output.title}`, at: run.headSha };
}

async function storiesOf({ rig }: OwnRepository): Promise<{ readonly [tenant: string]: readonly string[] }> {
  const tenants = await Promise.all(['contoso', 'fabrikam'].map((name) => rig.tenant(name)));
  const [contoso = [], fabrikam = []] = tenants.map(({ stories }) => stories.map(({ name }) => name));
  return { contoso, fabrikam };
}

/** Renames an action of the story: an edit that every destination can see. */
function editStory({ rig }: OwnRepository): void {
  const text = rig.read(STORY);
  rig.write(STORY, text.replaceAll('Sum up', 'Sum it all up'));
  expect(rig.read(STORY)).not.toBe(text);
}

/** In no form that a log or a file could show it in. */
function expectNoSecret(own: OwnRepository, { log, artifacts }: WorkflowRun): void {
  const secrets = [
    'acme-emulator-key',
    ...Object.values(own.keys),
    own.stateKey,
    own.github.token,
    `x-access-token:${own.github.token}`,
  ];
  const shown = [log, ...Object.values(artifacts), JSON.stringify([own.github.checkRuns, own.github.comments])];
  for (const secret of secrets) {
    for (const form of [secret, Buffer.from(secret).toString('base64')]) {
      for (const text of shown) expect(text).not.toContain(form);
    }
  }
}

describe('the workflow that init writes, run whole', () => {
  it('plans a pull request in a comment and a check run, and writes to no tenant and no branch', async () => {
    await using own = await OwnRepository.init();
    const refs = own.server.git('show-ref');
    editStory(own);
    const run = await own.run(own.pullRequest());
    expect([run.code, run.jobs]).toEqual([0, { 'pull-request': 'succeeded' }]);
    const plan = 'Plan: 1 to create, 0 to update, 0 unchanged, 1 skipped, 0 blocked (2 destinations)';
    expect(own.github.comments.map(({ body }) => body)).toEqual([expect.stringContaining(`### ${plan}\n`)]);
    expect(checkOf(own)).toEqual({ said: `success: ${plan}`, at: own.server.git('rev-parse', 'proposal') });
    expect(await own.rig.takeWrites()).toEqual([]);
    expect(own.server.git('show-ref', '--heads')).toContain(refs);
    expect(own.server.requests.filter(({ service }) => service === 'push')).toEqual([]);
    expectNoSecret(own, run);
  });

  it('pushes a merge after it was planned, keeps its state on a branch, and leaves no lease', async () => {
    await using own = await OwnRepository.init();
    const event = own.merge();
    const run = await own.run(event);
    expect([run.code, run.jobs]).toEqual([0, { plan: 'succeeded', apply: 'succeeded' }]);
    expect(await storiesOf(own)).toEqual({ contoso: ['Phishing triage'], fabrikam: [] });
    expect(Object.keys(run.artifacts).toSorted()).toEqual([
      'storysync-plan/plan.json',
      'storysync-status/fleet.html',
      'storysync-status/status.json',
    ]);
    expect(checkOf(own, 'storysync plan')).toEqual({
      said: 'success: Plan: 1 to create, 0 to update, 0 unchanged, 1 skipped, 0 blocked (2 destinations)',
      at: event.sha,
    });
    expect(checkOf(own)).toEqual({
      said: 'success: Status: 1 synced (1 created), 0 failed, 1 pending (2 destinations)',
      at: event.sha,
    });
    expect(own.server.git('ls-tree', '-r', '--name-only', 'storysync/state')).toContain('destinations/contoso.json');
    expect(own.server.git('ls-tree', '-r', '--name-only', 'storysync/state-leases')).toBe('README.md');
    expectNoSecret(own, run);

    await own.rig.takeWrites();
    const again = await own.run(own.merge());
    expect([again.code, again.jobs]).toEqual([0, { plan: 'succeeded' }]);
    expect(await own.rig.takeWrites()).toEqual([]);
  });

  it('does by hand what the form says, and on no other branch', async () => {
    await using own = await OwnRepository.init();
    const elsewhere = await own.run(own.dispatch({}, 'proposal'));
    expect([elsewhere.code, elsewhere.jobs]).toEqual([0, {}]);

    const named = await own.run(own.dispatch({ destinations: 'fabrikam' }));
    expect([named.code, named.jobs]).toEqual([0, { 'by-hand': 'succeeded' }]);
    expect(await storiesOf(own)).toEqual({ contoso: [], fabrikam: ['Phishing triage'] });

    const forced = await own.run(own.dispatch({ force: 'true', manual: 'true', stories: 'phish*' }));
    expect([forced.code, forced.jobs]).toEqual([0, { 'by-hand': 'succeeded' }]);
    expect(checkOf(own).said).toBe(
      'success: Status: 2 synced (1 created, 1 updated), 0 failed, 0 pending (2 destinations)',
    );
    expectNoSecret(own, forced);
  });

  it('fails where a destination fails, after the others have been pushed', async () => {
    await using own = await OwnRepository.init();
    own.rig.write('sync.yaml', own.rig.read('sync.yaml').replace('    manual_sync_only: true\n', ''));
    const refusal = { kind: 'error', status: 422, text: "Data can't be blank" };
    await own.rig.fault({ tenant: 'contoso', method: 'POST', path: '^/stories/import', fault: refusal });
    const refused = await own.run(own.merge());
    expect([refused.code, refused.jobs]).toEqual([1, { plan: 'succeeded', apply: 'failed' }]);
    expect(checkOf(own).said).toBe('failure: Status: 1 synced (1 created), 1 failed, 0 pending (2 destinations)');
    expect(await storiesOf(own)).toEqual({ contoso: [], fabrikam: ['Phishing triage'] });
    expect(own.server.git('ls-tree', '-r', '--name-only', 'storysync/state-leases')).toBe('README.md');

    own.keys.FABRIKAM_TINES_API_KEY = 'a-key-that-nobody-knows';
    editStory(own);
    const blocked = await own.run(own.merge());
    expect([blocked.code, blocked.jobs]).toEqual([1, { plan: 'failed', apply: 'failed' }]);
    expect(checkOf(own).said).toBe('failure: Status: 1 synced (1 created), 1 failed, 0 pending (2 destinations)');
    expect(await storiesOf(own)).toEqual({ contoso: ['Phishing triage'], fabrikam: ['Phishing triage'] });
    expectNoSecret(own, blocked);
  });

  it('looks for edits at night, and says so on the manifest without failing', async () => {
    await using own = await OwnRepository.init();
    await own.run(own.dispatch());
    const { id } = await own.rig.story('contoso', 'Phishing triage');
    await own.rig.later();
    const value = { subject: 'tuned' };
    await own.rig.edit('contoso', id, { set: { path: ['agents', 'Sum up', 'options', 'payload'], value } });
    await own.rig.takeWrites();
    const run = await own.run(own.schedule());
    expect([run.code, run.jobs]).toEqual([0, { drift: 'succeeded' }]);
    expect(checkOf(own).said).toContain('1 to update');
    expect(run.log).toContain('edited at the destination');
    expect(run.log).not.toContain('unverified');
    expect(await own.rig.takeWrites()).toEqual([]);
    expectNoSecret(own, run);
  });
});

describe('the workflow of a rollout', () => {
  const TICK = '7,22,37,52 * * * *';
  const rollout = async () => {
    const own = await OwnRepository.init();
    own.copyExample('storysync.yml', 'examples/rollout/.github/workflows');
    const manifest = own.rig
      .read('sync.yaml')
      .replace('    manual_sync_only: true\n', '    labels: { ring: canary }\n');
    const rings =
      'rollout:\n  rings:\n    - { name: canary, match: { ring: canary } }\n    - { name: broad, soak: 1d }\n';
    own.rig.write('sync.yaml', `${manifest}${rings}`);
    return own;
  };

  it('brings a merge to the first ring; a tick that finds the next one waiting asks no tenant and changes nothing', async () => {
    await using own = await rollout();
    const merged = await own.run(own.merge());
    expect([merged.code, merged.jobs]).toEqual([0, { merge: 'succeeded' }]);
    expect(await storiesOf(own)).toEqual({ contoso: [], fabrikam: ['Phishing triage'] });
    await own.rig.control('DELETE', 'log');
    const before = [own.server.git('show-ref', '--heads'), own.github.checkRuns.length];

    const tick = await own.run(own.schedule(TICK));

    expect([tick.code, tick.jobs]).toEqual([0, { tick: 'succeeded' }]);
    expect(tick.log).toContain('Status: 0 synced, 0 failed, 1 pending (1 waits for its ring) (1 destination)');
    expect(await own.rig.log()).toEqual([]);
    expect([own.server.git('show-ref', '--heads'), own.github.checkRuns.length]).toEqual(before);
    expectNoSecret(own, tick);
  });

  it('shows by hand the digest that an override then takes, and pushes past the rings once', async () => {
    await using own = await rollout();
    own.merge();
    const looked = await own.run(own.dispatch({ command: 'plan' }));
    expect([looked.code, looked.jobs]).toEqual([0, { 'by-hand': 'succeeded' }]);
    const [, digest = ''] = /Digest: ([0-9a-f]{12})/.exec(looked.log) ?? [];
    expect(await own.rig.takeWrites()).toEqual([]);

    const stale = await own.run(
      own.dispatch({ command: 'sync', 'override-rollout': 'a'.repeat(12), reason: 'incident' }),
    );
    expect([stale.code, stale.log]).toEqual([1, expect.stringContaining('the plan changed since')]);
    expect(await own.rig.takeWrites()).toEqual([]);

    const past = await own.run(own.dispatch({ command: 'sync', 'override-rollout': digest, reason: 'incident 4711' }));
    expect([past.code, past.jobs]).toEqual([0, { 'by-hand': 'succeeded' }]);
    expect(await storiesOf(own)).toEqual({ contoso: ['Phishing triage'], fabrikam: ['Phishing triage'] });
    expectNoSecret(own, past);
  });
});

describe('the workflows beside it, copied from the examples', () => {
  it('check a pull request of a fork without a key, which the other workflow leaves alone', async () => {
    await using own = await OwnRepository.init();
    own.copyExample('storysync-forks.yml');
    await own.rig.takeWrites();
    editStory(own);
    const event = own.pullRequest('mallory/stories');
    const ours = await own.run(event);
    expect([ours.code, ours.jobs]).toEqual([0, {}]);

    const run = await own.run(event, 'storysync-forks.yml');
    expect([run.code, run.jobs]).toEqual([0, { validate: 'succeeded' }]);
    expect(run.log).toContain('**Planned offline:** the pull request comes from a fork');
    expect([own.github.comments, own.github.checkRuns, await own.rig.log()]).toEqual([[], [], []]);
  });

  it('propose what was published on the origin, with the permissions that they ask for', async () => {
    await using own = await OwnRepository.init();
    own.copyExample('export.yml');
    own.merge();
    const { id } = await own.rig.story('acme', 'Phishing triage');
    const value = { subject: 'better' };
    await own.rig.edit('acme', id, { set: { path: ['agents', 'Sum up', 'options', 'payload'], value } });
    await own.rig.takeWrites();
    // GitHub sees what is pushed.
    own.github.branches.set('storysync/export', 'd'.repeat(40));
    const run = await own.run(own.schedule(), 'export.yml');
    expect([run.code, run.jobs]).toEqual([0, { export: 'succeeded' }]);
    expect(own.server.git('show', 'storysync/export:stories/phishing-triage.json')).toContain('better');
    expect(own.github.pulls.all).toMatchObject([{ head: 'storysync/export', base: 'main', state: 'open' }]);
    expect(checkOf(own, 'storysync export').said).toMatch(/^success: /);
    expect(await own.rig.takeWrites()).toEqual([]);
    expectNoSecret(own, run);
  });
});
