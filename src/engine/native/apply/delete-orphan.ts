import { fail, ok, type Result } from '../../../diagnostics/result.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { VendorDestination } from '../../../model/tenant/vendor-destination.ts';
import { placeOf } from '../claims.ts';
import type { VendorOrphan } from '../left-behind.ts';
import type { NativePorts } from './native-ports.ts';
import { sameStories, VendorObjects } from './vendor-object.ts';

export type OrphanDeletion = {
  /** Without it the vendor deletes the stories that it carried as well, in its own time. */
  readonly keepStories: boolean;
  /** Why nothing may be written at this moment, asked anew before each request. */
  readonly blockedBy: () => Cause | undefined;
};

/** Deletes what is left behind at the vendor, as far as it is still what the plan saw. One look at the list serves all. */
export class OrphanDeletions {
  readonly #objects: VendorObjects;
  readonly #listing: ReadonlyMap<number, VendorDestination>;

  private constructor(objects: VendorObjects, listing: readonly VendorDestination[]) {
    this.#objects = objects;
    this.#listing = new Map(listing.map((object) => [object.id, object]));
  }

  static async open({ origin, watch, clock }: OrphanPorts): Promise<Result<OrphanDeletions, Cause>> {
    const writer = await origin();
    if (!writer.ok) return writer;
    const objects = new VendorObjects(writer.value, { watch, clock });
    const listing = await objects.read();
    return listing.ok ? ok(new OrphanDeletions(objects, listing.value)) : fail(listing.error.fact);
  }

  /** Succeeds where the vendor confirms it, or no longer has it: then somebody else was there before. */
  async delete({ object }: VendorOrphan, { keepStories, blockedBy }: OrphanDeletion): Promise<Result<null, Cause>> {
    const there = this.#listing.get(object.id);
    if (there === undefined) return ok(null);
    if (!isAsPlanned(there, object)) return fail({ kind: 'stale', stale: { since: 'other_plan' } });
    const blocked = blockedBy();
    if (blocked) return fail(blocked);
    const done = await this.#objects.delete(object.id, {
      keepStories,
      blockedBy: () => {
        const fact = blockedBy();
        return fact && { fact };
      },
    });
    return done.ok ? done : fail(done.error.fact);
  }
}

export type OrphanPorts = Pick<NativePorts, 'origin' | 'watch' | 'clock'>;

/** The number that somebody agreed to counts these very stories. */
function isAsPlanned(there: VendorDestination, planned: VendorDestination): boolean {
  const storyIds = planned.subscriptions.map(({ storyId }) => storyId);
  const isSamePlace = there.originTeamId === planned.originTeamId && placeOf(there) === placeOf(planned);
  return isSamePlace && sameStories(there, storyIds);
}
