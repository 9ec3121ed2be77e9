import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import { assessNative, type NativeContext } from './assess-native.ts';
import { placeOf, VendorClaims } from './claims.ts';
import { describeNative } from './describe-native.ts';
import { digestNative } from './digest-native.ts';
import { type VendorOrphan, vendorOrphans } from './left-behind.ts';
import { nativeChangeOf } from './native-change.ts';
import type { HeldStory, NativeInput } from './native-input.ts';
import type { NativeWork } from './native-work.ts';
import { vendorOwners } from './owners.ts';
import { type VendorRelease, vendorReleaseOf } from './release.ts';

/** What is known of a destination beside what the origin tells. */
export type NativeOwn = {
  readonly state: DestinationState | undefined;
  /** Stories of its pairs that stand in its team; undefined where the team was not read. */
  readonly held: readonly HeldStory[] | undefined;
};

/** The vendor's own syncing as code: what git asks for against what the origin tenant has. Pure. */
export class NativePlanner {
  readonly #input: NativeInput;
  readonly #context: NativeContext;

  constructor(input: NativeInput) {
    const { origin, desired, vendor, states } = input;
    this.#input = input;
    this.#context = {
      input,
      claims: new VendorClaims('destinations' in vendor ? vendor.destinations : [], origin.teamId),
      places: new Set(desired.destinations.map(placeOf)),
      owners: vendorOwners(states),
      keys: new Map([...desired.stories.values()].map(({ id, key }) => [id, key])),
    };
  }

  /** A destination that the manifest gives to the vendor. */
  assess(destination: Destination, own: NativeOwn): NativeWork {
    const work = assessNative(this.#context, destination, own);
    return altering({ ...work, digest: digestNative(work), native: describeNative(work) });
  }

  /** A destination of the push, where the vendor keeps it. */
  releaseOf(destination: Destination): VendorRelease | undefined {
    return vendorReleaseOf(destination, this.#context.claims, this.#input.consent);
  }

  /** What the vendor has and no destination of the manifest is. */
  leftBehind(works: readonly NativeWork[]): readonly VendorOrphan[] {
    const { claims, places, owners } = this.#context;
    const replaced = new Set(works.flatMap(({ target }) => (target.at === 'elsewhere' ? target.object.id : [])));
    return vendorOrphans({ claims, places, replaced, owners, held: this.#input.fleetHeld ?? false });
  }
}

/** With whether anything is written but the start of a sync: asked anew once a rollout has kept stories back. */
export function altering(work: NativeWork): NativeWork {
  return { ...work, alters: nativeChangeOf(work).steps.some(({ kind }) => kind !== 'trigger') };
}

/** Whether the team has to be looked at before: the vendor would bring stories there that may stand there already. */
export function entersTeam(work: NativeWork): boolean {
  const { steps, subscribe } = nativeChangeOf(work);
  return work.unfinished || subscribe.length > 0 || steps.some(({ kind }) => kind === 'create');
}
