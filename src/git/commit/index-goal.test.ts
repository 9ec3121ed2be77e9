import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LockNote, lockText } from '../objects/lock-file.ts';
import { newOwner, type Owner, ownerTag } from '../objects/owner.ts';
import { clearDeadLocks } from './dead-locks.ts';

let dir = '';
let owner: Owner;

/** A process that there is not. */
const GONE = { pid: 2 ** 30, started: '1' };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'storysync-goal-'));
  owner = { ...(await newOwner()), ...GONE };
  git('init', '--quiet', '-b', 'main');
  writeFileSync(join(dir, 'a.json'), 'old\n');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'first');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const flags = ['user.name=Test', 'user.email=test@example.com', 'core.fsync=none'].flatMap((each) => ['-c', each]);
  return execFileSync('git', [...flags, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

const inGit = (name: string): string => join(dir, '.git', name);
const dirs = () => ({ root: dir, gitDir: inGit(''), commonDir: inGit('') });

/** The state of things when a commit of ours is killed between the branch and the index; answers the commit. */
function killedBetween(note: (commit: string, draft: string) => LockNote): { commit: string; before: Buffer } {
  const before = readFileSync(inGit('index'));
  writeFileSync(join(dir, 'a.json'), 'of another length\n');
  git('commit', '--quiet', '--all', '-m', 'second');
  const commit = git('rev-parse', 'HEAD');
  const draft = `index.storysync-${ownerTag(owner)}.lock`;
  copyFileSync(inGit('index'), inGit(draft));
  writeFileSync(inGit('index'), before);
  writeFileSync(inGit('index.lock'), lockText(owner, new Date(), note(commit, draft)));
  return { commit, before };
}

const leftovers = () => readdirSync(inGit('')).filter((name) => name.includes('.lock'));

describe('a commit that was killed before the index followed the branch', () => {
  it('is finished: the index is what was prepared, and git says that nothing is staged', async () => {
    killedBetween((commit, draft) => ({ ref: 'refs/heads/main', commit, draft }));
    expect(git('status', '--porcelain')).toBe('MM a.json');
    await clearDeadLocks(dirs());
    expect(git('status', '--porcelain')).toBe('');
    expect(leftovers()).toEqual([]);
  });

  it('is finished as well when the branch has moved on since', async () => {
    const { commit } = killedBetween((oid, draft) => ({ ref: 'refs/heads/main', commit: oid, draft }));
    git('update-ref', 'refs/heads/main', git('commit-tree', '-p', commit, '-m', 'third', `${commit}^{tree}`));
    await clearDeadLocks(dirs());
    expect(git('status', '--porcelain')).toBe('');
  });

  it.each<readonly [string, (commit: string, draft: string) => LockNote]>([
    ['does not stand on the branch', (_, draft) => ({ ref: 'refs/heads/main', commit: '1'.repeat(40), draft })],
    ['was for another branch', (commit, draft) => ({ ref: 'refs/heads/other', commit, draft })],
    ['is no commit', (_, draft) => ({ ref: 'refs/heads/main', commit: 'HEAD', draft })],
    ['names a file elsewhere', (commit) => ({ ref: 'refs/heads/main', commit, draft: '../a.json' })],
    ['names nothing', () => ({})],
  ])('is not when what it %s', async (_name, note) => {
    const { before } = killedBetween(note);
    await clearDeadLocks(dirs());
    expect(readFileSync(inGit('index'))).toEqual(before);
    expect(leftovers()).toEqual([]);
    expect(readFileSync(join(dir, 'a.json'), 'utf8')).toBe('of another length\n');
  });
});

it('the lock of a process at work, and one of git, stay with all that lies beside them', async () => {
  for (const text of ['', lockText(await newOwner(), new Date())]) {
    killedBetween((commit, draft) => ({ ref: 'refs/heads/main', commit, draft }));
    writeFileSync(inGit('index.lock'), text);
    await clearDeadLocks(dirs());
    expect(readFileSync(inGit('index.lock'), 'utf8')).toBe(text);
    rmSync(inGit('index.lock'));
    git('reset', '--quiet', '--hard', 'HEAD^');
  }
});

it('a branch that a killed run left locked can be moved again', async () => {
  for (const branch of ['main', 'storysync/export']) {
    git('update-ref', 'refs/heads/storysync/export', 'HEAD');
    writeFileSync(inGit(`refs/heads/${branch}.lock`), lockText(owner, new Date()));
    await clearDeadLocks(dirs(), 'storysync/export');
    expect(existsSync(inGit(`refs/heads/${branch}.lock`))).toBe(false);
  }
});
