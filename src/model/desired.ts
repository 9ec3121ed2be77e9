import type { Problem } from '../diagnostics/problem.ts';
import type { Destination, Origin } from './destination.ts';
import type { UnusablePin } from './fact/pin-fact.ts';
import type { RecordTypeDefinition } from './record-type.ts';
import type { Story } from './story.ts';

/** Something a story names and a tenant must have. `slug` is as written; old syntaxes name things by display name. */
export type Reference = {
  readonly kind: 'credential' | 'resource' | 'story' | 'record';
  readonly slug: string;
  /** Place inside the story, such as `agents[Get report].options.url`. */
  readonly path: string;
};

/** A story of the repository, read and digested once, for all destinations. */
export type DesiredStory = {
  readonly key: string;
  readonly id?: number;
  /** Path of the file, relative to the manifest's folder. */
  readonly file: string;
  readonly story: Story;
  /** Content in the commit this change set starts from; null when it did not exist there; absent when that is not known. */
  readonly before?: Story | null;
  /** The lineage stamp every push of it carries. */
  readonly stamp: string;
  /** sha256 of the canonical text. */
  readonly contentHash: string;
  readonly references: readonly Reference[];
  /** Places with a name that is computed at run time: no check can decide them. */
  readonly uncheckable: readonly string[];
  readonly recordTypes: readonly RecordTypeDefinition[];
  /** The commit that a pin takes it from; absent where it is of the run's own commit. */
  readonly commit?: string;
};

/** A story of the catalogue whose file cannot be used, and the first thing that is wrong with it. */
export type BrokenStory = { readonly key: string; readonly file: string; readonly finding: Problem };

/** What a pin puts in the place of today's story. Where it cannot be honoured, `story` says which one is meant and is never sent. */
export type PinnedStory =
  | { readonly kind: 'read'; readonly story: DesiredStory }
  | { readonly kind: 'unusable'; readonly story: DesiredStory; readonly fact: UnusablePin };

/** By destination, then by story key. */
export type PinnedStories = ReadonlyMap<string, ReadonlyMap<string, PinnedStory>>;

/** All that git asks for. Which story one destination is to have is asked of `wantedStory` (wanted-story.ts). */
export type Desired = {
  readonly manifestFile: string;
  readonly origin?: Origin;
  readonly stories: ReadonlyMap<string, DesiredStory>;
  readonly destinations: readonly Destination[];
  /** What git asks for and cannot give. Destinations that take one of these wait; the others do not. */
  readonly broken?: ReadonlyMap<string, BrokenStory>;
  /** An entry for each pair that is pinned. */
  readonly pinned?: PinnedStories;
};
