import { describe, expect, it } from 'vitest';
import { ActionRig, type ActionRun } from '../support/action-rig.ts';
import type { FakeFault, FakeGitHub } from '../support/fake-github.ts';
import { smallWorld } from '../support/worlds.ts';

const always = (fault: FakeFault) => (github: FakeGitHub) => github.fail({ times: 999, ...fault });

const TROUBLE: { readonly [name: string]: (github: FakeGitHub) => void } = {
  'no permission for checks': (github) => {
    github.permissions.checks = 'none';
  },
  'no check runs at all': always({ path: /check-runs/, answer: { status: 404 } }),
  'a broken GitHub': always({ answer: { status: 500, body: '<html>canary-github-body</html>' } }),
  'a used-up rate limit': (github) => {
    github.budget = 0;
  },
  'a secondary rate limit': always({ answer: { status: 429, headers: { 'retry-after': '60' } } }),
  'connections that are cut': always({ answer: 'reset' }),
  'updates that are refused': always({ method: 'PATCH', answer: { status: 422 } }),
};

/** A job whose git server works, whatever becomes of the API. */
async function served(): Promise<ActionRig> {
  const action = await ActionRig.around(smallWorld());
  await action.serveRemote();
  return action;
}

/** One destination in order, one whose key is refused. */
async function halfBroken(): Promise<ActionRig> {
  const action = await served();
  await action.rig.fault({ tenant: 'fabrikam', always: true, fault: { kind: 'error', status: 401 } });
  return action;
}

function expectSaidOnce({ log }: ActionRun): void {
  expect(log.split('Annotations go to this log instead').length - 1).toBe(1);
  const commands = log.split('\n').filter((line) => /^::(?:error|warning) .*file=sync\.yaml/.test(line));
  expect(commands).toHaveLength(2);
  expect(commands[0]).toMatch(/^::error title=fabrikam \/ (?:enrich|triage)%3A failed,file=sync\.yaml,line=\d+/);
}

describe('trouble with GitHub', () => {
  it.each(Object.entries(TROUBLE))(
    '(%s) changes nothing about a sync, and the log holds the report',
    async (_, begin) => {
      await using action = await halfBroken();
      begin(action.github);
      const run = await action.run(action.push());
      expect(run).toMatchObject({ code: 1, outputs: { synced: '2', failed: '2' } });
      expect(run.log).toContain('2 synced (2 created), 2 failed');
      expect(run.summary).toContain('2 failed');
      expect(run.files['status.json']).toContain('"storysync.status/1"');
      expect((await action.rig.tenant('contoso')).stories).toHaveLength(2);
      expectSaidOnce(run);
      expect(run.log + run.stderr).not.toContain('canary-github-body');
    },
  );

  it.each(Object.entries(TROUBLE))('(%s) leaves a good sync at 0', async (_, begin) => {
    await using action = await served();
    begin(action.github);
    expect(await action.run(action.push())).toMatchObject({ code: 0, outputs: { synced: '4' } });
  });

  it('that keeps the comment away says so once and changes nothing about the plan', async () => {
    await using action = await ActionRig.around(smallWorld());
    action.github.permissions.pullRequests = 'read';
    const run = await action.run(action.pullRequest(action.head()));
    expect(run).toMatchObject({ code: 0, outputs: { changes: '4' } });
    expect(run.log.split('could not write the comment').length - 1).toBe(1);
    expect(action.check.conclusion).toBe('success');
  });

  it('in the form of no token at all still validates, plans and syncs', async () => {
    await using action = await served();
    const inputs = { 'github-token': '' };
    expect(await action.run(action.push(), { inputs })).toMatchObject({ code: 0, outputs: { synced: '4' } });
    expect(action.github.requests).toEqual([]);
  });

  it('in the middle of a sync leaves the check run closed as soon as GitHub answers again', async () => {
    await using action = await halfBroken();
    action.github.fail({ method: 'PATCH', answer: { status: 502 } });
    await action.run(action.push());
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(action.check.annotations).toHaveLength(4);
  });
});
