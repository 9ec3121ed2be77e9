import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { outcomesExitCode } from '../../src/report/exit-code.ts';
import { hookedSync } from '../support/hooked-sync.ts';
import { syncNow } from '../support/outcomes.ts';
import { programFile } from '../support/program.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const KEYS = ['alpha', 'beta', 'gamma'];

function world(): Promise<Rig> {
  const stories = KEYS.map((key) => [
    key,
    storyExport({ name: key, actions: [webhook('In'), fetchAction('Ask', `https://${key}.example/`)] }),
  ]);
  return worldOf({
    stories: Object.fromEntries(stories),
    tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
    destinations: { contoso: { stories: KEYS }, fabrikam: { stories: KEYS } },
  });
}

it('an interrupted sync finishes the story in flight, says what was not reached, and the next run goes on there', async () => {
  await using rig = await world();
  const controller = new AbortController();
  const stopAtSecond = (count: number): void => {
    if (count === 2) controller.abort();
  };
  const run = await hookedSync(rig, { afterImport: stopAtSecond, stop: controller.signal });
  expect(run.report.interrupted).toBe(true);
  expect(
    run.outcomes.map(({ destination, storyKey, status, reason }) => [destination, storyKey, status, reason]),
  ).toEqual([
    ['contoso', 'alpha', 'synced', 'new'],
    ['contoso', 'beta', 'synced', 'new'],
    ['contoso', 'gamma', 'requires_sync', 'not_reached'],
    ['fabrikam', 'alpha', 'requires_sync', 'not_reached'],
    ['fabrikam', 'beta', 'requires_sync', 'not_reached'],
    ['fabrikam', 'gamma', 'requires_sync', 'not_reached'],
  ]);
  expect(outcomesExitCode(run.outcomes)).toBe(1);
  expect((await rig.tenant('contoso')).stories.map(({ name }) => name)).toEqual(['alpha', 'beta']);
  expect((await rig.tenant('fabrikam')).stories).toEqual([]);

  const next = await syncNow(rig);
  expect(next.code).toBe(0);
  expect(next.told).toMatchObject({
    'contoso/alpha': 'synced unchanged',
    'contoso/beta': 'synced unchanged',
    'contoso/gamma': 'synced created',
    'fabrikam/alpha': 'synced created',
  });
});

it('work is told of one destination after another where they take turns, and of a push only where there is one', async () => {
  await using rig = await world();
  expect((await syncNow(rig, '--destination', 'contoso')).code).toBe(0);
  const told: string[] = [];
  await hookedSync(rig, {
    progress: {
      begin: (phase) => void told.push(phase),
      start: (name) => void told.push(`${name} begun`),
      advance: (name) => void told.push(`${name} done`),
      wait: () => {},
      end: () => void told.push('end'),
    },
  });
  const read = ['plan', 'contoso begun', 'contoso done', 'fabrikam begun', 'fabrikam done', 'end'];
  expect(told).toEqual([...read, 'push', 'fabrikam begun', 'fabrikam done', 'end']);
});

it('a Ctrl-C in the real process ends with a whole report and exit code 1', async () => {
  await using rig = await world();
  await rig.fault({ tenant: 'contoso', method: 'POST', path: '^/stories/import', fault: { kind: 'slow', ms: 300 } });
  const cli = await programFile();
  const env = { ...process.env, ...rig.environment, CI: 'false' };
  const child = spawn(process.execPath, [cli, 'sync', '--format', 'json', '--concurrency', '1'], { cwd: rig.dir, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, 'exit');
  await until(async () => (await rig.log()).some(({ path }) => path.endsWith('/import')));
  child.kill('SIGINT');
  expect(await ended).toEqual([1, null]);
  expect(err).toContain('Finishing what is in flight');
  expect(JSON.parse(out)).toMatchObject({ interrupted: true, totals: { synced: 1, failed: 0, requires_sync: 5 } });
  expect((await rig.tenant('contoso')).stories.map(({ name }) => name)).toEqual(['alpha']);
  expect((await syncNow(rig)).code).toBe(0);
});
