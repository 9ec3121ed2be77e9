import type { ChangeCause, PlannedChange } from '../../../model/plan.ts';
import type { Story } from '../../../model/story.ts';
import { compareStories, editedThere, type StoryChange } from '../../../story/compare/compare.ts';
import { type ChangeSet, touchedBy } from './change-set.ts';

/** What is known of one live story when its differences are traced back to whoever made them. */
export type Evidence = {
  readonly live: Story;
  /** Parts edited there since our last push; absent without state. */
  readonly edited: ReadonlySet<string> | undefined;
  /** Git asks for something else than what was pushed last. */
  readonly gitChanged: boolean;
  readonly changeSet: ChangeSet | undefined;
  /** Content where the change set starts, as it would stand at this destination. */
  readonly before: Story | undefined;
};

/** Gives every difference its cause. When both sides changed one place, it is the destination's edit that is lost. */
export function traceChanges(changes: readonly StoryChange[], evidence: Evidence): readonly PlannedChange[] {
  const { changeSet, gitChanged } = evidence;
  const editOf = editsSince(evidence);
  // What git changed before our last push is no change of git's now.
  const had = ({ path }: StoryChange): string | undefined => (gitChanged ? changeSet?.had(path) : undefined);
  return changes.map((change) => {
    const cause = causeOf(change, evidence, editOf);
    if (cause !== 'destination') return { ...shownOf(change), cause };
    return { ...shownOf(change), text: editedThere(change, had(change)), cause };
  });
}

/** For places that recorded state does not cover, such as addresses: a change set may tell, nothing else can. */
export function traceByGit(
  changes: readonly StoryChange[],
  changeSet: ChangeSet | undefined,
): readonly PlannedChange[] {
  return changes.map((change) => ({
    ...shownOf(change),
    cause: changeSet?.touches(change) ? 'change_set' : 'unknown',
  }));
}

function causeOf(
  change: StoryChange,
  { edited, gitChanged, changeSet }: Evidence,
  isEdit: (change: StoryChange) => boolean,
): ChangeCause {
  const inSet = changeSet?.touches(change) ?? false;
  // A part is as large as an action: where git changed one option and the destination another, each keeps its own.
  if (edited?.has(change.part)) return inSet && !isEdit(change) ? 'change_set' : 'destination';
  if (inSet) return 'change_set';
  return edited && gitChanged && changeSet ? 'earlier' : 'unknown';
}

/** Whether what is live at a place differs from where the change set starts. Compared only when somebody asks. */
function editsSince({ live, before }: Evidence): (change: StoryChange) => boolean {
  let known: { readonly touches: (change: StoryChange) => boolean; readonly parts: ReadonlySet<string> } | undefined;
  return (change) => {
    if (!before) return true;
    if (!known) {
      const edits = compareStories(live, before);
      known = { touches: touchedBy(edits), parts: new Set(edits.map(({ part }) => part)) };
    }
    // With an action that goes, or that git renamed, every edit in it goes.
    const { part, path } = change;
    const whole = part.startsWith('agents[') && (path === part || !path.startsWith(part));
    return whole ? known.parts.has(part) : known.touches(change);
  };
}

function shownOf({ path, op, text }: StoryChange): Omit<PlannedChange, 'cause'> {
  return { path, op, text };
}
