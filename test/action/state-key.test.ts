import { describe, expect, it } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { STATE_KEY, stateText } from '../support/state-branch.ts';
import { smallWorld } from '../support/worlds.ts';

describe('the input state-key', () => {
  it('signs state, is masked key by key, and shows up nowhere', async () => {
    await using action = await ActionRig.around(smallWorld());
    const old = 'o'.repeat(32);
    const run = await action.run(action.push(), { inputs: { 'state-key': `${STATE_KEY} ${old}` } });
    expect(run.code).toBe(0);
    expect(run.log).not.toContain('Recorded state is unverified');
    expect(run.masks).toEqual(expect.arrayContaining([STATE_KEY, old]));
    const told = run.log + run.stderr + run.summary + JSON.stringify(run.files) + JSON.stringify(action.github);
    expect(told).not.toContain(STATE_KEY);
    expect(stateText(action.rig, 'contoso')).toContain('"signature": "hmac-sha256:');
  });

  it('without it, and without the variable of that name, the log says once that state is unsigned', async () => {
    await using action = await ActionRig.around(smallWorld());
    const plain = await action.run(action.push());
    expect(plain.log.match(/Recorded state is unverified/g)).toHaveLength(1);
    expect(stateText(action.rig, 'contoso')).not.toContain('"signature"');
    const keyed = await action.run(action.push(), { env: { ...action.keys(), STORYSYNC_STATE_KEY: STATE_KEY } });
    expect(keyed.masks).toContain(STATE_KEY);
    expect(stateText(action.rig, 'contoso')).toContain('"signature"');
  });

  it('that is too short ends the run before a tenant is asked, without being shown', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push(), { inputs: { 'state-key': 'canary-key' } });
    expect([run.code, run.log.includes('the state key cannot be used')]).toEqual([1, true]);
    expect(run.log + run.stderr).not.toContain('canary-key');
    expect(await action.rig.log()).toEqual([]);
  });

  it('is demanded of a plan file by the job that has it', async () => {
    await using action = await ActionRig.around(smallWorld());
    const inputs = { 'state-key': STATE_KEY };
    const made = async (given: Readonly<Record<string, string>>): Promise<string> => {
      const run = await action.run(action.push(), { inputs: { command: 'plan', ...given } });
      const [file = ''] = Object.entries(run.files).flatMap(([name, text]) =>
        name.endsWith('plan.json') ? [text] : [],
      );
      return file;
    };
    for (const [given, code] of [
      [{}, 1],
      [inputs, 0],
    ] as const) {
      action.rig.write('.git/approved.json', await made(given));
      const run = await action.run(action.push(), {
        inputs: { command: 'sync', 'plan-file': '.git/approved.json', ...inputs },
      });
      expect([run.code, run.log.includes('not signed with the state key')]).toEqual([code, code === 1]);
    }
  });
});
