import type { Desired, DesiredStory } from '../../../src/model/desired.ts';
import type { Destination } from '../../../src/model/destination.ts';
import type { DestinationState, StateContent, StoryState } from '../../../src/model/destination-state.ts';
import type { PlannedStory } from '../../../src/model/plan.ts';
import { NO_RECORD, type Rollout, type RolloutRecord } from '../../../src/model/rollout.ts';
import type { DestinationWork } from '../../../src/plan/destination-work.ts';
import { plannedStory } from '../../../src/plan/planned-story.ts';
import type { StoryWork } from '../../../src/plan/story-work.ts';
import { desiredStory, destinationOf, storyState } from '../planning.ts';
import { callStory, storyExport } from '../stories.ts';
import type { ModelPassings } from './model.ts';

export const HOUR = 3_600_000;
export const PLACE = { file: 'sync.yaml', line: 1, column: 1 };

/** `report` calls `triage`, which calls `enrich`. */
export const STORIES = ['enrich', 'triage', 'report'] as const;
const CALLS: { readonly [story: string]: readonly string[] } = { enrich: [], triage: ['enrich'], report: ['triage'] };
export const callsOf = (story: string): readonly string[] => CALLS[story] ?? [];

/** One export of each story; what git has of it is told by the hash alone. */
const EXPORTS = new Map(
  STORIES.map((key) => {
    const actions = callsOf(key).map((callee) => callStory('Call', callee));
    return [key, desiredStory(storyExport({ name: key, actions }))] as const;
  }),
);

function versionOf(story: DesiredStory, key: string, contentHash: string): DesiredStory {
  return { ...story, key, contentHash };
}

/** How a push of a pair ends; `block` is found by the plan already. */
export type Trouble = 'reject' | 'verify' | 'block';

/** A few tenants, git and the state branch, in memory. */
export class RolloutWorld {
  now = Date.parse('2026-03-27T08:00:00Z');
  rollout: Rollout;
  destinations: Destination[];
  /** What git has of each story. */
  readonly versions = new Map<string, number>(STORIES.map((story) => [story, 0]));
  /** `destination/story` -> version pinned there. */
  readonly pins = new Map<string, number>();
  readonly troubles = new Map<string, Trouble>();
  readonly live = new Map<string, string>();
  readonly states = new Map<string, DestinationState>();
  /** Destinations that a run writes to. */
  readonly leased = new Set<string>();
  record: RolloutRecord = NO_RECORD;
  runs = 0;
  passings: ModelPassings = new Map();

  constructor(rollout: Rollout, rings: readonly number[]) {
    this.rollout = rollout;
    this.destinations = rings.map((ring, index) => ({
      ...destinationOf(`d${index}`, { stories: STORIES.filter((_, story) => story !== index % 5) }),
      labels: { ring: `r${ring}` },
    }));
  }

  /** A detached story is compared with that of today, whatever is pinned. */
  wanted = ({ name, subscriptions }: Destination, story: string): string => {
    const isDetached = subscriptions.some(({ storyKey, detached }) => storyKey === story && detached);
    const pinned = isDetached ? undefined : this.pins.get(`${name}/${story}`);
    return `${story}-v${pinned ?? this.versions.get(story)}`;
  };

  desired(): Desired {
    const today = [...EXPORTS].map(
      ([key, story]) => [key, versionOf(story, key, `${key}-v${this.versions.get(key)}`)] as const,
    );
    const pinned = this.destinations.map(
      (destination) =>
        [
          destination.name,
          new Map([...this.desiredAt(destination)].map(([key, story]) => [key, { kind: 'read', story } as const])),
        ] as const,
    );
    const { destinations } = this;
    return { manifestFile: 'sync.yaml', stories: new Map(today), destinations, pinned: new Map(pinned) };
  }

  desiredAt(destination: Destination): ReadonlyMap<string, DesiredStory> {
    return new Map(
      destination.subscriptions.flatMap(({ storyKey }) => {
        const story = EXPORTS.get(storyKey as (typeof STORIES)[number]);
        return story ? [[storyKey, versionOf(story, storyKey, this.wanted(destination, storyKey))] as const] : [];
      }),
    );
  }

