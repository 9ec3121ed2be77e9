import type { ProblemCode } from '../diagnostics/catalogue/index.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { UNUSABLE, type UnusableRemote } from '../git/remote/remote-address.ts';
import { describeRemoteFailure, type RemoteFailure, remoteHint } from '../git/remote/remote-failure.ts';

/** What stands in the way of sharing the state. `remote` is the remote's name; its address may hold a password. */

const CODES: { readonly [kind in RemoteFailure['kind']]: ProblemCode } = {
  no_access: 'STA010',
  refused: 'STA011',
  unreachable: 'STA013',
  broken: 'STA014',
};

const HINTS: { readonly [kind in RemoteFailure['kind']]: string } = {
  no_access:
    'in GitHub Actions give the job "permissions: contents: write"; elsewhere set STORYSYNC_GIT_TOKEN to a token that may push here. Until then state stays in this clone',
  refused: 'exempt this branch from the rule; until then state stays in this clone',
  unreachable: 'the run goes on with the state of this clone, and the next one that reaches the remote shares it',
  broken: 'check the address with "git remote -v"; until then state stays in this clone',
};

export function remoteProblem(
  doing: 'fetched' | 'pushed',
  branch: string,
  remote: string,
  failure: RemoteFailure,
): Problem {
  const message = `the state branch "${branch}" cannot be ${doing}: the remote "${printable(remote)}" ${describeRemoteFailure(failure)}`;
  const hint = [remoteHint(failure), HINTS[failure.kind]].filter((text) => text !== undefined).join('; ');
  return { code: CODES[failure.kind], severity: 'warning', message, hint };
}

export function unusableRemote(branch: string, remote: string, why: UnusableRemote): Problem {
  const name = printable(remote);
  return {
    code: 'STA012',
    severity: 'warning',
    message: `the state of this run stays in this clone: the remote "${name}" ${UNUSABLE[why]}`,
    hint: `run "git push ${name} ${branch}" now, and "git fetch ${name} ${branch}:${branch}" before the next run`,
  };
}

export function outrun(branch: string, attempts: number): Problem {
  return {
    code: 'STA015',
    severity: 'warning',
    message: `the state branch "${branch}" could not be pushed in ${attempts} attempts: other runs were faster each time`,
    hint: 'run the same command again: the state is kept in this clone, and goes with the next push',
  };
}
