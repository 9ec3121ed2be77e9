import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { AttackerHost } from '../support/attacker-host.ts';
import { type GitServer, startGitServer } from '../support/git-server.ts';
import { originWorld } from '../support/origin-world.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { storyExport, webhook, withOption } from '../support/stories.ts';
import { publish } from '../support/world-of.ts';
import { smallWorld, TRIAGE } from '../support/worlds.ts';

const ONE = storyExport({ name: 'One', actions: [webhook('In')] });

/** A job of some CI in a clone of what a git server holds. */
async function inCi(world: Promise<Rig>): Promise<{ rig: Rig; server: GitServer }> {
  const rig = await world;
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const server = await startGitServer(folder);
  onTestFinished(async () => {
    await server.close();
    await rig[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  server.git('fetch', '--quiet', rig.dir, 'main:refs/heads/main');
  rig.git('remote', 'add', 'origin', server.url);
  rig.environment.CI = 'true';
  return { rig, server };
}

/** The clone moves on, with Contoso's key on the way to another host; the server stays where it is. */
async function withThief(rig: Rig): Promise<AttackerHost> {
  const attacker = await AttackerHost.start();
  onTestFinished(() => attacker[Symbol.asyncDispose]());
  const manifest = rig.read('sync.yaml');
  rig.write('sync.yaml', manifest.replace(`${rig.url}/contoso`, `http://127.0.0.1:${attacker.port}/contoso`));
  const evil = rig.commit('attack');
  rig.git('update-ref', 'refs/remotes/origin/main', evil);
  return attacker;
}

async function asked(rig: Rig): Promise<readonly string[]> {
  const tenants = new Set((await rig.log()).map(({ tenant }) => tenant));
  await rig.control('DELETE', 'log');
  return [...tenants].sort();
}

it('in CI a key goes only where the default branch of the remote sends it, and the rest is planned all the same', async () => {
  const { rig } = await inCi(smallWorld());
  const attacker = await withThief(rig);
  const plan = await planNow(rig);
  expect(plan.code).toBe(0);
  expect(Object.keys(plan.stories)).toHaveLength(4);
  expect(plan.err).toContain('warning RUN030');
  expect(plan.err).toContain(`CONTOSO_KEY belongs to ${rig.url}/contoso, not to`);
  expect(await asked(rig)).toEqual(['fabrikam']);
  const status = await rig.run('status', '--live');
  expect(status.err).toContain('warning RUN030');
  expect(status.out + status.err).not.toContain('missing key');
  expect(await asked(rig)).toEqual(['fabrikam']);
  const narrow = await rig.run('plan', '--destination', 'fabrikam');
  expect(narrow.err).not.toContain('RUN030');
  expect(attacker.seen).toEqual([]);
});

it('in CI a sync or an export at another commit than the head ends with 1, and nobody is asked', async () => {
  const { rig } = await inCi(originWorld({ stories: { one: { content: ONE } } }));
  rig.write('stories/one.json', ONE);
  rig.commit();
  for (const command of ['sync', 'export']) {
    const run = await rig.run(command);
    expect(run.code).toBe(1);
    expect(run.out).toContain('RUN032');
    expect(run.out).toContain('only on the head of the default branch "main"');
  }
  expect(await asked(rig)).toEqual([]);
});

it('in CI a sync takes no stories of a commit that the default branch does not have, and those of one that it has', async () => {
  const { rig } = await inCi(smallWorld());
  const merged = rig.git('rev-parse', 'HEAD').trim();
  rig.git('switch', '--quiet', '--create', 'proposal');
  publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'url', 'https://elsewhere.example/'));
  rig.git('switch', '--quiet', 'main');
  const run = await rig.run('sync', '--at', 'proposal');
  expect(run.code).toBe(1);
  expect(run.out).toContain('RUN032');
  expect(run.out).toContain('which is not merged');
  expect(await asked(rig)).toEqual([]);
  expect((await rig.run('plan', '--at', 'proposal')).code).toBe(0);
  expect((await syncNow(rig, '--at', merged)).told).toMatchObject({ 'contoso/triage': 'synced created' });
  rig.write('.git/shallow', `${rig.git('rev-parse', 'HEAD')}`);
  const shallow = await rig.run('sync', '--at', 'proposal');
  expect(shallow.code).toBe(1);
  expect(shallow.out.replaceAll(/\s+/g, ' ')).toContain('this clone cannot tell whether the default branch "main" has');
});

it('in CI a sync of the head works, and so does an export', async () => {
  const { rig } = await inCi(smallWorld());
  expect((await syncNow(rig)).told).toMatchObject({ 'contoso/triage': 'synced created' });
  const { rig: origin } = await inCi(originWorld({ stories: { one: { content: ONE } } }));
  expect((await origin.run('export')).code).toBe(0);
});

it('in CI an export does not send the origin’s key elsewhere, also from the head', async () => {
  const { rig } = await inCi(originWorld({ stories: { one: { content: ONE } } }));
  const attacker = await AttackerHost.start();
  onTestFinished(() => attacker[Symbol.asyncDispose]());
  rig.write('sync.yaml', rig.read('sync.yaml').replace(`${rig.url}/acme`, `http://127.0.0.1:${attacker.port}/acme`));
  const run = await rig.run('export');
  expect(run.code).toBe(1);
  expect(run.out).toContain('RUN033');
  expect(attacker.seen).toEqual([]);
  expect(await asked(rig)).toEqual([]);
});

it('in CI a story is not brought back where nobody knows what the destination would lose', async () => {
  const { rig } = await inCi(smallWorld());
  const pair = ['--destination', 'contoso', '--story', 'enrich'];
  await rig.run('detach', ...pair, '--reason', 'customer tunes it');
  await withThief(rig);
  const before = rig.read('sync.yaml');
  const run = await rig.run('reattach', ...pair);
  expect(run.code).toBe(1);
  expect(run.err).toContain('RUN016');
  expect(run.err).toContain('CONTOSO_KEY belongs to');
  expect(rig.read('sync.yaml')).toBe(before);
});

it.each<[string, (rig: Rig, server: GitServer) => unknown, string]>([
  ['does not answer', (_, server) => server.close(), 'does not answer'],
  [
    'is reached by ssh',
    (rig) => rig.git('remote', 'set-url', 'origin', 'git@git.example:a/b.git'),
    'is not reached by https',
  ],
  [
    'does not say which branch it is',
    (_, server) => server.git('update-ref', '-d', 'refs/heads/main'),
    'does not say which branch',
  ],
  [
    'is that of a fork',
    (rig, server) => {
      Object.assign(rig.environment, {
        GITHUB_SERVER_URL: new URL(server.url).origin,
        GITHUB_REPOSITORY: 'acme/stories',
      });
    },
    'is not the repository that this job belongs to',
  ],
])('in CI with a remote that %s a plan is offline and says so, and a sync ends with 1', async (_, begin, words) => {
  const { rig, server } = await inCi(smallWorld());
  await begin(rig, server);
  const plan = await planNow(rig);
  expect(plan.code).toBe(0);
  expect(Object.keys(plan.stories)).toHaveLength(4);
  expect(plan.err.split('warning RUN031')).toHaveLength(2);
  expect(plan.err.replaceAll(/\s+/g, ' ')).toContain(words);
  const sync = await rig.run('sync');
  expect(sync.code).toBe(1);
  expect(sync.out).toContain('error RUN031');
  expect(await asked(rig)).toEqual([]);
});

it('in CI a submodule with a manifest of its own does not choose whom to ask', async () => {
  const { rig } = await inCi(smallWorld());
  const inner = join(rig.dir, 'inner');
  rig.git('clone', '--quiet', `file://${rig.dir}`, inner);
  const plan = await rig.run('plan', '--manifest', 'inner/sync.yaml');
  expect(plan.err.replaceAll(/\s+/g, ' ')).toContain('in a repository inside the one that the job works in');
  expect(await asked(rig)).toEqual([]);
});

it('the files at hand say where keys go on somebody’s machine, without a remote, and with --trust-worktree', async () => {
  const { rig } = await inCi(smallWorld());
  const attacker = await withThief(rig);
  const expectSent = async (...argv: readonly string[]): Promise<void> => {
    attacker.seen.length = 0;
    const run = await rig.run('plan', ...argv);
    expect(run.err).not.toContain('RUN03');
    expect(JSON.stringify(attacker.seen)).toContain(rig.environment.CONTOSO_KEY);
  };
  await expectSent('--trust-worktree');
  rig.environment.CI = undefined;
  await expectSent();
  rig.environment.CI = 'true';
  rig.git('remote', 'remove', 'origin');
  await expectSent();
  const idle = await rig.run('status', '--trust-worktree');
  expect(idle.code).toBe(2);
  expect(idle.err).toContain('RUN020');
  expect((await rig.run('plan', '--offline', '--trust-worktree')).code).toBe(2);
});
