import type { Problem } from '../diagnostics/problem.ts';
import { fail, type Result } from '../diagnostics/result.ts';
import { systemHint, systemWords } from '../diagnostics/system-code.ts';
import { describeLocked, type LockHolder } from '../git/objects/lock-holder.ts';
import { storageFailure } from '../git/objects/storage-failure.ts';

/** Git and file system failures become problems here; our own mistakes still throw. */
export async function guarded<T>(branch: string, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await work();
  } catch (error) {
    const code = storageFailure(error);
    const missing = code === 'NotFoundError' || code === 'ENOENT';
    return fail(
      missing
        ? broken(branch, 'objects of it are missing here')
        : broken(branch, systemWords(code, 'git or the file system failed'), systemHint(code, LOOK_AT_THE_CLONE)),
    );
  }
}

export function noBranchName(branch: string): Problem {
  const message = `${JSON.stringify(branch)} cannot be the name of a git branch`;
  return { code: 'STA008', severity: 'warning', message, hint: 'use a name such as "storysync/state"' };
}

export function noRepository(why: string): Problem {
  const hint = 'run storysync inside a clone of the repository, or with --no-state';
  return { code: 'STA004', severity: 'warning', message: `state cannot be kept in git: ${why}`, hint };
}

export function foreignRepository(storage: string): Problem {
  const hint = 'run with --no-state, or keep the manifest in a repository with sha1 names and files for its branches';
  return { ...noRepository(`the repository uses ${storage}, which storysync does not read`), hint };
}

export function checkedOut(branch: string): Problem {
  const message = `a work tree of this repository is on "${branch}", the branch that state is kept on`;
  return {
    code: 'STA005',
    severity: 'warning',
    message,
    hint: 'check out another branch there; until then no recorded state is used or kept',
  };
}

export function locked(branch: string, holder: LockHolder, waitMs: number): Problem {
  const { why, hint } = describeLocked(`.git/refs/heads/${branch}.lock`, holder, waitMs);
  return { code: 'STA006', severity: 'warning', message: `the state branch "${branch}" is locked: ${why}`, hint };
}

const LOOK_AT_THE_CLONE =
  'check the clone with "git fsck", and free space and permissions of the .git folder; a fresh clone starts anew';

export function broken(branch: string, why: string, hint = LOOK_AT_THE_CLONE): Problem {
  return {
    code: 'STA007',
    severity: 'warning',
    message: `the state branch "${branch}" cannot be read or written: ${why}`,
    hint,
  };
}
