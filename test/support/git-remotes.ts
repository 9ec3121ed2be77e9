import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type GitServer, type GitServerOptions, initClone, startGitServer } from './git-server.ts';

/** A folder that goes away with the test, like all that is made here. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'storysync-remote-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export async function serve(options: GitServerOptions = {}): Promise<GitServer> {
  const server = await startGitServer(folder(), options);
  onTestFinished(() => server.close());
  return server;
}

/** A git command that talks to no server: one of this process would wait for itself. */
export function git(dir: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.fsync=none'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A repository with that remote as `origin`, and nothing else in it. */
export function cloneOf(url: string): string {
  const dir = folder();
  initClone(dir, url);
  return dir;
}
