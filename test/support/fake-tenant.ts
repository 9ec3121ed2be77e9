import { fail, ok, type Result } from '../../src/diagnostics/result.ts';
import type { StoryInfo, TeamInfo } from '../../src/model/actual.ts';
import type { TenantFailure } from '../../src/model/fact/tenant-failure.ts';
import type { VendorDestination } from '../../src/model/tenant/vendor-destination.ts';
import type { Answer, HandedKey, Tenant } from '../../src/tenant/port.ts';
import { type FakeStory, FakeWorld, type FakeWorldSetup, isRefusal, type Refusal } from './fake-world.ts';

export type TenantMethod = keyof Tenant;

/** One call, in order. `failed` is set when the caller was told so, `carriedOut` when it was done all the same. */
export type FakeCall = {
  readonly method: TenantMethod;
  readonly args: readonly unknown[];
  readonly carriedOut: boolean;
  readonly failed: boolean;
};

/** An answer that says no, for readings that hold one. */
export const NOT_READ: TenantFailure = {
  kind: 'rejected',
  request: 'GET /stories/1/export',
  evidence: { seen: 'status', status: 422, phrases: [], attempts: 1 },
  effect: 'none',
};

export type ProgrammedFailure = {
  /** Which call of the method from now on, counted from 1. */
  readonly nth?: number;
  /** How many calls in a row; once by default. */
  readonly times?: number;
  /** Carry the call out and then lose the answer. */
  readonly carriedOut?: boolean;
  readonly failure?: Partial<TenantFailure>;
};

/** A tenant in memory, for tests of what stands above the port. */
export type FakeTenant = Tenant & {
  /** The ground truth, to look at and to change as a customer would. */
  readonly world: FakeWorld;
  readonly calls: readonly FakeCall[];
  /** The writes that were carried out, whatever the caller was told. */
  writes(): readonly FakeCall[];
  /** Makes calls of one method fail. */
  fail(method: TenantMethod, failure?: ProgrammedFailure): void;
  /** Runs something right before the n-th call from now on: someone else was faster. */
  before(method: TenantMethod, act: () => void, nth?: number): void;
};

const WRITES: readonly TenantMethod[] = [
  'importStory',
  'updateStory',
  'createRecordType',
  'updateRecordType',
  'saveVersion',
  'deleteStory',
  'createSyncDestination',
  'updateSyncDestination',
  'deleteSyncDestination',
  'syncStory',
];

type Plan = { from: number; to: number; readonly carriedOut: boolean; readonly failure: Partial<TenantFailure> };

