import type { LeftBehind, LeftBehindDestination } from '../model/plan.ts';
import { name, type Phrase, say, words } from './phrase.ts';
import { count } from './wording.ts';

/** A story that stays at a destination of the manifest. */
export function storyLeftBehind({ key, name: title }: LeftBehind): Phrase {
  return say`${name(key)} ${words(`"${title}"`)}: no longer asked for; it stays there, nothing is deleted`;
}

/** What stands above the destinations that the manifest no longer has. */
export const DESTINATIONS_LEFT_BEHIND = 'Recorded, and not in this manifest any more; nothing is deleted there:';

export function destinationLeftBehind({ name: own, tenantUrl, teamId, stories }: LeftBehindDestination): Phrase {
  return say`${name(own)} (${name(tenantUrl)}, team ${String(teamId)}): ${count(stories, 'story', 'stories')}`;
}

/** How to get rid of them. Several manifests may share one state branch, and a stranger may be another one's own. */
export const NEXT_FOR_DESTINATIONS =
  'next: to have the stories deleted, put the destination back with "stories: []", run "storysync sync --prune", ' +
  'then remove it. If another manifest of this repository has it, there is nothing to do';
