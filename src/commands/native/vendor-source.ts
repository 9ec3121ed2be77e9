import type { NativeConsent, NativeInput, OriginStory, VendorReading } from '../../engine/native/native-input.ts';
import { NativePlanner } from '../../engine/native/plan-native.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { Desired } from '../../model/desired.ts';
import type { Origin } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import type { RecordedDestination } from '../../plan/orphans/orphan-destinations.ts';
import type { Policy } from '../../plan/policy.ts';
import type { ReadTime } from '../../tenant/port.ts';
import type { Binding } from '../../trust/bind.ts';
import type { StateSession } from '../state/state-session.ts';
import { readLiveStories } from './read-live-stories.ts';

export type NativeOptions = {
  readonly consent: NativeConsent;
  /** A rollout governs the fleet, also where a plan is made without asking it. */
  readonly rollout: boolean;
  /** Whether the plan is for people: a sync does the same with a forecast of record types as without. */
  readonly forecast?: boolean;
  /** `defaults` hold the whole fleet. */
  readonly fleetHeld?: boolean;
};

/** A run that asks for nothing that needs a person's word. */
export const NO_CONSENT: NativeConsent = { replace: new Set(), takeover: new Set() };

export type VendorQuestion = {
  readonly desired: Desired;
  readonly policy: Policy;
  readonly session: StateSession;
  readonly tenants: Readers;
  readonly keys: Binding;
  /** What state has of destinations that the manifest does not have, where the run asks for them. */
  readonly gone: readonly RecordedDestination[];
  readonly native: NativeOptions;
};

/** What the origin tells of the vendor's own syncing: asked once in a run, and only if somebody wants to know. */
export class VendorSource {
  readonly #question: VendorQuestion;
  readonly #time: () => ReadTime;
  #planner: Promise<NativePlanner | undefined> | undefined;
  #asked: Promise<NativeInput | undefined> | undefined;

  constructor(question: VendorQuestion, time: () => ReadTime) {
    this.#question = question;
    this.#time = time;
  }

  /** Undefined without an origin: then no destination can be the vendor's. */
  planner(): Promise<NativePlanner | undefined> {
    this.#planner ??= this.#input().then((input) => input && new NativePlanner(input));
    return this.#planner;
  }

  /** Whether the list was read; undefined while nobody wanted it. */
  async told(): Promise<NativePlanner | undefined> {
    const input = await this.#asked;
    return input !== undefined && 'destinations' in input.vendor ? this.planner() : undefined;
  }

  /** Why the vendor's list is not known; undefined where it is. */
  async unread(): Promise<Cause | undefined> {
    const input = await this.#input();
    return input !== undefined && 'unreadable' in input.vendor ? input.vendor.unreadable : undefined;
  }

  #input(): Promise<NativeInput | undefined> {
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<NativeInput | undefined> {
    const { desired, policy, native } = this.#question;
    const { origin } = desired;
    if (origin === undefined) return undefined;
    const [{ vendor, originStories }, states] = await Promise.all([this.#readOrigin(origin), this.#owners()]);
    const { forecast: _, ...asked } = native;
    return { origin, desired, vendor, originStories, states, policy, ...asked };
  }

  async #readOrigin(origin: Origin): Promise<Pick<NativeInput, 'vendor' | 'originStories'>> {
    const unknown = (unreadable: Cause): Pick<NativeInput, 'vendor' | 'originStories'> => ({
      vendor: { unreadable },
      originStories: new Map(this.#wanted().map(({ key }) => [key, { is: 'unread', fact: unreadable }])),
    });
    const { keys, tenants } = this.#question;
    const bound = keys.ofOrigin(origin);
    if (!bound.ok) return unknown({ kind: 'key_not_bound', why: bound.error });
    const time = this.#time();
    try {
      const reader = await tenants.reader(bound.value.use, time);
      if (!reader.ok) return unknown(reader.error);
      const listing = await reader.value.listSyncDestinations();
      const vendor: VendorReading = listing.ok
        ? { destinations: listing.value }
        : { unreadable: whyUnread(listing.error, origin) };
      if ('unreadable' in vendor) return unknown(vendor.unreadable);
      const wanted = this.#wanted();
      const originStories: ReadonlyMap<string, OriginStory> =
        wanted.length === 0 ? new Map() : await readLiveStories(reader.value, origin, wanted);
      return { vendor, originStories };
    } finally {
      time.close();
    }
  }

  /** The stories that some destination of this run takes from the vendor. */
  #wanted(): Desired['stories'] extends ReadonlyMap<string, infer Story> ? readonly Story[] : never {
    const { desired, policy } = this.#question;
    const keys = new Set(
      desired.destinations
        .filter(({ engine, name }) => engine === 'native' && policy.selected.has(name))
        .flatMap(({ name }) => [...(policy.selected.get(name) ?? [])]),
    );
    return [...desired.stories.values()].filter(({ key }) => keys.has(key));
  }

  async #owners(): Promise<ReadonlyMap<string, DestinationState>> {
    const { desired, session, gone } = this.#question;
    const natives = desired.destinations.filter(({ engine }) => engine === 'native');
    const read = await Promise.all(natives.map(async (one) => [one.name, await session.readNative(one)] as const));
    return new Map([
      ...read.flatMap(([name, state]) => (state === undefined ? [] : [[name, state] as const])),
      ...gone.map(({ name, state }) => [name, state] as const),
    ]);
  }
}

/** Whether the key is a tenant owner's is told by nothing else than this answer. */
function whyUnread(failure: TenantFailure, { keyName, tenantUrl, teamId }: Origin): Cause {
  if (failure.kind === 'aborted') return { kind: 'interrupted' };
  if (failure.kind === 'not_found') return { kind: 'owner_key_needed', keyName, tenantUrl };
  return { kind: 'destination_unreadable', failure, keyName, tenantUrl, teamId };
}
