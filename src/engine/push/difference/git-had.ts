import type { EarlierVersions } from '../../../model/actual.ts';
import type { DesiredStory } from '../../../model/desired.ts';
import type { Story } from '../../../model/story.ts';
import { tagsOf } from '../../../model/tags.ts';
import { recordTypesOf } from '../../../records/definition.ts';
import { numberInFamily } from '../../../records/numbered-names.ts';
import { pointRecordActions } from '../../../records/rewrite.ts';
import { compareStories } from '../../../story/compare/compare.ts';

/** The planner asks again and again while it reads; a comparison with fifty versions is worth remembering. */
const answers = new WeakMap<EarlierVersions, WeakMap<Story, boolean>>();

/** Whether git had the very content that is live in the story's file before: then nobody edited it there. */
export function gitHad(live: Story, desired: DesiredStory, earlier: EarlierVersions): boolean {
  const known = answers.get(earlier) ?? new WeakMap<Story, boolean>();
  answers.set(earlier, known);
  const answer = known.get(live) ?? isAmong(live, versionsOf(desired, earlier));
  known.set(live, answer);
  return answer;
}

/** Tags that git asked for once: those that it may take back. */
export function tagsGitHad(desired: DesiredStory, earlier: EarlierVersions): ReadonlySet<string> {
  return new Set([...versionsOf(desired, earlier)].flatMap(tagsOf));
}

function isAmong(live: Story, versions: Iterable<Story>): boolean {
  for (const version of versions) if (compareStories(unnumbered(live, version), version).length === 0) return true;
  return false;
}

function* versionsOf({ before }: DesiredStory, earlier: EarlierVersions): Iterable<Story> {
  // Found by the story's id also where its file had another name then.
  if (before) yield before;
  yield* earlier.stories();
}

/** The live story with its record actions bound as git writes them: a push may have chosen `Alert (2)` for `Alert`. */
function unnumbered(live: Story, version: Story): Story {
  const names = recordTypesOf(version).definitions.map(({ name }) => name);
  const targets = recordTypesOf(live).definitions.flatMap(({ name }) => {
    const own = names.includes(name) ? undefined : names.find((base) => numberInFamily(base, name) !== undefined);
    return own === undefined ? [] : [[name, { name: own }] as const];
  });
  return pointRecordActions(live, new Map(targets));
}
