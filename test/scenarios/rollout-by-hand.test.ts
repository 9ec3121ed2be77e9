import { describe, expect, it } from 'vitest';
import { clockAt } from '../support/instant-clock.ts';
import {
  at,
  fleet,
  planThen,
  ROLLOUT,
  recordIn,
  rolloutWorld,
  runThen,
  syncThen,
  versions,
  WATCH_3,
} from '../support/ringed-fleet.ts';
import { dropState } from '../support/state-branch.ts';
import { publish, subscribe } from '../support/world-of.ts';

describe('what waits', () => {
  it('is no change that was not expected; what may go is', async () => {
    await using rig = await rolloutWorld();
    expect((await planThen(rig, at('08:00'), '--expect-no-changes')).code).toBe(1);
    await syncThen(rig, at('08:00'));
    const waiting = await planThen(rig, at('08:15'), '--expect-no-changes');
    expect([waiting.code, waiting.stories['ben/watch']]).toMatchObject([
      0,
      { action: 'skip', reason: 'awaiting_ring', waits: { for: 'soak:canary', until: '2026-03-02T12:00:00.000Z' } },
    ]);
    expect((await planThen(rig, at('12:00'), '--expect-no-changes')).code).toBe(1);
  });

  it('in a plan that was approved is not pushed by it, though it might go by now', async () => {
    await using rig = await rolloutWorld();
    await planThen(rig, at('08:00'), '--out', 'plan.json');
    const other = await syncThen(rig, at('08:00'), '--destination', 'ada');
    expect(other.written).toEqual(['ada']);
    const late = await syncThen(rig, at('12:00'), '--plan', 'plan.json');
    expect([late.written, late.outcomes['ben/watch']]).toMatchObject([
      [],
      { status: 'requires_sync', reason: 'awaiting_ring' },
    ]);
    expect((await syncThen(rig, at('12:00'))).written).toEqual(['ben', 'eva']);
  });

  it('by now is not pushed by a plan that let it go', async () => {
    await using rig = await rolloutWorld({ ...ROLLOUT, windows: [{ allow: '08:00-16:00' }] });
    const plan = await planThen(rig, at('15:59'), '--out', 'plan.json');
    expect(plan.stories['ada/watch']?.action).toBe('update');
    const late = await syncThen(rig, at('16:00'), '--plan', 'plan.json');
    expect([late.code, late.written, late.told['ada/watch']]).toEqual([0, [], 'requires_sync outside_window']);
  });
});

describe('an override', () => {
  const WHY = ['--reason', 'incident 4711'];

  it('with the digest of the plan lets all go in one run but who is held, and stands in the record and the commits', async () => {
    await using rig = await rolloutWorld();
    subscribe(rig, fleet({ rollout: ROLLOUT }, { dan: { hold: { reason: 'audit' } } }));
    rig.commit('hold dan');
    const { digest } = (await planThen(rig, at('08:00'))).json;

    const run = await syncThen(rig, at('08:05'), '--override-rollout', digest, ...WHY);

    expect([run.code, run.written, run.told['dan/watch']]).toEqual([
      0,
      ['ada', 'ben', 'cid', 'eva'],
      'requires_sync held',
    ]);
    expect(recordIn(rig)).toMatchObject({ overrides: [{ digest, reason: 'incident 4711', commit: rig.head() }] });
    const messages = rig.git('log', '--format=%B', 'storysync/state');
    expect(messages).toContain(`Rollout-Override: ${digest}\nRollout-Override-Reason: incident 4711\n`);
    expect((await runThen(rig, at('08:10'), 'status')).out).toContain('incident 4711');

    // It was for that run alone.
    publish(rig, 'watch', WATCH_3);
    expect((await syncThen(rig, at('08:15'))).written).toEqual(['ada']);
  });

  it('with the digest of a plan from before is refused, and nothing is pushed or recorded', async () => {
    await using rig = await rolloutWorld();
    const { digest } = (await planThen(rig, at('08:00'))).json;
    publish(rig, 'watch', WATCH_3);
    const before = rig.git('for-each-ref', 'refs/heads/storysync');
    const run = await runThen(rig, at('08:05'), 'sync', '--override-rollout', digest, ...WHY);
    expect([run.code, run.out]).toEqual([1, expect.stringContaining('RUN050')]);
    expect(await rig.takeWrites()).toEqual([]);
    expect(rig.git('for-each-ref', 'refs/heads/storysync')).toBe(before);
  });

  it('opens a ring that is halted', async () => {
    await using rig = await rolloutWorld();
    await rig.fault({
      tenant: 'ada',
      method: 'POST',
      path: '/import$',
      always: true,
      fault: { kind: 'error', status: 422 },
    });
    expect((await syncThen(rig, at('08:00'))).code).toBe(1);
    const { digest } = (await planThen(rig, at('08:05'))).json;
    const run = await syncThen(rig, at('08:10'), '--override-rollout', digest.slice(0, 19), ...WHY);
    expect([run.code, run.written]).toEqual([1, ['ada', 'ben', 'cid', 'dan', 'eva']]);
    expect(await versions(rig)).toEqual({ ada: '1', ben: '2', eva: '2', cid: '2', dan: '2' });
  });
});

describe('a hold in the middle of a rollout', () => {
  it('lets the ring pass by the others, and of the fleet stops the next ring until it is lifted', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    await rig.run('hold', '--destination', 'ben', '--reason', 'audit');
    rig.commit('hold ben');
    expect((await syncThen(rig, at('12:00'))).written).toEqual(['eva']);

    await rig.run('hold', '--destination', '*', '--reason', 'incident');
    rig.commit('hold all');
    expect((await syncThen(rig, at('12:00', 3))).written).toEqual([]);

    await rig.run('release', '--destination', '*');
    rig.commit('release all');
    // The ring has stood since the others passed it, ben or not.
    const next = await syncThen(rig, at('12:15', 3));
    expect([next.written, next.told['ben/watch']]).toEqual([['cid'], 'requires_sync held']);
  });
});

describe('two ticks at one moment', () => {
  it('begin no more destinations than one of them may', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    await syncThen(rig, at('12:00'));
    await rig.later();
    const clock = clockAt(at('12:00', 3));
    const runs = await Promise.all([1, 2].map(() => rig.runIn(rig.dir, ['sync', '--pending'], clock)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const imports = (await rig.takeWrites()).filter(({ path }) => path.endsWith('/import'));
    expect(imports.map(({ tenant }) => tenant)).toEqual(['cid']);
  });
});

describe('lost state', () => {
  it('of the rollout alone costs nothing that the destinations remember', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    rig.git('checkout', '--quiet', 'storysync/state');
    rig.git('rm', '--quiet', 'rollout.json');
    rig.git('commit', '--quiet', '-m', 'lose it');
    rig.git('checkout', '--quiet', 'main');
    expect((await syncThen(rig, at('11:59'))).written).toEqual([]);
    expect((await syncThen(rig, at('12:00'))).written).toEqual(['ben', 'eva']);
  });

  it('altogether costs soak time, and no write', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    dropState(rig);
    const next = await syncThen(rig, at('12:00'));
    expect([next.code, next.written]).toEqual([0, []]);
    expect((await syncThen(rig, at('15:59'))).written).toEqual([]);
    expect((await syncThen(rig, at('16:00'))).written).toEqual(['ben', 'eva']);
    expect(await versions(rig)).toEqual({ ada: '2', ben: '2', eva: '2', cid: '1', dan: '1' });
  });
});
