import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEDS, LeaseHistory } from '../../test/support/lease-history.ts';
import { LeaseRoom, leaseOf, SteppedClock, settle } from '../../test/support/lease-room.ts';
import type { Lease, LeaseAnswer } from '../apply/leases.ts';

const GOES_ON = new AbortController().signal;

/** What a question has been answered so far. */
function watch(question: Promise<LeaseAnswer>): { answer: LeaseAnswer | undefined } {
  const seen: { answer: LeaseAnswer | undefined } = { answer: undefined };
  const see = async (): Promise<void> => {
    seen.answer = await question;
  };
  void see();
  return seen;
}

async function granted(question: Promise<LeaseAnswer>): Promise<Lease> {
  const answer = await question;
  if (answer.kind !== 'ours') throw new Error(answer.kind);
  return answer;
}

describe('the leases of a run', () => {
  it('are taken in one commit, however many they are, and given back in one', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const names = Array.from({ length: 1000 }, (_, index) => `d${index}`);
    const answers = await Promise.all(names.map((name) => leases.take(name, GOES_ON)));
    expect(answers.filter((answer) => answer.kind === 'ours' && !answer.waited)).toHaveLength(1000);
    expect([room.looks, room.writes]).toEqual([1, 1]);
    expect(Object.keys(room.holders())).toHaveLength(1000);
    await leases.close();
    expect(room.holders()).toEqual({});
    expect([room.looks, room.writes]).toEqual([2, 2]);
  });

  it('are renewed every 25 s for as long as the run goes on', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const lease = await granted(leases.take('contoso', GOES_ON));
    await clock.pass(600_000);
    expect(room.writes).toBe(25);
    expect(lease.lost.aborted).toBe(false);
    await leases.close();
    await clock.pass(600_000);
    expect(room.writes).toBe(26);
  });

  it('hold up another run on the same destination until they are given back, and on no other', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const [a, b] = [room.enter('a', clock), room.enter('b', clock)];
    const lease = await granted(a.take('contoso', GOES_ON));
    const waiting = watch(b.take('contoso', GOES_ON));
    const other = watch(b.take('fabrikam', GOES_ON));
    await clock.pass(200_000);
    expect(other.answer).toMatchObject({ kind: 'ours', waited: false });
    expect(waiting.answer).toBeUndefined();
    await lease.release();
    // Told to others with the next sign of life, once what was written can be found.
    await clock.pass(60_000);
    expect(waiting.answer).toMatchObject({ kind: 'ours', waited: true });
    expect(room.holders()).toEqual({ contoso: ['b'], fabrikam: ['b'] });
    await Promise.all([a.close(), b.close()]);
  });

  it('are given to others only when what was written under them can be found', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const flushing = Promise.withResolvers<void>();
    let flushes = 0;
    const beforeRelease = (): Promise<void> => {
      flushes++;
      return flushing.promise;
    };
    const leases = room.enter('a', clock, { beforeRelease });
    const [one, two] = [granted(leases.take('one', GOES_ON)), granted(leases.take('two', GOES_ON))];
    await (await one).release();
    await clock.pass(100_000);
    expect(room.holders()).toEqual({ one: ['a'], two: ['a'] });
    expect(flushes).toBe(1);
    flushing.resolve();
    await clock.pass(30_000);
    expect(room.holders()).toEqual({ two: ['a'] });
    expect((await two).lost.aborted).toBe(false);
    await leases.close();
  });

  it('that another run keeps alive are waited for five minutes, and then told with their owner', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const told: string[] = [];
    const a = room.enter('a', clock);
    const b = room.enter('b', clock, { onWait: (destination, owner) => void told.push(`${destination}: ${owner}`) });
    await a.take('contoso', GOES_ON);
    const waiting = watch(b.take('contoso', GOES_ON));
    await clock.pass(299_000);
    expect(waiting.answer).toBeUndefined();
    await clock.pass(6000);
    expect(waiting.answer).toEqual({ kind: 'held', owner: 'run a' });
    expect(told).toEqual(['contoso: run a']);
    await Promise.all([a.close(), b.close()]);
  });

  it('of a run that was killed hold up another one for the two minutes in which it gives no sign of life', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    room.plant(leaseOf('dead', ['contoso'], 1_000_000));
    const leases = room.enter('b', clock);
    const waiting = watch(leases.take('contoso', GOES_ON));
    await clock.pass(115_000);
    expect(waiting.answer).toBeUndefined();
    await clock.pass(10_000);
    expect(waiting.answer).toMatchObject({ kind: 'ours', waited: true });
    expect(room.holders()).toEqual({ contoso: ['b'] });
    await leases.close();
  });

  it('of a process of this machine that has ended hold up nobody', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const process = { host: 'here', place: 'p', pid: 7, started: '1', token: 't' };
    room.plant({ ...leaseOf('dead', ['contoso']), process });
    const leases = room.enter('b', clock, { fateOf: async ({ pid }) => (pid === 7 ? 'gone' : 'unknown') });
    expect(await leases.take('contoso', GOES_ON)).toMatchObject({ kind: 'ours' });
    await leases.close();
  });

  it('end waiting when the run is stopped', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    room.plant(leaseOf('x', ['contoso']));
    const leases = room.enter('b', clock);
    const stop = new AbortController();
    const waiting = watch(leases.take('contoso', stop.signal));
    await clock.pass(10_000);
    stop.abort();
    await settle();
    expect(waiting.answer).toEqual({ kind: 'stopped' });
    expect(await leases.take('fabrikam', stop.signal)).toEqual({ kind: 'stopped' });
    await leases.close();
  });

  it('count as ours when the answer to the push was lost and the push was not', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    room.losesAnswer = true;
    const leases = room.enter('a', clock);
    const asked = watch(leases.take('contoso', GOES_ON));
    await clock.pass(5000);
    expect(asked.answer).toMatchObject({ kind: 'ours', waited: false });
    expect(room.writes).toBe(1);
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it('are not taken for ours by the number alone: somebody may write in the name of the run', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    room.losesAnswer = true;
    const leases = room.enter('a', clock);
    const asked = watch(leases.take('contoso', GOES_ON));
    await settle();
    room.plant(leaseOf('a', ['fabrikam']));
    await clock.pass(5000);
    expect(asked.answer).toMatchObject({ kind: 'ours', lost: { aborted: false } });
    expect(room.holders()).toEqual({ contoso: ['a'] });
    await leases.close();
  });

  it('are lost when somebody took the run for dead', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const lease = await granted(leases.take('contoso', GOES_ON));
    room.remove('a');
    room.plant(leaseOf('b', ['contoso']));
    await clock.pass(26_000);
    expect(lease.lost.aborted).toBe(true);
    await leases.close();
    expect(room.holders()).toEqual({ contoso: ['b'] });
  });

  it('are lost before anybody may take the run for dead when no sign of life arrives', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const lease = await granted(leases.take('contoso', GOES_ON));
    room.failure = { kind: 'unreachable', code: 'ECONNREFUSED' };
    await clock.pass(89_000);
    expect(lease.lost.aborted).toBe(false);
    await clock.pass(2000);
    expect(lease.lost.aborted).toBe(true);
    room.failure = undefined;
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it('are lost as well when the branch can be looked at, and no sign of life arrives there', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const lease = await granted(leases.take('contoso', GOES_ON));
    room.beforeWrite = () => void room.delayNextWrite();
    await clock.pass(89_000);
    expect(lease.lost.aborted).toBe(false);
    await clock.pass(2000);
    expect(lease.lost.aborted).toBe(true);
    room.beforeWrite = () => {};
    room.recover();
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it('are lost, all of them, when somebody writes in the name of the run', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const [one, two] = await Promise.all(['one', 'two'].map((name) => granted(leases.take(name, GOES_ON))));
    room.plant(leaseOf('a', ['one'], 7));
    await clock.pass(26_000);
    expect([one?.lost.aborted, two?.lost.aborted]).toEqual([true, true]);
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it('that arrived after the run had stopped waiting are given back at its end', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const stop = new AbortController();
    room.losesAnswer = true;
    room.beforeWrite = () => stop.abort();
    const leases = room.enter('a', clock);
    expect(await leases.take('contoso', stop.signal)).toEqual({ kind: 'stopped' });
    await settle();
    expect(room.holders()).toEqual({ contoso: ['a'] });
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it('of a push that arrived late are given back when nobody waits for them any more', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const stop = new AbortController();
    const arrive = room.delayNextWrite();
    const leases = room.enter('a', clock);
    const asked = watch(leases.take('one', stop.signal));
    await settle();
    stop.abort();
    const other = watch(leases.take('two', GOES_ON));
    // Between our next look and our next push.
    room.beforeWrite = arrive;
    await clock.pass(5000);
    expect([asked.answer?.kind, other.answer?.kind]).toEqual(['stopped', 'ours']);
    expect(room.holders()).toEqual({ two: ['a'] });
    await leases.close();
    expect(room.holders()).toEqual({});
  });

  it.each([
    { kind: 'no_access', status: 403 },
    { kind: 'refused', why: 'a hook' },
    { kind: 'broken', why: 'x' },
    { kind: 'unreachable', code: 'ECONNREFUSED' },
  ] as const)('are renewed with a pause between attempts where the remote is $kind', async (failure) => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const leases = room.enter('a', clock);
    const lease = await granted(leases.take('contoso', GOES_ON));
    room.failure = failure;
    const before = room.looks;
    await clock.pass(80_000);
    expect(room.looks - before).toBeLessThan(15);
    room.failure = undefined;
    await clock.pass(6000);
    expect([lease.lost.aborted, room.holders()]).toEqual([false, { contoso: ['a'] }]);
    await leases.close();
    // Nothing is asked for any more, and nobody waits for an answer that does not come.
    expect(await leases.take('fabrikam', GOES_ON)).toEqual({ kind: 'stopped' });
  });

  it.each([
    { kind: 'no_access', status: 403 },
    { kind: 'refused', why: 'a hook' },
    { kind: 'broken', why: 'x' },
    { kind: 'unreachable', code: 'ECONNREFUSED' },
  ] as const)('come from elsewhere, once for all, where the remote is $kind', async (failure) => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const whys: unknown[] = [];
    const alone = { kind: 'ours', waited: false, lost: GOES_ON, release: async () => {} } as const;
    room.failure = failure;
    const leases = room.enter('a', clock, {
      instead: (why) => {
        whys.push(why);
        return { take: async () => alone };
      },
    });
    const asked = ['one', 'two'].map((name) => watch(leases.take(name, GOES_ON)));
    await clock.pass(10_000);
    expect(asked.map(({ answer }) => answer)).toEqual([alone, alone]);
    expect(await leases.take('three', GOES_ON)).toBe(alone);
    expect(whys).toEqual([failure]);
    await leases.close();
  });

  it('that a living run was seen with are not taken because the remote fell silent', async () => {
    const [room, clock] = [new LeaseRoom(), new SteppedClock()];
    const [a, b] = [room.enter('a', clock), room.enter('b', clock)];
    await a.take('contoso', GOES_ON);
    const waiting = watch(b.take('contoso', GOES_ON));
    await clock.pass(10_000);
    room.failure = { kind: 'unreachable', code: 'ECONNREFUSED' };
    await clock.pass(280_000);
    expect(waiting.answer).toBeUndefined();
    await clock.pass(20_000);
    expect(waiting.answer).toEqual({ kind: 'held', owner: 'run a' });
    room.failure = undefined;
    await Promise.all([a.close(), b.close()]);
  });

  it('are never two runs’ at one time, whatever they do, the network does, and whoever is killed, sleeps or plants a file', async () => {
    const step = fc.record({
      run: fc.nat(2),
      does: fc.constantFrom(...DEEDS),
      destination: fc.constantFrom('one', 'two'),
      pause: fc.constantFrom(0, 100, 1000, 30_000, 100_000, 130_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const history = new LeaseHistory();
        for (const each of steps) await history.play(each);
        await history.end();
      }),
      { numRuns: 60 },
    );
  });
});
