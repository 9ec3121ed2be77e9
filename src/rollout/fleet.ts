import type { Desired, DesiredStory } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState, StoryState } from '../model/destination-state.ts';
import type { PlannedStory } from '../model/plan.ts';
import { ringOf } from '../model/ring-of.ts';
import type { Rollout } from '../model/rollout.ts';
import { byTextOf } from '../model/text/order.ts';
import { allVersions, pinOf } from '../model/wanted-story.ts';
import { matchState } from '../plan/ownership/match-state.ts';
import { isDue } from '../plan/planned-story.ts';
import { lastOf } from '../plan/recorded-outcome.ts';
import { subscribedStories } from '../plan/subscribed-stories.ts';
import { callClosures } from './calls.ts';
import type { Shares } from './share-out.ts';
import { timeOf } from './time-of.ts';

/** All that counts for a rollout: every pair of the manifest, whatever the run was narrowed to. */
export type Fleet = {
  readonly rollout: Rollout;
  /** The ring of each destination of the manifest. */
  readonly rings: ReadonlyMap<string, string>;
  /** Destinations that the run is about. */
  readonly run: readonly string[];
  readonly pairs: readonly FleetPair[];
  /** What this runner may do of what all may, where several have a part of the fleet each. */
  readonly shares?: Shares;
};

export type FleetPair = {
  readonly destination: string;
  readonly key: string;
  /** The story's name, for people. */
  readonly name: string;
  /** Hash of the content that git wants there. */
  readonly content: string;
  readonly ring: string;
  /** Not detached, held, pinned or manual-only: a ring passes by these alone. */
  readonly counts: boolean;
  /** `there`: read back equal to that content. `failed`: the last try with it failed. */
  readonly standing: 'there' | 'failed' | 'open';
  /** Milliseconds since 1970: since when; undefined when no state says so, and this run saw it. */
  readonly since: number | undefined;
  /** It was read back equal to this content before: a revert, or a pin. */
  readonly wasThere: boolean;
  /** This run would push it if there were no rollout. */
  readonly due: boolean;
  /** The stories that it calls, directly or not, among those of the destination. */
  readonly calls: readonly string[];
};

/** A destination of the manifest, and what is known of it. */
export type FleetMember = {
  readonly destination: Destination;
  /** What is recorded and believed: where a state key is in use, nothing that is not proven. */
  readonly state: DestinationState | undefined;
  /** As assessed in this run, as if there were no rollout; undefined where the run is not about it. */
  readonly planned: readonly PlannedStory[] | undefined;
};

/** A destination's part of the fleet: all that is kept of what was read of it. */
export type FleetPart = {
  readonly destination: string;
  readonly ring: string;
  readonly inRun: boolean;
  readonly pairs: readonly FleetPair[];
};

/** Makes parts of one fleet; what all of them share is worked out once. */
export function fleetParts(rollout: Rollout, desired: Desired): (member: FleetMember) => FleetPart {
  const closures = callClosures();
  return (member) => {
    const { destination, state } = member;
    const ring = ringOf(rollout, destination).name;
    const wanted = subscribedStories(desired, destination);
    const calls = closures(wanted);
    const matches = matchState(wanted, state, allVersions(desired));
    const planned = new Map((member.planned ?? []).map((story) => [story.key, story]));
    const pairs = wanted.map((story) => ({
      ...describePair(story, member, matches.get(story.key)?.state, planned.get(story.key)),
      ring,
      calls: calls.get(story.key) ?? [],
    }));
    return { destination: destination.name, ring, inRun: member.planned !== undefined, pairs };
  };
}

/** The order of the parts does not count. */
export function joinFleet(rollout: Rollout, parts: readonly FleetPart[]): Fleet {
  const ordered = parts.toSorted(byTextOf(({ destination }) => destination));
  return {
    rollout,
    rings: new Map(ordered.map(({ destination, ring }) => [destination, ring])),
    run: ordered.flatMap(({ destination, inRun }) => (inRun ? [destination] : [])),
    pairs: ordered.flatMap(({ pairs }) => pairs),
  };
}

/** The same fleet, of a run that would push these pairs: destination name -> story keys. */
export function asDue(fleet: Fleet, due: ReadonlyMap<string, ReadonlySet<string>>): Fleet {
  const pairs = fleet.pairs.map((pair) => ({ ...pair, due: due.get(pair.destination)?.has(pair.key) ?? false }));
  return { ...fleet, run: fleet.run.filter((name) => due.has(name)), pairs };
}

export function fleetOf(rollout: Rollout, desired: Desired, members: readonly FleetMember[]): Fleet {
  return joinFleet(rollout, members.map(fleetParts(rollout, desired)));
}

function describePair(
  { key, story, contentHash }: DesiredStory,
  { destination, state }: FleetMember,
  entry: StoryState | undefined,
  planned: PlannedStory | undefined,
): Omit<FleetPair, 'ring' | 'calls'> {
  const last = lastOf(state, key, entry);
  const detached = planned?.detached ?? last?.detachedThere ?? false;
  const wasThere = entry?.equal.includes(contentHash) ?? false;
  return {
    destination: destination.name,
    key,
    name: story.name,
    content: contentHash,
    counts: countsAt(destination, key) && !detached,
    ...(carriedSince(contentHash, destination, last) ?? standingOf(contentHash, entry, last, planned)),
    wasThere: wasThere || planned?.action === 'unchanged',
    due: planned !== undefined && isDue(planned),
  };
}

function countsAt(destination: Destination, key: string): boolean {
  const { hold, manualSyncOnly, subscriptions } = destination;
  const detached = subscriptions.some(({ storyKey, detached }) => storyKey === key && detached !== undefined);
  return !hold && !pinOf(destination, key) && !manualSyncOnly && !detached;
}

/** What the vendor carries has no entry of a push: that it was in sync with this content is its receipt. */
function carriedSince(
  content: string,
  { engine }: Destination,
  last: ReturnType<typeof lastOf>,
): Pick<FleetPair, 'standing' | 'since'> | undefined {
  if (engine === 'push' || last?.status !== 'synced' || last.content !== content) return undefined;
  return { standing: 'there', since: timeOf(last.at) };
}

/** A later look, or an edit there, does not undo that it was there; and what failed with other content says nothing of this. */
function standingOf(
  content: string,
  entry: StoryState | undefined,
  last: ReturnType<typeof lastOf>,
  planned: PlannedStory | undefined,
): Pick<FleetPair, 'standing' | 'since'> {
  if (entry?.pushed === content && entry.since !== undefined && entry.status === 'synced')
    return { standing: 'there', since: timeOf(entry.since) };
  if (planned?.action === 'unchanged') return { standing: 'there', since: undefined };
  const failed = last?.status === 'failed' && last.content === content;
  const blocked = planned?.action === 'blocked' && planned.reason !== 'not_reached';
  if (failed) return { standing: 'failed', since: timeOf(last.at) };
  return { standing: blocked ? 'failed' : 'open', since: undefined };
}
