import { nativeChangeOf } from '../../src/engine/native/native-change.ts';
import type { NativeWork } from '../../src/engine/native/native-work.ts';
import type { DestinationState } from '../../src/model/destination-state.ts';
import type { VendorDestination } from '../../src/model/tenant/vendor-destination.ts';
import { type NativePlan, nativeState, ORIGIN } from './native-planning.ts';

/** Questions that the vendor's documentation leaves open. */
export type VendorPositions = {
  /** A save syncs at once whatever the flag says. */
  readonly savesSync: boolean;
  /** So does one of the flag alone, where it is off then. */
  readonly flagSyncs: boolean;
  readonly showsFlag: boolean;
};

/** The vendor as plain data: carries plans out, and each sync that is begun succeeds. */
export class VendorSimulation {
  readonly #objects: Map<number, VendorDestination & { readonly manualSyncOnly: boolean }>;
  readonly #positions: VendorPositions;
  #last = 1000;

  constructor(objects: readonly VendorDestination[], positions: VendorPositions) {
    this.#positions = positions;
    this.#objects = new Map(objects.map((one) => [one.id, { ...one, manualSyncOnly: one.manualSyncOnly ?? false }]));
  }

  get destinations(): readonly VendorDestination[] {
    const { showsFlag } = this.#positions;
    return [...this.#objects.values()].map((one) => (showsFlag ? one : { ...one, manualSyncOnly: null }));
  }

  /** Carries a plan out, and answers what is recorded from then on. */
  apply({ works }: NativePlan, states: ReadonlyMap<string, DestinationState>): ReadonlyMap<string, DestinationState> {
    const recorded = new Map(states);
    for (const work of works) {
      const id = this.#carryOut(work);
      if (id === undefined) continue;
      const { manualSyncOnly, keyVersion } = nativeChangeOf(work);
      const { destination } = work;
      recorded.set(destination.name, nativeState(destination, { vendorId: id, manualSyncOnly, keyVersion }));
    }
    return recorded;
  }

  #carryOut(work: NativeWork): number | undefined {
    let id = work.target.at === 'found' ? work.target.object.id : undefined;
    for (const step of nativeChangeOf(work).steps) {
      if (step.kind === 'delete') this.#objects.delete(step.id);
      else if (step.kind === 'create') id = this.#create(work, step.storyIds, step.manualSyncOnly);
      else if (step.kind === 'trigger') this.#sync(id, step.storyIds);
      else if (step.kind === 'set_flag') {
        this.#change(step.id, { manualSyncOnly: step.manualSyncOnly });
        if (this.#positions.flagSyncs && !step.manualSyncOnly) this.#sync(step.id);
      } else {
        // This vendor goes on with the copies that stand there.
        if (step.kind === 'prove') continue;
        const saved = step.id ?? id;
        if (saved === undefined) throw new Error('a save of nothing');
        if (step.kind === 'set_stories') this.#subscribe(saved, step.storyIds);
        this.#saved(saved);
      }
    }
    return id;
  }

  #create({ destination }: NativeWork, storyIds: readonly number[], manualSyncOnly: boolean): number {
    const { tenantUrl, teamId } = destination;
    this.#last += 1;
    const id = this.#last;
    this.#objects.set(id, { id, tenantUrl, teamId, originTeamId: ORIGIN.teamId, manualSyncOnly, subscriptions: [] });
    this.#subscribe(id, storyIds);
    this.#saved(id);
    return id;
  }

  #saved(id: number): void {
    if (this.#positions.savesSync || this.#objects.get(id)?.manualSyncOnly === false) this.#sync(id);
  }

  #subscribe(id: number, storyIds: readonly number[]): void {
    const known = new Map(this.#objects.get(id)?.subscriptions.map((entry) => [entry.storyId, entry]));
    const subscriptions = storyIds.map((storyId) => {
      const fresh = { storyId, storyName: `Story ${storyId}`, status: 'requires_sync', errorMessage: null } as const;
      return known.get(storyId) ?? fresh;
    });
    this.#change(id, { subscriptions });
  }

  #sync(id: number | undefined, storyIds?: readonly number[]): void {
    const object = id === undefined ? undefined : this.#objects.get(id);
    if (object === undefined) throw new Error('a sync of nothing');
    const subscriptions = object.subscriptions.map((entry) =>
      storyIds?.includes(entry.storyId) === false ? entry : { ...entry, status: 'synced' as const, errorMessage: null },
    );
    this.#change(object.id, { subscriptions });
  }

  #change(id: number, change: Partial<VendorDestination & { readonly manualSyncOnly: boolean }>): void {
    const object = this.#objects.get(id);
    if (object === undefined) throw new Error(`there is no sync destination ${id}`);
    this.#objects.set(id, { ...object, ...change });
  }
}
