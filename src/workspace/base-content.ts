import type { StoryBefore } from '../desired/assemble.ts';
import { isBlob } from '../git/objects/blob-id.ts';
import { readingObjects } from '../git/objects/objects.ts';
import { parentOf, resolveCommit } from '../git/read/commit-name.ts';
import type { Repository } from '../git/read/repository.ts';
import { CommitStories, type Today } from './commit-stories.ts';
import type { StoryFiles } from './story-files.ts';

/** What a change set is measured from: nothing, a commit, or a commit if this clone happens to have it. */
export type BaseChoice = false | string | { readonly ifHere: string };

/**
 * The commit before this run's content: HEAD where the work tree has moved on from it, else the first parent of the
 * commit. Undefined where there is none, or none in this clone: then nobody can tell, and nobody needs to.
 */
export async function usualBase(
  repository: Repository,
  run: { readonly commit: string | null; readonly dirty: boolean },
): Promise<string | undefined> {
  if (run.commit === null || run.dirty) return run.commit ?? undefined;
  const parent = await parentOf(repository, run.commit);
  return parent.ok ? parent.value : undefined;
}

export async function baseIfHere(repository: Repository, name: string): Promise<string | undefined> {
  const commit = await resolveCommit(repository, name);
  return commit.ok ? commit.value : undefined;
}

/** What the stories were in the base commit. Only files that differ are read; what cannot be read is left out. */
export async function readBefore(
  repository: Repository,
  base: string,
  today: Today,
  files: StoryFiles,
): Promise<ReadonlyMap<string, StoryBefore>> {
  const before = new Map<string, StoryBefore>();
  const stories = await readingObjects(() => CommitStories.open(repository, base, today));
  if (!stories.ok) return before;
  for (const entry of today.manifest.stories.values()) {
    const file = files.get(entry.key);
    if (file?.kind !== 'bytes') continue;
    const read = await readingObjects(() => storyBefore(stories.value, entry, file.bytes));
    if (read.ok && read.value !== undefined) before.set(entry.key, read.value);
  }
  return before;
}

async function storyBefore(
  stories: CommitStories,
  entry: Parameters<CommitStories['find']>[0],
  now: Uint8Array,
): Promise<StoryBefore | undefined> {
  const blob = await stories.find(entry);
  if (!blob.ok) return blob.error === 'absent' ? 'absent' : undefined;
  return isBlob(now, blob.value) ? 'same' : stories.read(blob.value);
}
