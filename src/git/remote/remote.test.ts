import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cloneOf, git, serve } from '../../../test/support/git-remotes.ts';
import type { GitServer } from '../../../test/support/git-server.ts';
import { readingObjects } from '../objects/objects.ts';
import { findGitDirs } from '../read/git-dir.ts';
import { openRemote, type Remote } from './remote.ts';

const run = promisify(execFile);
const BRANCH = 'storysync/state';
const TOKEN = { user: 'x-access-token', password: 'tok-hunter2' };

function commitIn(dir: string, message = 'change'): string {
  git(dir, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(dir, 'rev-parse', 'HEAD');
}

async function open(dir: string, environment: { readonly [name: string]: string } = {}): Promise<Remote> {
  const dirs = await findGitDirs(dir);
  if (dirs === undefined) throw new Error('no repository');
  const opened = await openRemote(dirs, { environment });
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
  return opened.remote;
}

describe('a remote over http', () => {
  it('tells where a branch is, and that there is none', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const commit = commitIn(dir);
    const remote = await open(dir);
    expect(await remote.tip(BRANCH)).toEqual({ ok: true, value: undefined });
    expect(await remote.fetch(BRANCH)).toEqual({ ok: true, value: undefined });
    expect(await remote.push(commit, BRANCH, undefined)).toEqual({ ok: true, value: 'done' });
    expect(await remote.tip(BRANCH)).toEqual({ ok: true, value: commit });
    expect(git(dir, 'rev-parse', `refs/remotes/origin/${BRANCH}`)).toBe(commit);
  });

  it('tells which branch is the default one, and none where HEAD leads nowhere', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const remote = await open(dir);
    expect(await remote.defaultBranch()).toEqual({ ok: true, value: undefined });
    const commit = commitIn(dir);
    await remote.push(commit, 'trunk', undefined);
    expect(await remote.defaultBranch()).toEqual({ ok: true, value: undefined });
    server.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    git(dir, 'update-ref', 'refs/remotes/origin/HEAD', commitIn(dir, 'a ref of this clone'));
    expect(await remote.defaultBranch()).toEqual({ ok: true, value: { name: 'trunk', tip: commit } });
  });

  it('is read at a tip without its history, and without a trace in the clone', async () => {
    const server = await serve();
    const [first, second] = [cloneOf(server.url), cloneOf(server.url)];
    writeFileSync(join(first, 'sync.yaml'), 'version: 1\n');
    git(first, 'add', '--all');
    const old = commitIn(first, 'one');
    const tip = commitIn(first, 'two');
    await (await open(first)).push(tip, 'main', undefined);
    const remote = await open(second);
    const read = await remote.readTip(tip, async (objects) => {
      const parents = await readingObjects(() => objects.commit(old));
      const [file] = await objects.tree((await objects.commit(tip)).tree);
      const text = (await objects.blob(file?.oid ?? '')).toString();
      return `${file?.path} ${text} ${parents.ok}`;
    });
    expect(read).toEqual({ ok: true, value: 'sync.yaml version: 1\n false' });
    expect(git(second, 'count-objects')).toBe('0 objects, 0 kilobytes');
    expect(git(second, 'for-each-ref')).toBe('');
    const unknown = await remote.readTip(old, async () => 'never');
    expect(unknown).toEqual({ ok: false, error: { kind: 'broken', why: 'has moved on meanwhile' } });
  });

  it('brings a branch whole into another clone, with nothing but its tracking ref', async () => {
    const server = await serve();
    const [first, second] = [cloneOf(server.url), cloneOf(server.url)];
    const commits = [commitIn(first, 'one'), commitIn(first, 'two')];
    await (await open(first)).push(commits[1] ?? '', BRANCH, undefined);
    server.git('tag', 'v1', commits[0] ?? '');
    expect(await (await open(second)).fetch(BRANCH)).toEqual({ ok: true, value: commits[1] });
    expect(git(second, 'log', '--format=%s', commits[1] ?? '')).toBe('two\none');
    expect(git(second, 'for-each-ref', '--format=%(refname)')).toBe(`refs/remotes/origin/${BRANCH}`);
    expect(git(second, 'fsck', '--strict')).toBe('');
    expect(readFileSync(join(second, '.git/config'), 'utf8')).not.toContain('storysync');
  });

  it('asks once and no more when there is nothing new', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const remote = await open(dir);
    await remote.push(commitIn(dir), BRANCH, undefined);
    const before = server.requests.length;
    await remote.fetch(BRANCH);
    expect(server.requests.slice(before).map(({ service, step }) => `${service} ${step}`)).toEqual(['fetch list']);
  });

  it('sends for a new branch only what the remote has not got', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    git(dir, 'commit', '--quiet', '--allow-empty', '-m', 'start');
    execFileSync('sh', ['-c', 'for n in 1 2 3 4 5 6 7 8; do echo $n > file-$n; done'], { cwd: dir });
    git(dir, 'add', '--all');
    const base = commitIn(dir);
    const remote = await open(dir);
    await remote.push(base, 'main', undefined);
    const before = Number(/count: (\d+)/.exec(server.git('count-objects', '-v'))?.[1]);
    expect(await remote.push(commitIn(dir), 'topic', undefined)).toEqual({ ok: true, value: 'done' });
    expect(Number(/count: (\d+)/.exec(server.git('count-objects', '-v'))?.[1])).toBe(before + 1);
  });

  it('refuses to move a branch that is not where it was seen', async () => {
    const server = await serve();
    const [first, second] = [cloneOf(server.url), cloneOf(server.url)];
    const [start, mine, theirs] = [commitIn(first), commitIn(first), commitIn(second, 'theirs')];
    const remote = await open(first);
    await remote.push(start, BRANCH, undefined);
    const other = await open(second);
    expect(await other.push(theirs, BRANCH, undefined)).toEqual({ ok: true, value: 'moved' });
    expect(await other.push(theirs, BRANCH, start)).toEqual({ ok: true, value: 'moved' });
    expect(await remote.push(mine, BRANCH, start)).toEqual({ ok: true, value: 'done' });
    expect(await remote.push(mine, BRANCH, start)).toEqual({ ok: true, value: 'moved' });
    expect(await other.push(theirs, BRANCH, mine, { force: true })).toEqual({ ok: true, value: 'done' });
    expect(server.git('rev-parse', BRANCH)).toBe(theirs);
  });

  it('leaves it to the server who of two was first', async () => {
    const rival = { commit: '', server: undefined as GitServer | undefined };
    const server = await serve({
      // After the list of branches was given out, and before the push arrives.
      onRequest: ({ service, step }) => {
        if (service === 'push' && step === 'do') rival.server?.git('update-ref', `refs/heads/${BRANCH}`, rival.commit);
      },
    });
    const dir = cloneOf(server.url);
    const [start, theirs] = [commitIn(dir), commitIn(dir)];
    const remote = await open(dir);
    await remote.push(theirs, 'theirs', undefined);
    git(dir, 'reset', '--quiet', '--hard', start);
    const mine = commitIn(dir, 'mine');
    await remote.push(start, BRANCH, undefined);
    Object.assign(rival, { server, commit: theirs });
    expect(await remote.push(mine, BRANCH, start)).toEqual({ ok: true, value: 'moved' });
    expect(server.git('rev-parse', BRANCH)).toBe(theirs);
  });

  it('tells a hook’s refusal and a forbidden rewrite from a lost race', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    const [start, next] = [commitIn(dir), commitIn(dir)];
    const remote = await open(dir);
    await remote.push(next, BRANCH, undefined);
    server.git('config', 'receive.denyNonFastForwards', 'true');
    expect(await remote.push(start, BRANCH, next, { force: true })).toMatchObject({ error: { kind: 'refused' } });
    server.refusePushes('protected');
    const refused = await remote.push(commitIn(dir), BRANCH, next);
    expect(refused).toEqual({ ok: false, error: { kind: 'refused', why: 'pre-receive hook declined' } });
  });
});

