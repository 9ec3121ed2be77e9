import { dirname, join, relative, resolve, sep } from 'node:path';
import type { DesiredStory } from '../model/desired.ts';
import type { Behind } from '../model/status.ts';
import type { Repository } from '../repository/repository.ts';
import type { World } from './ports.ts';
import type { Workspace } from './workspace.ts';

/** How often files changed after a commit, on the way to `head`; by `path + "\n" + since`. No answer: git cannot tell. */
export type History = (
  repository: Repository,
  head: string,
  files: readonly { readonly path: string; readonly since: string }[],
) => Promise<ReadonlyMap<string, Behind>>;

/** A story, and the commit that a destination has it from. */
export type PushedStory = { readonly desired: DesiredStory; readonly from: string };

export type Lag = {
  readonly of: (story: PushedStory) => Behind | undefined;
  /** Git could tell of each of them. */
  readonly complete: boolean;
};

/** Answers for all pairs at once: a thousand destinations mostly lag behind by the same few commits. */
export async function measureBehind(
  world: World,
  { repository, head, manifest }: Workspace,
  pushed: readonly PushedStory[],
  history: History,
): Promise<Lag> {
  if (!repository || head === null || pushed.length === 0) return { of: () => undefined, complete: true };
  const folder = dirname(resolve(world.directory, manifest.file));
  const pathOf = ({ file }: DesiredStory): string => relative(repository.root, join(folder, file)).split(sep).join('/');
  const keyOf = ({ desired, from }: PushedStory): string => `${pathOf(desired)}\n${from}`;
  const files = new Map(pushed.map((story) => [keyOf(story), { path: pathOf(story.desired), since: story.from }]));
  const answers = await history(repository, head, [...files.values()]);
  const of = (story: PushedStory): Behind | undefined => {
    const behind = answers.get(keyOf(story));
    return behind && behind.commits > 0 ? behind : undefined;
  };
  return { of, complete: [...files.keys()].every((key) => answers.has(key)) };
}
