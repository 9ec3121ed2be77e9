import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionEvent, ActionRig, type ActionSetup } from '../support/action-rig.ts';
import { AttackerHost } from '../support/attacker-host.ts';
import { Rig } from '../support/rig.ts';
import { fetchAction, recordAction, storyExport, webhook } from '../support/stories.ts';
import { manifestFor, smallWorld } from '../support/worlds.ts';

/** Which tenants were asked since the last look. */
async function asked({ rig }: ActionRig): Promise<readonly string[]> {
  const tenants = new Set((await rig.log()).map(({ tenant }) => tenant));
  await rig.control('DELETE', 'log');
  return [...tenants].sort();
}

/** What started a job, at the commit that is checked out. */
const EVENTS: { readonly [name: string]: (action: ActionRig, start: string) => ActionEvent } = {
  'a push to a branch': (action) => action.push('refs/heads/feature'),
  'a push of a tag': (action) => action.push('refs/tags/v1'),
  'a push of a tag that is called like the default branch': (action) => action.push('refs/tags/main'),
  'a dispatch on a branch': (action) => action.event('workflow_dispatch', 'refs/heads/feature'),
  'a dispatch on a tag': (action) => action.event('workflow_dispatch', 'refs/tags/v1'),
  'the clock on another branch': (action) => action.event('schedule', 'refs/heads/feature'),
  'a new branch': (action) => action.event('create', 'refs/heads/feature'),
  'a new tag': (action) => action.event('create', 'refs/tags/v1'),
  'a release': (action) => action.event('release', 'refs/tags/v1'),
  'a deployment': (action) => action.event('deployment', 'refs/heads/feature'),
  'the status of a deployment': (action) => action.event('deployment_status', ''),
  'a merge queue': (action) => action.event('merge_group', 'refs/heads/gh-readonly-queue/main/pr-1'),
  'a pull request into the default branch': (action, start) => action.pullRequest(start),
  'a pull request whose base is the attacker’s own branch': (action) => action.pullRequest(action.head()),
  'a review of such a pull request': (action) => ({
    ...action.pullRequest(action.head()),
    name: 'pull_request_review',
  }),
};

/** One job that belongs to the default branch, whose checkout or commit is another one. */
const ASTRAY: typeof EVENTS = {
  'an old commit of the default branch': (action) => action.push(),
  'a dispatch on the default branch that checks out another': (action, start) => at(action, 'workflow_dispatch', start),
  'the clock, with another commit checked out': (action, start) => at(action, 'schedule', start),
};

function at(action: ActionRig, name: string, sha: string): ActionEvent {
  return { ...action.event(name), sha };
}

const plan: ActionSetup = { inputs: { command: 'plan' } };

