import type { Actual, StoryInfo } from '../../../model/actual.ts';
import type { DesiredStory } from '../../../model/desired.ts';
import { DETACHED_TAG } from '../../../model/tags.ts';
import { allVersions, recordTypeNames, unusablePin } from '../../../model/wanted-story.ts';
import { matchState } from '../../../plan/ownership/match-state.ts';
import { findOwnership, type Ownership } from '../../../plan/ownership/ownership.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import type { AssessReadiness, StoryReadiness } from '../../../plan/readiness.ts';
import { subscribedStories } from '../../../plan/subscribed-stories.ts';
import { slugsOf } from '../../../story/graph.ts';
import { subscriptionOf } from './assess-destination.ts';
import { findUnmoved } from './assess-story.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { decideRecordTypes, decisionsFor, stepOf } from './record-types.ts';

/** What stands in the way of pushes, by as much as was read: each rule is asked by itself, and none waits for another. */
export const assessReadiness: AssessReadiness = (desired, destination, { readings, state }, selected) => {
  const subscribed = subscribedStories(desired, destination);
  // Of a pin that cannot be honoured the plan says why: nothing of it is sent, so nothing is needed for it.
  const usable = ({ key }: DesiredStory): boolean => unusablePin(desired, destination, key) === undefined;
  const stories = subscribed.filter((story) => selected.has(story.key) && usable(story));
  const matches = matchState(subscribed, state, allVersions(desired));
  const types = readings.recordTypes;
  const decisions =
    types && decideRecordTypes(stories, { namesInRepository: recordTypeNames(desired), existing: types, state });
  const judge = (story: DesiredStory, broughtSlugs: ReadonlySet<string>): StoryReadiness => {
    const subscription = subscriptionOf(destination, story);
    const entry = matches.get(story.key);
    const unmoved = findUnmoved({ desired: story, destination, readings, state: entry?.state });
    const owned: Ownership = unmoved
      ? { kind: 'ours', listed: unmoved, adopted: false }
      : findOwnership({ desired: story, subscription, readings, entry });
    const live = owned.kind === 'ours' ? owned.listed : onlyOne(story, readings);
    const about = { key: story.key, settled: unmoved !== undefined };
    if (subscription.detached || live?.tags.includes(DETACHED_TAG)) {
      return { ...LEFT_ALONE, ...about, ownership: live ? 'ours' : 'absent' };
    }
    const around = { teamId: destination.teamId, readings, broughtSlugs };
    const prerequisites = checkPrerequisites(story, around);
    const chosen = decisionsFor(story, decisions);
    const unreadTypes: readonly ReadRequest[] =
      story.recordTypes.length > 0 && !decisions ? [{ kind: 'record_types' }] : [];
    return {
      ...about,
      detached: false,
      ownership: owned.kind === 'unread' ? 'unread' : owned.kind === 'refused' ? owned.refusal : owned.kind,
      changeControl: owned.kind !== 'refused' && live?.changeControl === true,
      missing: prerequisites.missing,
      untold: prerequisites.warnings,
      recordTypes: chosen.decisions.map(stepOf),
      recordTypeRefused: chosen.refusal ?? null,
      unread: [...(owned.kind === 'unread' ? owned.needs : []), ...prerequisites.needs, ...unreadTypes],
    };
  };
  // A callee that cannot come is missing for its callers, and theirs in turn: repeat until nothing falls any more.
  const fallen = new Set<string>();
  for (;;) {
    const coming = stories.filter(({ key }) => !fallen.has(key));
    const brought = new Set(coming.flatMap(({ story }) => [...slugsOf(story)]));
    const judged = stories.map((story) => judge(story, brought));
    const before = fallen.size;
    for (const each of judged) if (cannotCome(each, destination.prerequisites)) fallen.add(each.key);
    if (fallen.size === before) return judged;
  }
};

const LEFT_ALONE: Omit<StoryReadiness, 'key' | 'settled' | 'ownership'> = {
  detached: true,
  changeControl: false,
  missing: [],
  untold: [],
  recordTypes: [],
  recordTypeRefused: null,
  unread: [],
};

/** The one story of this name, as long as nothing tells whose it is: a push would have to write to it or to none. */
function onlyOne({ story }: DesiredStory, { listing }: Actual): StoryInfo | undefined {
  const named = listing.filter(({ name }) => name === story.name);
  return named.length === 1 ? named[0] : undefined;
}

function cannotCome(
  { detached, ownership, missing, recordTypeRefused }: StoryReadiness,
  prerequisites: 'fail' | 'warn',
): boolean {
  if (detached || ownership === 'ours') return ownership !== 'ours';
  return (
    typeof ownership === 'object' || recordTypeRefused !== null || (missing.length > 0 && prerequisites === 'fail')
  );
}
