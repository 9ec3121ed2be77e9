import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { syncNow } from '../support/outcomes.ts';
import { programFile } from '../support/program.ts';
import { smallWorld } from '../support/worlds.ts';

it('a reader that goes away (`sync 2>&1 | head -1`) does not end the push halfway', async () => {
  await using rig = await smallWorld();
  const cli = await programFile();
  const env = { ...process.env, ...rig.environment, CI: 'false' };
  const child = spawn(process.execPath, [cli, 'sync'], { cwd: rig.dir, env });
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
  const next = await syncNow(rig);
  expect(new Set(Object.values(next.told))).toEqual(new Set(['synced unchanged']));
  expect(rig.git('log', '--format=%s', 'storysync/state')).toContain('created');
});
