import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant, type ProgrammedFailure } from '../../../test/support/fake-tenant.ts';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { listedStory, stamped } from '../../../test/support/planning.ts';
import type { StoryInfo } from '../../model/actual.ts';
import { deleteStory } from './delete.ts';
import { checkPrecondition } from './precondition.ts';

type World = { readonly tenant: FakeTenant; readonly listed: StoryInfo; readonly slept: number[] };

function world(): World {
  const tenant = fakeTenant();
  const { data: _, ...listed } = tenant.world.add(42, stamped('cloud:a:b'));
  return { tenant, listed, slept: [] };
}

function run({ tenant, listed, slept }: World) {
  const clock = { ...instantClock(), sleep: async (ms: number) => void slept.push(ms) };
  return deleteStory({ tenant, clock }, listed, () => checkPrecondition(tenant, { listed }));
}

const sent = ({ tenant }: World): number => tenant.calls.filter(({ method }) => method === 'deleteStory').length;
const LOST: ProgrammedFailure = { failure: { kind: 'timeout', effect: 'possible' } };

describe('a delete', () => {
  it('ends when the story is seen to be gone', async () => {
    const there = world();
    expect(await run(there)).toEqual({ ok: true, value: null });
    expect([there.tenant.world.stories.size, sent(there), there.slept]).toEqual([0, 1, []]);
  });

  it('that was carried out and whose answer was lost is not sent again', async () => {
    const there = world();
    there.tenant.fail('deleteStory', { ...LOST, carriedOut: true });
    expect(await run(there)).toEqual({ ok: true, value: null });
    expect(sent(there)).toBe(1);
  });

  it.each<readonly [string, ProgrammedFailure]>([
    ['whose answer was lost on the way there', LOST],
    ['answered with 500', { failure: { kind: 'unavailable', effect: 'possible' } }],
  ])('%s is sent again after a look', async (_, failure) => {
    const there = world();
    there.tenant.fail('deleteStory', failure);
    expect(await run(there)).toEqual({ ok: true, value: null });
    expect([sent(there), there.tenant.world.stories.size]).toEqual([2, 0]);
    expect(there.slept).toEqual([250, 1_000, 3_000]);
  });

  it('of a story that somebody else deleted first is done', async () => {
    const there = world();
    there.tenant.before('deleteStory', () => there.tenant.world.stories.delete(there.listed.id));
    expect(await run(there)).toEqual({ ok: true, value: null });
  });

  it('is given up after three lost answers', async () => {
    const there = world();
    there.tenant.fail('deleteStory', { ...LOST, times: 3 });
    const result = await run(there);
    expect(result.ok === false && result.error.fact).toMatchObject({ kind: 'write_lost', step: { write: 'delete' } });
    expect([sent(there), there.tenant.world.stories.size]).toEqual([3, 1]);
  });

  it('is not sent again to a story that was edited meanwhile', async () => {
    const there = world();
    there.tenant.fail('deleteStory', LOST);
    there.tenant.before('getStory', () => there.tenant.world.edit(there.listed.id, (story) => story));
    const result = await run(there);
    expect(result.ok === false && result.error.fact).toEqual({ kind: 'stale', stale: { since: 'edited' } });
    expect(sent(there)).toBe(1);
  });

  it('that nobody can look up afterwards is not known to be done', async () => {
    const there = world();
    there.tenant.fail('deleteStory', { ...LOST, carriedOut: true });
    there.tenant.fail('getStory', { failure: { kind: 'unreachable' } });
    const result = await run(there);
    expect(result.ok === false && result.error.fact).toMatchObject({ kind: 'read_failed', step: 'deleted_story' });
  });

  it.each<readonly [string, ProgrammedFailure, object]>([
    ['accepted without an effect', {}, { kind: 'delete_without_effect' }],
    [
      'answered as if the story were not there, while it is',
      { failure: { kind: 'not_found' } },
      { kind: 'delete_not_allowed' },
    ],
    ['refused', { failure: { kind: 'rejected' } }, { kind: 'write_refused', failure: { kind: 'rejected' } }],
    [
      'refused for its key',
      { failure: { kind: 'unauthorized' } },
      { kind: 'write_refused', failure: { kind: 'unauthorized' } },
    ],
  ])('%s fails and is not repeated', async (_, failure, fact) => {
    const there = world();
    if (failure.failure) there.tenant.fail('deleteStory', failure);
    else
      there.tenant.before(
        'getStory',
        () =>
          there.tenant.world.stories.set(there.listed.id, {
            ...listedStory(there.listed.id, 'Live'),
            data: stamped('cloud:a:b'),
          }),
        1,
      );
    const result = await run(there);
    expect(result.ok === false && result.error.fact).toMatchObject(fact);
    expect([sent(there), there.tenant.world.stories.size]).toEqual([1, 1]);
  });
});