describe('a manifest that sends Contoso’s key to another host, under', () => {
  let action: ActionRig;
  let attacker: AttackerHost;
  let start = '';
  beforeAll(async () => {
    action = await ActionRig.around(smallWorld());
    attacker = await AttackerHost.start();
    start = action.head();
    action.rig.write(
      'sync.yaml',
      action.rig.read('sync.yaml').replace(`${action.rig.url}/contoso`, `http://127.0.0.1:${attacker.port}/contoso`),
    );
    const evil = action.rig.commit('attack');
    // All that a clone says of itself is on the attacker's side.
    for (const ref of ['refs/remotes/origin/main', 'refs/remotes/origin/HEAD', 'refs/heads/feature', 'refs/tags/v1']) {
      action.rig.git('update-ref', ref, evil);
    }
    action.github.branches.set('feature', evil);
  });
  afterAll(async () => {
    await action[Symbol.asyncDispose]();
    await attacker[Symbol.asyncDispose]();
  });

  it.each(Object.entries({ ...EVENTS, ...ASTRAY }))(
    '%s is planned without that host, and with the others',
    async (_, event) => {
      const run = await action.run(event(action, start), plan);
      expect(attacker.seen).toEqual([]);
      expect(await asked(action)).toEqual(['fabrikam']);
      expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
      const marks = action.check.annotations.filter(({ title }) => title?.startsWith('contoso / '));
      expect(marks).toHaveLength(2);
      for (const { message } of marks)
        expect(message).toContain(`CONTOSO_KEY belongs to ${action.rig.url}/contoso, not to`);
      expect(run.summary).toContain(
        '**Planned offline:** 1 destination is new, or would send a key where the default branch',
      );
      expect(run.log).not.toContain('missing');
    },
  );

  it.each(Object.entries(EVENTS))('%s is never synced or exported: no tenant is asked', async (_, event) => {
    for (const command of ['sync', 'export']) {
      const run = await action.run(event(action, start), { inputs: { command } });
      expect(run.code).toBe(1);
      expect(run.log).toMatch(/::error::.*(?:only on the head of the default branch "main"|nothing is exported)/);
      expect(await asked(action)).toEqual([]);
    }
    expect(attacker.seen).toEqual([]);
  });

  it('a dispatch on a branch is a notice and 0 when nobody named the command', async () => {
    const run = await action.run(action.event('workflow_dispatch', 'refs/heads/feature'));
    expect(run.code).toBe(0);
    expect(run.log).toMatch(/^::notice::Nothing to do: a sync runs only on the head of the default branch "main"/m);
    expect(await asked(action)).toEqual([]);
    expect(attacker.seen).toEqual([]);
  });

  it.each(['workflow_dispatch', 'schedule'])(
    '%s on the default branch with another checkout syncs nothing',
    async (name) => {
      const run = await action.run(at(action, name, start), { inputs: { command: 'sync' } });
      expect(run.code).toBe(1);
      expect(run.log).toContain(
        `${action.head().slice(0, 12)} is checked out, and the branch is at ${start.slice(0, 12)}`,
      );
      expect(await asked(action)).toEqual([]);
    },
  );

  it('is not spoken of by a plan that was asked for another destination', async () => {
    const inputs = { command: 'plan', destinations: 'fabrikam' };
    const run = await action.run(action.push('refs/heads/feature'), { inputs });
    expect(run.summary).toContain('fabrikam');
    expect(run.summary).not.toContain('Planned offline');
  });

  it('the re-run of an old job syncs nothing, and its key goes where the branch sends it today', async () => {
    const run = await action.run(action.push(), { env: { ...action.keys(), GITHUB_RUN_ATTEMPT: '2' } });
    expect(run).toMatchObject({ code: 1, outputs: { synced: '0', requires_sync: '4' } });
    expect(run.files['status.json']).toContain('"superseded"');
    expect(await asked(action)).toEqual(['fabrikam']);
    expect(attacker.seen).toEqual([]);
  });

  it.each(['issue_comment', 'repository_dispatch'])('%s, which anybody can set off, asks nobody', async (name) => {
    const run = await action.run(at(action, name, start), plan);
    expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(run.summary).toContain('only its own commit');
    expect(await asked(action)).toEqual([]);
  });

  it('a fork asks nobody, whatever its base', async () => {
    for (const base of [start, action.head()]) {
      await action.run(action.pullRequest(base, 'mallory/stories'));
      expect(await asked(action)).toEqual([]);
    }
    expect(attacker.seen).toEqual([]);
  });

  it('a default branch of another name: that one decides, and what the event calls default does not', async () => {
    action.github.branches.set('trunk', start);
    action.github.branches.set('main', action.head());
    action.github.defaultBranch = 'trunk';
    try {
      await action.run(action.push(), plan);
      expect(await asked(action)).toEqual(['fabrikam']);
      const auto = await action.run(action.push());
      expect(auto.code).toBe(0);
      expect(auto.log).toContain('only on the head of the default branch "trunk"');
      expect(await asked(action)).toEqual([]);
    } finally {
      action.github.branches.set('main', start);
      action.github.defaultBranch = 'main';
    }
    expect(attacker.seen).toEqual([]);
  });

  it('any of them goes to that host once the default branch says so: the tests above could fail', async () => {
    action.github.branches.set('main', action.head());
    await action.run(action.push('refs/heads/feature'), plan);
    expect(JSON.stringify(attacker.seen)).toContain(action.keys().CONTOSO_KEY);
  });
});

describe('keys go on working', () => {
  it.each(Object.entries(EVENTS))('for the plan of %s with unchanged bindings', async (_, event) => {
    await using action = await ActionRig.around(smallWorld());
    const start = action.head();
    action.rig.write('README.md', 'a change');
    action.rig.commit();
    const run = await action.run(event(action, start), plan);
    expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(await asked(action)).toEqual(['contoso', 'fabrikam']);
    expect(run.summary).not.toContain('Planned offline');
  });

  it.each(['push', 'workflow_dispatch', 'schedule', 'release'])(
    'for a sync by %s on the default branch',
    async (name) => {
      await using action = await ActionRig.around(smallWorld());
      const run = await action.run(action.event(name), { inputs: { command: 'sync' } });
      expect(run).toMatchObject({ code: 0, outputs: { synced: '4' } });
    },
  );

  it.each([
    ['the whole clone', (action: ActionRig) => action.rig.dir],
    ['a clone of one commit that has not got the tip', (action: ActionRig) => action.shallowClone()],
  ])('by the git server in %s, where the API does not tell', async (_, workspaceOf) => {
    await using action = await ActionRig.around(smallWorld());
    const server = await action.serveRemote();
    action.rig.write('README.md', 'a change');
    action.rig.commit();
    const workspace = workspaceOf(action);
    action.rig.git('-C', workspace, 'remote', 'set-url', 'origin', server.url);
    const run = await action.run(action.push('refs/heads/feature'), {
      inputs: { ...plan.inputs, 'github-token': '' },
      workspace,
    });
    expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(await asked(action)).toEqual(['contoso', 'fabrikam']);
  });

  it('by no git server but that of the job’s own repository: the checkout may be a fork’s', async () => {
    await using action = await ActionRig.around(smallWorld());
    const server = await action.serveRemote();
    const env = { ...action.keys(), GITHUB_SERVER_URL: new URL(server.url).origin };
    const run = await action.run(action.push(), { inputs: { ...plan.inputs, 'github-token': '' }, env });
    expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(run.summary).toContain('**Planned offline:** no tenant was asked');
    expect(await asked(action)).toEqual([]);
  });
});

