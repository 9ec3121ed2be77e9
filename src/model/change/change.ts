import type { Reason } from '../status.ts';

/** What others are told of, worst first. */
export const CHANGE_KINDS = ['failed', 'halted', 'drift', 'expired', 'held', 'recovered', 'ring_opened'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const EXPIRED_KINDS = ['hold', 'pin', 'detached'] as const;
/** Says until when, and that day has passed; it stays in force all the same. */
export type ExpiredNote = { readonly what: (typeof EXPIRED_KINDS)[number]; readonly until: string };

type NamedStory = { readonly key: string; readonly name: string };

/** Somebody's state is another one than before this run. Made of names and words of ours alone, never of a tenant's. */
export type Change =
  | {
      readonly kind: 'failed' | 'recovered' | 'drift' | 'held';
      readonly destination: string;
      readonly story: NamedStory;
      readonly reason: Reason | null;
    }
  | { readonly kind: 'halted' | 'ring_opened'; readonly ring: string; readonly story: NamedStory }
  | {
      readonly kind: 'expired';
      readonly destination: string;
      /** Null where it is about the destination as a whole. */
      readonly story: NamedStory | null;
      readonly note: ExpiredNote;
    };
