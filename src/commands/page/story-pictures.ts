import { gitChanges } from '../../export/git-changes.ts';
import { shownPicture } from '../../export/shown-picture.ts';
import type { DesiredStory } from '../../model/desired.ts';
import type { Outcome } from '../../model/status.ts';
import { byText } from '../../model/text/order.ts';
import type { PagePicture, PagePictures } from '../../page/fleet/pictures.ts';
import { StoriesOfCommits } from '../../workspace/stories-of-commits.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Actions in all pictures of a page: more would not fit into it anyway. */
const MOST_ACTIONS = 60_000;

/** A picture of each story that the outcomes are about, from git alone; beyond what one page can hold the largest are left out. */
export async function storyPictures(workspace: Workspace, outcomes: readonly Outcome[]): Promise<PagePictures> {
  const byStory = Map.groupBy(outcomes, ({ storyKey }) => storyKey);
  const smallestFirst = [...byStory.keys()]
    .flatMap((key) => workspace.desired.stories.get(key) ?? [])
    .toSorted((a, b) => a.story.agents.length - b.story.agents.length);
  const former = new StoriesOfCommits(workspace);
  const pictures: PagePicture[] = [];
  const leftOut: string[] = [];
  let actions = 0;
  for (const desired of smallestFirst) {
    actions += desired.story.agents.length;
    if (actions > MOST_ACTIONS) leftOut.push(desired.key);
    else pictures.push(await pictureOfStory(desired, byStory.get(desired.key) ?? [], { workspace, former }));
  }
  return { pictures, leftOut };
}

type Sources = { readonly workspace: Workspace; readonly former: StoriesOfCommits };

async function pictureOfStory(
  { key, story }: DesiredStory,
  outcomes: readonly Outcome[],
  { workspace, former }: Sources,
): Promise<PagePicture> {
  const before = usualVersion(outcomes);
  const entry = workspace.manifest.stories.get(key);
  const old = before && entry && (await former.find(before.commit, entry));
  if (before === undefined || old === undefined) {
    return { story: key, before: null, picture: await shownPicture(story, story) };
  }
  return { story: key, before, picture: await shownPicture(old, story, await gitChanges(old, story)) };
}

/** The commit that most of those have who are behind; of two that as many have, the one that is less far back. */
export function usualVersion(outcomes: readonly Outcome[]): NonNullable<PagePicture['before']> | undefined {
  const behind = outcomes.flatMap(({ behind: lag, commit }) => (lag && commit !== null ? [{ lag, commit }] : []));
  const byCommit = [...Map.groupBy(behind, ({ commit }) => commit)].map(([commit, those]) => ({
    commit,
    destinations: those.length,
    commits: those[0]?.lag.commits ?? 0,
  }));
  const [first] = byCommit.toSorted(
    (a, b) => b.destinations - a.destinations || a.commits - b.commits || byText(a.commit, b.commit),
  );
  return first && { commit: first.commit, destinations: first.destinations };
}
