import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock/system-clock.ts';
import { findGitDirs } from '../../src/git/read/git-dir.ts';
import { openRemote } from '../../src/git/remote/remote.ts';
import { LeaseBranch } from '../../src/lease/lease-branch.ts';
import { cloneOf } from '../support/git-remotes.ts';
import { type GitServer, startGitServer } from '../support/git-server.ts';
import { hurriedClock } from '../support/instant-clock.ts';
import { leaseOf } from '../support/lease-room.ts';
import { type Synced, syncAt, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { publish, worldOf } from '../support/world-of.ts';

const INTAKE = storyExport({ name: 'Intake', actions: [webhook('Ask')] });
const ALERTS = storyExport({ name: 'Alerts', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] });
const DESTINATIONS = {
  contoso: { stories: ['intake', 'alerts'] },
  fabrikam: { stories: ['intake'], tenant: 'contoso', team: 43 },
};
const TENANTS = {
  contoso: {
    keys: [{ key: 'tenant-secret-key', kind: 'tenant_owner' as const }],
    teams: [
      { id: 42, name: 'SOC' },
      { id: 43, name: 'SOC 2' },
    ],
  },
};

async function world(): Promise<Rig> {
  return worldOf({ tenants: TENANTS, stories: { intake: INTAKE, alerts: ALERTS }, destinations: DESTINATIONS });
}

async function addRemote(rig: Rig): Promise<GitServer> {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const server = await startGitServer(folder);
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  rig.git('remote', 'add', 'origin', server.url);
  return server;
}

/** So many runs that begin at the same moment. */
function atOnce(rig: Rig, count: number, ...argv: readonly string[]): Promise<readonly Synced[]> {
  return Promise.all(Array.from({ length: count }, () => syncAt(hurriedClock, rig, ...argv)));
}

/** All of the tenant: two of three stories go to one team, one to the other. */
async function names(rig: Rig): Promise<readonly string[]> {
  const tenant = await rig.tenant('contoso');
  return tenant.stories.map(({ name, team_id: team }) => `${team} ${name}`).toSorted();
}

describe.each(['one clone', 'a remote'])('several runs at one moment, kept apart by %s,', (place) => {
  async function start(): Promise<Rig> {
    const rig = await world();
    if (place === 'a remote') await addRemote(rig);
    return rig;
  }

  it('make each story once, and every one of them says so', async () => {
    await using rig = await start();
    const runs = await atOnce(rig, place === 'a remote' ? 2 : 3);
    expect(await names(rig)).toEqual(['42 Alerts', '42 Intake', '43 Intake']);
    for (const { code, told, err } of runs) {
      expect([code, err]).toEqual([0, expect.not.stringMatching(/STA\d/)]);
      expect(Object.values(told).every((text) => /^synced (created|unchanged)$/.test(text))).toBe(true);
    }
    const created = runs.flatMap(({ told }) => Object.values(told)).filter((text) => text === 'synced created');
    expect(created).toHaveLength(3);
    expect((await syncNow(rig)).told).toEqual({
      'contoso/intake': 'synced unchanged',
      'contoso/alerts': 'synced unchanged',
      'fabrikam/intake': 'synced unchanged',
    });
  });

  it('change each story once', async () => {
    await using rig = await start();
    await syncNow(rig);
    publish(rig, 'intake', withOption(INTAKE, 'Ask', 'verbs', 'put'));
    const runs = await atOnce(rig, 3);
    const updates = runs.map(({ told }) => Object.values(told).filter((text) => text === 'synced updated').length);
    expect(updates.toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});

it('a run that writes nothing takes no lease, and asks the remote no more than before', async () => {
  await using rig = await world();
  const server = await addRemote(rig);
  await syncNow(rig);
  const before = server.requests.length;
  expect((await syncNow(rig)).code).toBe(0);
  expect(server.requests.slice(before).length).toBe(1);
  expect(server.git('ls-tree', '-r', '--name-only', 'storysync/state-leases')).toBe('README.md');
  // In the clone no ref of it is there to be seen, or to be left locked by a run that was killed.
  expect(rig.git('for-each-ref', '--format=%(refname)')).not.toContain('leases');
});

it('a run that waited while its branch moved on pushes nothing: a newer commit may have been there', async () => {
  await using rig = await world();
  const server = await addRemote(rig);
  server.git('fetch', '--quiet', rig.dir, '+HEAD:refs/heads/main');
  rig.environment.CI = 'true';
  const other = await holdLeases(server, ['contoso', 'fabrikam']);
  const waiting = syncAt(hurriedClock, rig);
  const looked = server.requests.length;
  await until(async () => server.requests.length > looked + 5);
  server.git('update-ref', 'refs/heads/main', server.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'next'));
  await other.release();
  const run = await waiting;
  expect(run).toMatchObject({ code: 1, err: expect.stringContaining('Waiting for another run, which is writing to') });
  expect([...new Set(Object.values(run.told))]).toEqual(['requires_sync superseded']);
  expect(await names(rig)).toEqual([]);
});

/** Another run, in a clone of its own. */
async function holdLeases(
  server: GitServer,
  destinations: readonly string[],
): Promise<{ readonly release: () => Promise<unknown> }> {
  const dirs = await findGitDirs(cloneOf(server.url));
  const found = dirs && (await openRemote(dirs, { environment: {} }));
  if (!dirs || found?.kind !== 'open') throw new Error('no remote');
  const author = { name: 'storysync', email: 'storysync@example.com' };
  const branch = await LeaseBranch.open({
    commonDir: dirs.commonDir,
    remote: found.remote,
    branch: 'storysync/state-leases',
    author,
    clock: systemClock,
    seal: undefined,
  });
  await branch.write(undefined, [], leaseOf('f'.repeat(16), destinations), 'Lease: f');
  return {
    release: async () => {
      const look = await branch.look();
      return branch.write(look.ok ? look.value.tip : undefined, [], undefined, 'Release: f');
    },
  };
}
