import type { OrphanDestination, OrphanNative, OrphanStory, Plan } from '../../model/plan.ts';
import { explain } from '../explain/explain.ts';
import { name, type Phrase, say, words } from '../phrase.ts';
import { count, someNames } from '../reason-words.ts';
import { vendorDestination } from '../vendor-destination.ts';
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

/** How many are left behind, and the commands that delete them. Empty when there is none. */
export function leftBehindTotals({ destinations, leftBehindNative: objects = [] }: Plan): readonly Phrase[] {
  const stories = destinations.flatMap(({ leftBehind }) => leftBehind);
  if (stories.length + objects.length === 0) return [];
  const mayGo = objects.filter(({ keptBecause }) => keptBecause === null);
  const prunable = stories.filter((left) => left.prunable).length + mayGo.length;
  const amounts = [
    ...(stories.length > 0 ? [count(stories.length, 'story', 'stories')] : []),
    ...(objects.length > 0 ? [`${count(objects.length, 'sync destination')} of the vendor`] : []),
  ];
  const found = `Left behind: ${amounts.join(', ')}, ${prunable} may be deleted.`;
  if (prunable === 0) return [[`${found} Nothing is deleted.`]];
  const kept = `A copy of each${objects.length > 0 ? ' story' : ''} is kept first; record types and records always stay.`;
  return [
    [found],
    say`To delete: ${name(`storysync sync --prune ${prunable}`)}. Without --prune nothing is deleted.`,
    ...(stories.length > 0 ? [[kept]] : []),
    ...copiesOf(mayGo, prunable),
  ];
}

/** What becomes of the stories that a sync destination carried, which is not the same as of those that were pushed. */
function copiesOf(mayGo: readonly OrphanNative[], prunable: number): readonly Phrase[] {
  const copies = mayGo.reduce((sum, { stories }) => sum + stories.length, 0);
  if (copies === 0) return [];
  const command = `storysync sync --prune ${prunable} --prune-stories ${copies}`;
  return [
    [
      'What a sync destination carried stays there as stories of its own; the vendor disables those beyond the plan limits of that tenant.',
    ],
    say`To have the vendor delete ${copies === 1 ? 'this copy' : `these ${copies} copies`} as well, with none kept: ${name(command)}.`,
  ];
}

const NATIVE_LEFT_BEHIND = 'At the vendor but not in the manifest: left behind, the vendor goes on syncing there:';

/** `sync destination 44, once old (https://old.example, team 9): 2 stories (Ask, Triage)`. */
function nativeLeftBehind({ stories, keptBecause, ...object }: OrphanNative): Phrase {
  const stays = keptBecause && explain({ kind: 'vendor_destination_stays', because: keptBecause }).message;
  const kept = stays === null ? '' : `; stays even with --prune: ${stays}`;
  const names = stories.length === 0 ? [] : say` (${someNames(stories)})`;
  return say`${vendorDestination(object)}: ${count(stories.length, 'story', 'stories')}${names}${kept}`;
}

const NEXT_FOR_NATIVE =
  'hint: to keep one as code, put it into the manifest with "engine: native" and this address and team; nothing to do if ' +
  "another manifest of this repository has it; the vendor's dashboard can delete it too";

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