describe('a default branch that nobody can read', () => {
  const TROUBLE: { readonly [name: string]: (action: ActionRig) => void } = {
    'is not told': ({ github }) => github.fail({ path: /^\/repos\/[^/]+\/[^/]+$/, times: 99, answer: { status: 500 } }),
    'has no head': ({ github }) => github.branches.delete('main'),
    'may not be seen': ({ github }) => {
      github.permissions.contents = 'none';
    },
    'is at a commit whose files nobody gives': ({ github }) => github.branches.set('main', 'c'.repeat(40)),
  };
  it.each(Object.entries(TROUBLE))(
    'because it %s leaves everything offline, and says so on each line',
    async (_, begin) => {
      await using action = await ActionRig.around(smallWorld());
      begin(action);
      const run = await action.run(action.pullRequest(action.head()));
      expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
      expect(action.check.annotations).toHaveLength(4);
      for (const { message } of action.check.annotations) {
        expect(message).toContain(
          'Planned without asking the tenant: a key is used only where the default branch uses it',
        );
      }
      expect(run.summary).toContain('**Planned offline:** no tenant was asked');
      expect(run.log).not.toContain('missing');
      expect(await asked(action)).toEqual([]);
    },
  );
});

it('a pull request that adds a team of a known tenant learns nothing of that team', async () => {
  const CANARY = { field: 'canary-field-77', credential: 'canary_credential_5b' };
  const story = storyExport({
    name: 'Probe',
    actions: [
      webhook('In'),
      recordAction('Keep', 'Alert', [['title', 'TEXT']]),
      fetchAction('Ask', `https://x.example/<<CREDENTIAL.${CANARY.credential}>>`),
    ],
  });
  const type = { name: 'Alert', fields: [{ name: CANARY.field, result_type: 'TEXT' }] };
  const teams = [
    { id: 42, name: 'SOC' },
    { id: 43, name: 'Board', credentials: [CANARY.credential], record_types: [type] },
  ];
  const rig = Rig.start({
    tenants: { contoso: { keys: [{ key: 'contoso-secret-key', kind: 'tenant_owner' }], teams } },
  });
  await using action = await ActionRig.around(
    rig.then((world) => {
      const manifest = manifestFor(world.url)
        .replace(/ {2}fabrikam:[\s\S]*/, '')
        .replace(/\{\}/g, '{}');
      world.write(
        'sync.yaml',
        manifest.replace('  enrich: {}\n  triage: {}\n', '  probe: {}\n').replace('[triage, enrich]', '[]'),
      );
      world.write('stories/probe.json', story);
      world.commit();
      return world;
    }),
  );
  const base = action.head();
  const known = action.rig.read('sync.yaml');
  action.rig.write(
    'sync.yaml',
    `${known}${known.slice(known.indexOf('  contoso:')).replace('contoso:', 'board:').replace('destination_team_id: 42', 'destination_team_id: 43').replace('[]', '[probe]')}`,
  );
  action.rig.commit();
  const run = await action.run(action.pullRequest(base));
  expect(run).toMatchObject({ code: 0, outputs: { changes: '1' } });
  const queries = (await action.rig.log()) as readonly { readonly query?: string }[];
  expect(JSON.stringify(queries)).not.toContain('team_id=43');
  const said = JSON.stringify([run.log, run.summary, run.files, action.everythingOnGitHub()]);
  expect(said).not.toContain(CANARY.field);
  expect(action.check.annotations[0]?.message).toContain('CONTOSO_KEY belongs to team 42');

  // The same under a binding: the probe works, so its silence above means something.
  action.github.branches.set('main', action.head());
  const merged = await action.run(action.pullRequest(base));
  expect(JSON.stringify([merged.log, merged.files])).toContain(CANARY.field);
});
