import { printable } from '../diagnostics/printable.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { type OpenedRemote, openRemote, type Remote } from '../remote/remote.ts';
import { UNUSABLE } from '../remote/remote-address.ts';
import { findGitDirs } from '../repository/git-dir.ts';
import type { World } from './ports.ts';

/** The remote that a commit is pushed to, or why there is none to push to. Nothing is asked yet. */
export async function openPushRemote(world: World, root: string): Promise<Result<Remote, Problem>> {
  const dirs = await findGitDirs(root);
  if (dirs === undefined) return fail(nowhere('this folder is not inside a git work tree'));
  const opened = await openRemote(dirs, { environment: world.environment });
  return opened.kind === 'open' ? ok(opened.remote) : fail(nowhere(explain(opened)));
}

function explain(opened: Exclude<OpenedRemote, { kind: 'open' }>): string {
  if (opened.kind === 'none') return 'no remote is configured';
  return `the remote "${printable(opened.name)}" ${UNUSABLE[opened.why]}`;
}

function nowhere(why: string): Problem {
  return {
    code: 'GIT018',
    severity: 'error',
    message: `Nothing was committed, because it cannot be pushed: ${why}`,
    hint: 'Give the remote an https address (in a workflow: check out without "ssh-key"), or push with git itself',
  };
}
