import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FakeRemote } from '../../../test/support/fake-remote.ts';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { noTenants } from '../../../test/support/no-tenants.ts';
import { ok } from '../../diagnostics/result.ts';
import type { CommandPorts } from '../ports.ts';
import { commitExport, type ExportToCommit } from './export-commit.ts';

const BRANCH = 'storysync/export';
let dir = '';
let remote: FakeRemote;

/** A repository that every test gets a copy of. */
const template = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-export-')));
beforeAll(() => {
  dir = template;
  git('init', '--quiet', '--initial-branch=main', '--template=');
  commit({ 'eu/sync.yaml': 'version: 1\n', 'eu/stories/a.json': '{}\n' });
});
afterAll(() => rmSync(template, { recursive: true, force: true }));
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-export-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(template, dir, { recursive: true, preserveTimestamps: true });
  remote = new FakeRemote(git);
});

function git(...args: readonly string[]): string {
  const flags = ['user.name=Test', 'user.email=test@example.com', 'core.fsync=none'].flatMap((each) => ['-c', each]);
  return execFileSync('git', [...flags, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(files: { readonly [path: string]: string }): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '-m', 'by hand');
  return git('rev-parse', 'HEAD');
}

async function run(text: string, options: Partial<ExportToCommit> = {}, author = '') {
  const world: CommandPorts = {
    directory: join(dir, 'eu'),
    environment: { STORYSYNC_GIT_AUTHOR: author },
    openTenants: noTenants,
    clock: instantClock('2026-11-22T10:00:00Z'),
  };
  const exported = [{ file: 'stories/a.json', text }];
  return commitExport(
    world,
    { root: dir, folder: join(dir, 'eu'), manifestPath: 'sync.yaml' },
    { exported, message: 'Export a', ...options },
  );
}

describe('commitExport', () => {
  it('commits stories and manifest at their places, by the author that the environment names', async () => {
    const done = await run(
      '{"a": 1}\n',
      { manifestText: 'version: 1\n# more\n', branch: BRANCH },
      'Ann <ann@x.example>',
    );
    expect(done).toMatchObject({ ok: true, value: { branch: BRANCH, made: true, pushed: false, problems: [] } });
    expect(git('log', '-1', '--name-only', '--format=%an %ae %s', BRANCH)).toBe(
      'Ann ann@x.example Export a\n\neu/stories/a.json\neu/sync.yaml',
    );
  });

  it('says that an author cannot be read, and commits as storysync', async () => {
    const done = await run('{"a": 1}\n', {}, 'nobody');
    expect(done).toMatchObject({ ok: true, value: { branch: 'main', problems: [{ code: 'STA009' }] } });
    expect(git('log', '-1', '--format=%an')).toBe('storysync');
  });

  it('commits and pushes nothing when nothing differs', async () => {
    expect(await run('{}\n', { remote })).toEqual({ ok: true, value: 'nothing' });
    expect(await run('', { exported: [], branch: BRANCH, remote })).toEqual({ ok: true, value: 'nothing' });
    expect(remote.pushes).toEqual([]);
  });

  it('pushes what was committed, and pushes again what an earlier run could not', async () => {
    remote.failure = { kind: 'unreachable', code: 'ECONNREFUSED' };
    const lost = await run('{"a": 1}\n', { branch: BRANCH, remote });
    expect(lost).toMatchObject({
      ok: false,
      error: {
        code: 'GIT018',
        message: `the commit is on "${BRANCH}" here, and was not pushed: the remote does not answer (ECONNREFUSED)`,
      },
    });
    remote.failure = undefined;
    const done = await run('{"a": 1}\n', { branch: BRANCH, remote });
    expect(done).toMatchObject({ ok: true, value: { made: false, pushed: true } });
    expect(remote.tips.get(BRANCH)).toBe(git('rev-parse', BRANCH));
    await run('{"a": 1}\n', { branch: BRANCH, remote });
    expect(remote.pushes).toEqual([BRANCH]);
  });

  it('takes the place of its own commit on the remote, by force, in a clone that has never seen it', async () => {
    await run('{"a": 1}\n', { branch: BRANCH, remote });
    git('update-ref', '-d', `refs/heads/${BRANCH}`);
    const head = commit({ 'README.md': 'main goes on\n' });
    const done = await run('{"a": 2}\n', { branch: BRANCH, remote });
    expect(done).toMatchObject({ ok: true, value: { made: true, pushed: true } });
    expect(remote.pushes).toEqual([BRANCH, `${BRANCH} forced`]);
    expect(git('rev-parse', `${BRANCH}^`)).toBe(head);
  });

  it('keeps a commit that a person pushes in the very moment of the push', async () => {
    await run('{"a": 1}\n', { branch: BRANCH, remote });
    const ours = git('rev-parse', BRANCH);
    let theirs = '';
    remote.beforePush = () => {
      if (theirs !== '') return;
      git('checkout', '--quiet', '--detach', ours);
      theirs = commit({ 'README.md': 'by a person\n' });
      git('checkout', '--quiet', 'main');
      remote.tips.set(BRANCH, theirs);
    };
    const done = await run('{"a": 2}\n', { branch: BRANCH, remote });
    expect(done).toMatchObject({ ok: true, value: { pushed: true } });
    expect(git('rev-parse', `${remote.tips.get(BRANCH)}^`)).toBe(theirs);
  });

  it('gives up when somebody is always faster', async () => {
    let at = 0;
    remote.beforePush = () => void remote.tips.set(BRANCH, at++ % 2 === 0 ? git('rev-parse', 'main') : 'elsewhere');
    remote.fetch = async () => ok(undefined);
    const done = await run('{"a": 1}\n', { branch: BRANCH, remote });
    expect(done).toMatchObject({ ok: false, error: { code: 'GIT016' } });
    expect(remote.pushes).toHaveLength(5);
  });

  it('pushes the branch that is checked out, and says what to do when the remote is ahead', async () => {
    expect(await run('{"a": 1}\n', { remote })).toMatchObject({ ok: true, value: { branch: 'main', pushed: true } });
    git('checkout', '--quiet', '--detach');
    remote.tips.set('main', commit({ 'README.md': 'by a person\n' }));
    git('checkout', '--quiet', 'main');
    const behind = await run('{"a": 2}\n', { remote });
    expect(behind).toMatchObject({
      ok: false,
      error: { code: 'GIT018', hint: 'run "git pull --rebase" and "git push"' },
    });
    expect(git('log', '-1', '--format=%s')).toBe('Export a');
    remote.failure = { kind: 'refused', why: 'protected branch' };
    const hint = expect.stringContaining('--branch');
    expect(await run('{"a": 3}\n', { remote })).toMatchObject({ ok: false, error: { hint } });
  });

  it('pushes what an earlier run committed onto the checked-out branch, unless the remote has it', async () => {
    remote.failure = { kind: 'unreachable', code: 'ECONNREFUSED' };
    expect(await run('{"a": 1}\n', { remote })).toMatchObject({ ok: false, error: { code: 'GIT018' } });
    remote.failure = undefined;
    expect(await run('', { exported: [], remote })).toMatchObject({ ok: true, value: { made: false, pushed: true } });
    expect(remote.tips.get('main')).toBe(git('rev-parse', 'main'));
    git('checkout', '--quiet', '--detach');
    remote.tips.set('main', commit({ 'README.md': 'by a person\n' }));
    git('checkout', '--quiet', 'main');
    expect(await run('{"a": 1}\n', { remote })).toEqual({ ok: true, value: 'nothing' });
    expect(await run('{"a": 2}\n', {})).toMatchObject({ ok: true, value: { made: true } });
    expect(await run('', { exported: [], remote })).toMatchObject({ ok: false, error: { code: 'GIT018' } });
  });

  it.each([
    [{ kind: 'no_access', status: 403 }, 'gives no access (403)', 'contents: write'],
    [{ kind: 'refused', why: 'protected branch' }, 'refuses it: protected branch', 'out of the rules'],
    [{ kind: 'broken', why: 'redirects' }, 'redirects', 'git remote -v'],
  ] as const)('says of the failure %j what helps', async (failure, words, help) => {
    remote.failure = failure;
    const done = await run('{"a": 1}\n', { branch: BRANCH, remote });
    expect(done).toMatchObject({ ok: false, error: { code: 'GIT018' } });
    expect(JSON.stringify(done)).toContain(words);
    expect(JSON.stringify(done)).toContain(help);
  });
});
