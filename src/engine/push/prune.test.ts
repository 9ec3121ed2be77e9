import { beforeEach, describe, expect, it } from 'vitest';
import { fakeTenant, type ProgrammedFailure, type TenantMethod } from '../../../test/support/fake-tenant.ts';
import { desiredOf, destinationOf, Shop } from '../../../test/support/planning.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../../../test/support/stories.ts';
import type { ApplyOptions } from '../../apply/apply-options.ts';
import { ALL_AT_ONCE } from '../../apply/rollout-gate.ts';
import { fail, ok } from '../../diagnostics/result.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { RolloutFact } from '../../model/rollout.ts';
import type { Outcome } from '../../model/status.ts';
import type { Copy, CopyOptions } from './copies.ts';

const CLOSED: RolloutFact = {
  kind: 'rollout_waits',
  ring: 'broad',
  by: {
    kind: 'window',
    window: {
      kind: 'deny',
      when: { kind: 'dates', from: '2026-12-18', to: '2027-01-04' },
      timeZone: 'UTC',
      rings: undefined,
      reason: 'year end',
      text: '2026-12-18/2027-01-04',
    },
  },
  until: '2027-01-05T00:00:00.000Z',
};

const alert = recordAction('Keep', 'Alert', [['title', 'TEXT']]);
const stories = (url = 'https://a.example/') => ({
  keep: storyExport({ name: 'Keep', actions: [fetchAction('Ask', url)] }),
  old: storyExport({ name: 'Old', actions: [webhook('In'), alert] }),
  caller: storyExport({ name: 'Caller', actions: [callStory('Call', 'old')] }),
});

/** "Old" and its caller were pushed once; the destination subscribes to "Keep" alone now. */
class Leftovers {
  readonly shop = new Shop(fakeTenant());
  readonly copies: Copy[] = [];
  readonly told: Pruned[] = [];
  readonly steps: string[] = [];

  constructor(options: Partial<CopyOptions> = {}) {
    this.shop.onPruned = (pruned) => void this.told.push(...pruned);
    this.shop.copies = {
      keep: async (copy) => {
        this.copies.push(copy);
        this.steps.push(`keep ${copy.key}`);
        return ok(`state:pruned/${copy.destination}/${copy.key}-${copy.storyId}.json`);
      },
      flush: async () => {
        this.steps.push('flush');
        return ok(null);
      },
      findSecrets: async () => [],
      ...options,
    };
  }

  async begin(): Promise<this> {
    await this.shop.sync(desiredOf(stories()));
    this.told.length = 0;
    return this;
  }

  idOf(key: string): number {
    return this.shop.state?.stories[key]?.destinationStoryId ?? 0;
  }

  async prune(act: () => void = () => {}, more: Partial<ApplyOptions> = {}): Promise<readonly Outcome[]> {
    const desired = desiredOf(stories('https://b.example/'), [destinationOf('contoso', { stories: ['keep'] })]);
    const planning = await this.shop.plan(desired, { prune: true });
    act();
    return this.shop.push(planning, more);
  }

  get fates(): { readonly [key: string]: string } {
    return Object.fromEntries(this.told.map(({ key, fact }) => [key, describeFate(fact)]));
  }

  get names(): readonly string[] {
    return [...this.shop.tenant.world.stories.values()].map(({ name }) => name);
  }
}

/** `deleted`, `called_by`, or `not deleted: no_copy` with what it is about. */
function describeFate(fact: Pruned['fact']): string {
  return fact.kind === 'not_deleted' ? `not deleted: ${JSON.stringify(fact.by)}` : fact.kind;
}

const NO_ROOM = { code: 'STA007', severity: 'warning', message: 'the disk is full', hint: 'free space' } as const;

