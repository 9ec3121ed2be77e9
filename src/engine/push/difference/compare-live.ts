import type { PlannedChange } from '../../../model/plan.ts';
import type { Story } from '../../../model/story.ts';
import { driftedPlaces, editedParts } from '../../../plan/part-hashes.ts';
import { pointRecordActions } from '../../../records/rewrite.ts';
import { matchIngress } from '../../../story/addresses/carry-addresses.ts';
import { compareStories } from '../../../story/compare/compare.ts';
import { compareAddresses } from '../../../story/compare/compare-addresses.ts';
import { ownForm } from '../../../story/compare/own-form.ts';
import { fingerprintOf } from '../../../story/compare/parts.ts';
import { wantedSide } from '../../../story/compare/wanted-side.ts';
import type { StoryContext } from '../assess/story-context.ts';
import type { LiveStory } from '../push-work.ts';
import { traceByGit, traceChanges } from './cause.ts';
import { changeSetOf } from './change-set.ts';

export type LiveComparison = {
  readonly changes: readonly PlannedChange[];
  /** Where the content differs; addresses and tags apart. */
  readonly places: readonly string[];
  /** Places that the destination edited, as far as state tells, and a push would overwrite. */
  readonly drift: readonly string[];
  /** Something is no longer as it was read back after our last push, in the way of a push or not. */
  readonly edited: boolean;
  readonly ambiguous: readonly string[];
  readonly read: NonNullable<LiveStory['read']>;
};

/** All that a comparison goes by, beside the live story. */
type Question = Pick<StoryContext, 'desired' | 'destination' | 'state' | 'proven' | 'rememberedTypes'> & {
  /** What git asks for there. */
  readonly wanted: Story;
};

/** By the live story: a destination is assessed again after each round of reading. */
const last = new WeakMap<Story, { readonly question: Question; readonly found: LiveComparison }>();

/** What differs between a live story and what git asks for, and who made each difference. */
export function compareWithLive(context: StoryContext, story: Story, wanted: Story): LiveComparison {
  const { desired, destination, state, proven, rememberedTypes } = context;
  const question: Question = { desired, destination, state, proven, rememberedTypes, wanted };
  const known = last.get(story);
  if (known && isSameQuestion(known.question, question)) return known.found;
  const found = compareAnew(question, story);
  last.set(story, { question, found });
  return found;
}

function isSameQuestion(one: Question, other: Question): boolean {
  return (Object.keys(one) as (keyof Question)[]).every((key) => one[key] === other[key]);
}

function compareAnew(question: Question, story: Story): LiveComparison {
  const { desired, destination, state, proven, wanted } = question;
  const recorded = state?.actions ?? {};
  const matching = matchIngress(wanted, story, proven ? recorded : asHint(recorded, wanted, story));
  const form = ownForm(story);
  const parts = fingerprintOf(form.normal, wantedSide(wanted));
  const edited = state && editedParts(parts, state);
  const changeSet = changeSetOf(desired);
  // Where what is live is what git had before, the old value is git's own and may be told.
  const differences = compareStories(story, wanted, (path, shown) => changeSet?.had(path) === shown, form);
  const content = traceChanges(differences, {
    live: story,
    edited,
    gitChanged: state?.pushed !== desired.contentHash,
    changeSet,
    before: desired.before ? boundAsLast(question, desired.before) : undefined,
  });
  const addresses = matching.ok && destination.webhookUrls === 'export' ? compareAddresses(matching.value) : [];
  const places = driftedPlaces(differences, edited ?? new Set());
  const named = new Set(content.filter(({ cause }) => cause === 'destination').map(({ path }) => path));
  return {
    changes: [...content, ...traceByGit(addresses, changeSet)],
    places: [...new Set(content.map(({ path }) => path))],
    // Whether there is drift must not depend on where the change set starts: a plan holds beyond its pull request.
    drift: named.size > 0 ? [...named] : places,
    edited: (edited?.size ?? 0) > 0,
    ambiguous: matching.ok ? [] : matching.error.ambiguous,
    read: { story, parts, ...(matching.ok ? { ingress: matching.value } : {}) },
  };
}

/** Which address is whose is told by names first where state is a hint: nobody may have us swap a customer's addresses. */
function asHint(
  actions: { readonly [sourceGuid: string]: string },
  wanted: Story,
  live: Story,
): { readonly [sourceGuid: string]: string } {
  const nameless = (here: Story, there: Story): ReadonlySet<string> => {
    const names = new Set(there.agents.map(({ name }) => name));
    return new Set(here.agents.filter(({ name }) => !names.has(name)).map(({ guid }) => guid));
  };
  const [renamed, former] = [nameless(wanted, live), nameless(live, wanted)];
  return Object.fromEntries(
    Object.entries(actions).filter(([ours, theirs]) => renamed.has(ours) && former.has(theirs)),
  );
}

/** Record actions of earlier content, bound as our last push bound them. */
function boundAsLast({ rememberedTypes }: Question, before: Story): Story {
  const targets = Object.entries(rememberedTypes).map(([name, { target }]) => [name, { name: target }] as const);
  return pointRecordActions(before, new Map(targets));
}
