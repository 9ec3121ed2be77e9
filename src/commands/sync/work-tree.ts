import type { Problem } from '../../diagnostics/problem.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts } from '../ports.ts';

/** In CI a sync must be reproducible from git; by hand it may run ahead of the commit, and says so. */
export function checkWorkTree(
  { environment }: Pick<CommandPorts, 'environment'>,
  workspace: Workspace,
): Problem | undefined {
  if (!workspace.repository || !workspace.dirty) return undefined;
  const inCi = environment.CI === 'true';
  if (workspace.doubt !== undefined) return cannotTell(workspace.doubt, inCi);
  if (workspace.at !== undefined) return uncommittedManifest(inCi);
  return {
    code: 'RUN003',
    severity: inCi ? 'error' : 'warning',
    message: inCi
      ? 'the manifest or a story file differs from the commit, and in CI a sync must match git exactly'
      : 'the manifest or a story file differs from the commit: this sync records no commit',
    hint: 'commit the changes first',
  };
}

/** Nothing is wrong with the files: git is kept in a way, or with gaps, that leave the question open. */
function cannotTell(doubt: string, inCi: boolean): Problem {
  const consequence = inCi ? 'in CI a sync must match git exactly' : 'this sync records no commit';
  return {
    code: 'RUN035',
    severity: inCi ? 'error' : 'warning',
    message: `cannot tell whether the files match git: ${doubt}; ${consequence}`,
    hint: WHAT_WORKS,
  };
}

const WHAT_WORKS =
  'validate, plan, export without --commit and status --live work here, and outside CI a sync with --no-state; for the rest use a full clone with sha1 object names and files for its branches';

/** With `--at` the stories are git's, and only the manifest can be ahead of it. */
function uncommittedManifest(inCi: boolean): Problem {
  return {
    code: 'RUN003',
    severity: inCi ? 'error' : 'warning',
    message: inCi
      ? 'the manifest has uncommitted changes, and in CI a sync must match git exactly'
      : 'the manifest has uncommitted changes: this sync uses them, although git does not have them',
    hint: 'commit the changes first',
  };
}
