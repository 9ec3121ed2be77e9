import type { Trust } from '../trust/trust.ts';
import { readPins } from '../workspace/read-pins.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The workspace with the stories of its pins. A pin names an ancestor of the default branch's tip: what nobody has merged
 * reaches no customer by being pinned. Where nobody tells a tip, it is of what is checked out.
 */
export async function withPins(workspace: Workspace, trust: Trust): Promise<Workspace> {
  const { repository, today, head, desired } = workspace;
  const tip = trust.kind === 'worktree' ? head : (trust.branch?.tip ?? head);
  const pinned = await readPins({ repository, today, tip, ...desired });
  return pinned.size === 0 ? workspace : { ...workspace, desired: { ...desired, pinned } };
}
