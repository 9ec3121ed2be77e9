import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../../test/support/fake-tenant.ts';
import { desiredOf, destinationOf, NO_OTHER_RUN, Shop } from '../../test/support/planning.ts';
import { callStory, storyExport, webhook } from '../../test/support/stories.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { Outcome } from '../model/status.ts';
import type { Wave } from './apply.ts';
import type { ApplyOptions } from './apply-options.ts';
import { ALL_AT_ONCE, type RolloutGate } from './rollout-gate.ts';

const SOAK: Cause = {
  kind: 'rollout_waits',
  ring: 'early',
  by: { kind: 'soak', before: 'canary', soak: 1000 },
  until: '2026-03-02T12:00:00.000Z',
};

const stories = (description: string) => ({
  callee: { ...storyExport({ name: 'Callee', actions: [webhook('In')] }), description },
  caller: { ...storyExport({ name: 'Caller', actions: [webhook('In'), callStory('Call', 'callee')] }), description },
});

/** Three teams of one tenant that take both stories. */
async function push(
  gate: Partial<RolloutGate>,
  { waves = [['blue', 'canary', 'green']], ...more }: { waves?: readonly Wave[] } & Partial<ApplyOptions> = {},
) {
  const shop = new Shop(fakeTenant({ teams: [42, 43, 44] }));
  const destinations = ['canary', 'blue', 'green'].map((name, index) =>
    destinationOf(name, { stories: ['callee', 'caller'], tenantUrl: 'https://contoso.example', teamId: 42 + index }),
  );
  const leased: string[] = [];
  const planning = await shop.plan(desiredOf(stories('first'), destinations));
  const outcomes = await shop.push(
    planning,
    {
      rollout: { ...ALL_AT_ONCE, governs: true, ...gate },
      leases: {
        take: (name, stop) => {
          leased.push(name);
          return NO_OTHER_RUN.take(name, stop);
        },
      },
      ...more,
    },
    waves,
  );
  return { outcomes: outcomes.map(told), leased, shop };
}

function told({ destination, storyKey, status, reason }: Outcome): string {
  return `${destination}/${storyKey}: ${status} ${reason}`;
}

describe('a push under a rollout', () => {
  it('takes no lease and sends nothing where all that is due waits', async () => {
    const { outcomes, leased, shop } = await push({ whyWait: () => SOAK, begin: () => SOAK });
    expect(new Set(outcomes.map((line) => line.split(': ')[1]))).toEqual(new Set(['requires_sync awaiting_ring']));
    expect(leased).toEqual([]);
    expect(shop.tenant.writes()).toEqual([]);
  });

  it('begins nothing without a lease, though the time of a pair comes while the run is at work', async () => {
    const { leased, shop } = await push({ whyWait: () => SOAK, begin: () => undefined });
    expect(leased).toEqual([]);
    expect(shop.tenant.writes()).toEqual([]);
  });

  it('leaves a story that may not be begun any more, and those that call it, also where it exists live', async () => {
    const shop = new Shop();
    await shop.sync(desiredOf(stories('first')));
    const planning = await shop.plan(desiredOf(stories('second')));
    const begin: RolloutGate['begin'] = (_, key) => (key === 'callee' ? SOAK : undefined);
    const outcomes = await shop.push(planning, { rollout: { ...ALL_AT_ONCE, governs: true, begin } });
    expect(outcomes.map(({ storyKey, fact }) => [storyKey, fact])).toEqual([
      ['callee', SOAK],
      ['caller', { ...SOAK, by: { kind: 'callee', key: 'callee', name: 'Callee' } }],
    ]);
  });

  it('leaves a story that calls one that may not be begun through another, which stays as it is', async () => {
    const chain = (description: string) => ({
      ...stories(description),
      caller: stories('as ever').caller,
      top: { ...storyExport({ name: 'Top', actions: [callStory('Call', 'caller')] }), description },
    });
    const shop = new Shop();
    await shop.sync(desiredOf(chain('first')));
    const planning = await shop.plan(desiredOf(chain('second')));
    const begin: RolloutGate['begin'] = (_, key) => (key === 'callee' ? SOAK : undefined);
    const outcomes = await shop.push(planning, { rollout: { ...ALL_AT_ONCE, governs: true, begin } });
    expect(outcomes.map(({ storyKey, status, reason }) => [storyKey, status, reason])).toEqual([
      ['callee', 'requires_sync', 'awaiting_ring'],
      ['caller', 'synced', null],
      ['top', 'requires_sync', 'awaiting_ring'],
    ]);
  });

  it('writes down nothing of what waits, so that a tick of the clock changes no state', async () => {
    const states: unknown[] = [];
    await push(
      { whyWait: () => SOAK, begin: () => SOAK },
      { saveState: async (_, { last }) => void states.push(last) },
    );
    expect(states).toEqual([{}, {}, {}]);
  });

  it('takes places for what may go, before the turn of its tenant, and gives them back with what became of it', async () => {
    const told: string[] = [];
    await push({
      whyWait: (name, key) => (name === 'blue' || key === 'caller' ? SOAK : undefined),
      begin: (_, key) => (key === 'caller' ? SOAK : undefined),
      takePlaces: async (name, keys) => void told.push(`${name} takes ${keys.join()}`),
      done: (name, outcomes) => void told.push(`${name} is done: ${outcomes.map(({ status }) => status).join()}`),
    });
    expect(told).toEqual([
      'canary takes callee',
      'green takes callee',
      'blue is done: requires_sync,requires_sync',
      'canary is done: synced,requires_sync',
      'green is done: synced,requires_sync',
    ]);
  });

  it('asks for the next wave once nothing of the one before is in flight', async () => {
    let open = false;
    const { outcomes } = await push(
      {
        whyWait: (name) => (name === 'canary' || open ? undefined : SOAK),
        waveDone: async () => {
          open = true;
        },
      },
      { waves: [['canary'], ['blue', 'green']] },
    );
    expect(outcomes.every((line) => line.endsWith('synced new'))).toBe(true);
  });
});
