import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeadFile } from './ref.ts';

/** Whether a work tree of the repository is on this ref: then it must not move under it. */
export async function isCheckedOut(commonDir: string, ref: string): Promise<boolean> {
  const linked = await readdir(join(commonDir, 'worktrees')).catch(() => []);
  for (const gitDir of [commonDir, ...linked.map((name) => join(commonDir, 'worktrees', name))]) {
    const head = await readHeadFile(gitDir);
    if (head !== undefined && 'ref' in head && head.ref === ref) return true;
  }
  return false;
}
