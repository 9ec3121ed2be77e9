import { applyPlan, type Wave } from '../../src/apply/apply.ts';
import type { ApplyOptions } from '../../src/apply/apply-options.ts';
import type { Engine } from '../../src/apply/engine.ts';
import type { Leases } from '../../src/apply/leases.ts';
import { Ledger } from '../../src/apply/ledger.ts';
import { ALL_AT_ONCE } from '../../src/apply/rollout-gate.ts';
import { assembleDesired } from '../../src/desired/assemble.ts';
import { assessDestination } from '../../src/engine/push/assess/assess-destination.ts';
import type { CopyOptions } from '../../src/engine/push/copies.ts';
import { pushEngine } from '../../src/engine/push/engine.ts';
import type { JsonObject } from '../../src/json/value.ts';
import type { Actual, StoryInfo } from '../../src/model/actual.ts';
import type { Desired, DesiredStory } from '../../src/model/desired.ts';
import type { Destination, Manifest } from '../../src/model/destination.ts';
import type { DestinationState, StoryState } from '../../src/model/destination-state.ts';
import type { Pruned } from '../../src/model/pruned.ts';
import type { Outcome } from '../../src/model/status.ts';
import type { Story } from '../../src/model/story.ts';
import { pinOf } from '../../src/model/wanted-story.ts';
import type { Assess, DestinationWork } from '../../src/plan/destination-work.ts';
import { assemble, type Planning } from '../../src/plan/plan.ts';
import type { Policy } from '../../src/plan/policy.ts';
import { refreshDestination } from '../../src/refresh/refresh.ts';
import { explain } from '../../src/report/explain/explain.ts';
import { type FakeTenant, fakeTenant } from './fake-tenant.ts';
import { type InstantClock, instantClock } from './instant-clock.ts';
import { guidOf } from './stories.ts';

const PLACE = { file: 'sync.yaml', line: 1, column: 1 };

export type DestinationOptions = Partial<Destination> & {
  readonly stories?: readonly string[];
  readonly adopt?: readonly string[];
};

/** A destination of team 42 that takes the given stories. */
export function destinationOf(
  name: string,
  { stories = [], adopt = [], ...options }: DestinationOptions = {},
): Destination {
  return {
    name,
    tenantUrl: `https://${name}.example`,
    teamId: 42,
    keyName: `${name.toUpperCase()}_KEY`,
    subscriptions: stories.map((storyKey) => ({ storyKey, place: PLACE, adopt: adopt.includes(storyKey) })),
    engine: 'push',
    manualSyncOnly: false,
    labels: {},
    webhookUrls: 'keep',
    changeControl: 'fail',
    onDrift: 'overwrite',
    prerequisites: 'fail',
    place: PLACE,
    ...options,
  };
}

export function manifestOf(keys: readonly string[], destinations: readonly Destination[]): Manifest {
  const stories = new Map(keys.map((key) => [key, { key, file: `stories/${key}.json`, place: PLACE }]));
  return { file: 'sync.yaml', stories, destinations };
}

/** What git asks for; without destinations given, one that takes every story. */
export function desiredOf(
  stories: { readonly [key: string]: JsonObject },
  destinations?: readonly Destination[],
): Desired {
  const keys = Object.keys(stories);
  const all = destinations ?? [destinationOf('contoso', { stories: keys })];
  const files = new Map(
    Object.entries(stories).map(([key, story]) => {
      const bytes = Buffer.from(JSON.stringify(story));
      return [key, { kind: 'bytes', bytes, shown: `stories/${key}.json` } as const];
    }),
  );
  const { desired, problems } = assembleDesired(manifestOf(keys, all), files);
  if (!desired) throw new Error(problems.map(({ message }) => message).join('\n'));
  return withPinsOf(desired);
}

/** Where destinations are pinned, every commit has the stories of today. */
function withPinsOf(desired: Desired): Desired {
  const pinned = desired.destinations.flatMap((destination) => {
    const { name, pin, subscriptions } = destination;
    if (pin === undefined) return [];
    const entries = subscriptions.flatMap(({ storyKey }) => {
      const story = desired.stories.get(storyKey);
      const entry = story && ({ kind: 'read', story: { ...story, commit: pin.commit } } as const);
      return entry && pinOf(destination, storyKey) ? [[storyKey, entry] as const] : [];
    });
    return [[name, new Map(entries)] as const];
  });
  return pinned.length === 0 ? desired : { ...desired, pinned: new Map(pinned) };
}

export function desiredStory(story: JsonObject): DesiredStory {
  const [only] = desiredOf({ story }).stories.values();
  if (!only) throw new Error('no story');
  return only;
}

