import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GitConfig, parseGitConfig, readGitConfig } from './git-config.ts';
import { findRemote, repositoryName } from './remote-address.ts';
import { authorizationFor } from './remote-credentials.ts';

function configOf(text: string): GitConfig {
  return new GitConfig(parseGitConfig(text));
}

function remote(name: string, url: string): string {
  return `[remote "${name}"]\n\turl = ${url}\n`;
}

const ORIGIN = remote('origin', 'https://a.example/x.git');
const FORK = remote('fork', 'https://b.example/x.git');

describe('the name of a repository', () => {
  it.each([
    ['https://git.example/Acme/Sync.git', 'git.example/acme/sync'],
    ['https://user:secret@git.example/acme/sync/', 'git.example/acme/sync'],
    ['git@git.example:acme/sync.git', 'git.example/acme/sync'],
    ['git.example:acme/sync', 'git.example/acme/sync'],
    ['ssh://git@git.example:2222/acme/sync.git', 'git.example/acme/sync'],
    ['https://git.example:8443/acme/sync', 'git.example:8443/acme/sync'],
    ['../sync.git', 'local'],
    ['/srv/git/sync.git', 'local'],
    ['C:\\git\\sync', 'local'],
    ['file:///srv/git/sync.git', 'local'],
  ])('of %s is %s', (url, expected) => {
    expect(repositoryName(configOf(remote('origin', url)), 'main')).toBe(expected);
  });

  it('is a constant without a remote, or where nothing says which is meant', () => {
    expect(repositoryName(configOf(''), 'main')).toBe('local');
    expect(repositoryName(configOf(FORK + remote('other', 'https://c.example/x')), 'main')).toBe('local');
  });

  it('is what an insteadOf makes of it, by ssh as well', () => {
    const rule = '[url "ssh://git@git.example/"]\ninsteadOf = gh:\n';
    expect(repositoryName(configOf(remote('origin', 'gh:acme/x') + rule), 'main')).toBe('git.example/acme/x');
  });
});

describe('the remote of a repository', () => {
  it.each([
    ['none', '', { kind: 'none' }],
    ['the only one', FORK, { kind: 'http', name: 'fork' }],
    ['origin of several', FORK + ORIGIN, { kind: 'http', name: 'origin' }],
    [
      'none of several without origin',
      FORK + remote('other', 'https://c.example/x'),
      { kind: 'unusable', name: 'fork', why: 'one_of_several' },
    ],
    [
      'the one of the current branch',
      `${ORIGIN}${FORK}[branch "main"]\n remote = fork`,
      { kind: 'http', name: 'fork' },
    ],
    [
      'origin where the branch follows a local one',
      `${ORIGIN}[branch "main"]\n remote = .`,
      { kind: 'http', name: 'origin' },
    ],
    ['not one whose name is a way out', remote('../../x', 'https://a.example/x'), { kind: 'none' }],
    ['unusable by ssh', remote('origin', 'git@a.example:x.git'), { kind: 'unusable', why: 'not_http' }],
    ['unusable in a folder', remote('origin', '../x.git'), { kind: 'unusable', why: 'not_http' }],
    ['unusable without encryption', remote('origin', 'http://a.example/x'), { kind: 'unusable', why: 'not_encrypted' }],
    ['usable without encryption on this machine', remote('origin', 'http://127.0.0.1:80/x'), { kind: 'http' }],
    ['unusable where pushes go elsewhere', `${ORIGIN} pushurl = no-push`, { kind: 'unusable', why: 'push_elsewhere' }],
    [
      'unusable where pushes are sent elsewhere by a rule',
      `${ORIGIN} [url "ssh://git@other.example/"]\n pushInsteadOf = https://`,
      { kind: 'unusable', why: 'push_elsewhere' },
    ],
    [
      'at the address that the longest insteadOf makes of it',
      `${remote('origin', 'gh:acme/x')}[url "https://a.example/"]\ninsteadOf = gh:\n[url "https://b.example/"]\ninsteadOf = gh:acme`,
      { kind: 'http', url: new URL('https://b.example//x') },
    ],
  ])('is %s', (_, text, expected) => {
    expect(findRemote(configOf(text), 'main')).toMatchObject(expected);
  });
});

describe('a git configuration', () => {
  it.each([
    ['quotes, escapes and comments', '[a]\nb = " x; " y # z', ' x;  y'],
    ['a name in any case, and the last value', '[A]\nB = 1\n[a]\nb=2', '2'],
    ['a value over two lines', '[a]\nb = one \\\ntwo', 'one two'],
    ['a variable without a value', '[a]\nb', 'true'],
    ['a variable beside its section', '[a] b = c', 'c'],
  ])('is read with %s', (_, text, value) => {
    expect(configOf(text).get('a', '', 'b')).toBe(value);
  });

  it('takes in the file that actions/checkout includes for this very directory, and no other', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'storysync-config-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const include = (where: string, file: string): string =>
      `[includeIf "gitdir:${where}"]\n\tpath = ${join(dir, file)}\n`;
    writeFileSync(join(dir, 'config'), include(dir, 'ours') + include('/elsewhere/.git', 'theirs'));
    for (const file of ['ours', 'theirs']) {
      writeFileSync(join(dir, file), `[http "https://${file}.example/"]\n\textraheader = AUTHORIZATION: basic eDp5\n`);
    }
    const config = await readGitConfig(dir);
    expect(authorizationFor(new URL('https://ours.example/x'), {}, config)).toBe('Basic eDp5');
    expect(authorizationFor(new URL('https://theirs.example/x'), {}, config)).toBeUndefined();
  });
});

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

describe('the credentials for a remote', () => {
  const github = { GITHUB_TOKEN: 'gh', GITHUB_SERVER_URL: 'https://github.com' };
  const header = configOf('[http "https://github.com/"]\n extraheader = AUTHORIZATION: basic aGVyZQ==');
  const none = configOf('');
  it.each([
    [
      'our own token first',
      'https://u:p@github.com/x',
      { ...github, STORYSYNC_GIT_TOKEN: 'own' },
      header,
      basic('u:own'),
    ],
    ['what stands in the address', 'https://u:p%40@github.com/x', github, header, basic('u:p@')],
    ['GitHub’s token at GitHub', 'https://github.com/x', github, header, basic('x-access-token:gh')],
    ['not at another port', 'https://github.com:8443/x', github, none, undefined],
    ['not at a host that looks like it', 'https://github.com.evil.example/x', github, none, undefined],
    ['not without a server to compare', 'https://github.com/x', { GITHUB_TOKEN: 'gh' }, none, undefined],
    ['the header of the configuration', 'https://github.com/x', {}, header, 'Basic aGVyZQ=='],
    ['a header for this address only', 'https://gitlab.com/x', {}, header, undefined],
    ['no empty token', 'https://github.com/x', { STORYSYNC_GIT_TOKEN: ' ' }, none, undefined],
  ])('are %s', (_, url, environment, config, expected) => {
    expect(authorizationFor(new URL(url), environment, config)).toBe(expected);
  });
});