describe('access to a remote', () => {
  it.each([
    ['STORYSYNC_GIT_TOKEN', (_url: string) => ({ STORYSYNC_GIT_TOKEN: TOKEN.password })],
    [
      'GITHUB_TOKEN at GitHub’s own server',
      (url: string) => ({ GITHUB_TOKEN: TOKEN.password, GITHUB_SERVER_URL: new URL(url).origin }),
    ],
  ])('comes with %s', async (_, environment) => {
    const server = await serve({ password: TOKEN });
    const dir = cloneOf(server.url);
    const remote = await open(dir, environment(server.url));
    expect(await remote.push(commitIn(dir), BRANCH, undefined)).toEqual({ ok: true, value: 'done' });
  });

  it('comes with what stands in the address, or what actions/checkout left in the configuration', async () => {
    const server = await serve({ password: TOKEN });
    const inAddress = cloneOf(server.url.replace('//', `//${TOKEN.user}:${TOKEN.password}@`));
    expect(await (await open(inAddress)).tip('main')).toEqual({ ok: true, value: undefined });

    const checkedOut = cloneOf(server.url);
    const header = `AUTHORIZATION: basic ${Buffer.from(`${TOKEN.user}:${TOKEN.password}`).toString('base64')}`;
    git(checkedOut, 'config', `http.${new URL(server.url).origin}/.extraheader`, header);
    expect(await (await open(checkedOut)).tip('main')).toEqual({ ok: true, value: undefined });
  });

  it('is refused with 401 or 403 as a value that holds no credentials', async () => {
    const server = await serve({ password: TOKEN });
    const dir = cloneOf(server.url);
    expect(await (await open(dir)).fetch(BRANCH)).toEqual({ ok: false, error: { kind: 'no_access', status: 401 } });
    const wrong = await (await open(dir, { STORYSYNC_GIT_TOKEN: 'wrong' })).push(commitIn(dir), BRANCH, undefined);
    expect(wrong).toEqual({ ok: false, error: { kind: 'no_access', status: 401 } });
    const readOnly = await serve({ readOnly: true });
    git(dir, 'remote', 'set-url', 'origin', readOnly.url);
    const pushed = await (await open(dir)).push(git(dir, 'rev-parse', 'HEAD'), BRANCH, undefined);
    expect(pushed).toEqual({ ok: false, error: { kind: 'no_access', status: 403 } });
  });

  it('is told for pushes before any push, and nothing is sent for it', async () => {
    const server = await serve();
    const dir = cloneOf(server.url);
    expect(await (await open(dir)).mayPush()).toEqual({ ok: true, value: null });
    const readOnly = await serve({ readOnly: true });
    git(dir, 'remote', 'set-url', 'origin', readOnly.url);
    expect(await (await open(dir)).mayPush()).toEqual({ ok: false, error: { kind: 'no_access', status: 403 } });
    expect(readOnly.requests).toEqual([{ service: 'push', step: 'list', authorization: undefined }]);
  });

  it('is not carried to another host by a redirect, nor GitHub’s token to another server', async () => {
    const server = await serve();
    const redirecting = createServer((request, response) => {
      response.writeHead(301, { location: `${new URL(server.url).origin}${request.url}` }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void redirecting.close());
    const { port } = redirecting.address() as AddressInfo;
    const dir = cloneOf(`http://127.0.0.1:${port}/repository.git`);
    const answer = await (await open(dir, { STORYSYNC_GIT_TOKEN: 'hunter2' })).fetch(BRANCH);
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'broken', why: 'redirects to another address, which is not followed' },
    });
    expect(server.requests).toEqual([]);

    git(dir, 'remote', 'set-url', 'origin', server.url);
    const environment = { GITHUB_TOKEN: 'hunter2', GITHUB_SERVER_URL: 'https://github.com' };
    await (await open(dir, environment)).tip(BRANCH);
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('fails as a value where nobody listens, or somebody who is no git server', async () => {
    const dir = cloneOf('http://127.0.0.1:1/repository.git');
    expect(await (await open(dir)).fetch(BRANCH)).toEqual({
      ok: false,
      error: { kind: 'unreachable', code: 'ECONNREFUSED' },
    });
    const page = createServer((_, response) => void response.end('<html>'));
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void page.close());
    git(dir, 'remote', 'set-url', 'origin', `http://127.0.0.1:${(page.address() as AddressInfo).port}/x`);
    expect(await (await open(dir)).fetch(BRANCH)).toMatchObject({ error: { kind: 'broken' } });
  });
});

