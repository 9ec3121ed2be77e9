import type { Buffer } from 'node:buffer';
import { earlierStory } from '../desired/earlier-story.ts';
import { readingObjects } from '../git/objects/objects.ts';
import { type FileVersions, fileVersions } from '../git/read/file-versions.ts';
import type { Repository } from '../git/read/repository.ts';
import type { EarlierVersions } from '../model/actual.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Story } from '../model/story.ts';
import { allVersions } from '../model/wanted-story.ts';
import { repositoryPath } from './layout.ts';
import type { Workspace } from './workspace.ts';

/** So many versions of a file are looked at, and of large ones fewer. */
const VERSIONS = 50;
const MOST_BYTES = 32_000_000;
/** What is live is nearly always one of the last: these are kept as they were read. */
const KEPT_READ = 5;

const NO_GIT: EarlierVersions = { stories: () => [], cutShort: 'no_git' };

/** The earlier versions of each story's file, looked up once for all destinations, and only when the planner asks. */
export function earlierVersions({
  repository,
  head,
  at,
  layout,
  desired,
}: Pick<Workspace, 'repository' | 'head' | 'at' | 'layout' | 'desired'>): (
  story: DesiredStory,
) => Promise<EarlierVersions> {
  if (!repository || head === null) return async () => NO_GIT;
  const pathOf = ({ file }: DesiredStory): string => repositoryPath(layout, file);
  const paths = [...new Set(allVersions(desired).map(pathOf))];
  // Who goes back to an old commit replaces what is newer, and what is there may be older still.
  const starts = [...new Set([head, at ?? head])];
  let walks: Promise<readonly FileVersions[]> | undefined;
  const known = new Map<string, Promise<EarlierVersions>>();
  const read = async (path: string): Promise<EarlierVersions> => {
    walks ??= Promise.all(starts.map((start) => fileVersions(repository.objects, start, paths, VERSIONS)));
    const found = await walks;
    const ids = new Set(found.flatMap(({ blobs }) => blobs.get(path) ?? []));
    return versionsFrom(
      await contentsOf(repository, ids),
      found.some(({ cutShort }) => cutShort),
    );
  };
  return (story) => {
    const path = pathOf(story);
    const versions = known.get(path) ?? read(path);
    known.set(path, versions);
    return versions;
  };
}

/** What is missing or damaged here is left out: then more counts as an edit, never less. */
async function contentsOf({ objects }: Repository, ids: Iterable<string>): Promise<readonly Buffer[]> {
  const contents: Buffer[] = [];
  let bytes = 0;
  for (const id of ids) {
    const content = await readingObjects(() => objects.blob(id));
    if (!content.ok) continue;
    bytes += content.value.length;
    if (bytes > MOST_BYTES) break;
    contents.push(content.value);
  }
  return contents;
}

function versionsFrom(contents: readonly Buffer[], cutShort: boolean): EarlierVersions {
  const kept = new Map<number, Story | undefined>();
  function* stories(): Iterable<Story> {
    for (const [index, bytes] of contents.entries()) {
      const story = kept.has(index) ? kept.get(index) : earlierStory(bytes);
      if (index < KEPT_READ) kept.set(index, story);
      if (story) yield story;
    }
  }
  return { stories, cutShort: cutShort ? 'shallow' : null };
}
