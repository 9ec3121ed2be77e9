import type { Story } from './story.ts';

/** A story whose file an export writes: not one whose file stays as it is. */
export type ExportedStory = {
  readonly key: string;
  /** Relative to the manifest's folder, forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly change: 'add' | 'update';
  /** What the file held; absent for a new file, and for one that held no story. */
  readonly before?: Story;
  readonly after: Story;
  /**
   * `content`: somebody changed the story. `platform`: only what a newer release of Tines writes differs. `format`: the
   * same content in another layout of the file.
   */
  readonly kind: 'content' | 'platform' | 'format';
  /** The commit to build upon has it already: only the work tree's file is put right. */
  readonly restored?: true;
};

/** A story file that an export wrote, or that its check would write. `path` is relative to the manifest's folder. */
export type ExportedFile = { readonly path: string; readonly change: 'add' | 'update' | 'unchanged' };

/** What an export says of one story, in people's words; names that others chose stand in them as they are. */
export type ChangeSummary = {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly change: 'add' | 'update';
  readonly lines: readonly string[];
};

/** A story of the origin team that the catalogue does not have, with the key that it would get. */
export type DiscoveredStory = { readonly id: number; readonly name: string; readonly key: string };

/** Why an export would not take a story, in the order in which it is told. */
export const LEFT_OUT_REASONS = ['no_change_control', 'unpublished', 'detached'] as const;

/** A story of the origin team that the catalogue does not have, and that an export would not take. */
export type LeftOutStory = {
  readonly id: number;
  readonly name: string;
  readonly reason: (typeof LEFT_OUT_REASONS)[number];
};

/** What is on the origin beside the catalogue. */
export type Discovery = { readonly stories: readonly DiscoveredStory[]; readonly leftOut: readonly LeftOutStory[] };
