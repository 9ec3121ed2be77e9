import type { Hold } from '../destination.ts';
import type { RolloutFact } from '../rollout.ts';
import type { DestinationFact } from './destination-fact.ts';
import type { NativeFact, NativePruneFact } from './native-fact.ts';
import type { NotDeletedFact, OrphanFact } from './orphan-fact.ts';
import type { OwnershipFact } from './ownership-fact.ts';
import type { PinFact } from './pin-fact.ts';
import type { PushFact } from './push-fact.ts';
import type { StatusFact } from './status-fact.ts';
import type { StoryFact } from './story-fact.ts';
import type { Warning } from './warning.ts';

/** Why a pair is not in sync, or is left alone. Its reason follows from it (reason.ts). */
export type Cause =
  | DestinationFact
  | OwnershipFact
  | StoryFact
  | PushFact
  | NativeFact
  | PinFact
  /** Pushed by hand only, and then something else would be in the way. */
  | { readonly kind: 'manual_only_and_blocked'; readonly by: Cause }
  /** The manifest holds the destination; `by` is what else would be in the way. */
  | { readonly kind: 'held'; readonly hold: Hold; readonly by: Cause | null }
  | { readonly kind: 'halted'; readonly by: Cause }
  | RolloutFact
  /** A story was made; whether only once is not known. */
  | { readonly kind: 'created_unconfirmed'; readonly id: number; readonly by: Cause }
  /** Another run, or a repeated request, created the same story at the same moment, and they all stand. */
  | {
      readonly kind: 'created_twice';
      readonly ids: readonly number[];
      /** The one that this run created. */
      readonly own: number;
      /** Why that one was not withdrawn; null where it is the one to stay. */
      readonly by: Cause | NotDeletedFact | null;
    }
  /** The import moved settings that only we know the former values of. */
  | { readonly kind: 'settings_not_restored'; readonly settings: readonly string[]; readonly by: Cause };

/** Words of an earlier run, as a state file or a plan file holds them. */
export type Recorded = { readonly kind: 'recorded'; readonly message: string; readonly hint: string | null };

/** What became of a story left behind that was to be deleted, or of a sync destination of the vendor. */
export type PruneFact =
  | { readonly kind: 'deleted'; readonly keptAs: string | null; readonly warnings: readonly (OrphanFact | Recorded)[] }
  | { readonly kind: 'not_deleted'; readonly by: Cause | NotDeletedFact }
  | NativePruneFact;

/**
 * What happened to a pair, a story or what was left behind: data, no sentence. Made where it is known and carried
 * unchanged to the report, the one place that has words for it.
 */
export type Fact = Cause | StatusFact | Warning | OrphanFact | NotDeletedFact | PruneFact | Recorded;

/** Words for a fact: state files hold text, and "as before" there means the same text. */
export type Explain = (fact: Fact) => Words;

/** A fact in people's words: what happened, as a fragment that may follow a colon, and what to do about it. */
export type Words = { readonly message: string; readonly hint: string | null };
