import type { StoryFile } from '../desired/assemble.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { TooLargeObjectError } from '../git/objects/bounded-inflate.ts';
import { readingObjects } from '../git/objects/objects.ts';
import type { CommittedFileRefusal } from '../git/read/committed-file.ts';
import type { Repository } from '../git/read/repository.ts';
import type { CatalogueStory } from '../model/destination.ts';
import { CommitStories, type Today } from './commit-stories.ts';
import { missingHistory, shortId, unreadableObjects } from './named-commit.ts';
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
  const read = await readingObjects(async () => {
    const stories = await CommitStories.open(repository, commit, today);
    return collect(stories, [...today.manifest.stories.values()]);
  });
  if (read.ok) return read.value;
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
    // As git writes it: `git show` prints the file by this name.
    const shown = `${commit}:${stories.pathOf(entry)}`;
    const blob = await stories.find(entry);
    if (blob.ok) files.set(entry.key, await readStory(stories, blob.value, shown));
    else if (blob.error === 'absent') absent.set(entry.key, notThere(entry, shown));
    else files.set(entry.key, { kind: 'unreadable', why: explain(blob.error), shown });
  }
  if (files.size === 0 && absent.size > 0) return fail(nothingThere(commit));
  const problems = [...(stories.manifestIsBroken ? [brokenManifest(commit)] : []), ...absent.values()];
  return ok({ files, absent: new Set(absent.keys()), problems });
}

async function readStory(stories: CommitStories, blob: string, shown: string): Promise<StoryFile> {
  try {
    return { kind: 'bytes', bytes: await stories.read(blob), shown };
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

function brokenManifest(commit: string): Problem {
  return {
    code: 'GIT007',
    severity: 'warning',
    message: `the manifest of commit ${commit} has errors; its stories are looked up where today's manifest has them`,
    hint: 'nothing to do, unless story files have moved since',
  };
}
