import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLED, Copies, ONE, Race, TRIAGE, told } from '../../../test/support/creating-race.ts';
import { type FakeTenant, fakeTenant } from '../../../test/support/fake-tenant.ts';
import { type FakeStory, isRefusal } from '../../../test/support/fake-world.ts';
import { desiredOf, Shop } from '../../../test/support/planning.ts';
import { storyExport } from '../../../test/support/stories.ts';
import { fail, ok } from '../../diagnostics/result.ts';
import type { StoryImport } from '../../tenant/port.ts';

describe('a story that two runs create at one moment', () => {
  it('is withdrawn where it has the higher id, with a copy kept, and its pair is synced by the other one', async () => {
    const race = new Race('before');
    const outcomes = await race.shop.sync(ONE);
    expect(told(outcomes)).toEqual(['triage synced unchanged null']);
    const withdrawn = race.copies.kept[0]?.storyId;
    expect(outcomes[0]).toMatchObject({
      destinationStoryId: race.other,
      warnings: [{ kind: 'withdrawn', id: withdrawn, by: race.other, keptAs: `state:pruned/triage-${withdrawn}.json` }],
    });
    expect(race.triages).toEqual([race.other]);
    expect(race.shop.state?.stories.triage).toMatchObject({ destinationStoryId: race.other, status: 'synced' });
    const before = race.tenant.writes().length;
    expect(told(await race.shop.sync(ONE))).toEqual(['triage synced unchanged null']);
    expect(race.tenant.writes()).toHaveLength(before);
  });

  it('is withdrawn also where an update of its tags moved its time of edit', async () => {
    const race = new Race('before');
    const { world } = race.tenant;
    const update = world.update.bind(world);
    world.update = (id, patch) => {
      const done = update(id, patch);
      return isRefusal(done) ? done : world.edit(id, (story) => story);
    };
    await race.shop.sync(desiredOf({ triage: { ...TRIAGE, tags: ['soc'] } }));
    expect(race.copies.kept).toHaveLength(1);
    expect(race.triages).toEqual([race.other]);
  });

  it('stays where it has the lower id, and is synced once the other run has withdrawn its own', async () => {
    const race = new Race('after');
    race.tenant.before('getStory', () => race.tenant.world.delete(race.other), 4);
    const outcomes = await race.shop.sync(ONE);
    expect(told(outcomes)).toEqual(['triage synced created new']);
    expect(race.triages).toEqual([outcomes[0]?.destinationStoryId]);
    expect(race.tenant.calls.some(({ method }) => method === 'deleteStory')).toBe(false);
  });

  it('is ambiguous as long as the other run does not withdraw its own, and nothing is deleted', async () => {
    const race = new Race('after');
    const [outcome] = await race.shop.sync(ONE);
    const own = race.triages[0];
    expect(outcome).toMatchObject({ status: 'failed', reason: 'ambiguous_name', did: 'created', warnings: [] });
    expect(outcome?.fact).toEqual({ kind: 'created_twice', ids: race.triages, own, by: null });
    expect(race.triages).toHaveLength(2);
    expect(race.shop.state?.stories.triage).toMatchObject({ destinationStoryId: own, reason: 'ambiguous_name' });
  });

  it.each<[string, (race: Race) => void, unknown]>([
    [
      'was edited since',
      ({ tenant }) => {
        const own = () => Math.max(...tenant.world.stories.keys());
        tenant.before('listStories', () => tenant.world.edit(own(), (story) => ({ ...story, disabled: true })), 2);
      },
      { kind: 'stale', stale: { since: 'edited' } },
    ],
    [
      'was tagged to stay since',
      ({ tenant }) => {
        const own = () => Math.max(...tenant.world.stories.keys());
        const tag = () => void tenant.world.update(own(), { addTags: ['detached-from-sync'] });
        tenant.before('listStories', tag, 2);
      },
      { kind: 'stale', stale: { since: 'detached' } },
    ],
    ['has no place for a copy', (race) => (race.shop.copies = undefined), { kind: 'no_copy', problem: null }],
    [
      'holds what may not go into a copy',
      (race) => {
        race.shop.copies = { ...race.copies.options, findSecrets: async () => [{ path: 'agents', kind: 'key' }] };
      },
      { kind: 'copy_holds_secrets', literals: [{ path: 'agents', kind: 'key' }] },
    ],
    [
      'has a copy that gets nowhere',
      (race) => {
        const problem = { code: 'STA001', severity: 'error', message: 'the disk is full', hint: 'make room' } as const;
        race.shop.copies = { ...race.copies.options, flush: async () => fail(problem) };
      },
      { kind: 'no_copy', problem: { message: 'the disk is full', hint: 'make room' } },
    ],
    [
      'may not be deleted',
      ({ tenant }) => tenant.fail('deleteStory', { failure: { kind: 'not_found', effect: 'none' } }),
      { kind: 'delete_not_allowed' },
    ],
    [
      'was found only after a lost answer, and may be the other one',
      ({ tenant, reverse }) => {
        tenant.fail('importStory', { carriedOut: true });
        reverse();
      },
      { kind: 'answer_lost' },
    ],
  ])('is ambiguous and stays where it has the higher id but %s', async (_, arrange, by) => {
    const race = new Race('before');
    const planning = await race.shop.plan(ONE);
    arrange(race);
    const [outcome] = await race.shop.push(planning);
    expect(outcome).toMatchObject({ status: 'failed', reason: 'ambiguous_name', fact: { kind: 'created_twice', by } });
    expect(race.triages).toHaveLength(2);
  });

  it('is withdrawn although the answer to the delete was lost', async () => {
    const race = new Race('before');
    race.tenant.fail('deleteStory', { carriedOut: true });
    expect(told(await race.shop.sync(ONE))).toEqual(['triage synced unchanged null']);
    expect(race.triages).toEqual([race.other]);
  });

  it('stays when the other one is gone by the time it was to make way', async () => {
    const race = new Race('before');
    const planning = await race.shop.plan(ONE);
    const copies = race.copies.options;
    race.shop.copies = { ...copies, flush: async () => ok(race.tenant.world.delete(race.other) && null) };
    const outcomes = await race.shop.push(planning);
    expect(told(outcomes)).toEqual(['triage synced created new']);
    expect(race.triages).toEqual([outcomes[0]?.destinationStoryId]);
  });

  it('that somebody deletes right after it was created is no longer called synced', async () => {
    const race = new Race('never');
    const planning = await race.shop.plan(ONE);
    race.tenant.before('listStories', () => race.tenant.world.delete(race.triages[0] ?? 0), 2);
    const [outcome] = await race.shop.push(planning);
    expect(outcome).toMatchObject({ status: 'requires_sync', fact: { stale: { since: 'deleted' } } });
    expect(race.shop.state?.stories).toEqual({});
  });

  it('is not called synced where both are gone', async () => {
    const race = new Race('after');
    const planning = await race.shop.plan(ONE);
    race.tenant.before('getStory', () => race.tenant.world.stories.clear(), 2);
    const [outcome] = await race.shop.push(planning);
    expect(outcome).toMatchObject({ status: 'failed', fact: { kind: 'created_twice' } });
  });

  it('is not synced by a story that lost our stamp in the meantime', async () => {
    const race = new Race('before');
    const planning = await race.shop.plan(ONE);
    const other = (story: FakeStory) => ({ ...story, data: { ...story.data, origin_story_identifier: 'other' } });
    race.tenant.before('deleteStory', () => race.tenant.world.edit(race.other, other));
    const [outcome] = await race.shop.push(planning);
    expect(outcome).toMatchObject({ status: 'requires_sync', fact: { stale: { since: 'created_elsewhere' } } });
  });

  it('is not withdrawn from a tenant that was halted', async () => {
    const race = new Race('before');
    const { tenant } = race;
    const importStory = async (story: StoryImport) => {
      const answer = await race.shop.tenant.importStory(story);
      return answer.ok && story.name === 'Caller' ? ok({ ...answer.value, teamId: 8 }) : answer;
    };
    const shop = Object.assign(new Shop({ ...tenant, importStory }), { copies: race.copies.options });
    const [outcome] = await shop.sync(CALLED);
    expect(outcome).toMatchObject({
      reason: 'ambiguous_name',
      fact: { kind: 'created_twice', by: { kind: 'halted' } },
    });
    expect(race.triages).toHaveLength(2);
  });

  it('is waited for by nobody once the run is asked to end', async () => {
    const race = new Race('after');
    const planning = await race.shop.plan(ONE);
    const ending = new AbortController();
    race.tenant.before('importStory', () => ending.abort());
    const [outcome] = await race.shop.push(planning, { stop: ending.signal });
    expect(outcome).toMatchObject({ fact: { kind: 'created_twice', by: null } });
    const looks = race.tenant.calls.filter(({ method, args }) => method === 'getStory' && args[0] === race.other);
    expect(looks).toEqual([]);
  });

  it('goes before the run waits for another one to go: two runs may each wait for the other', async () => {
    const race = new Race('before');
    const both = desiredOf({ triage: TRIAGE, other: storyExport({ name: 'Other', actions: [] }) });
    let theirs = 0;
    const importStory = async (story: StoryImport) => {
      const answer = await race.shop.tenant.importStory(story);
      if (story.name === 'Other') theirs = (race.tenant.world.import(structuredClone(story)) as FakeStory).id;
      return answer;
    };
    const shop = Object.assign(new Shop({ ...race.tenant, importStory }), { copies: race.copies.options });
    await shop.sync(both);
    const at = (method: string, id: number) =>
      race.tenant.calls.findIndex((call) => call.method === method && call.args[0] === id);
    expect(at('deleteStory', race.copies.kept[0]?.storyId ?? 0)).toBeGreaterThan(0);
    expect(at('deleteStory', race.copies.kept[0]?.storyId ?? 0)).toBeLessThan(at('getStory', theirs));
  });

  it('waits for the next run where the other one is not what git asks for', async () => {
    const race = new Race('before');
    const planning = await race.shop.plan(ONE);
    const other = (story: FakeStory) => ({ ...story, data: { ...story.data, description: 'something else' } });
    race.tenant.before('deleteStory', () => race.tenant.world.edit(race.other, other));
    const [outcome] = await race.shop.push(planning);
    expect(outcome).toMatchObject({
      status: 'requires_sync',
      reason: 'plan_stale',
      destinationStoryId: null,
      fact: { stale: { since: 'created_elsewhere' } },
      warnings: [{ kind: 'withdrawn' }],
    });
    expect(race.shop.state?.stories).toEqual({});
    expect(told(await race.shop.sync(ONE))).toEqual(['triage synced updated content_changed']);
    expect(race.triages).toEqual([race.other]);
  });

  it('has its callers sent once more, which may have been bound to the one that went', async () => {
    const race = new Race('before');
    expect(told(await race.shop.sync(CALLED))).toEqual(['triage synced unchanged null', 'caller synced created new']);
    const sent = race.tenant.calls.filter(({ method }) => ['importStory', 'deleteStory'].includes(method));
    expect(sent.map(({ method, args }) => [method, (args[0] as { mode?: string }).mode])).toEqual([
      ['importStory', 'new'],
      ['importStory', 'new'],
      ['deleteStory', undefined],
      ['importStory', 'versionReplace'],
    ]);
  });
});

