import type { DestinationFact } from './destination-fact.ts';
import type { StoryFact } from './story-fact.ts';

/** Why the vendor's own syncing does not bring a story to a destination, or may not. */
export type NativeFact =
  /** The origin tells of sync destinations to a tenant owner alone. */
  | { readonly kind: 'owner_key_needed'; readonly keyName: string; readonly tenantUrl: string }
  /** Two sync destinations of the vendor are the same: origin team, tenant and team. */
  | { readonly kind: 'vendor_destination_repeated'; readonly ids: readonly number[] }
  /** The vendor cannot move it: it is deleted and made anew, once somebody agrees. */
  | {
      readonly kind: 'awaits_replace';
      readonly destination: string;
      readonly from: { readonly tenantUrl: string; readonly teamId: number };
      /** Stories that it carried there, which stay. */
      readonly copies: number;
    }
  /** The manifest gives it to the push, and the vendor keeps it until somebody agrees. */
  | {
      readonly kind: 'kept_by_vendor';
      readonly destination: string;
      readonly vendorId: number;
      readonly copies: number;
    }
  /** The team holds stories that the push brought, or that the vendor would make a second time. */
  | {
      readonly kind: 'kept_by_push';
      readonly destination: string;
      readonly keys: readonly string[];
      /** The vendor carried exactly these before: it may be told to again. */
      readonly mayTakeOver: boolean;
    }
  /** The vendor was to go on with copies that stood there. The first of them went alone, and nothing went after it. */
  | {
      readonly kind: 'takeover_stopped';
      /** The story that went first. */
      readonly key: string;
      readonly why:
        | { readonly is: 'second_copy'; readonly storyId: number }
        | { readonly is: 'addresses_changed'; readonly storyId: number }
        /** Nothing is known against it: its sync failed, or was not seen to end well. */
        | { readonly is: 'not_synced' };
      /** Whether the vendor's object that was made for it is gone again. */
      readonly undone: boolean;
    }
  /** The vendor carries what is live at the origin, and git has something else. */
  | { readonly kind: 'origin_differs'; readonly storyId: number }
  | { readonly kind: 'origin_story_gone'; readonly storyId: number }
  /** The vendor syncs stories under change control alone. */
  | { readonly kind: 'origin_uncontrolled'; readonly storyId: number }
  /** Given back to the push, its copies would be made a second time: they are not found where the vendor has brought them. */
  | { readonly kind: 'copies_not_found'; readonly keys: readonly string[] }
  /** The last sync failed; the vendor's own words, where it has any. */
  | { readonly kind: 'vendor_sync_failed'; readonly message: string | null }
  /** It was in sync before the vendor was told to sync it, and nothing shows that it was synced since. */
  | { readonly kind: 'unconfirmed' }
  /** Begun, and not done within the time that the run waits. */
  | { readonly kind: 'still_syncing'; readonly seconds: number };

/** What is to be known of a destination that the vendor serves. */
export type NativeWarning =
  /** A save may sync at once: these stories are not the same at origin and destination, or not what git has. */
  | { readonly kind: 'saving_may_sync'; readonly stories: readonly string[] }
  /** Its number is in the manifest, but nothing says which key the vendor has. */
  | { readonly kind: 'key_not_sent'; readonly version: number }
  /** What becomes of these stories at the destination is the vendor's decision, and not documented. */
  | {
      readonly kind: 'copies_left_to_vendor';
      readonly why: 'unsubscribed' | 'replaced' | 'taken_over';
      readonly stories: readonly string[];
    }
  /** Neither the vendor nor proven state says whether the manual flag is set, so it is set once more. */
  | { readonly kind: 'flag_unknown' }
  /** It was enabled before the vendor's sync destination was deleted, with its stories kept. */
  | { readonly kind: 'disabled_by_vendor' }
  /** Nobody knows what the vendor would make of this record type there, or of any; the sync goes on. */
  | {
      readonly kind: 'no_forecast';
      readonly type: string | null;
      readonly why: DestinationFact | Extract<StoryFact, { kind: 'record_type_repeated' | 'enum_without_values' }>;
    }
  /** The vendor's own words about the last sync. */
  | { readonly kind: 'vendor_failed'; readonly message: string };

/** Why one of the vendor's sync destinations that the manifest does not have stays, whatever is asked for. */
export const NATIVE_KEPT = [
  /** Nothing is recorded of it. */
  'not_ours',
  /** Only an unproven record says that it is ours, or two proven ones do. */
  'not_proven',
  /** What is recorded of it is of another tenant or team. */
  'recorded_elsewhere',
  /** The manifest holds the whole fleet. */
  'held',
] as const;
export type NativeKept = (typeof NATIVE_KEPT)[number];

/** What became of one of the vendor's sync destinations that the manifest no longer has. */
export type NativePruneFact =
  /** `kept`: the stories that it carried stay; else the vendor was told to delete them, which takes its time. */
  | { readonly kind: 'vendor_destination_deleted'; readonly copies: number; readonly kept: boolean }
  | { readonly kind: 'vendor_destination_stays'; readonly because: NativeKept };