describe('pruning', () => {
  let left: Leftovers;
  beforeEach(async () => {
    left = await new Leftovers().begin();
  });

  it('deletes nothing where the destination cannot be read any more once the lease is there, and says so', async () => {
    const desired = desiredOf(stories('https://b.example/'), [destinationOf('contoso', { stories: ['keep'] })]);
    const planning = await left.shop.plan(desired, { prune: true });
    left.shop.tenant.fail('listStories');
    const blind = (await left.shop.plan(desired, { prune: true })).work.get('contoso');
    if (!blind) throw new Error('not planned');
    const stale = { kind: 'stale', stale: { since: 'other_plan' } } as const;
    const outcomes = await left.shop.push(planning, {
      planAnew: async () => ({ work: blind, state: left.shop.state, heldBack: stale }),
    });
    expect(outcomes.map(({ status, reason }) => `${status} ${reason}`)).toEqual(['failed unreachable']);
    expect(left.told.map(({ key, deleted, consented }) => [key, deleted, consented])).toEqual([
      ['caller', false, true],
      ['old', false, true],
    ]);
    expect(left.fates.old).toContain('destination_unreadable');
  });

  it('keeps copies, sees them shared, then deletes callers before callees, and forgets them', async () => {
    const [caller, old] = [left.idOf('caller'), left.idOf('old')];
    left.shop.tenant.before('deleteStory', () => left.steps.push('delete'));
    left.shop.tenant.before('deleteStory', () => left.steps.push('delete'), 2);
    const outcomes = await left.prune();
    expect(outcomes.map(({ storyKey, did }) => [storyKey, did])).toEqual([['keep', 'updated']]);
    expect(left.steps).toEqual(['keep caller', 'keep old', 'flush', 'delete', 'delete']);
    expect(left.told.map(({ key, destinationStoryId, deleted }) => [key, destinationStoryId, deleted])).toEqual([
      ['caller', caller, true],
      ['old', old, true],
    ]);
    const keptAs = `state:pruned/contoso/old-${old}.json`;
    expect(left.told[1]?.fact).toEqual({ kind: 'deleted', keptAs, warnings: [] });
    expect(left.names).toEqual(['Keep']);
    expect(Object.keys(left.shop.state?.stories ?? {})).toEqual(['keep']);
  });

  it('keeps the copy without addresses', async () => {
    const live = left.shop.tenant.world.stories.get(left.idOf('old'))?.data.agents[0]?.options;
    await left.prune();
    const text = left.copies.find(({ key }) => key === 'old')?.text ?? '';
    expect(text).toContain('storysync:destination-owned');
    expect(live?.path).toMatch(/^[0-9a-f]{32}$/);
    expect(text.includes(JSON.stringify(live?.path))).toBe(false);
  });

  it('leaves record types there, and forgets them only when no story can be using them', async () => {
    expect(Object.keys(left.shop.state?.recordTypes ?? {})).toEqual(['Alert']);
    await left.prune();
    expect(left.shop.state?.recordTypes).toEqual({});
    expect([...left.shop.tenant.world.recordTypes.values()].map(({ name }) => name)).toEqual(['Alert']);
  });

  it('remembers the record types of a story that stays', async () => {
    left.shop.tenant.world.edit(left.idOf('caller'), (story) => ({ ...story, locked: true }));
    await left.prune();
    expect(left.fates).toEqual({ caller: 'orphan_locked', old: 'called_by' });
    expect(Object.keys(left.shop.state?.recordTypes ?? {})).toEqual(['Alert']);
  });

  it.each<readonly [string, Partial<CopyOptions>, string]>([
    ['no copy can be kept', { keep: async () => fail(NO_ROOM) }, '"kind":"no_copy"'],
    ['the copies do not get where they are shared', { flush: async () => fail(NO_ROOM) }, 'the disk is full'],
    [
      'the content looks like it holds a credential',
      { findSecrets: async () => [{ path: 'agents[Ask].options.headers.Authorization', kind: 'token' }] },
      '"path":"agents[Ask].options.headers.Authorization"',
    ],
  ])('deletes nothing where %s', async (_, options, why) => {
    left = await new Leftovers(options).begin();
    await left.prune();
    expect(left.names.toSorted()).toEqual(['Caller', 'Keep', 'Old']);
    expect(left.fates.old).toMatch(/^not deleted: /);
    expect(left.fates.old).toContain(why);
    expect(left.told.every(({ consented }) => consented)).toBe(true);
    expect(Object.keys(left.shop.state?.stories ?? {}).toSorted()).toEqual(['caller', 'keep', 'old']);
  });

  it('keeps no copy of a story with a credential in it, and deletes the others', async () => {
    const findSecrets: CopyOptions['findSecrets'] = async ({ name }) =>
      name === 'Old' ? [{ path: 'agents[In]', kind: 'token' }] : [];
    left = await new Leftovers({ findSecrets }).begin();
    await left.prune();
    expect(left.copies.map(({ key }) => key)).toEqual(['caller']);
    expect(left.names.toSorted()).toEqual(['Keep', 'Old']);
  });

  it.each<readonly [string, TenantMethod, ProgrammedFailure]>([
    ['was refused', 'importStory', { failure: { kind: 'rejected' } }],
    ['reads back otherwise', 'exportStory', { nth: 1, failure: { kind: 'malformed' } }],
  ])('deletes nothing at a destination where a push %s', async (_, method, failure) => {
    await left.prune(() => left.shop.tenant.fail(method, failure));
    expect(left.names.toSorted()).toEqual(['Caller', 'Keep', 'Old']);
    expect(left.fates.old).toBe('not deleted: {"kind":"push_failed","key":"keep"}');
    expect(left.copies).toEqual([]);
  });

  it('sends nothing more to a tenant that refuses the key', async () => {
    const sent = (): number => left.shop.tenant.calls.filter(({ method }) => method === 'deleteStory').length;
    // Without a call between them, so that neither waits for the other.
    left.shop.tenant.world.edit(left.idOf('caller'), (story) => ({ ...story, data: { ...story.data, agents: [] } }));
    await left.prune(() => left.shop.tenant.fail('deleteStory', { failure: { kind: 'unauthorized' } }));
    expect(sent()).toBe(1);
    expect(left.fates.caller).toContain('unauthorized');
    expect(left.fates.old).toContain('halted');
    expect(left.told.every(({ deleted }) => !deleted)).toBe(true);
  });

  it('says that it does not know when a delete can no longer be looked up', async () => {
    const lost = { carriedOut: true, failure: { kind: 'timeout', effect: 'possible' } } as const;
    await left.prune(() => {
      left.shop.tenant.fail('deleteStory', lost);
      left.shop.tenant.before('deleteStory', () => left.shop.tenant.fail('getStory', { times: 9 }));
    });
    expect(left.fates.caller).toContain('"step":"deleted_story"');
  });

  it('deletes nothing while no window of the rollout is open', async () => {
    const whyKeep = () => CLOSED;
    await left.prune(() => {}, { rollout: { ...ALL_AT_ONCE, whyKeep } });
    expect(left.told.map(({ deleted, fact }) => [deleted, fact])).toEqual([
      [false, { kind: 'not_deleted', by: CLOSED }],
      [false, { kind: 'not_deleted', by: CLOSED }],
    ]);
    expect(left.shop.tenant.world.stories.size).toBe(3);
  });

  it('deletes nothing once it is interrupted', async () => {
    const stop = new AbortController();
    left.shop.tenant.before('importStory', () => stop.abort());
    await left.prune(() => {}, { stop: stop.signal });
    expect(left.names).toHaveLength(3);
    expect(left.fates.old).toBe('not deleted: {"kind":"interrupted"}');
  });

  it.each<readonly [string, object, string]>([
    ['was renamed', { name: 'Ours now' }, 'edited'],
    ['came under change control', { changeControl: true }, 'change_control'],
    ['was locked', { locked: true }, 'locked'],
    ['was detached there', { tags: ['detached-from-sync'] }, 'detached'],
    ['was moved', { teamId: 8 }, 'moved'],
  ])('leaves a story alone that %s since the plan, and what it calls', async (_, change, since) => {
    const id = left.idOf('caller');
    const { world } = left.shop.tenant;
    await left.prune(() => {
      const story = world.stories.get(id);
      if (story) world.stories.set(id, { ...story, ...change });
    });
    expect(left.fates.caller).toContain(`"since":"${since}"`);
    expect(left.fates.old).toBe('not deleted: {"kind":"caller_remains"}');
    expect(world.stories.size).toBe(3);
  });

  it.each([
    ['content', { agents: [] }],
    ['stamp', { origin_story_identifier: `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}` }],
  ])('leaves a story alone whose %s is another one, even where the tenant tells no time of edits', async (_, data) => {
    const id = left.idOf('caller');
    const { world } = left.shop.tenant;
    const change = (data: object): void => {
      const story = world.stories.get(id);
      if (story) world.stories.set(id, { ...story, editedAt: '', data: { ...story.data, ...data } });
    };
    change({});
    await left.prune(() => change(data));
    expect(left.fates.caller).toContain('"since":"edited"');
  });

  it('that breaks on a bug of ours says that it does not know, and the run goes on', async () => {
    const findSecrets: CopyOptions['findSecrets'] = async () => Promise.reject(new Error('boom'));
    left = await new Leftovers({ findSecrets }).begin();
    await left.prune();
    expect(left.told.map(({ consented, deleted }) => [consented, deleted])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(left.fates.old).toBe('not deleted: {"kind":"maybe_deleted"}');
  });
});