describe('two or three runs at once', () => {
  it('leave one story of each, in every order of their calls, and only what is there is called synced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), async (scheduler, runs) => {
        const tenant = fakeTenant();
        const shops = Array.from({ length: runs }, () => {
          const shop = new Shop(inTurns(tenant, scheduler));
          shop.copies = new Copies().options;
          return shop;
        });
        const running = Promise.all(shops.map((shop) => shop.sync(CALLED)));
        const [outcomes] = await Promise.all([running, scheduler.waitFor(running)]);
        const names = [...tenant.world.stories.values()].map(({ name }) => name).toSorted();
        expect(names).toEqual(['Caller', 'Triage']);
        for (const outcome of outcomes.flat()) {
          const there = tenant.world.stories.has(outcome.destinationStoryId ?? 0);
          if (outcome.status === 'synced') expect([outcome.storyKey, there]).toEqual([outcome.storyKey, true]);
          else expect(['plan_stale', 'ambiguous_name', 'not_reached']).toContain(outcome.reason);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Every call waits for its turn, which comes by chance. */
function inTurns(tenant: FakeTenant, scheduler: fc.Scheduler): FakeTenant {
  const turn = () => scheduler.schedule(Promise.resolve());
  return {
    ...tenant,
    listStories: (...args) => turn().then(() => tenant.listStories(...args)),
    importStory: (...args) => turn().then(() => tenant.importStory(...args)),
    exportStory: (...args) => turn().then(() => tenant.exportStory(...args)),
    getStory: (...args) => turn().then(() => tenant.getStory(...args)),
    updateStory: (...args) => turn().then(() => tenant.updateStory(...args)),
    deleteStory: (...args) => turn().then(() => tenant.deleteStory(...args)),
  };
}
