import type { Problem } from '../diagnostics/problem.ts';
import type { BranchTip } from '../git/remote/remote.ts';
import type { Destination } from '../model/destination.ts';
import { shortId } from '../model/text/short-id.ts';
import { RULE, type Trust } from './trust.ts';

type Nobody = Extract<Trust, { readonly kind: 'nobody' }>;

/** Destinations without a key, each at its line. */
export function unboundProblems(
  destinations: readonly Destination[],
  unbound: ReadonlyMap<string, string>,
): readonly Problem[] {
  return destinations.flatMap(({ name, place }) => {
    const why = unbound.get(name);
    if (why === undefined) return [];
    return [
      {
        code: 'RUN030',
        severity: 'warning',
        message: `destination "${name}" is not asked: ${why}`,
        hint: 'merge the change into the default branch; from then on the key is used',
        place,
      },
    ];
  });
}

/** Once for all destinations. A plan goes on offline; for a command that writes or exports it is the end. */
export function untold({ why }: Nobody, severity: Problem['severity']): Problem {
  const lost = severity === 'error' ? 'nothing is done' : 'no tenant is asked';
  return {
    code: 'RUN031',
    severity,
    message: `${lost}: ${RULE}, and ${why}`,
    hint: 'let the job read the repository (contents: read, or an https remote with a token), then run it again',
  };
}

/** Where a sync, an export or the report of one has no business. */
export function notOnHead(what: 'sync' | 'export' | 'report', { name }: BranchTip, where: string): Problem {
  return {
    code: 'RUN032',
    severity: 'error',
    message: `${what === 'export' ? 'an export' : `a ${what}`} runs only on the head of the default branch "${name}", but ${where}`,
    hint: `merge into "${name}" first, or run it there`,
  };
}

/** A commit by name that nobody has merged, or of which this clone cannot tell. */
export function notMerged(commit: string, { name }: BranchTip, history: 'known' | 'not_known'): Problem {
  const asked = `--at asks for ${shortId(commit)}`;
  const known = history === 'known';
  return {
    code: 'RUN032',
    severity: 'error',
    message: known
      ? `a sync takes only commits that the default branch "${name}" has, and ${asked}, which is not merged`
      : `${asked}, and this clone cannot tell whether the default branch "${name}" has that commit`,
    hint: known
      ? `merge into "${name}" first, or name a commit that it has`
      : 'bring the whole history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)',
  };
}

export function originUnbound(why: string): Problem {
  return {
    code: 'RUN033',
    severity: 'error',
    message: `the origin is not asked: ${why}`,
    hint: 'merge the change into the default branch; from then on the key is used',
  };
}
