import { describe, expect, it } from 'vitest';
import {
  type DestinationOptions,
  desiredOf,
  destinationOf,
  policyFor,
  storyState,
} from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { BrokenStory, Desired } from '../model/desired.ts';
import type { Detachment } from '../model/destination.ts';
import type { DestinationState, LastStatus, StoryState } from '../model/destination-state.ts';
import type { RolloutFact } from '../model/rollout.ts';
import { choosePending, type PendingQuestion } from './pending.ts';
import type { Policy } from './policy.ts';

const STORIES = {
  enrich: storyExport({ name: 'Enrich', actions: [webhook('In')] }),
  triage: storyExport({ name: 'Triage', actions: [webhook('In')] }),
};
const GIT = desiredOf(STORIES);
const contentOf = (key: string): string => GIT.stories.get(key)?.contentHash ?? '';
const OLD = 'sha256:old';

type Pair = { readonly pushed?: string; readonly said?: Partial<LastStatus> };

const there = (key: string): Pair => ({ pushed: contentOf(key) });
const behind: Pair = { pushed: OLD };
const said = (status: LastStatus['status'], reason: LastStatus['reason'], content = contentOf('triage')): Pair => ({
  pushed: content,
  said: { status, reason, message: 'as it was', content },
});

/** What is recorded of a destination whose stories were left like this. */
function stateOf(pairs: { readonly [key: string]: Pair }): DestinationState {
  const stories: Record<string, StoryState> = {};
  const last: Record<string, LastStatus> = {};
  for (const [key, { pushed, said: news }] of Object.entries(pairs)) {
    const stamp = GIT.stories.get(key)?.stamp ?? '';
    if (pushed !== undefined) stories[key] = storyState(7, { name: nameOf(key), stamp, lineage: stamp, pushed });
    if (news) last[key] = { status: 'synced', reason: null, message: null, at: '2026-11-01', content: OLD, ...news };
  }
  return { tenantUrl: 'https://contoso.example', teamId: 42, stories, last, recordTypes: {}, proven: true };
}

function nameOf(key: string): string {
  return GIT.stories.get(key)?.story.name ?? key;
}

type Fleet = { readonly [name: string]: { readonly state?: DestinationState; readonly options?: DestinationOptions } };
type Given = Partial<Pick<PendingQuestion, 'whatWaits' | 'knows'>> & { readonly policy?: Partial<Policy> } & {
  readonly broken?: Desired['broken'];
};

function pendingOf(fleet: Fleet, { policy, broken, knows = () => true, ...more }: Given = {}) {
  const destinations = Object.entries(fleet).map(([name, { options }]) =>
    destinationOf(name, { stories: Object.keys(STORIES), ...options }),
  );
  const all = desiredOf(STORIES, destinations);
  const stories = new Map([...all.stories].filter(([key]) => broken?.has(key) !== true));
  const desired = { ...all, stories, ...(broken ? { broken } : {}) };
  const states = new Map(Object.entries(fleet).flatMap(([name, { state }]) => (state ? [[name, state]] : [])));
  const { selected, waiting } = choosePending({ desired, policy: policyFor(all, policy), states, knows, ...more });
  const asked = [...selected.keys()].filter((name) => !waiting.has(name));
  return { asked, waiting: [...waiting.keys()], selected };
}

const TUNED: Detachment = { reason: 'tuned' };
const HELD = { hold: { reason: 'audit' } };
const DETACHED = { subscriptions: destinationOf('x', { stories: ['triage'] }).subscriptions.map(detach) };

function detach<T>(subscription: T): T & { detached: Detachment } {
  return { ...subscription, detached: TUNED };
}

/** Beside a story that is where git wants it. */
const withTriage = (triage: Pair): DestinationState => stateOf({ enrich: there('enrich'), triage });

