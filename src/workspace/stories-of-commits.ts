import { earlierStory } from '../desired/earlier-story.ts';
import { readingObjects } from '../git/objects/objects.ts';
import type { CatalogueStory } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { CommitStories } from './commit-stories.ts';
import { storyFileOf } from './stories-at.ts';
import type { Workspace } from './workspace.ts';

/** Single stories as former commits have them, for whoever shows them; each commit is opened once. */
export class StoriesOfCommits {
  readonly #workspace: Pick<Workspace, 'repository' | 'today'>;
  readonly #opened = new Map<string, Promise<CommitStories>>();

  constructor(workspace: Pick<Workspace, 'repository' | 'today'>) {
    this.#workspace = workspace;
  }

  /** Undefined where the commit, or the file in it, is not here or cannot be used. */
  async find(commit: string, entry: CatalogueStory): Promise<Story | undefined> {
    const { repository, today } = this.#workspace;
    if (repository === undefined) return undefined;
    const read = await readingObjects(async () => {
      const opened = this.#opened.get(commit) ?? CommitStories.open(repository, commit, today);
      this.#opened.set(commit, opened);
      return storyFileOf(await opened, entry);
    });
    if (!read.ok || read.value === 'absent' || read.value.kind !== 'bytes') return undefined;
    return earlierStory(read.value.bytes);
  }
}
