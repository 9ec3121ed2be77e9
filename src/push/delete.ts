import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { ListedStory } from '../model/observed.ts';
import type { Tenant } from '../tenant/port.ts';
import type { Clock } from './ports.ts';
import { explainFailure, failed, type StepFailure } from './settlement.ts';
import { WRITE_ATTEMPTS, waitBeforeLook } from './write.ts';

type Deleter = { readonly tenant: Tenant; readonly clock: Clock };

/**
 * Deletes a story and sees that it is gone: an accepted delete is not yet a deleted story. After a lost answer the
 * story is looked up before anything is sent again, and sent again only while it is the very story that was meant:
 * `confirm` tells.
 */
export async function deleteStory(
  deleter: Deleter,
  listed: Pick<ListedStory, 'id'>,
  confirm: () => Promise<Result<ListedStory, StepFailure>>,
): Promise<Result<null, StepFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await deleter.tenant.deleteStory(listed.id);
    // "Not found" is the success of an earlier try, or the vendor's word for "not allowed": the look tells.
    const refused = !answer.ok && answer.error.effect === 'none' && answer.error.kind !== 'not_found';
    if (refused) return fail(explainFailure('the delete was refused', answer.error));
    const left = await lookForStory(deleter, listed.id);
    if (!left.ok) return left;
    if (!left.value) return ok(null);
    if (answer.ok) return fail(STILL_THERE);
    if (answer.error.kind === 'not_found') return fail(NOT_ALLOWED);
    if (attempt === WRITE_ATTEMPTS) return fail(explainFailure('the delete did not arrive', answer.error));
    const still = await confirm();
    if (!still.ok) return still;
  }
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

/** Undefined once it is gone; a slow tenant gets the time that a lost write gets. */
async function lookForStory(
  { tenant, clock }: Deleter,
  id: number,
): Promise<Result<ListedStory | undefined, StepFailure>> {
  let last: ListedStory | undefined;
  for (const wait of [0, ...waitBeforeLook]) {
    if (wait > 0) await clock.sleep(wait);
    const now = await tenant.getStory(id);
    if (!now.ok && now.error.kind !== 'not_found') {
      return fail(explainFailure('it is not known whether the story was deleted', now.error));
    }
    if (!now.ok) return ok(undefined);
    last = now.value;
  }
  return ok(last);
}
