import type { PlanResult } from '../../commands/plan.ts';
import { recordedAge } from '../../report/age.ts';
import { forMarkdown } from '../../report/escape.ts';
import { RULE, type Trust } from '../../trust/trust.ts';
import type { Job } from '../job.ts';

/** What a reader of the plan must know before anything else: whom it did not ask, and why. */
export function planNotes(
  { trigger, world }: Job,
  trust: Trust,
  { plan, unbound, recordedAt }: PlanResult,
): readonly string[] {
  const age = recordedAge(recordedAt, world.clock.now().toISOString());
  if (trigger.event === 'pull_request' && trigger.fork) {
    return [
      `> **Planned offline:** the pull request comes from a fork, which has no keys. No tenant was asked; ${age}. To see what a merge would really do, plan a branch of this repository.`,
    ];
  }
  if (trust.kind === 'nobody') {
    return [
      `> **Planned offline:** no tenant was asked; ${age}. The reason: ${forMarkdown(`${RULE}, and ${trust.why}`)}.`,
    ];
  }
  const offline = plan.destinations.filter(({ name }) => unbound.has(name)).length;
  if (offline === 0) return [];
  const count = offline === 1 ? '1 destination is' : `${offline} destinations are`;
  return [
    `> **Planned offline:** ${count} new, or would send a key where the default branch does not send it. No key was used for them; ${age}. The annotations say why.`,
  ];
}
