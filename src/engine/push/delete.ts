import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Tenant } from '../../tenant/port.ts';
import { confirmedWrite } from './confirmed-write.ts';
import { explainFailure, failed, type StepFailure } from './step-failure.ts';

type Deleter = { readonly tenant: Tenant; readonly clock: Clock };

/**
 * Deletes a story and sees that it is gone: an accepted delete is not yet a deleted story. After a lost answer it is sent
 * again only while the story is the very one that was meant: `confirm` tells.
 */
export async function deleteStory(
  { tenant, clock }: Deleter,
  listed: Pick<StoryInfo, 'id'>,
  confirm: () => Promise<Result<StoryInfo, StepFailure>>,
): Promise<Result<null, StepFailure>> {
  return confirmedWrite(clock, {
    send: () => tenant.deleteStory(listed.id),
    look: async () => {
      const now = await tenant.getStory(listed.id);
      if (now.ok) return ok(undefined);
      if (now.error.kind === 'not_found') return ok(null);
      return fail(explainFailure('it is not known whether the story was deleted', now.error));
    },
    words: { refused: 'the delete was refused', lost: 'the delete did not arrive' },
    believes: () => false,
    unfulfilled: STILL_THERE,
    // The success of an earlier try, or the vendor's word for "not allowed".
    doubted: ({ kind }) => (kind === 'not_found' ? fail(NOT_ALLOWED) : undefined),
    hindrance: async () => {
      const still = await confirm();
      return still.ok ? undefined : still.error;
    },
  });
}

const STILL_THERE = failed(
  'verify_failed',
  'the tenant accepted the delete, but the story is still there',
  'look at the story in the tenant, then run again',
);
const NOT_ALLOWED = failed(
  'rejected',
  'the key may not delete stories there',
  'give the key the role that may (Team admin), or delete the story by hand',
);
