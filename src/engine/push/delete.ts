import { confirmedWrite } from '../../apply/confirmed-write.ts';
import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Tenant } from '../../tenant/port.ts';

type Deleter = { readonly tenant: Tenant; readonly clock: Clock };

/**
 * Deletes a story and sees that it is gone: an accepted delete is not yet a deleted story. After a lost answer it is sent
 * again only while the story is the very one that was meant: `confirm` tells.
 */
export async function deleteStory(
  { tenant, clock }: Deleter,
  listed: Pick<StoryInfo, 'id'>,
  confirm: () => Promise<Result<unknown, StepFailure>>,
): Promise<Result<null, StepFailure>> {
  return confirmedWrite(clock, {
    send: () => tenant.deleteStory(listed.id),
    look: async () => {
      const now = await tenant.getStory(listed.id);
      if (now.ok) return ok(undefined);
      if (now.error.kind === 'not_found') return ok(null);
      return fail(readFailed('deleted_story', now.error));
    },
    step: { write: 'delete' },
    acceptWithoutLook: () => false,
    notDone: { fact: { kind: 'delete_without_effect' } },
    // The success of an earlier try, or the vendor's word for "not allowed".
    recheckRefusal: ({ kind }) =>
      kind === 'not_found' ? fail({ fact: { kind: 'delete_not_allowed' } as const }) : undefined,
    blockedBy: async () => {
      const still = await confirm();
      return still.ok ? undefined : still.error;
    },
  });
}
