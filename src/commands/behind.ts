import { behindKey, storyHistory } from '../git/read/history.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Behind } from '../model/status.ts';
import { repositoryPath } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A story, and the commit that a destination has it from. */
export type RecordedPush = { readonly desired: DesiredStory; readonly from: string };

export type Lag = {
  readonly of: (story: RecordedPush) => Behind | undefined;
  /** Git could tell of each of them. */
  readonly complete: boolean;
};

/** Answers for all pairs at once: a thousand destinations mostly lag behind by the same few commits. */
export async function measureBehind(
  { repository, head, layout }: Pick<Workspace, 'repository' | 'head' | 'layout'>,
  pushed: readonly RecordedPush[],
  history = storyHistory,
): Promise<Lag> {
  if (!repository || head === null || pushed.length === 0) return { of: () => undefined, complete: true };
  const pathOf = ({ desired }: RecordedPush): string => repositoryPath(layout, desired.file);
  const keyOf = (story: RecordedPush): string => behindKey(pathOf(story), story.from);
  const files = new Map(pushed.map((story) => [keyOf(story), { path: pathOf(story), since: story.from }]));
  const answers = await history(repository, head, [...files.values()]);
  const of = (story: RecordedPush): Behind | undefined => {
    const behind = answers.get(keyOf(story));
    return behind && behind.commits > 0 ? behind : undefined;
  };
  return { of, complete: [...files.keys()].every((key) => answers.has(key)) };
}
