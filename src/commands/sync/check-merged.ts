import type { Problem } from '../../diagnostics/problem.ts';
import { notMerged } from '../../trust/problems.ts';
import type { Trust } from '../../trust/trust.ts';
import { resolvePins } from '../../workspace/resolve-pins.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * `--at` takes what a pin takes: in CI a commit that the default branch has. Whoever may start a job with a name of their
 * choice would push else what nobody has reviewed.
 */
export async function checkMerged(
  { repository, at }: Pick<Workspace, 'repository' | 'at'>,
  trust: Trust,
): Promise<Problem | undefined> {
  if (at === undefined || trust.kind !== 'default_branch') return undefined;
  const { branch } = trust;
  const found = (await resolvePins(repository, branch.tip, new Set([at]))).get(at);
  if (found?.ok) return undefined;
  // What was left out of the clone is never called unmerged.
  return notMerged(at, branch, found?.error.kind === 'not_merged' ? 'known' : 'not_known');
}
