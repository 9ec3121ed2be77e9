import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { canonicalJson, contentHash } from '../../src/json/canonical.ts';
import type { JsonObject } from '../../src/json/value.ts';
import type { Rig } from './rig.ts';

const BRANCH = 'storysync/state';

/** What is remembered of a destination, as it stands on the state branch. */
export function stateText(rig: Rig, destination: string): string {
  return rig.git('show', `${BRANCH}:destinations/${destination}.json`);
}

export function stateOf(rig: Rig, destination: string): JsonObject & { readonly stories: Record<string, JsonObject> } {
  return JSON.parse(stateText(rig, destination)) as JsonObject & { readonly stories: Record<string, JsonObject> };
}

export function hasState(rig: Rig): boolean {
  return rig.git('branch', '--list', BRANCH).trim() !== '';
}

/** Forgets everything, as somebody may who tidies up. */
export function dropState(rig: Rig): void {
  if (hasState(rig)) rig.git('branch', '-D', BRANCH);
}

/** Long enough to be one. */
export const STATE_KEY = 'a-state-key-for-tests-of-32-chars-and-more';

/** From now on this repository's runs have it; or none, with null. */
export function giveStateKey(rig: Rig, key: string | null = STATE_KEY): void {
  rig.environment.STORYSYNC_STATE_KEY = key ?? undefined;
}

/** As somebody does who knows the format: the digest fits what the text says now. */
export function signed(text: string): string {
  const { digest: _, ...content } = JSON.parse(text) as JsonObject;
  return canonicalJson({ ...content, digest: contentHash(content) });
}

/** Puts a text in the place of a destination's state in a commit on top, as a push may; without a text takes it away. */
export function pushState(rig: Rig, destination: string, text: string | undefined): void {
  const index = { ...process.env, GIT_INDEX_FILE: join(rig.dir, '.git/index-of-state') };
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', [...args], { cwd: rig.dir, input, encoding: 'utf8', env: index }).trim();
  const path = `destinations/${destination}.json`;
  git(['read-tree', BRANCH]);
  if (text === undefined) git(['update-index', '--force-remove', path]);
  else git(['update-index', '--add', '--cacheinfo', `100644,${git(['hash-object', '-w', '--stdin'], text)},${path}`]);
  const commit = rig.git('commit-tree', git(['write-tree']), '-p', BRANCH, '-m', 'pushed').trim();
  rig.git('update-ref', `refs/heads/${BRANCH}`, commit);
}

/** Puts a text in the place of a destination's state, as it is; nothing else stays. */
export function forgeState(rig: Rig, destination: string, text: string): void {
  const git = (args: readonly string[], input: string): string =>
    execFileSync('git', [...args], { cwd: rig.dir, input, encoding: 'utf8' }).trim();
  const blob = git(['hash-object', '-w', '--stdin'], text);
  const folder = git(['mktree'], `100644 blob ${blob}\t${destination}.json\n`);
  const root = git(['mktree'], `040000 tree ${folder}\tdestinations\n`);
  rig.git('update-ref', `refs/heads/${BRANCH}`, rig.git('commit-tree', root, '-m', 'forged').trim());
}
