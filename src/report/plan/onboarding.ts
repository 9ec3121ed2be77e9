import type { Plan, PlannedDestination } from '../../model/plan.ts';
import type { MissingPrerequisite } from '../../model/prerequisite.ts';
import { byTextOf } from '../../model/text/order.ts';
import { foldSame } from '../fold-same.ts';
import { joined, name, type Phrase, say } from '../phrase.ts';
import { someNames } from '../reason-words.ts';
import { hintPhrase } from './story-notes.ts';

/** More blocks than a reader works through at once; the plan file has each destination's. */
const BLOCKS = 10;
const NAMES = 20;

/** New destinations that must have the same, and in lines what that is. */
export type OnboardingBlock = { readonly title: Phrase; readonly lines: readonly Phrase[]; readonly hint: Phrase };

type New = PlannedDestination & { readonly onboarding: NonNullable<PlannedDestination['onboarding']> };

/** What git alone can tell of destinations that nobody has asked yet. */
export function onboardingBlocks({ destinations }: Plan): readonly OnboardingBlock[] {
  const all = destinations
    .filter((each): each is New => each.onboarding !== undefined)
    .toSorted(byTextOf((each) => each.name));
  const folded = foldSame(all, ({ onboarding: { needs, tags, recordTypes } }) =>
    JSON.stringify([needs, tags, recordTypes]),
  ).map(({ first, all: same }) => blockOf(first, same));
  if (folded.length <= BLOCKS + 1) return folded;
  const more = String(folded.length - BLOCKS);
  return [...folded.slice(0, BLOCKS), { title: say`… ${more} more (see the plan file)`, lines: [], hint: [] }];
}

function blockOf(first: New, all: readonly New[]): OnboardingBlock {
  const { needs, tags, recordTypes } = first.onboarding;
  const names = all.map((each) => each.name);
  const where = all.length === 1 ? say` (${name(first.tenantUrl)}, team ${String(first.teamId)})` : [];
  const keys = [...new Set(all.map(({ onboarding }) => onboarding.keyName))];
  const of = (kind: MissingPrerequisite['kind']) => needs.filter((need) => need.kind === kind).map(({ slug }) => slug);
  return {
    title: say`Before the first sync of ${someNames(names)}${where}, as far as git can tell:`,
    lines: [
      ...line(keys.length === 1 ? 'key to set' : 'keys to set', keys),
      ...line('credentials to create', of('credential')),
      ...line('resources to create', of('resource')),
      ...line('sub-stories that must be there', of('story')),
      ...line('tags that its stories carry', tags),
      ...line('record types that its stories use', recordTypes),
      ...(needs.length === 0 ? [['its stories name no credential, no resource and no sub-story of others']] : []),
    ],
    hint: hintPhrase(
      `where the key is set, run "storysync doctor --destination ${names.length <= 3 ? names.join(' ') : 'NAME'}"; else the first plan after the merge tells the rest`,
    ),
  };
}

function line(title: string, names: readonly string[]): readonly Phrase[] {
  if (names.length === 0) return [];
  const shown = names.length <= NAMES + 1 ? names : names.slice(0, NAMES);
  const more = names.length - shown.length;
  const list = joined(
    shown.map((each): Phrase => [name(each)]),
    ', ',
  );
  return [say`${title}: ${list}${more > 0 ? `, … ${more} more` : ''}`];
}
