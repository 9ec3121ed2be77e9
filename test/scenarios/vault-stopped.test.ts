import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { programFile } from '../support/program.ts';
import { until } from '../support/until.ts';
import { type VaultedWorld, vaultedWorld } from '../support/vault/vaulted-world.ts';

let world: VaultedWorld;
beforeEach(async () => {
  world = await vaultedWorld();
  // The first of two hangs, so that the run is at work when it is told to stop.
  await world.rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'hang' } });
});
afterEach(async () => {
  await world.close();
  await world.rig[Symbol.asyncDispose]();
});

describe('a token of the vault does not outlive', () => {
  it.each([
    ['plan', 'SIGINT', 130],
    ['plan', 'SIGTERM', 143],
    ['sync', 'SIGINT', 130],
  ] as const)('a %s of the command line that %s ends while it reads', async (command, signal, status) => {
    const { rig, job, vault } = world;
    const cli = await programFile();
    const env = { ...process.env, ...job.environment, CI: 'false', GITHUB_ACTIONS: '' };
    const child = spawn(process.execPath, [cli, command], { cwd: rig.dir, env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await until(async () => (await rig.log()).some(({ tenant }) => tenant === 'contoso'));
    expect(await vault.valid()).toBe(1);
    child.kill(signal);
    expect(await ended).toEqual([status, null]);
    expect(await vault.valid()).toBe(0);
  });

  it.each([
    ['a plan that is cancelled', 'plan', 'SIGTERM'],
    ['a sync that is cancelled', 'sync', 'SIGINT'],
    ['a plan that meets a bug of ours', 'plan', 'SIGUSR2'],
  ] as const)('%s in a job', async (_, command, signal) => {
    const { rig, job, vault } = world;
    const action = await ActionRig.around(Promise.resolve(rig));
    const bug = "process.on('SIGUSR2', () => { throw new Error('oops'); })";
    const run = await action.run(action.push(), {
      bundle: await programFile('action'),
      inputs: { command },
      env: { ...job.environment, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(bug)}` },
      onLog: (piece, kill) => {
        if (piece.includes('Reading destinations 1/2')) kill(signal);
      },
    });
    expect(run.code).toBe(1);
    expect(vault.given).toHaveLength(1);
    expect(await vault.valid()).toBe(0);
    await action.github[Symbol.asyncDispose]();
  });
});
