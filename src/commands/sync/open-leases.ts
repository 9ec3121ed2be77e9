import { type Leases, leaseOfNothing } from '../../apply/leases.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { authorFrom, DEFAULT_AUTHOR } from '../../git/objects/author.ts';
import { clearDeadLeases } from '../../lease/clone-leases.ts';
import { RunLeases } from '../../lease/run-leases.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { provenanceOf } from '../state/provenance.ts';
import { STATE_BRANCH, type StateSession } from '../state/state-session.ts';
import type { SyncSettings } from './settings.ts';

export type OpenedLeases = Leases & { readonly problems: readonly Problem[]; close(): Promise<void> };

/** What keeps other runs from writing where this one does. No remote is asked before a lease is wanted. */
export async function openLeases(
  { environment, clock }: Pick<CommandPorts, 'environment' | 'clock'>,
  { repository, commit }: Pick<Workspace, 'repository' | 'commit'>,
  { state, stateBranch = STATE_BRANCH }: Pick<SyncSettings, 'state' | 'stateBranch'>,
  session: StateSession,
  progress: Progress,
): Promise<OpenedLeases> {
  if (!repository) return NO_LEASES;
  await clearDeadLeases(repository.dirs.commonDir);
  const author = authorFrom(environment);
  const told = new Set<string>();
  return new RunLeases({
    dirs: repository.dirs,
    stateBranch,
    shared: state,
    environment,
    author: author.ok ? author.value : DEFAULT_AUTHOR,
    seal: session.seal,
    clock,
    link: provenanceOf(environment, commit).run,
    beforeRelease: () => session.flush(),
    // One run may hold a thousand of them.
    onWait: (destination, owner) => {
      if (!told.has(owner)) progress.wait(destination, owner);
      told.add(owner);
    },
  });
}

/** Outside git there is no place for them, which the session says. */
const NO_LEASES: OpenedLeases = {
  take: async () => leaseOfNothing(),
  problems: [],
  close: async () => {},
};