  /** What the planner says where there is no rollout. */
  assess(destination: Destination, stories: ReadonlySet<string>, byHand: boolean): DestinationWork {
    const desired = this.desiredAt(destination);
    const work = STORIES.flatMap((key) => {
      const story = stories.has(key) ? desired.get(key) : undefined;
      return story ? [this.#assessPair(destination, story, byHand)] : [];
    });
    return { destination, stories: work, leftBehind: [], prune: [], refreshed: true };
  }

  #assessPair(destination: Destination, desired: DesiredStory, byHand: boolean): StoryWork {
    const id = `${destination.name}/${desired.key}`;
    const live = this.live.get(id);
    const detached = destination.subscriptions.some((each) => each.storyKey === desired.key && each.detached);
    const waits = destination.hold ? 'held' : destination.manualSyncOnly && !byHand ? 'manual_sync_only' : undefined;
    const equal = live === desired.contentHash;
    const would = live === undefined ? 'create' : 'update';
    let details: Pick<PlannedStory, 'action' | 'reason'> & Partial<PlannedStory> = { action: would, reason: null };
    if (detached) details = { action: 'skip', reason: 'detached', detached: true };
    else if (equal) details = { action: 'unchanged', reason: null };
    else if (waits) details = { action: 'skip', reason: waits, would };
    else if (this.troubles.get(id) === 'block') details = { action: 'blocked', reason: 'missing_prerequisite' };
    return { planned: plannedStory(desired, details), desired, equal, evidence: {} };
  }

  stateOf(name: string): DestinationState {
    const blank = { tenantUrl: `https://${name}.example`, teamId: 42, stories: {}, recordTypes: {}, last: {} };
    return this.states.get(name) ?? { ...blank, proven: true };
  }

  save(name: string, state: StateContent): void {
    this.states.set(name, { ...state, proven: true });
  }

  /** A push that ended: what is live then, and what state says of it. */
  push(destination: string, desired: DesiredStory, entry: StoryState | undefined): StoryState | undefined {
    const id = `${destination}/${desired.key}`;
    const trouble = this.troubles.get(id);
    if (trouble === 'reject') return entry;
    this.live.set(id, trouble === 'verify' ? 'broken' : desired.contentHash);
    if (trouble !== 'verify') return this.equal(desired, entry);
    const { since: _, ...rest } = entry ?? storyState(1, { name: desired.story.name, stamp: desired.stamp });
    return { ...rest, pushed: desired.contentHash, status: 'failed', reason: 'verify_failed', syncedAt: this.stamp() };
  }

  /** Found or read back as git wants it. */
  equal({ contentHash, story, stamp }: DesiredStory, entry: StoryState | undefined): StoryState {
    const before = entry?.equal ?? [];
    const since = before.at(-1) === contentHash ? entry?.since : undefined;
    return {
      ...storyState(1, { name: story.name, stamp }),
      pushed: contentHash,
      equal: [...before.filter((hash) => hash !== contentHash), contentHash],
      since: since ?? this.stamp(),
      status: 'synced',
      syncedAt: this.stamp(),
    };
  }

  stamp(): string {
    return new Date(this.now).toISOString();
  }

  destination(index: number): Destination {
    const found = this.destinations[index % this.destinations.length];
    if (!found) throw new Error('a world has destinations');
    return found;
  }

  change(index: number, edit: (destination: Destination) => Destination): void {
    const found = this.destination(index);
    this.destinations = this.destinations.map((each) => (each === found ? edit(each) : each));
  }

  /** What is left to do where nothing keeps it back for good. */
  open(): readonly string[] {
    return this.destinations.flatMap((destination) =>
      destination.subscriptions
        .map(({ storyKey }) => `${destination.name}/${storyKey}`)
        .filter((id) => this.live.get(id) !== this.wanted(destination, id.slice(destination.name.length + 1))),
    );
  }
}