export function fakeTenant(setup: FakeWorldSetup = {}): FakeTenant {
  const world = new FakeWorld(setup);
  const calls: FakeCall[] = [];
  const plans = new Map<TenantMethod, Plan[]>();
  const acts = new Map<TenantMethod, { at: number; act: () => void }[]>();
  const counts = new Map<TenantMethod, number>();
  const countOf = (method: TenantMethod) => counts.get(method) ?? 0;

  async function answer<T>(method: TenantMethod, args: readonly unknown[], run: () => T | Refusal): Answer<T> {
    const number = countOf(method) + 1;
    counts.set(method, number);
    for (const { at, act } of acts.get(method) ?? []) if (at === number) act();
    const plan = plans.get(method)?.find(({ from, to }) => from <= number && number <= to);
    const carriedOut = plan === undefined || plan.carriedOut;
    // Copies on both ways: the caller's objects and the world's never become one.
    const value = carriedOut ? structuredClone(run()) : undefined;
    const refused = typeof value === 'object' && value !== null && isRefusal(value) ? value : undefined;
    const result = resultOf<T>(method, plan, refused, value as T);
    calls.push({ method, args: structuredClone(args), carriedOut: carriedOut && !refused, failed: !result.ok });
    return result;
  }

  const all = () => [...world.stories.values()];
  return {
    world,
    calls,
    writes: () => calls.filter(({ method, carriedOut }) => carriedOut && WRITES.includes(method)),
    fail: (method, { nth = 1, times = 1, carriedOut = false, failure = {} } = {}) => {
      const from = countOf(method) + nth;
      plans.set(method, [...(plans.get(method) ?? []), { from, to: from + times - 1, carriedOut, failure }]);
    },
    before: (method, act, nth = 1) => {
      acts.set(method, [...(acts.get(method) ?? []), { at: countOf(method) + nth, act }]);
    },

    listStories: (teamId) =>
      answer('listStories', [teamId], () =>
        all()
          .filter((story) => story.teamId === teamId)
          .map(listed),
      ),
    findStoriesNamed: (name) =>
      answer('findStoriesNamed', [name], () =>
        all()
          .filter((story) => story.name === name)
          .map(listed),
      ),
    listVisibleStories: () => answer('listVisibleStories', [], () => all().map(listed)),
    getStory: (id) =>
      answer<StoryInfo>('getStory', [id], () => {
        const story = world.stories.get(id);
        return story === undefined ? { refused: 404, words: 'story' } : listed(story);
      }),
    getTeam: (id) =>
      answer<TeamInfo>('getTeam', [id], () =>
        world.teams.has(id) ? { id, readAt: 0 } : { refused: 404, words: 'team' },
      ),
    exportStory: (id) => answer('exportStory', [id], () => world.export(id)),
    listRecordTypes: (teamId) =>
      answer('listRecordTypes', [teamId], () => [...world.recordTypes.values()].filter((t) => t.teamId === teamId)),
    listCredentials: (teamId) => answer('listCredentials', [teamId], () => world.credentials),
    listResources: (teamId) => answer('listResources', [teamId], () => world.resources),
    listVisibleCredentials: () => answer('listVisibleCredentials', [], () => world.credentials),
    listVisibleResources: () => answer('listVisibleResources', [], () => world.resources),
    listVersionNames: (id) =>
      answer<readonly string[]>('listVersionNames', [id], () =>
        world.stories.has(id) ? (world.versions.get(id) ?? []) : { refused: 404, words: 'story' },
      ),

    importStory: (story) => answer('importStory', [story], () => listedOr(world.import(structuredClone(story)))),
    updateStory: (id, patch) => answer('updateStory', [id, patch], () => listedOr(world.update(id, patch))),
    createRecordType: (teamId, name, fields) =>
      answer('createRecordType', [teamId, name, fields], () => world.createRecordType(teamId, name, fields)),
    updateRecordType: (id, fields) =>
      answer('updateRecordType', [id, fields], () => world.updateRecordType(id, fields)),
    saveVersion: (id, name) =>
      answer<null>('saveVersion', [id, name], () => {
        if (!world.stories.has(id)) return { refused: 404, words: 'story' };
        world.versions.set(id, [...(world.versions.get(id) ?? []), name]);
        return null;
      }),
    deleteStory: (id) => answer<null>('deleteStory', [id], () => world.delete(id)),

    listSyncDestinations: () => answer('listSyncDestinations', [], () => [...world.syncDestinations.values()]),
    getSyncDestination: (id) =>
      answer<VendorDestination>(
        'getSyncDestination',
        [id],
        () => world.syncDestinations.get(id) ?? { refused: 404, words: '' },
      ),
    createSyncDestination: (destination) =>
      answer('createSyncDestination', [withoutKey(destination)], () => world.createSyncDestination(destination)),
    updateSyncDestination: (id, patch) =>
      answer('updateSyncDestination', [id, withoutKey(patch)], () => world.updateSyncDestination(id, patch)),
    deleteSyncDestination: (id, copies) =>
      answer<null>('deleteSyncDestination', [id, copies], () => world.deleteSyncDestination(id)),
    syncStory: (id, storyId) => answer<null>('syncStory', [id, storyId], () => world.syncStory(id, storyId)),
  };
}

/** A call remembers whether a key went along, and none of it. */
function withoutKey<T extends { readonly key?: HandedKey | null }>(sent: T): object {
  return 'key' in sent ? { ...sent, key: sent.key === null ? null : 'a key' } : sent;
}

function resultOf<T>(
  method: TenantMethod,
  plan: Plan | undefined,
  refused: Refusal | undefined,
  value: T,
): Result<T, TenantFailure> {
  const write = WRITES.includes(method);
  if (plan !== undefined) {
    const effect = write && plan.carriedOut ? 'possible' : 'none';
    const evidence = { seen: 'broke', code: 'PROGRAMMED', attempts: 1 } as const;
    return fail({ kind: 'unreachable', request: `FAKE ${method}`, evidence, effect, ...plan.failure });
  }
  if (refused === undefined) return ok(value);
  const kind = refused.refused === 404 ? 'not_found' : refused.refused === 422 ? 'rejected' : 'unavailable';
  const effect = write && kind === 'unavailable' ? 'possible' : 'none';
  const evidence = { seen: 'status', status: refused.refused, phrases: [refused.words], attempts: 1 } as const;
  return fail({ kind, request: `FAKE ${method}`, evidence, effect });
}

function listed(story: FakeStory): StoryInfo {
  const { data: _data, ...settings } = story;
  return settings;
}

function listedOr(story: FakeStory | Refusal): StoryInfo | Refusal {
  return isRefusal(story) ? story : listed(story);
}
