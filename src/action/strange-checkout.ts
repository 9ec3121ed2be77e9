import type { Workspace } from '../workspace/workspace.ts';
import type { Job } from './job.ts';

/**
 * Events such as a comment run with all secrets and can be set off by anybody, by way of a `repository_dispatch` too.
 * Then keys are used for the event's own commit only, not for what somebody proposes and a step checked out. In a merge
 * queue that commit itself is still a proposal.
 */
export function strangeCheckout(
  trigger: Job['trigger'],
  { head, dirty }: Pick<Workspace, 'head' | 'dirty'>,
): string | undefined {
  if (trigger.event === 'merge_group') {
    return 'in a merge queue nothing is planned or synced, for what stands in it is not merged yet; use "command: validate" (or auto), and sync on "push"';
  }
  if (trigger.event !== 'other' && trigger.event !== 'repository_dispatch') return undefined;
  if (head === trigger.sha && !dirty) return undefined;
  const name = trigger.event === 'other' ? trigger.name : trigger.event;
  const found = head === trigger.sha ? 'its files were changed' : 'another one is checked out';
  return `under the event "${name}" only its own commit ${trigger.sha.slice(0, 12)} is planned, synced or exported from, but ${found}; use "pull_request" for what somebody proposes`;
}
