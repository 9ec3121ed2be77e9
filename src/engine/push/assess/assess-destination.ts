import type { ActualDestination } from '../../../model/actual.ts';
import type { Desired, DesiredStory } from '../../../model/desired.ts';
import type { Destination } from '../../../model/destination.ts';
import type { DestinationState } from '../../../model/destination-state.ts';
import type { DestinationFact } from '../../../model/fact/destination-fact.ts';
import { reasonOf } from '../../../model/fact/reason.ts';
import { allVersions, pinOf, recordTypeNames, standIn, unusablePin } from '../../../model/wanted-story.ts';
import { assessOffline } from '../../../plan/assess-offline.ts';
import { brokenFile, findBroken } from '../../../plan/broken-stories.ts';
import type { Assessment } from '../../../plan/destination-work.ts';
import { workOrder } from '../../../plan/order.ts';
import { assessOrphans } from '../../../plan/orphans/orphans.ts';
import { findDisplaced, matchState } from '../../../plan/ownership/match-state.ts';
import { asPinned, blockedByPin } from '../../../plan/pinned-work.ts';
import { isDue, plannedStory } from '../../../plan/planned-story.ts';
import type { Policy } from '../../../plan/policy.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import type { StoryWork } from '../../../plan/story-work.ts';
import { subscribedStories } from '../../../plan/subscribed-stories.ts';
import { letWait, policyAt } from '../../../plan/waiting.ts';
import { slugsOf } from '../../../story/graph.ts';
import { liveFacts } from '../live-facts.ts';
import type { PushStory, PushWork } from '../push-work.ts';
import { assessStory } from './assess-story.ts';
import { decideRecordTypes } from './record-types.ts';
import type { StoryContext } from './story-context.ts';

const NO_TYPES: DestinationState['recordTypes'] = {};

/** Where the tenant was not asked, nothing is known of what is left behind, and nothing is written. */
const nothingLeft = { leftBehind: [], prune: [], refreshed: false } as const;

/** One brain for reading and planning: it either decides, or names every read it still wants. */
export function assessDestination(
  desired: Desired,
  destination: Destination,
  actual: ActualDestination,
  asked: Policy,
): Assessment {
  const isOurs = destination.engine === 'push' || 'unreadable' in actual;
  const observed = isOurs ? actual : { unreadable: { kind: 'given_to_vendor' } as const };
  const policy = policyAt(destination, asked);
  const subscribed = subscribedStories(desired, destination);
  const chosen = subscribed.filter(({ key }) => isChosen(destination, key, policy));
  const { stories, again } = workOrder(chosen);
  const matches = matchState(subscribed, actual.state, allVersions(desired));
  if ('unreadable' in observed) {
    const broken = findBroken(desired, destination).filter(({ key }) => isChosen(destination, key, policy));
    const work = [
      ...stories.map((story) => unreadableStory(story, destination, observed.unreadable)),
      ...broken.map((story) => unreadableStory(standIn(story), destination, brokenFile(story))),
    ];
    return {
      kind: 'assessed',
      work: { ...nothingLeft, destination, stories: work, unreadable: observed.unreadable },
    };
  }
  if ('offline' in observed) {
    const work = stories.map((story) => {
      const unusable = unusablePin(desired, destination, story.key);
      const match = matches.get(story.key);
      if (unusable) return blockedByPin(story, unusable, match?.state);
      const found = assessOffline(story, subscriptionOf(destination, story), match);
      return asPinned(found, pinOf(destination, story.key));
    });
    return { kind: 'assessed', work: { ...nothingLeft, destination, stories: letWait(work, destination, policy) } };
  }
  const { readings, state } = observed;
  const sendable = stories.filter(({ key }) => unusablePin(desired, destination, key) === undefined);
  const decisions =
    readings.recordTypes &&
    decideRecordTypes(sendable, { namesInRepository: recordTypeNames(desired), existing: readings.recordTypes, state });
  const contextOf = (story: DesiredStory, broughtSlugs: ReadonlySet<string>): StoryContext => ({
    desired: story,
    subscription: subscriptionOf(destination, story),
    pin: pinOf(destination, story.key),
    unusablePin: unusablePin(desired, destination, story.key),
    destination,
    readings,
    state: matches.get(story.key)?.state,
    proven: matches.get(story.key)?.proven ?? false,
    knownAs: matches.get(story.key)?.knownAs,
    displaced: findDisplaced(story.key, state, matches),
    decisions,
    rememberedTypes: state?.recordTypes ?? NO_TYPES,
    broughtSlugs,
    policy,
  });
  const decided = decideStories(stories, contextOf);
  if (decided.kind === 'unread') return decided;
  const waiting = letWait(decided.work, destination, policy);
  const left = assessOrphans({ desired, destination, readings, state, policy, work: waiting, matches });
  if (left.kind === 'unread') return left;
  const { leftBehind, prune } = left;
  const types = readings.recordTypes ? { recordTypes: readings.recordTypes } : {};
  const light = waiting.map(withoutContent);
  const work: PushWork = { destination, stories: light, again, leftBehind, prune, refreshed: true, ...types };
  return { kind: 'assessed', work };
}

