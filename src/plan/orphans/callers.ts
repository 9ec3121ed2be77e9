import type { Actual, StoryInfo } from '../../model/actual.ts';
import type { Reference } from '../../model/desired.ts';
import type { Story } from '../../model/story.ts';
import { calledSlugs, isCalled } from '../../story/graph.ts';
import { findReferences } from '../../story/references.ts';
import { subscribedStories } from '../subscribed-stories.ts';
import type { OrphanContext } from './orphan-context.ts';

/** A story that stays at a destination, or comes there, by what it calls. */
export type CallingStory = { readonly name: string } & (
  | { readonly story: Story }
  | { readonly references: readonly Reference[] }
);

export type FoundCallers = {
  readonly callers: readonly CallingStory[];
  /** Stories of ours that stay and whose live content is not known: git's and theirs may differ. */
  readonly unread: readonly number[];
  /** The team has stories besides ours that nobody read. */
  readonly unknown: boolean;
};

/** All that may call a story left behind: what git asks for, and what is live and stays as it is. */
export function findCallers(context: OrphanContext, leaving: ReadonlySet<number>): FoundCallers {
  const { desired, destination, readings, state, work } = context;
  const wanted = subscribedStories(desired, destination);
  // Git's content is there, or will be before anything is deleted.
  const asGitAsks = new Set(
    work
      .filter(({ planned }) => planned.action === 'unchanged' || planned.action === 'update')
      .map(({ planned }) => planned.destinationStoryId),
  );
  const ours = new Set(Object.values(state?.stories ?? {}).map(({ destinationStoryId }) => destinationStoryId));
  const names = new Set(wanted.map(({ story }) => story.name));
  const staying = readings.listing.filter(({ id }) => !leaving.has(id) && !asGitAsks.has(id));
  const unread = staying.filter(({ id }) => !readings.exports.has(id));
  const maybeOurs = ({ id, name }: StoryInfo): boolean => ours.has(id) || names.has(name);
  return {
    callers: [
      ...wanted.map(({ story, references }) => ({ name: story.name, references })),
      ...staying.flatMap((listed) => callerOf(listed, readings) ?? []),
    ],
    unread: unread.filter(maybeOurs).map(({ id }) => id),
    unknown: unread.some((listed) => !maybeOurs(listed)),
  };
}

/** A live story as a caller, when its export was read. */
export function callerOf({ id, name }: StoryInfo, readings: Actual): CallingStory | undefined {
  const story = readings.exports.get(id);
  return story && { name, story };
}

export function calls(caller: CallingStory, callee: StoryInfo): boolean {
  return isCalled(callee, 'story' in caller ? calledBy(caller.story) : calledSlugs(caller.references));
}

/** One live story is asked about every story that may go. */
const calledByStory = new WeakMap<Story, ReadonlySet<string>>();

function calledBy(story: Story): ReadonlySet<string> {
  const called = calledByStory.get(story) ?? calledSlugs(findReferences(story).references);
  calledByStory.set(story, called);
  return called;
}
