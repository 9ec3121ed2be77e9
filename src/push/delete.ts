import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { ListedStory } from '../model/observed.ts';
import type { Tenant } from '../tenant/port.ts';
import { confirmedWrite } from './confirmed-write.ts';
import type { Clock } from './ports.ts';
import { explainFailure, failed, type StepFailure, stale } from './settlement.ts';

type Deleter = { readonly tenant: Tenant; readonly clock: Clock };

/**
 * Deletes a story and sees that it is gone: an accepted delete is not yet a deleted story. After a lost answer it is sent
 * again only while the story is the very one that was meant.
 */
export async function deleteStory({ tenant, clock }: Deleter, listed: ListedStory): Promise<Result<null, StepFailure>> {
  let seen = listed;
  return confirmedWrite(clock, {
    send: () => tenant.deleteStory(listed.id),
    look: async () => {
      const now = await tenant.getStory(listed.id);
      if (now.ok) seen = now.value;
      else if (now.error.kind === 'not_found') return ok(null);
      else return fail(explainFailure('it is not known whether the story was deleted', now.error));
      return ok(undefined);
    },
    words: { refused: 'the delete was refused', lost: 'the delete did not arrive' },
    believes: () => false,
    unfulfilled: STILL_THERE,
    // The success of an earlier try, or the vendor's word for "not allowed".
    doubted: ({ kind }) => (kind === 'not_found' ? fail(NOT_ALLOWED) : undefined),
    hindrance: () =>
      seen.editedAt === listed.editedAt && seen.name === listed.name
        ? undefined
        : stale('the story was edited at the destination meanwhile'),
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
