import { confirmedWrite } from '../../../apply/confirmed-write.ts';
import { type StepFailure, stale } from '../../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../../diagnostics/result.ts';
import type { Clock } from '../../../model/clock.ts';
import type { VendorDestination } from '../../../model/tenant/vendor-destination.ts';
import type { NewSyncDestination, SyncDestinationPatch, SyncDestinationWriter } from '../../../tenant/port.ts';
import { VendorClaims } from '../claims.ts';
import type { VendorWatch } from './vendor-watch.ts';

type Done<T> = Promise<Result<T, StepFailure>>;

/** Writes to the vendor's list at the origin: each happens once, or says why not. */
export class VendorObjects {
  readonly #origin: SyncDestinationWriter;
  readonly #watch: VendorWatch;
  readonly #clock: Clock;

  constructor(origin: SyncDestinationWriter, { watch, clock }: { readonly watch: VendorWatch; readonly clock: Clock }) {
    this.#origin = origin;
    this.#watch = watch;
    this.#clock = clock;
  }

  /** All there are; nothing that was read before a write counts after it. */
  read(): Done<readonly VendorDestination[]> {
    return this.#watch.read();
  }

  /**
   * Of two that stand there the one with the lower id stays, and only what our own create returned is taken away again: a
   * gateway may have sent it twice.
   */
  async create(wanted: NewSyncDestination): Done<VendorDestination> {
    const before = await this.#at(wanted);
    if (!before.ok) return before;
    if (before.value.length > 0) return fail(stale({ since: 'other_plan' }));
    const made = await confirmedWrite<VendorDestination>(this.#clock, {
      step: { write: 'create_destination' },
      send: () => this.#origin.createSyncDestination(wanted),
      look: async () => this.#oneAt(wanted),
    });
    if (!made.ok) return made;
    const after = await this.#at(wanted);
    if (!after.ok) return after;
    const [first, ...twins] = after.value;
    if (first === undefined) return fail(stale({ since: 'other_plan' }));
    if (twins.length === 0) return ok(first);
    const ids = after.value.map(({ id }) => id);
    if (first.id === made.value.id || twins.length > 1 || !sameStories(first, wanted.storyIds)) return fail(twice(ids));
    const withdrawn = await this.delete(made.value.id);
    return withdrawn.ok ? ok(first) : withdrawn;
  }

  update(id: number, patch: SyncDestinationPatch): Done<VendorDestination> {
    return confirmedWrite<VendorDestination>(this.#clock, {
      step: { write: 'update_destination' },
      send: () => this.#origin.updateSyncDestination(id, patch),
      look: async () => {
        const listing = await this.read();
        if (!listing.ok) return listing;
        const object = listing.value.find((one) => one.id === id);
        if (object === undefined) return fail(stale({ since: 'other_plan' }));
        return ok(hasAll(object, patch) ? object : undefined);
      },
    });
  }

  /** Its copies stay where they are, as stories of their own, unless somebody agreed to lose them. */
  delete(id: number, { keepStories = true, blockedBy }: DeleteOptions = {}): Done<null> {
    const isGone = async (): Promise<Result<null | undefined, StepFailure>> => {
      const listing = await this.read();
      if (!listing.ok) return listing;
      return ok(listing.value.some((one) => one.id === id) ? undefined : null);
    };
    return confirmedWrite<null>(this.#clock, {
      step: { write: 'delete_destination' },
      send: () => this.#origin.deleteSyncDestination(id, { keepStories }),
      look: isGone,
      ...(blockedBy === undefined ? {} : { blockedBy }),
      // It may be gone because an earlier sending of this very request arrived.
      recheckRefusal: (failure) =>
        failure.kind === 'not_found'
          ? fail({ fact: { kind: 'write_refused', step: { write: 'delete_destination' }, failure } })
          : undefined,
    });
  }

  /** Begun twice it is carried out twice, with the same content: so it is sent again where no look shows that it began. */
  sync(id: number, storyId: number, before: string | null): Done<null> {
    return confirmedWrite<null>(this.#clock, {
      step: { write: 'start_sync' },
      send: () => this.#origin.syncStory(id, storyId),
      look: async () => {
        const listing = await this.read();
        if (!listing.ok) return listing;
        const entry = listing.value.find((one) => one.id === id)?.subscriptions.find((one) => one.storyId === storyId);
        return ok(entry !== undefined && entry.status !== before ? null : undefined);
      },
    });
  }

  async #at({ tenantUrl, teamId, originTeamId }: NewSyncDestination): Done<readonly VendorDestination[]> {
    const listing = await this.read();
    return listing.ok ? ok(new VendorClaims(listing.value, originTeamId).at({ tenantUrl, teamId })) : listing;
  }

  async #oneAt(wanted: NewSyncDestination): Promise<Result<VendorDestination | undefined, StepFailure>> {
    const found = await this.#at(wanted);
    if (!found.ok) return found;
    const [first, ...twins] = found.value;
    return twins.length > 0 ? fail(twice(found.value.map(({ id }) => id))) : ok(first);
  }
}

export type DeleteOptions = {
  readonly keepStories?: boolean;
  /** Why a request whose answer was lost must not be sent again. */
  readonly blockedBy?: () => StepFailure | undefined;
};

function twice(ids: readonly number[]): StepFailure {
  return { fact: { kind: 'vendor_destination_repeated', ids } };
}

/** A key is never told, so it is sent once more. */
function hasAll(object: VendorDestination, { key, manualSyncOnly, storyIds }: SyncDestinationPatch): boolean {
  if (key !== undefined) return false;
  if (manualSyncOnly !== undefined && object.manualSyncOnly !== manualSyncOnly) return false;
  return storyIds === undefined || sameStories(object, storyIds);
}

export function sameStories(
  { subscriptions }: Pick<VendorDestination, 'subscriptions'>,
  storyIds: readonly number[],
): boolean {
  const there = new Set(subscriptions.map(({ storyId }) => storyId));
  return there.size === new Set(storyIds).size && storyIds.every((id) => there.has(id));
}