export function listedStory(id: number, name: string, more: Partial<StoryInfo> = {}): StoryInfo {
  return {
    id,
    name,
    slug: name.toLowerCase(),
    teamId: 42,
    tags: [],
    changeControl: false,
    disabled: false,
    priority: false,
    locked: false,
    folderId: null,
    editedAt: '2026-03-01T12:00:00Z',
    editedAtTrusted: true,
    ...more,
  };
}

export function readingsOf(more: Partial<Actual> = {}): Actual {
  return {
    listing: [],
    exports: new Map(),
    unreadableExports: new Map(),
    whereabouts: new Map(),
    earlier: new Map(),
    ...more,
  };
}

/** A live story with this stamp and nothing else to tell. */
export function stamped(stamp: string): Story {
  const guid = guidOf(`live ${stamp}`);
  return { name: 'Live', guid, agents: [], links: [], origin_story_identifier: stamp };
}

export function storyState(destinationStoryId: number, more: Partial<StoryState> = {}): StoryState {
  return {
    destinationStoryId,
    name: 'Triage',
    stamp: '',
    pushed: '',
    equal: [],
    observed: {},
    editedAt: '',
    actions: {},
    tags: [],
    status: 'synced',
    reason: null,
    errorMessage: null,
    syncedAt: '2026-03-01T12:00:00Z',
    ...more,
  };
}

export function policyFor(desired: Desired, more: Partial<Policy> = {}): Policy {
  const pairs = desired.destinations.map(
    ({ name, subscriptions }) => [name, new Set(subscriptions.map(({ storyKey }) => storyKey))] as const,
  );
  return { selected: new Map(pairs), force: false, manual: new Set(), refresh: false, commit: null, ...more };
}

/** No other run is at work. */
export const NO_OTHER_RUN: Leases = {
  take: async () => ({ kind: 'ours', waited: false, lost: new AbortController().signal, release: async () => {} }),
};

/** One destination in memory over several runs: its tenant, and what is remembered of it. */
export class Shop {
  readonly tenant: FakeTenant;
  state: DestinationState | undefined;
  /** Whether what is remembered is signed by us. */
  proven = true;
  /** What git had in every story's file before, newest first. */
  versions: readonly Story[] = [];
  /** How stories left behind are deleted; not at all unless they are set. */
  copies: CopyOptions | undefined;
  onPruned: ((pruned: readonly Pruned[]) => void) | undefined;
  now = new Date('2026-03-01T12:00:00Z');
  /** What the last plan had read when it was made. */
  readings: Actual | undefined;

  constructor(tenant: FakeTenant = fakeTenant()) {
    this.tenant = tenant;
  }

  async plan(desired: Desired, more: Partial<Policy> = {}): Promise<Planning> {
    const policy = policyFor(desired, more);
    const works: DestinationWork[] = [];
    const versions = this.versions;
    const earlier = async () => ({ stories: () => versions, cutShort: null });
    const assess: Assess = (...input) => {
      const [, , actual] = input;
      if ('readings' in actual) this.readings = actual.readings;
      return assessDestination(...input);
    };
    for (const destination of desired.destinations) {
      works.push(await refreshDestination(assess, desired, destination, this.tenant, this.state, policy, earlier));
    }
    return assemble(desired.manifestFile, policy.commit, works);
  }

  /** Pushes a planning and remembers what came of it. */
  async push(
    planning: Planning,
    more: Partial<ApplyOptions> = {},
    waves: readonly Wave[] = [[...planning.work.keys()]],
  ): Promise<readonly Outcome[]> {
    const engine = this.#engine();
    return applyPlan(planning, new Ledger(planning.work.values()), waves, {
      engine,
      leases: NO_OTHER_RUN,
      rollout: ALL_AT_ONCE,
      planAnew: async () => undefined,
      stateOf: () => this.state,
      saveState: async (_, state) => {
        this.state = { ...state, proven: this.proven };
      },
      onDone: () => {},
      concurrency: 1,
      clock: this.#clock(),
      stop: new AbortController().signal,
      explain,
      heldBack: () => undefined,
      ...more,
      ...(this.onPruned ? { onPruned: this.onPruned } : {}),
    });
  }

  /** The engine that pushes; `onApply` is told before it begins with a destination. */
  engineWith(onApply: () => void): Engine {
    const engine = this.#engine();
    return {
      ...engine,
      apply: (work, run) => {
        onApply();
        return engine.apply(work, run);
      },
    };
  }

  #clock(): InstantClock {
    return instantClock(this.now.toISOString());
  }

  #engine(): Engine {
    let drawn = 0;
    return pushEngine({
      tenantOf: async () => this.tenant,
      clock: this.#clock(),
      fresh: () => {
        drawn += 1;
        return guidOf(`fresh ${drawn}`);
      },
      ...(this.copies ? { copies: this.copies, prune: true } : {}),
    });
  }

  async sync(desired: Desired, more: Partial<Policy> = {}): Promise<readonly Outcome[]> {
    return this.push(await this.plan(desired, more));
  }
}
