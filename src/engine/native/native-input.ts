import type { Desired } from '../../model/desired.ts';
import type { Origin } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import type { Policy } from '../../plan/policy.ts';

/** All that the plan of the vendor's own syncing is made of. */
export type NativeInput = {
  readonly origin: Origin;
  /** The whole of it, also where the run was narrowed: who owns what is not decided by a selector. */
  readonly desired: Desired;
  /** Every sync destination of the origin tenant, or why they are not known. */
  readonly vendor: VendorReading;
  /** Of the stories that the destinations take, by key; one that is absent was not asked for. */
  readonly originStories: ReadonlyMap<string, OriginStory>;
  /** Who the vendor's objects were recorded for: by name, also of destinations that the manifest no longer has. */
  readonly states: ReadonlyMap<string, DestinationState>;
  readonly policy: Policy;
  readonly consent: NativeConsent;
  /** A rollout governs the fleet: nothing may be synced by a publish. */
  readonly rollout: boolean;
  /** The manifest holds the whole fleet: nothing is deleted, also where the manifest no longer has a word on it. */
  readonly fleetHeld?: boolean;
};

export type VendorReading = { readonly destinations: readonly VendorDestination[] } | { readonly unreadable: Cause };

/** A story of the origin beside git's file of it. */
export type OriginStory =
  | { readonly is: 'as_in_git' | 'different' | 'gone' | 'uncontrolled' }
  | { readonly is: 'unread'; readonly fact: Cause };

/** A story that a destination's team holds and that is the story of a pair, by its stamp or by its name. */
export type HeldStory = { readonly key: string; readonly id: number };

/** What a person agreed to for this run, by destination. */
export type NativeConsent = { readonly replace: ReadonlySet<string>; readonly takeover: ReadonlySet<string> };