/** Where nothing is sent, content is let go: a fleet's would not fit into memory. What is recorded of it is made now. */
function withoutContent(work: PushStory): PushStory {
  const { content: _, live, ...rest } = work;
  if (isDue(work.planned) || !live) return work;
  const { listed, read } = live;
  if (work.planned.action !== 'unchanged' || !read) return { ...rest, live: { listed } };
  return { ...rest, live: { listed, facts: liveFacts(work.desired, read.story, read.parts) } };
}

type Decided =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  | { readonly kind: 'decided'; readonly work: readonly PushStory[] };

/** A callee that cannot come is missing for its callers, and theirs in turn: repeat until nothing falls any more. */
function decideStories(
  stories: readonly DesiredStory[],
  contextOf: (story: DesiredStory, broughtSlugs: ReadonlySet<string>) => StoryContext,
): Decided {
  const fallen = new Set<string>();
  for (;;) {
    const brought = new Set(
      stories.filter((story) => !fallen.has(story.key)).flatMap(({ story }) => [...slugsOf(story)]),
    );
    const assessments = stories.map((story) => assessStory(contextOf(story, brought)));
    const needs = assessments.flatMap((assessment) => (assessment.kind === 'unread' ? assessment.needs : []));
    if (needs.length > 0) return { kind: 'unread', needs: uniqueNeeds(needs) };
    const work = assessments.flatMap((assessment) => (assessment.kind === 'assessed' ? [assessment.work] : []));
    const before = fallen.size;
    for (const { planned, live } of work) {
      if (!live && planned.action !== 'create') fallen.add(planned.key);
    }
    if (fallen.size === before) return { kind: 'decided', work };
  }
}

function uniqueNeeds(needs: readonly ReadRequest[]): readonly ReadRequest[] {
  return [
    ...new Map(
      needs.map((need) => [
        `${need.kind} ${'storyId' in need ? need.storyId : 'storyKey' in need ? need.storyKey : ''}`,
        need,
      ]),
    ).values(),
  ];
}

function isChosen({ name }: Destination, key: string, { selected }: Policy): boolean {
  return selected.get(name)?.has(key) ?? false;
}

export function subscriptionOf(destination: Destination, story: DesiredStory): StoryContext['subscription'] {
  const subscription = destination.subscriptions.find(({ storyKey }) => storyKey === story.key);
  if (!subscription) throw new Error(`Internal error: ${destination.name} does not subscribe to ${story.key}`);
  return subscription;
}

function unreadableStory(desired: DesiredStory, destination: Destination, fact: DestinationFact): StoryWork {
  const detached = subscriptionOf(destination, desired).detached !== undefined;
  const planned = plannedStory(desired, { action: 'blocked', reason: reasonOf(fact), fact, detached });
  return { planned, desired, equal: false, evidence: {} };
}
