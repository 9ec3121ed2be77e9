import { printable } from '../diagnostics/printable.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { findGitDirs } from '../git/read/git-dir.ts';
import { openRemote, type Remote } from '../git/remote/remote.ts';
import { UNUSABLE } from '../git/remote/remote-address.ts';
import type { CommandPorts } from './ports.ts';

/** The remote that a commit is pushed to, or why there is none to push to. Nothing is asked yet. */
export async function openPushRemote(world: CommandPorts, root: string): Promise<Result<Remote, Problem>> {
  const dirs = await findGitDirs(root);
  if (dirs === undefined)
    return fail(nowhere('this folder is not inside a git work tree', 'run the command in a clone of the repository'));
  const opened = await openRemote(dirs, { environment: world.environment });
  if (opened.kind === 'open') return ok(opened.remote);
  if (opened.kind === 'none') {
    return fail(
      nowhere('no remote is configured', 'add one with "git remote add origin https://…", or leave --push out'),
    );
  }
  const why = `the remote "${printable(opened.name)}" ${UNUSABLE[opened.why]}`;
  return fail(
    nowhere(
      why,
      'give the remote an https address (in a workflow: check out without "ssh-key"), or push with git itself',
    ),
  );
}

function nowhere(why: string, hint: string): Problem {
  return {
    code: 'GIT018',
    severity: 'error',
    message: `nothing was committed, because it cannot be pushed: ${why}`,
    hint,
  };
}