describe('a destination is pending', () => {
  it.each<[string, DestinationState | undefined, DestinationOptions?]>([
    ['that was never synced', undefined],
    ['where git asks for something else by now', withTriage(behind)],
    ['that lacks one of its stories', stateOf({ enrich: there('enrich') })],
    ['where a push failed', withTriage(said('failed', 'rejected'))],
    ['whose key was missing', withTriage(said('failed', 'missing_key', OLD))],
    ['where what was read back was not equal', withTriage(said('failed', 'verify_failed'))],
    ['that was not reached', withTriage(said('requires_sync', 'not_reached'))],
    ['where an older commit was overtaken', withTriage(said('requires_sync', 'superseded'))],
    ['where the ring before had not passed', withTriage(said('requires_sync', 'awaiting_ring'))],
    ['where an edit is to be overwritten', withTriage(said('requires_sync', 'drift'))],
    ['where git went on after an edit was kept', withTriage(said('requires_sync', 'drift', OLD)), { onDrift: 'keep' }],
    ['that was held, and is not any more', withTriage(said('requires_sync', 'held'))],
  ])('%s', (_, state, options = {}) => {
    expect(pendingOf({ contoso: { ...(state ? { state } : {}), options } }).asked).toEqual(['contoso']);
  });

  it.each<[string, DestinationState | undefined, DestinationOptions?]>([
    ['where all is as git wants it', withTriage(there('triage'))],
    ['that is held', undefined, HELD],
    ['that failed before it was held', withTriage(said('failed', 'rejected')), HELD],
    ['that is pushed by hand only', undefined, { manualSyncOnly: true }],
    ['where all that differs is detached', withTriage(behind), DETACHED],
    ['that detached all that differs itself', withTriage(detachedThere(behind))],
    ['where an edit is kept', withTriage(said('requires_sync', 'drift')), { onDrift: 'keep' }],
    ['where all that differs waits for consent', withTriage(said('requires_sync', 'awaiting_approval'))],
    ['that takes nothing', undefined, { subscriptions: [] }],
  ])('but not one %s', (_, state, options = {}) => {
    expect(pendingOf({ contoso: { ...(state ? { state } : {}), options } }).selected).toEqual(new Map());
  });

  it.each<[string, Policy['manual']]>([
    ['all of its kind are asked for', 'all'],
    ['it is named', new Set(['contoso'])],
  ])('although pushed by hand only, when %s', (_, manual) => {
    const fleet = { contoso: { options: { manualSyncOnly: true } } };
    expect(pendingOf(fleet, { policy: { manual } }).asked).toEqual(['contoso']);
  });

  it('when its record cannot be read: nobody knows where it is', () => {
    expect(pendingOf({ contoso: {} }, { knows: () => false }).asked).toEqual(['contoso']);
  });

  it('when it takes a story whose file is broken, whatever else it has; the rollout is not asked about it', () => {
    const broken = new Map([['triage', { key: 'triage', file: 'stories/triage.json' } as BrokenStory]]);
    const asked: string[] = [];
    const whatWaits: NonNullable<PendingQuestion['whatWaits']> = (due) => {
      asked.push(...due.keys());
      return new Map();
    };
    const pending = pendingOf({ contoso: { state: stateOf({ enrich: there('enrich') }) } }, { broken, whatWaits });
    expect([pending.asked, asked]).toEqual([['contoso'], []]);
  });

  it('only for stories that were chosen, and then with all of those', () => {
    const state = withTriage(behind);
    const choose = (...keys: string[]) => ({ policy: { selected: new Map([['contoso', new Set(keys)]]) } });
    expect(pendingOf({ contoso: { state } }, choose('enrich')).selected).toEqual(new Map());
    expect(pendingOf({ contoso: { state } }, choose('enrich', 'triage')).selected).toEqual(
      new Map([['contoso', new Set(['enrich', 'triage'])]]),
    );
    expect(pendingOf({ contoso: { state } }, { policy: { selected: new Map() } }).selected).toEqual(new Map());
  });
});

describe('a pending destination under a rollout', () => {
  const SOAKS: RolloutFact = {
    kind: 'rollout_waits',
    ring: 'broad',
    by: { kind: 'soak', before: 'canary', soak: 1000 },
    until: '2026-11-02T00:00:00.000Z',
  };
  const letWait =
    (waits: { readonly [name: string]: readonly string[] }): NonNullable<PendingQuestion['whatWaits']> =>
    () =>
      new Map(Object.entries(waits).map(([name, keys]) => [name, new Map(keys.map((key) => [key, SOAKS]))]));

  it('is asked when at least one of its pairs may go now', () => {
    const fleet = { contoso: {}, fabrikam: {}, northwind: { state: withTriage(there('triage')) } };
    const whatWaits = letWait({ contoso: ['enrich', 'triage'], fabrikam: ['triage'] });
    expect(pendingOf(fleet, { whatWaits })).toMatchObject({ asked: ['fabrikam'], waiting: ['contoso'] });
  });

  it('is asked about the pairs that are due, and no others', () => {
    const questions: object[] = [];
    const whatWaits: NonNullable<PendingQuestion['whatWaits']> = (due) => {
      questions.push(due);
      return new Map();
    };
    pendingOf({ contoso: { state: withTriage(behind) }, held: { options: HELD } }, { whatWaits });
    expect(questions).toEqual([new Map([['contoso', new Set(['triage'])]])]);
  });

  it('is not held up by what waits and is not due: another story of it is where git wants it', () => {
    const fleet = { contoso: { state: withTriage(behind) } };
    expect(pendingOf(fleet, { whatWaits: letWait({ contoso: ['triage'] }) }).waiting).toEqual(['contoso']);
    expect(pendingOf(fleet, { whatWaits: letWait({ contoso: ['enrich'] }) }).asked).toEqual(['contoso']);
  });
});

function detachedThere(pair: Pair): Pair {
  return { ...pair, said: { status: 'requires_sync', reason: 'detached', detachedThere: true } };
}
