import fs from 'node:fs';
import { Errors, readCommit } from 'isomorphic-git';
import type { Behind } from '../model/status.ts';
import { CommittedTree } from './committed-tree.ts';
import { findGitDirs } from './git-dir.ts';
import type { Repository } from './repository.ts';

const MOST_COMMITS = 10_000;

/**
 * How often each file changed after a commit, by `path + "\n" + since`: along the first parents of `head`, as the branch
 * moved. No answer for a file that did not change, or where the commit is not on that way, or is not here.
 */
export async function storyHistory(
  repository: Repository,
  head: string,
  files: readonly { readonly path: string; readonly since: string }[],
): Promise<ReadonlyMap<string, Behind>> {
  const dirs = await findGitDirs(repository.root);
  const answers = new Map<string, Behind>();
  if (dirs === undefined) return answers;
  const open = new Map(files.map((file) => [`${file.path}\n${file.since}`, file]));
  const changes = new Map<string, Behind>();
  let tree = new CommittedTree(dirs.commonDir, head);
  let oid = head;
  for (let walked = 0; walked < MOST_COMMITS; walked++) {
    for (const [key, { path, since }] of open) {
      if (since !== oid) continue;
      open.delete(key);
      const behind = changes.get(path);
      if (behind) answers.set(key, behind);
    }
    if (open.size === 0) break;
    try {
      const { commit } = await readCommit({ fs, gitdir: dirs.commonDir, oid });
      const [parent] = commit.parent;
      if (parent === undefined) break;
      const before = new CommittedTree(dirs.commonDir, parent);
      const at = new Date(commit.committer.timestamp * 1000).toISOString();
      for (const path of new Set(open.values().map((file) => file.path))) {
        const [then, now] = [await before.entry(path), await tree.entry(path)];
        if (then?.oid !== now?.oid) changes.set(path, { commits: (changes.get(path)?.commits ?? 0) + 1, since: at });
      }
      [oid, tree] = [parent, before];
    } catch (error) {
      // A shallow clone ends here: what was not found by now cannot be counted.
      if (error instanceof Errors.NotFoundError) break;
      throw error;
    }
  }
  return answers;
}
