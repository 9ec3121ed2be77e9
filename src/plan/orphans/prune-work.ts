import type { StoryInfo } from '../../model/actual.ts';
import type { OrphanStory } from '../../model/plan.ts';
import type { Story } from '../../model/story.ts';
import { calls } from './callers.ts';

/** A story that may be deleted, with the readings that prove it; a push deletes exactly these. */
export type PruneWork = {
  readonly left: OrphanStory;
  readonly listed: StoryInfo;
  readonly story: Story;
  /** Ids of others in the same list that call it: they go first, or it stays. */
  readonly callers: readonly number[];
};

/** Callers first: no moment leaves a story behind whose callee is gone. */
export function callersFirst(work: readonly PruneWork[]): readonly PruneWork[] {
  const ordered: PruneWork[] = [];
  const seen = new Set<number>();
  const callersOf = ({ listed }: PruneWork) =>
    work.filter((other) => {
      const caller = { name: other.listed.name, story: other.story };
      return other.listed.id !== listed.id && calls(caller, listed);
    });
  const visit = (entry: PruneWork): void => {
    if (seen.has(entry.listed.id)) return;
    seen.add(entry.listed.id);
    const callers = callersOf(entry);
    for (const caller of callers) visit(caller);
    // In a circle one has to be the first: it cannot wait for those that wait for it.
    const before = ordered.map(({ listed }) => listed.id);
    ordered.push({ ...entry, callers: callers.map(({ listed }) => listed.id).filter((id) => before.includes(id)) });
  };
  for (const entry of work) visit(entry);
  return ordered;
}
