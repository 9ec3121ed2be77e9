import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { openRemote } from '../git/remote/remote.ts';
import { type GitStateOptions, GitStateStore, openStateBranch } from './git-store.ts';
import type { HistoryLimits } from './history.ts';
import type { StateStore } from './port.ts';
import { SharedBranch } from './shared-branch.ts';
import { unshared } from './sharing.ts';

export type SharedStateOptions = GitStateOptions & {
  /** Where tokens for the remote are looked for. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly random?: () => number;
  readonly history?: HistoryLimits;
};

/** The store, and why it may not know what others have written. */
export type OpenedStateStore = { readonly store: StateStore; readonly problems: readonly Problem[] };

/** State on a local branch, shared through the repository's remote where it has one. */
export async function openSharedStateStore(options: SharedStateOptions): Promise<Result<OpenedStateStore, Problem>> {
  const opened = await openStateBranch(options);
  if (!opened.ok) return opened;
  const { branch, dirs } = opened.value;
  const found = await openRemote(dirs, { environment: options.environment });
  if (found.kind === 'none') return ok({ store: new GitStateStore(branch), problems: [] });
  if (found.kind === 'unusable') {
    const sharing = unshared(options.branch, found.name, found.why);
    return ok({ store: new GitStateStore(branch, sharing), problems: [] });
  }
  const sharing = new SharedBranch(branch, found.remote, { ...options, commonDir: dirs.commonDir });
  const fetched = await sharing.open();
  return ok({ store: new GitStateStore(branch, sharing), problems: fetched.ok ? [] : [fetched.error] });
}
