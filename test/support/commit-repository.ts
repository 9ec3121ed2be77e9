import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type Committed, commitFiles, type FilesToCommit } from '../../src/git/commit/commit-files.ts';

/** A repository of two stories for each test of a file, and what a commit of files does in it. */
export function commitRepository() {
  let folder = '';
  let dir = '';
  let count = 0;

  /** A repository that every test gets a copy of: it costs a fraction of making one. */
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-commit-')));
    dir = join(folder, 'template');
    mkdirSync(dir);
    git('init', '--quiet', '--initial-branch=main', '--template=');
    commit({ 'stories/a.json': '{"a": 1}\n', 'stories/run.json': '{}\n', 'README.md': 'hello\n' }, 'start');
    chmodSync(join(dir, 'stories/run.json'), 0o755);
    git('commit', '--quiet', '--all', '-m', 'executable');
  });
  beforeEach(() => {
    dir = join(folder, String(count++));
    cpSync(join(folder, 'template'), dir, { recursive: true, preserveTimestamps: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function git(...args: readonly string[]): string {
    const options = ['user.name=Test', 'user.email=test@example.com', 'core.fsync=none', 'maintenance.auto=false'];
    const env = { ...process.env, GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z', GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z' };
    const flags = options.flatMap((option) => ['-c', option]);
    return execFileSync('git', [...flags, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe', env }).trim();
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }

  function commit(files: { readonly [path: string]: string }, message = 'by hand'): string {
    for (const [path, text] of Object.entries(files)) write(path, text);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  }

  async function attempt(
    files: { readonly [path: string]: string },
    options: Partial<FilesToCommit> = {},
  ): ReturnType<typeof commitFiles> {
    return commitFiles(
      { root: dir },
      {
        files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
        message: 'Export a\n\nMore of it.',
        author: { name: 'storysync', email: 'storysync@example.com' },
        at: new Date('2026-11-22T10:00:00Z'),
        lockWaitMs: 40,
        ...options,
      },
    );
  }

  async function commitHere(
    files: { readonly [path: string]: string },
    options: Partial<FilesToCommit> = {},
  ): Promise<Committed> {
    const done = await attempt(files, options);
    if (!done.ok || done.value === 'nothing') throw new Error(JSON.stringify(done));
    return done.value;
  }

  async function problemOf(
    files: { readonly [path: string]: string },
    options: Partial<FilesToCommit> = {},
  ): Promise<string> {
    const before = git('rev-parse', '--verify', 'HEAD');
    const done = await attempt(files, options);
    if (done.ok) throw new Error('it was committed');
    expect(git('rev-parse', '--verify', 'HEAD')).toBe(before);
    expect(existsSync(join(dir, '.git/index.lock'))).toBe(false);
    return `${done.error.code}: ${done.error.message} (${done.error.hint})`;
  }

  /** Where something of the repository stands. */
  function at(...path: readonly string[]): string {
    return join(dir, ...path);
  }

  /** Goes on in another work tree. */
  function moveTo(path: string): void {
    dir = path;
  }

  return { at, attempt, commit, commitHere, folder: () => folder, git, moveTo, problemOf, write };
}
