import type { OrphanDestination, OrphanNative, OrphanStory, Plan } from '../../model/plan.ts';
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

/** How many stories are left behind, and the one command that deletes them. Empty when there is none. */
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

const NATIVE_LEFT_BEHIND = 'At the vendor but not in the manifest: left behind, the vendor goes on syncing there:';

const KEPT = {
  not_ours: 'nothing recorded says that this repository ever had it',
  not_proven: 'only unproven state says that this repository had it',
} as const;

/** `sync destination 44, once old (https://old.example, team 9): 2 stories`. */
function nativeLeftBehind({ id, name: own, tenantUrl, teamId, stories, keptBecause }: OrphanNative): Phrase {
  const once = own === null ? [] : say`, once ${name(own)}`;
  const kept = keptBecause === null ? '' : `; ${KEPT[keptBecause]}`;
  const where = say`${name(tenantUrl)}, team ${String(teamId)}`;
  return say`sync destination ${String(id)}${once} (${where}): ${count(stories, 'story', 'stories')}${kept}`;
}

const NEXT_FOR_NATIVE =
  'hint: to keep one as code, put it into the manifest with "engine: native" and this address and team; to end it, delete it in ' +
  'the dashboard of the origin tenant and choose to keep its stories';

const DESTINATIONS_LEFT_BEHIND = 'In state but no longer in the manifest: left behind, nothing is deleted there:';

function destinationLeftBehind({ name: own, tenantUrl, teamId, stories }: OrphanDestination): Phrase {
  return say`${name(own)} (${name(tenantUrl)}, team ${String(teamId)}): ${count(stories, 'story', 'stories')}`;
}

/** How to get rid of them. Several manifests may share one state branch, and what one has not may be another one's own. */
const NEXT_FOR_DESTINATIONS =
  'hint: to delete the stories, put the destination back with "stories: []", run "storysync sync --prune", ' +
  'then remove it; nothing to do if another manifest of this repository has it';

/** A list of what stands somewhere and not in the manifest, with what to do about it. */
export type LeftBehindList = { readonly title: string; readonly phrases: readonly Phrase[]; readonly next: string };

/** Destinations that state has, and those that the vendor has. One that both have is told of as the vendor's. */
export function leftBehindLists({ leftBehindDestinations, leftBehindNative = [] }: Plan): readonly LeftBehindList[] {
  const atVendor = new Set(leftBehindNative.map((each) => each.name));
  const alone = leftBehindDestinations.filter((each) => !atVendor.has(each.name));
  return [
    { title: DESTINATIONS_LEFT_BEHIND, phrases: alone.map(destinationLeftBehind), next: NEXT_FOR_DESTINATIONS },
    { title: NATIVE_LEFT_BEHIND, phrases: leftBehindNative.map(nativeLeftBehind), next: NEXT_FOR_NATIVE },
  ].filter(({ phrases }) => phrases.length > 0);
}
