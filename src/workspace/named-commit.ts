import type { ProblemCode } from '../diagnostics/catalogue/index.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, type Result, unreachable } from '../diagnostics/result.ts';
import type { ObjectRefusal } from '../git/objects/objects.ts';
import { cloneKind, foreignStorage } from '../git/objects/storage.ts';
import { type NameRefusal, resolveCommit } from '../git/read/commit-name.ts';
import type { Repository } from '../git/read/repository.ts';
import { shortId } from '../model/text/short-id.ts';

/** A commit as somebody wrote it, and the option it was written for; `commit` where it stands by itself. */
export type CommitName = { readonly option: '--at' | '--base' | '--to' | 'commit'; readonly name: string };

/** The commit that a name stands for, or a problem that says what to write or fetch instead. */
export async function namedCommit(
  repository: Repository | undefined,
  named: CommitName,
): Promise<Result<string, Problem>> {
  const { option, name } = named;
  if (repository === undefined) {
    const without = option === 'commit' ? '' : `, or without ${option}`;
    const hint = `run the command in a clone of the repository${without}`;
    return fail(
      problem('GIT005', `${option} ${name} needs git history, and the manifest is in no git repository`, hint),
    );
  }
  const foreign = await foreignStorage(repository.dirs.commonDir);
  if (foreign !== undefined) {
    const hint = 'use a repository with sha1 object names, and files for its branches';
    return fail(problem('GIT004', `${option} ${name} cannot be looked up: the repository uses ${foreign}`, hint));
  }
  const commit = await resolveCommit(repository, name);
  return commit.ok ? commit : fail(await explain(repository, named, commit.error));
}

/** Objects of a commit are not here. Only said where they are really needed. */
export async function missingHistory(repository: Repository, what: string, commit: string): Promise<Problem> {
  const message = `${what} is not in this clone`;
  switch (await cloneKind(repository.dirs.commonDir)) {
    case 'shallow': {
      const hint = 'bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)';
      return problem('GIT003', `${message}, which is shallow`, hint);
    }
    case 'partial': {
      const hint = 'bring what was left out: git fetch --refetch --no-filter';
      return problem('GIT003', `${message}, which is partial`, hint);
    }
    case 'full':
      return problem('GIT003', message, `bring it: git fetch origin ${commit}`);
  }
}

export function unreadableObjects(what: string, why: Exclude<ObjectRefusal, 'missing_objects'>): Problem {
  if (why === 'too_large') {
    const hint = 'storysync reads no file this large; find out who committed it, and remove it';
    return problem('GIT020', `${what} unpacks to more than 50 MB`, hint);
  }
  return problem('GIT004', `${what} cannot be read from git's objects`, 'git fsck tells what is wrong with them');
}

async function explain(repository: Repository, { option, name }: CommitName, refusal: NameRefusal): Promise<Problem> {
  const given = `${option} ${JSON.stringify(name)}`;
  switch (refusal.kind) {
    case 'unknown': {
      const shallow = (await cloneKind(repository.dirs.commonDir)) === 'shallow';
      const hint = shallow
        ? 'this clone is shallow and may lack it: git fetch --unshallow --tags (in a workflow: fetch-depth: 0 for actions/checkout)'
        : 'git log --oneline lists commits; what only the remote has comes with: git fetch --tags';
      return problem('GIT001', `${given} is not a branch, tag or commit of this clone`, hint);
    }
    case 'not_a_name': {
      const hint = 'write a commit id, a branch or a tag, with ~2 or ^ after it if you like';
      return problem('GIT001', `${given} is not a name of a commit`, hint);
    }
    case 'ambiguous': {
      const shown = refusal.candidates.slice(0, 5).map((candidate) => candidate.replace(/^[0-9a-f]{40}$/, shortId));
      const hint = `write which one: ${shown.join(', ')}${refusal.candidates.length > 5 ? ', …' : ''}`;
      return problem('GIT002', `${given} can mean ${refusal.candidates.length} different commits`, hint);
    }
    case 'no_parent': {
      const hint = 'go back by fewer commits; git log --oneline lists them';
      return problem(
        'GIT001',
        `${given} goes back further than history does: ${shortId(refusal.commit)} has no such parent`,
        hint,
      );
    }
    case 'not_a_commit':
      return problem('GIT001', `${given} is a file or a folder, not a commit`, 'git log --oneline lists commits');
    case 'missing_objects': {
      const what = `the commit that ${given} leads to, ${shortId(refusal.oid)},`;
      // Only a shallow clone leaves commits out; elsewhere it is a slip of the pen, or not fetched yet.
      const shallow = (await cloneKind(repository.dirs.commonDir)) === 'shallow';
      if (shallow) return missingHistory(repository, what, refusal.oid);
      return problem('GIT001', `${what} is not in this clone`, `if the remote has it: git fetch origin ${refusal.oid}`);
    }
    case 'unreadable':
    case 'too_large':
      return unreadableObjects(`the commit that ${given} leads to`, refusal.kind);
    default:
      return unreachable(refusal);
  }
}

function problem(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'error', message, hint };
}
