import type { StoryInfo } from '../../model/actual.ts';
import type { RecordType } from '../../model/record-type.ts';
import type { Story } from '../../model/story.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { StoryWork } from '../../plan/story-work.ts';
import type { RecordTypeDecision } from '../../records/decide.ts';
import type { IngressMatching } from '../../story/addresses/carry-addresses.ts';
import type { LiveFacts } from './live-facts.ts';

/** 32 lower-case hex digits, unguessable: fresh webhook paths, secrets and page ids. */
export type FreshIngress = () => string;

/** The content of an import, once the push knows what it alone can know: record types as they are there, and chance. */
export type ComposeContent = (types: ReadonlyMap<string, RecordType>, fresh: FreshIngress) => Story;

export type TagChange = { readonly add: readonly string[]; readonly remove: readonly string[] };

/** A planned story with all that a push of it needs. The view (`planned`) and the push come from this one value. */
export type PushStory = Omit<StoryWork, 'live'> & {
  /** What is sent: composed here, finished with the ids and addresses that only the push learns. */
  readonly content?: ComposeContent;
  readonly live?: LiveStory;
  readonly decisions: readonly RecordTypeDecision[];
  readonly tags: TagChange;
  /** The live content is not known to be ours: keep it as a named version before it is overwritten. */
  readonly saveVersion: boolean;
  /** The story is taken over from whoever made it: this push is to write our stamp. */
  readonly adopts?: true;
};

export type PushWork = DestinationWork<PushStory> & {
  /** Callers inside a cycle of calls: pushed once more at the end. */
  readonly again: ReadonlySet<string>;
  /** The record types of the team, where they were asked for. */
  readonly recordTypes?: readonly RecordType[];
};

/** What an assessment found out; the rest of the work has nothing to say. */
export type FoundStory = Pick<PushStory, 'planned' | 'equal'> & Partial<PushStory>;

export type LiveStory = {
  readonly listed: StoryInfo;
  /** Only where a push is due: absent when state proves that nothing moved since our push, and where nothing is sent. */
  readonly read?: {
    readonly story: Story;
    readonly parts: { readonly [part: string]: string };
    readonly ingress?: IngressMatching;
  };
  /** Of a story that was read and holds all of it already: what is recorded of it. */
  readonly facts?: LiveFacts;
};
