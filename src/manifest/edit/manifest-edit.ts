import type { Detachment, Hold, Pin } from '../../model/destination.ts';
import type { Holder } from './detached-entries.ts';

/** A change of the manifest, in its own words. */
export type ManifestEdit =
  | {
      readonly kind: 'detach';
      readonly destination: string;
      readonly story: string;
      readonly detachment: Detachment;
    }
  | { readonly kind: 'reattach'; readonly destination: string; readonly story: string }
  | { readonly kind: 'hold'; readonly holder: Holder; readonly hold: Hold }
  | { readonly kind: 'release'; readonly holder: Holder }
  | { readonly kind: 'pin'; readonly holder: Holder; readonly pin: Pin }
  | { readonly kind: 'unpin'; readonly holder: Holder }
  /** Raises the number of the destination's key by one. */
  | { readonly kind: 'rotate'; readonly destination: string }
  | { readonly kind: 'add_stories'; readonly stories: readonly NewStory[] };

/** A story for the catalogue: its key, and its id on the origin. */
export type NewStory = { readonly key: string; readonly id: number };
