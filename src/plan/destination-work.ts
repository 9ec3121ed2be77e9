import type { ActualDestination } from '../model/actual.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import type { Onboarding, OrphanStory, PlannedNative } from '../model/plan.ts';
import type { PruneWork } from './orphans/prune-work.ts';
import { isDue } from './planned-story.ts';
import type { Policy } from './policy.ts';
import type { ReadRequest } from './read-request.ts';
import type { StoryWork } from './story-work.ts';

/** All decisions about one destination: the view of the plan and what applying it needs, in the order of work. */
export type DestinationWork<Work extends StoryWork = StoryWork> = {
  readonly destination: Destination;
  readonly stories: readonly Work[];
  readonly leftBehind: readonly OrphanStory[];
  /** What of it may be deleted, in the order of work; empty unless the policy asks for it. */
  readonly prune: readonly PruneWork[];
  /** The tenant was asked and answered: only then may anything be written there. */
  readonly refreshed: boolean;
  /** How much the tenant listed, where it was asked. */
  readonly listed?: { readonly stories: number; readonly recordTypes: number };
  /** Callers inside a cycle of calls: pushed once more at the end. */
  readonly again?: ReadonlySet<string>;
  /** When it began to be read, by the clock of waits: nothing that is known of the tenant is older. */
  readonly readFrom?: number;
  /** What it must have before its first sync, where only git could be asked. */
  readonly onboarding?: Onboarding;
  /** Why nothing is known of the destination. */
  readonly unreadable?: DestinationFact;
  /** Where the vendor's own syncing serves it, or still keeps it. */
  readonly native?: PlannedNative;
  /** What the engine adds to the digest of its stories; made before a rollout keeps anything back. */
  readonly digest?: string;
  /** Whether something is written for it although no story is due, such as a flag or a list. */
  readonly alters?: boolean;
};

/** Whether applying the plan writes anything there. */
export function hasWork({ stories, prune, alters }: DestinationWork): boolean {
  return stories.some(({ planned }) => isDue(planned)) || prune.length > 0 || alters === true;
}

export type Assessment =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  | { readonly kind: 'assessed'; readonly work: DestinationWork };

/** Decides about a destination, or names every read it still wants. Pure. */
export type Assess = (
  desired: Desired,
  destination: Destination,
  actual: ActualDestination,
  policy: Policy,
) => Assessment;
