import type { Problem } from '../../diagnostics/problem.ts';
import { unreachable } from '../../diagnostics/result.ts';
import { describeLocked, type LockHolder } from '../objects/lock-holder.ts';
import type { Obstacle } from './commit-objects.ts';
import type { IndexRefusal } from './index-format.ts';

/** Why files were not committed. Each is found before the branch moves, so nothing has happened yet. */

export function noBranch(): Problem {
  return problem('GIT010', 'the files cannot be committed: no branch is checked out (HEAD names a commit)', {
    hint: 'check out a branch, or name one with --branch',
  });
}

export function noCommit(): Problem {
  return problem('GIT010', 'the files cannot be committed: the branch has no commit yet', {
    hint: 'make the first commit by hand',
  });
}

export const FULL_CLONE =
  'run storysync inside a full clone of the repository, and check free space and permissions of the .git folder';

export function cannotCommitOutside(why: string, hint = FULL_CLONE): Problem {
  return problem('GIT011', `the files cannot be committed to this repository: ${why}`, { hint });
}

export function cannotCommitForeign(storage: string): Problem {
  return problem(
    'GIT011',
    `the files cannot be committed to this repository: it uses ${storage}, which storysync does not write`,
    {
      hint: 'export without --commit, and commit the files with git',
    },
  );
}

export function indexForm({ kind, reason }: IndexRefusal): Problem {
  return problem('GIT012', `the files cannot be committed to the branch that is checked out: git's index ${reason}`, {
    hint: `${remedy(kind)}, or commit to another branch with --branch`,
  });
}

function remedy(kind: IndexRefusal['kind']): string {
  switch (kind) {
    case 'version':
      return 'run "git update-index --index-version 2"';
    case 'split':
      return 'run "git update-index --no-split-index"';
    case 'sparse':
      return 'run "git sparse-checkout reapply --no-sparse-index"';
    case 'unknown':
    case 'broken':
      return 'run "git add" and "git commit" by hand';
    default:
      return unreachable(kind);
  }
}

export function manifestNotCommitted(file: string): Problem {
  return problem(
    'GIT019',
    `nothing was committed: ${file} has uncommitted changes, and the commit would include them`,
    {
      hint: 'commit or stash them first, or leave out --commit',
    },
  );
}

export function cannotCommitLocked(
  file: 'index' | `refs/heads/${string}`,
  holder: LockHolder,
  waitMs: number,
): Problem {
  const { why, hint } = describeLocked(`.git/${file}.lock`, holder, waitMs);
  return problem('GIT013', `the files cannot be committed: ${why}`, { hint });
}

export function obstructed({ path, what }: Obstacle): Problem {
  return problem('GIT014', `the files cannot be committed: in git ${path} is ${what}`, {
    hint: 'commit a plain file, or a folder, in its place first',
  });
}

export function outside(path: string): Problem {
  return problem(
    'GIT014',
    `the files cannot be committed: ${JSON.stringify(path)} is not a path inside the repository`,
    {
      hint: 'name a file below the top folder of the repository in the manifest',
    },
  );
}

export function cannotCommitWithoutBranch(branch: string): Problem {
  return problem('GIT015', `${JSON.stringify(branch)} cannot be the name of a git branch`, {
    hint: 'use a name such as "storysync/export"',
  });
}

export function stateBranch(branch: string): Problem {
  return problem('GIT015', `the branch "${branch}" holds the recorded state, and no stories`, {
    hint: 'name another one, such as "storysync/export"',
  });
}

export function nameTaken(branch: string): Problem {
  return problem('GIT015', `the branch "${branch}" clashes with another one: git cannot have both "x" and "x/y"`, {
    hint: 'name another one; "git branch --list" shows those that are there',
  });
}

export function cannotCommitCheckedOut(branch: string): Problem {
  return problem('GIT015', `the branch "${branch}" is checked out, and would move under its work tree`, {
    hint: 'leave out --branch to commit to the branch that is checked out here, or name another one',
  });
}

export function moved(branch: string): Problem {
  return problem('GIT016', `somebody else committed to "${branch}" at the same moment`, {
    hint: 'run the command again',
  });
}

export function diverged(branch: string): Problem {
  return problem('GIT017', `the branch "${branch}" has commits here and others on the remote`, {
    hint: `bring them together by hand, or delete the local one: git branch -D ${branch}`,
  });
}

export function notPushed(branch: string, why: string, hint: string): Problem {
  return problem('GIT018', `the commit is on "${branch}" here, and was not pushed: ${why}`, { hint });
}

function problem(code: Problem['code'], message: string, { hint }: { readonly hint: string }): Problem {
  return { code, severity: 'error', message, hint };
}
