import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { TrustSource } from '../../trust/source.ts';
import type { GitHub, GitHubFailure } from '../ports.ts';

/** GitHub's API as the one that knows the default branch. */
export function gitHubApi(github: Pick<GitHub, 'defaultBranch' | 'branchHead' | 'fileAt'>): TrustSource {
  return {
    defaultBranch: async () => {
      const name = await github.defaultBranch();
      if (!name.ok) return untold(name.error);
      const tip = await github.branchHead(name.value);
      return tip.ok ? ok({ name: name.value, tip: tip.value }) : untold(tip.error);
    },
    fileAt: async (commit, path) => {
      const file = await github.fileAt(commit, path);
      if (!file.ok) return untold(file.error);
      return ok(file.value === undefined ? undefined : new TextEncoder().encode(file.value));
    },
  };
}

function untold({ what, kind, status }: GitHubFailure): Result<never, string> {
  const detail = status === undefined ? kind : `${kind}, HTTP ${status}`;
  return fail(`GitHub's API did not let us ${what} (${detail})`);
}
