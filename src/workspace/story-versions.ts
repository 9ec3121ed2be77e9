import { type StoryFile, unreadableStory } from '../desired/assemble.ts';
import { storyVersion } from '../desired/earlier-story.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { CatalogueStory } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { shortId } from '../model/text/short-id.ts';
import { CommitStories, type Today } from './commit-stories.ts';
import { shownPath } from './layout.ts';
import { namedCommit } from './named-commit.ts';
import type { StoryCatalogue } from './open-catalogue.ts';
import { brokenManifest, readingCommit, shownInCommit, storyFileOf } from './stories-at.ts';
import { explainRefusal } from './story-files.ts';

/** Manifest and stories as one commit has them, or as they lie in the work tree. */
export interface Version {
  readonly where: { readonly kind: 'commit'; readonly commit: string } | { readonly kind: 'work_tree' };
  /** Keys of its own catalogue. */
  readonly keys: Iterable<string>;
  readonly problems: readonly Problem[];
  /** What its own catalogue has under a key. */
  named(key: string): CatalogueStory | undefined;
  /** Its file of the story that another version calls so. */
  fileOf(entry: CatalogueStory): Promise<Result<VersionFile, Problem>>;
}

export type VersionFile = {
  /** As people can open it. */
  readonly shown: string;
  /** The story, unless there is no such file; or what is wrong with it. */
  readonly content: Result<Story | 'absent', readonly Problem[]>;
};

/** The files that lie there now. */
export function workTreeVersion({ manifest, layout, read }: StoryCatalogue): Version {
  const { stories } = manifest;
  const byId = new Map([...stories.values()].flatMap((story) => (story.id === undefined ? [] : [[story.id, story]])));
  return {
    where: { kind: 'work_tree' },
    keys: stories.keys(),
    problems: [],
    named: (key) => stories.get(key),
    fileOf: async (entry) => {
      const own = (entry.id === undefined ? undefined : byId.get(entry.id)) ?? stories.get(entry.key);
      const shown = shownPath(layout, own?.file ?? entry.file);
      // What the manifest has no more is no story of it, whatever lies there.
      if (own === undefined) return ok({ shown, content: ok('absent') });
      const found = await read(own.file);
      if (found.ok) return ok({ shown, content: storyVersion(found.value, shown) });
      if (found.error.kind === 'missing') return ok({ shown, content: ok('absent') });
      return ok({ shown, content: fail([unreadableStory(own, shown, explainRefusal(found.error))]) });
    },
  };
}

/** The commit of this name. What is not in this clone is a problem that says how to bring it. */
export async function commitVersion(catalogue: StoryCatalogue, name: string): Promise<Result<Version, Problem>> {
  const { repository, manifest, source, layout, today: date } = catalogue;
  const commit = await namedCommit(repository, { option: 'commit', name });
  if (!commit.ok) return commit;
  if (repository === undefined) throw new Error('Internal error: a commit was found in no repository');
  const today: Today = { manifest, bytes: source.bytes, layout, date };
  const reading = <T>(work: () => Promise<T>): Promise<Result<T, Problem>> =>
    readingCommit(repository, commit.value, work);
  const opened = await reading(() => CommitStories.open(repository, commit.value, today));
  if (!opened.ok) return opened;
  const stories = opened.value;
  return ok({
    where: { kind: 'commit', commit: commit.value },
    keys: stories.keys,
    problems: stories.manifestIsBroken ? [brokenManifest(shortId(commit.value))] : [],
    named: (key) => stories.named(key),
    fileOf: async (entry) => {
      const file = await reading(() => storyFileOf(stories, entry));
      return file.ok ? ok(asVersionFile(file.value, entry, shownInCommit(stories, entry))) : file;
    },
  });
}

function asVersionFile(file: StoryFile | 'absent', entry: CatalogueStory, shown: string): VersionFile {
  if (file === 'absent') return { shown, content: ok('absent') };
  if (file.kind === 'bytes') return { shown, content: storyVersion(file.bytes, shown) };
  return { shown, content: fail([unreadableStory(entry, shown, file.why)]) };
}