describe('a shallow clone of one branch, as actions/checkout makes it', () => {
  it('fetches another branch whole and stays as shallow as it was', async () => {
    const server = await serve();
    const source = cloneOf(server.url);
    commitIn(source, 'old');
    const main = commitIn(source, 'new');
    const remote = await open(source);
    await remote.push(main, 'main', undefined);
    git(source, 'checkout', '--quiet', '--orphan', 'other');
    commitIn(source, 'first state');
    const state = commitIn(source, 'second state');
    await remote.push(state, BRANCH, undefined);

    const dir = cloneOf(server.url);
    await run('git', ['fetch', '--quiet', '--depth=1', 'origin', '+refs/heads/main:refs/remotes/origin/main'], {
      cwd: dir,
    });
    const shallow = readFileSync(join(dir, '.git/shallow'), 'utf8');
    const shared = await open(dir);
    expect(await shared.fetch(BRANCH)).toEqual({ ok: true, value: state });
    expect(git(dir, 'log', '--format=%s', state)).toBe('second state\nfirst state');
    expect(readFileSync(join(dir, '.git/shallow'), 'utf8')).toBe(shallow);
    git(dir, 'checkout', '--quiet', '--detach', state);
    expect(await shared.push(commitIn(dir, 'third'), BRANCH, state)).toEqual({ ok: true, value: 'done' });
    expect(git(dir, 'fsck', '--strict')).toBe('');
    expect(server.git('fsck', '--strict')).toBe('');
  });
});
