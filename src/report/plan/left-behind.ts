import type { OrphanDestination, OrphanStory, Plan } from '../../model/plan.ts';
import { explain } from '../explain/explain.ts';
import { name, type Phrase, say, words } from '../phrase.ts';
import { count } from '../reason-words.ts';
import type { Note } from './story-notes.ts';

/** What stands in the line of a story left behind. */
export function leftBehindTitle({ key, name: own }: OrphanStory): Phrase {
  return say`${name(key)} ${words(`"${own}"`)}: no longer in the manifest; left behind`;
}

/** Why it stays in any case, or what is to be known before it is deleted. */
export function leftBehindNotes({ keptBecause, warnings }: OrphanStory): readonly Note[] {
  return [
    ...(keptBecause === null
      ? []
      : [{ tone: 'plain', phrase: say`stays even with --prune: ${words(explain(keptBecause).message)}` } as const]),
    ...warnings.map((warning) => {
      return { tone: 'warning', phrase: say`warning: ${words(explain(warning).message)}` } as const;
    }),
  ];
}

/** How many are left behind, and the one command that deletes them. Empty when there is none. */
export function leftBehindTotals({ destinations }: Plan): readonly Phrase[] {
  const all = destinations.flatMap(({ leftBehind }) => leftBehind);
  const prunable = all.filter((left) => left.prunable).length;
  if (all.length === 0) return [];
  const found = `Left behind: ${count(all.length, 'story', 'stories')}, ${prunable} may be deleted.`;
  if (prunable === 0) return [[`${found} Nothing is deleted.`]];
  return [
    [found],
    say`To delete: ${name(`storysync sync --prune ${prunable}`)}. Without --prune nothing is deleted.`,
    ['A copy of each is kept first; record types and records always stay.'],
  ];
}

/** What stands above the destinations that the manifest no longer has. */
export const DESTINATIONS_LEFT_BEHIND =
  'In state but no longer in the manifest: left behind, nothing is deleted there:';

export function destinationLeftBehind({ name: own, tenantUrl, teamId, stories }: OrphanDestination): Phrase {
  return say`${name(own)} (${name(tenantUrl)}, team ${String(teamId)}): ${count(stories, 'story', 'stories')}`;
}

/** How to get rid of them. Several manifests may share one state branch, and what one has not may be another one's own. */
export const NEXT_FOR_DESTINATIONS =
  'hint: to delete the stories, put the destination back with "stories: []", run "storysync sync --prune", ' +
  'then remove it; nothing to do if another manifest of this repository has it';
