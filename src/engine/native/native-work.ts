import type { Cause } from '../../model/fact/fact.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { StoryWork } from '../../plan/story-work.ts';

/** Where a destination of the manifest stands at the vendor. */
export type NativeTarget =
  | { readonly at: 'found'; readonly object: VendorDestination }
  /** `takesOver`: the push kept its stories, and the vendor is to carry them again. */
  | { readonly at: 'absent'; readonly takesOver: boolean }
  /** Under another address or team, which the vendor cannot change. */
  | { readonly at: 'elsewhere'; readonly object: VendorDestination }
  | { readonly at: 'unknown' };

export type NativeStoryWork = StoryWork & {
  /** Of the story at the origin. */
  readonly storyId: number;
  readonly subscribed: boolean;
  /** Ids of what the team holds of it already, from before the vendor was told to carry it. */
  readonly copies: readonly number[];
  /** The origin no longer has it, so the vendor takes no list with it. */
  readonly gone: boolean;
};

/** What was decided about one destination that the vendor serves. Rollouts may still keep stories of it back. */
export type NativeWork = DestinationWork<NativeStoryWork> & {
  readonly target: NativeTarget;
  /** Why nothing at all may be written there; null where something may. */
  readonly blocked: Cause | null;
  /** The stories that the run did not choose stay as they are. */
  readonly narrowed: boolean;
  readonly sameTenant: boolean;
  readonly originTeamId: number;
  /** The flag as it should be: the manifest's, or set because a publish must not pass a hold or a rollout. */
  readonly manualSyncOnly: boolean;
  /** The flag as the vendor has it, or as we provably set it last where it does not say; null where nobody knows. */
  readonly flagThere: boolean | null;
  /** Nothing but the flag is written: a hold, or a destination for runs by hand that was not asked for. */
  readonly flagAlone: boolean;
  readonly key: KeyDecision;
  /** A takeover began, and nobody came to look what the vendor made of the copies. */
  readonly unfinished: boolean;
  /** Stories of the vendor's list that the manifest does not ask for, with what names them. */
  readonly unwanted: readonly UnwantedStory[];
};

/** Work goes back to the engine that made it. One that could not be read, or was not asked, is nobody's in particular. */
export function isNativeWork(work: DestinationWork): work is NativeWork {
  return 'target' in work;
}

export type UnwantedStory = { readonly storyId: number; readonly key: string | null; readonly name: string | null };

export type KeyDecision = {
  /** Sent with an update; a create sends it anyway. */
  readonly send: boolean;
  /** What to record from then on. */
  readonly version: number | null;
  /** Why it is not sent although the manifest has a number. */
  readonly unknown: boolean;
};
