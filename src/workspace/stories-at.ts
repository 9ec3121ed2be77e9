import type { StoryFile } from '../desired/assemble.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { TooLargeObjectError } from '../git/objects/bounded-inflate.ts';
import { readingObjects } from '../git/objects/objects.ts';
import type { CommittedFileRefusal } from '../git/read/committed-file.ts';
import type { Repository } from '../git/read/repository.ts';
import type { CatalogueStory } from '../model/destination.ts';
import { shortId } from '../model/text/short-id.ts';
import { CommitStories, type Today } from './commit-stories.ts';
import { missingHistory, unreadableObjects } from './named-commit.ts';
import type { StoryFiles } from './story-files.ts';

export type StoriesAt = {
  readonly files: StoryFiles;
  /** Keys of today's catalogue that the commit holds no file for; they take no part in the run. */
  readonly absent: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

/** The story files of a commit, for `--at`. A file that is not in this clone stops the run: half a rollback is none. */
export async function readStoriesAt(
  repository: Repository,
  commit: string,
  today: Today,
): Promise<Result<StoriesAt, Problem>> {
  const read = await readingCommit(repository, commit, async () => {
    const stories = await CommitStories.open(repository, commit, today);
    return collect(stories, [...today.manifest.stories.values()]);
  });
  return read.ok ? read.value : read;
}

/** Objects that are not here, or cannot be read, as a problem that says what to do. */
export async function readingCommit<T>(
  repository: Repository,
  commit: string,
  work: () => Promise<T>,
): Promise<Result<T, Problem>> {
  const read = await readingObjects(work);
  if (read.ok) return read;
  const what = `a part of commit ${shortId(commit)}`;
  return fail(
    read.error === 'missing_objects'
      ? await missingHistory(repository, what, commit)
      : unreadableObjects(what, read.error),
  );
}

async function collect(
  stories: CommitStories,
  catalogue: readonly CatalogueStory[],
): Promise<Result<StoriesAt, Problem>> {
  const commit = shortId(stories.commit);
  const files = new Map<string, StoryFile>();
  const absent = new Map<string, Problem>();
  for (const entry of catalogue) {
    const shown = shownInCommit(stories, entry);
    const file = await storyFileOf(stories, entry);
    if (file === 'absent') absent.set(entry.key, notThere(entry, shown));
    else files.set(entry.key, file);
  }
  if (files.size === 0 && absent.size > 0) return fail(nothingThere(commit));
  const problems = [...(stories.manifestIsBroken ? [brokenManifest(commit)] : []), ...absent.values()];
  return ok({ files, absent: new Set(absent.keys()), problems });
}

/** As git writes it: `git show` prints the file by this name. */
export function shownInCommit(stories: CommitStories, entry: CatalogueStory): string {
  return `${shortId(stories.commit)}:${stories.pathOf(entry)}`;
}

/** The file of one story in the commit. Missing objects throw. */
export async function storyFileOf(stories: CommitStories, entry: CatalogueStory): Promise<StoryFile | 'absent'> {
  const shown = shownInCommit(stories, entry);
  const blob = await stories.find(entry);
  if (!blob.ok) return blob.error === 'absent' ? 'absent' : { kind: 'unreadable', why: explain(blob.error), shown };
  try {
    return { kind: 'bytes', bytes: await stories.read(blob.value), shown };
  } catch (error) {
    if (!(error instanceof TooLargeObjectError)) throw error;
    return { kind: 'unreadable', why: 'it is larger than 50 MB', shown };
  }
}

function explain(refusal: Exclude<CommittedFileRefusal, 'absent'>): string {
  return refusal === 'outside'
    ? 'a symbolic link there leads out of the repository'
    : 'there is a folder, a submodule or a loop of symbolic links in its place';
}

function notThere({ key, place }: CatalogueStory, shown: string): Problem {
  return {
    code: 'GIT006',
    severity: 'warning',
    message: `story "${key}" is not part of this run: there is no ${shown}`,
    hint: 'it stays at the destinations as it is',
    place,
  };
}

function nothingThere(commit: string): Problem {
  return {
    code: 'GIT006',
    severity: 'error',
    message: `commit ${commit} holds none of the manifest's stories`,
    hint: 'give a commit of the branch that the stories are on',
  };
}

/** Only a hint: most commits have their stories where today's manifest has them. */
export function brokenManifest(commit: string): Problem {
  return {
    code: 'GIT007',
    severity: 'warning',
    message: `the manifest of commit ${commit} has errors; its stories are looked up where today's manifest has them`,
    hint: 'nothing to do, unless story files have moved since',
  };
}
