import type { DestinationState, NativeState, StateContent } from '../../../model/destination-state.ts';
import type { NativeChange } from '../native-change.ts';
import type { NativeWork } from '../native-work.ts';

/** What is to be recorded of a destination that the vendor serves: each write as soon as it is known to have happened. */
export class NativeRecord {
  readonly #work: NativeWork;
  readonly #previous: DestinationState | undefined;
  #native: NativeState;
  #keepsStories: boolean;

  constructor(work: NativeWork, previous: DestinationState | undefined) {
    this.#work = work;
    this.#previous = previous;
    this.#native = previous?.native ?? { vendorId: null, manualSyncOnly: false, keyVersion: null, carried: [] };
    this.#keepsStories = work.target.at !== 'found' || work.blocked !== null;
  }

  get state(): StateContent {
    const { tenantUrl, teamId } = this.#work.destination;
    const { stories = {}, recordTypes = {}, last = {}, native } = this.#previous ?? {};
    const isKnown = native !== undefined || this.#native.vendorId !== null;
    return {
      tenantUrl,
      teamId,
      // What the push saw of them last is not what stands there once the vendor has been at work.
      stories: this.#keepsStories ? stories : {},
      recordTypes: this.#keepsStories ? recordTypes : {},
      last,
      ...(isKnown ? { native: this.#native } : {}),
    };
  }

  /** What stands there before anything is written, as far as the vendor shows it. */
  began(change: NativeChange): void {
    const { target, flagThere, blocked } = this.#work;
    if (target.at !== 'found' || blocked !== null) return;
    const isSame = this.#native.vendorId === target.object.id;
    this.#native = {
      vendorId: target.object.id,
      manualSyncOnly: flagThere ?? (isSame ? this.#native.manualSyncOnly : false),
      keyVersion: isSame ? this.#native.keyVersion : change.keyVersion,
      carried: this.#native.carried,
    };
  }

  done({ manualSyncOnly, keyVersion }: NativeChange): void {
    if (this.#native.vendorId !== null) this.#native = { ...this.#native, manualSyncOnly, keyVersion };
  }

  made(vendorId: number, { manualSyncOnly, keyVersion }: Pick<NativeState, 'manualSyncOnly' | 'keyVersion'>): void {
    this.#native = { ...this.#native, vendorId, manualSyncOnly, keyVersion };
    this.#keepsStories = false;
  }

  flag(manualSyncOnly: boolean): void {
    this.#native = { ...this.#native, manualSyncOnly };
  }

  key(keyVersion: number): void {
    this.#native = { ...this.#native, keyVersion };
  }

  gone(): void {
    this.#native = { ...this.#native, vendorId: null };
    this.#keepsStories = true;
  }

  /** The vendor does not go on with what stands there: it is not told to again. */
  refused(): void {
    this.#native = { ...this.#native, carried: [] };
  }
}
