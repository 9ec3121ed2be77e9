import { describe, expect, it } from 'vitest';
import { desiredOf, destinationOf, Shop } from '../../test/support/planning.ts';
import { fetchAction, storyExport, webhook } from '../../test/support/stories.ts';
import type { StateContent } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import type { LeaseAnswer, Leases } from './leases.ts';

const alpha = storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
const TWO = [42, 8].map((teamId) => destinationOf(`team-${teamId}`, { stories: ['alpha'], teamId }));
const desired = desiredOf({ alpha }, TWO);

const tell = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ destination, status, reason, did }) => `${destination} ${status} ${did} ${reason}`);

/** Leases that are given at once, but for one destination; what was asked and given back, in order. */
function leasesWith(destination: string, answer: LeaseAnswer | Promise<LeaseAnswer>): Leases & { log: string[] } {
  const log: string[] = [];
  return {
    log,
    take: async (name) => {
      log.push(`take ${name}`);
      if (name === destination) return answer;
      return ours({ onRelease: () => void log.push(`release ${name}`) });
    },
  };
}

function ours({ waited = false, lost = new AbortController().signal, onRelease = () => {} } = {}): LeaseAnswer {
  return { kind: 'ours', waited, lost, release: async () => onRelease() };
}

describe('a destination', () => {
  it('that another run writes to is not reached, names it, and leaves what that run records', async () => {
    const shop = new Shop();
    const saved: string[] = [];
    const leases = leasesWith('team-42', { kind: 'held', owner: 'process 7 on ci-3' });
    const outcomes = await shop.push(await shop.plan(desired), {
      leases,
      saveState: async (name) => void saved.push(name),
    });
    expect(tell(outcomes)).toEqual(['team-42 requires_sync nothing not_reached', 'team-8 synced created new']);
    expect(outcomes[0]?.fact).toEqual({ kind: 'leased_elsewhere', owner: 'process 7 on ci-3' });
    expect(saved).toEqual(['team-8']);
    expect(shop.tenant.world.stories.size).toBe(1);
  });

  it('that is waited for keeps no other one waiting, of the same tenant either', async () => {
    const shop = new Shop();
    const waiting = Promise.withResolvers<LeaseAnswer>();
    const done: string[] = [];
    const pushing = shop.push(await shop.plan(desired), {
      leases: leasesWith('team-42', waiting.promise),
      onDone: (name) => void done.push(name),
      concurrency: 1,
    });
    await expect.poll(() => done).toEqual(['team-8']);
    waiting.resolve(ours({ waited: true }));
    expect(tell(await pushing)).toEqual(['team-42 synced created new', 'team-8 synced created new']);
  });

  it('takes a lease before anything is written and gives it back after all is recorded', async () => {
    const shop = new Shop();
    const leases = leasesWith('', ours());
    const { log } = leases;
    await shop.push(await shop.plan(desiredOf({ alpha }, TWO.slice(1))), {
      leases,
      saveState: async () => void log.push('record'),
      engine: shop.engineWith(() => void log.push('push')),
    });
    expect(log).toEqual(['take team-8', 'push', 'record', 'release team-8']);
  });

  it('takes one too where no story is due, and something else is written for it', async () => {
    const shop = new Shop();
    const one = desiredOf({ alpha }, TWO.slice(0, 1));
    await shop.push(await shop.plan(one));
    const { plan, work } = await shop.plan(one);
    const leases = leasesWith('', ours());
    const altering = new Map([...work].map(([name, each]) => [name, { ...each, alters: true }]));
    await shop.push({ plan, work: altering }, { leases });
    expect(leases.log).toEqual(['take team-42', 'release team-42']);
  });

  it('with nothing to write takes no lease', async () => {
    const shop = new Shop();
    const one = desiredOf({ alpha }, TWO.slice(0, 1));
    await shop.sync(one);
    const leases = leasesWith('', ours());
    await shop.push(await shop.plan(one), { leases });
    expect(leases.log).toEqual([]);
  });

  it('that the manifest holds takes no lease, whatever waits there and is asked for', async () => {
    const shop = new Shop();
    const held = TWO.slice(0, 1).map((destination) => ({ ...destination, hold: { reason: 'audit' } }));
    const leases = leasesWith('', ours());
    const outcomes = await shop.push(await shop.plan(desiredOf({ alpha }, held), { force: true, manual: 'all' }), {
      leases,
    });
    expect(tell(outcomes)).toEqual(['team-42 requires_sync nothing held']);
    expect([leases.log, shop.tenant.writes()]).toEqual([[], []]);
  });

  it('that is held back takes no lease', async () => {
    const shop = new Shop();
    const leases = leasesWith('', ours());
    await shop.push(await shop.plan(desired), { leases, heldBack: () => ({ kind: 'superseded' }) });
    expect(leases.log).toEqual([]);
  });

  it('gets nothing more once its lease is lost, and what is open says so', async () => {
    const shop = new Shop();
    const lost = new AbortController();
    const beta = storyExport({ name: 'Beta', actions: [webhook('In')] });
    const two = desiredOf({ alpha, beta }, [destinationOf('team-42', { stories: ['alpha', 'beta'] })]);
    shop.tenant.before('importStory', () => lost.abort());
    const saved: string[] = [];
    const outcomes = await shop.push(await shop.plan(two), {
      leases: leasesWith('team-42', ours({ lost: lost.signal })),
      saveState: async (name) => void saved.push(name),
    });
    expect(tell(outcomes)).toEqual(['team-42 synced created new', 'team-42 requires_sync nothing not_reached']);
    expect(outcomes[1]?.fact).toEqual({ kind: 'lease_lost' });
    expect(saved).toEqual([]);
  });

  it('is left alone when the run is stopped while it waits', async () => {
    const shop = new Shop();
    const saved: string[] = [];
    const outcomes = await shop.push(await shop.plan(desired), {
      leases: leasesWith('team-42', { kind: 'stopped' }),
      saveState: async (name) => void saved.push(name),
    });
    expect(tell(outcomes)).toEqual(['team-42 requires_sync nothing not_reached', 'team-8 synced created new']);
    expect(outcomes[0]?.fact).toEqual({ kind: 'run_ended' });
    // What another run records there is newer than what this one has read.
    expect(saved).toEqual(['team-8']);
  });

  it.each(['the run is stopped', 'the lease is lost'])(
    'is not looked at once more when %s before its turn',
    async (end) => {
      const shop = new Shop();
      const [stop, lost] = [new AbortController(), new AbortController()];
      const saved: string[] = [];
      const asked: string[] = [];
      const outcomes = await shop.push(await shop.plan(desiredOf({ alpha }, TWO.slice(0, 1))), {
        stop: stop.signal,
        leases: {
          take: async () => {
            (end === 'the run is stopped' ? stop : lost).abort();
            return ours({ waited: true, lost: lost.signal });
          },
        },
        planAnew: async (name) => void asked.push(name),
        saveState: async (name) => void saved.push(name),
      });
      expect(tell(outcomes)).toEqual(['team-42 requires_sync nothing not_reached']);
      expect([asked, saved, shop.tenant.writes()]).toEqual([[], [], []]);
    },
  );

  it('that another run has written to meanwhile is pushed as it is planned anew', async () => {
    const shop = new Shop();
    const one = desiredOf({ alpha }, TWO.slice(0, 1));
    const planning = await shop.plan(one);
    await shop.push(await shop.plan(one));
    const theirs = shop.state;
    shop.now = new Date('2026-03-02T12:00:00Z');
    const waits: boolean[] = [];
    const saved: StateContent[] = [];
    const outcomes = await shop.push(planning, {
      // As it was when this run read it.
      stateOf: () => undefined,
      saveState: async (_, state) => void saved.push(state),
      leases: leasesWith('team-42', ours({ waited: true })),
      planAnew: async (name, waited) => {
        waits.push(waited);
        const work = (await shop.plan(one)).work.get(name);
        if (!work) throw new Error('not planned');
        return { work, state: shop.state, heldBack: undefined };
      },
    });
    expect(waits).toEqual([true]);
    expect(tell(outcomes)).toEqual(['team-42 synced unchanged null']);
    expect(shop.tenant.world.stories.size).toBe(1);
    // Recorded on top of what that run has recorded.
    expect(saved.map(({ last }) => last)).toEqual([theirs?.last]);
  });

  it('that a newer commit has reached meanwhile is not moved back', async () => {
    const shop = new Shop();
    const planning = await shop.plan(desired);
    const saved: string[] = [];
    const outcomes = await shop.push(planning, {
      planAnew: async (name) => {
        const work = planning.work.get(name);
        if (!work) throw new Error('not planned');
        return { work, state: undefined, heldBack: { kind: 'superseded' } };
      },
      saveState: async (name) => void saved.push(name),
    });
    expect(outcomes.map(({ reason }) => reason)).toEqual(['superseded', 'superseded']);
    expect([saved, shop.tenant.writes()]).toEqual([[], []]);
  });

  it('whose second plan meets a bug of ours takes no other one with it', async () => {
    const shop = new Shop();
    const outcomes = await shop.push(await shop.plan(desired), {
      planAnew: async (name) => {
        if (name === 'team-42') throw new Error('Internal error: oops');
        return undefined;
      },
    });
    expect(tell(outcomes)).toEqual(['team-42 failed nothing internal', 'team-8 synced created new']);
  });
});
