import { describe, expect, it } from 'vitest';
import {
  at,
  fleet,
  planThen,
  ROLLOUT,
  rolloutWorld,
  runThen,
  syncThen,
  versions,
  WATCH,
  WATCH_3,
} from '../support/ringed-fleet.ts';
import { callStory, storyExport, webhook } from '../support/stories.ts';
import { publish, worldOf } from '../support/world-of.ts';

const WAITS = 'requires_sync awaiting_ring';

describe('a change', () => {
  it('goes ring by ring as each has stood, a tick that may push nothing asks nobody, and the end is silent', async () => {
    await using rig = await rolloutWorld();
    const first = await syncThen(rig, at('08:00'));
    expect([first.code, first.written]).toEqual([0, ['ada']]);
    expect(first.told).toMatchObject({ 'ada/watch': 'synced updated', 'ben/watch': WAITS, 'cid/watch': WAITS });

    for (const time of [at('08:15'), at('11:59')]) {
      const asked = (await rig.log()).length;
      const idle = await runThen(rig, time, 'sync', '--pending');
      expect([idle.code, (await rig.log()).length]).toEqual([0, asked]);
    }
    expect((await syncThen(rig, at('12:00'), '--pending')).written).toEqual(['ben', 'eva']);
    expect((await syncThen(rig, at('11:59', 3), '--pending')).written).toEqual([]);
    expect((await syncThen(rig, at('12:00', 3), '--pending')).written).toEqual(['cid']);
    expect((await syncThen(rig, at('12:15', 3), '--pending')).written).toEqual(['dan']);

    const before = rig.git('for-each-ref');
    const asked = (await rig.log()).length;
    const end = await runThen(rig, at('12:30', 3), 'sync', '--pending', '--quiet');
    expect([end.code, end.out, end.err]).toEqual([0, 'Status: nothing pending\n', '']);
    expect([rig.git('for-each-ref'), (await rig.log()).length]).toEqual([before, asked]);
  });

  it('that is bad reaches the canary and is reverted: the canary goes back at once, and nobody else ever had it', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    expect(await versions(rig)).toEqual({ ada: '2', ben: '1', eva: '1', cid: '1', dan: '1' });

    publish(rig, 'watch', WATCH);
    const back = await syncThen(rig, at('08:10'), '--pending');

    expect([back.code, back.written, back.told]).toEqual([0, ['ada'], { 'ada/watch': 'synced updated' }]);
    expect(await versions(rig)).toEqual({ ada: '1', ben: '1', eva: '1', cid: '1', dan: '1' });
    expect((await syncThen(rig, at('12:30'))).written).toEqual([]);
    expect((await runThen(rig, at('08:00', 9), 'sync', '--pending')).out).toContain('nothing pending');
  });

  it('that comes in the middle goes to the canary first, while the one before goes nowhere any more', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    publish(rig, 'watch', WATCH_3);
    expect((await syncThen(rig, at('11:00'))).written).toEqual(['ada']);
    // The ring before has stood four hours, but not with this content.
    expect((await syncThen(rig, at('12:00'), '--pending')).written).toEqual([]);
    expect((await syncThen(rig, at('15:00'), '--pending')).written).toEqual(['ben', 'eva']);
    expect(await versions(rig)).toEqual({ ada: '3', ben: '3', eva: '3', cid: '1', dan: '1' });
  });

  it('of a story that another calls goes first, and the caller waits with it', async () => {
    const CALLER = storyExport({ name: 'Report', actions: [webhook('In'), callStory('Ask', 'watch')] });
    const stories = { watch: WATCH, report: CALLER };
    await using rig = await worldOf(fleet({ stories, rollout: ROLLOUT }));
    const first = await syncThen(rig, at('08:00'));
    expect(first.told).toMatchObject({
      'ada/watch': 'synced created',
      'ada/report': 'synced created',
      'ben/report': WAITS,
    });
    await rig.fault({ tenant: 'ben', method: 'POST', path: '/import$', fault: { kind: 'error', status: 422 } });
    const second = await syncThen(rig, at('12:00'), '--pending');
    expect([second.code, second.told]).toMatchObject([1, { 'ben/watch': 'failed rejected' }]);
    expect((await rig.tenant('ben')).stories).toEqual([]);
    expect(second.outcomes['ben/report']).toMatchObject({ status: 'requires_sync' });
  });
});

describe('a failure', () => {
  it('beyond the budget halts the ring and those after it; it alone is tried again, and once repaired all goes on', async () => {
    await using rig = await rolloutWorld();
    await syncThen(rig, at('08:00'));
    const refused = { tenant: 'ben', method: 'POST', path: '/import$', fault: { kind: 'error', status: 422 } };
    await rig.fault({ ...refused, always: true });

    const failed = await syncThen(rig, at('12:00'), '--pending');
    expect([failed.code, failed.told]).toEqual([
      1,
      {
        'ben/watch': 'failed rejected',
        'eva/watch': 'requires_sync halted',
        'cid/watch': 'requires_sync halted',
        'dan/watch': 'requires_sync halted',
      },
    ]);
    expect(await versions(rig)).toEqual({ ada: '2', ben: '1', eva: '1', cid: '1', dan: '1' });
    expect(failed.outcomes['eva/watch']?.message).toBe('ring early is halted: 1 of 2 failed, none may');
    const again = await syncThen(rig, at('12:15'), '--pending');
    expect([again.code, again.written]).toEqual([1, ['ben']]);
    const plan = await planThen(rig, at('12:20'));
    expect([plan.code, plan.stories['cid/watch']]).toMatchObject([1, { action: 'skip', reason: 'halted' }]);
    const words = await runThen(rig, at('12:20'), 'plan');
    expect(words.out).toContain(
      '! ring early, watch: halted: 1 of 2 failed, none may; eva waits; ben goes in this run\n' +
        '  ! ring broad, watch: halted by ring early: 1 of 2 failed, none may; cid, dan wait\n',
    );

    await rig.control('DELETE', 'faults');
    const repaired = await syncThen(rig, at('12:30'), '--pending');
    expect(repaired.written).toContain('ben');
    const next = await syncThen(rig, at('12:45'), '--pending');
    expect([next.code, await versions(rig)]).toEqual([0, { ada: '2', ben: '2', eva: '2', cid: '1', dan: '1' }]);
    expect((await syncThen(rig, at('12:45', 3), '--pending')).written).toEqual(['cid']);
  });

  it('of other content says nothing of the new one: a repair in git opens the way', async () => {
    await using rig = await rolloutWorld();
    await rig.fault({ tenant: 'ada', method: 'POST', path: '/import$', fault: { kind: 'error', status: 422 } });
    expect((await syncThen(rig, at('08:00'))).code).toBe(1);
    publish(rig, 'watch', WATCH_3);
    const mended = await syncThen(rig, at('08:30'));
    expect([mended.code, mended.written]).toEqual([0, ['ada']]);
    expect((await syncThen(rig, at('12:30'))).written).toEqual(['ben', 'eva']);
  });
});

describe('a window', () => {
  const OFFICE = { ...ROLLOUT, windows: [{ allow: 'Mon-Thu 09:00-16:00', tz: 'Europe/Dublin', rings: ['canary'] }] };

  it('that is closed lets nobody go, asks nobody and is no finding; when it opens, they go', async () => {
    await using rig = await rolloutWorld(OFFICE);
    const plan = await planThen(rig, at('08:59'), '--expect-no-changes');
    expect([plan.code, plan.stories['ada/watch']]).toMatchObject([
      0,
      { action: 'skip', reason: 'outside_window', would: 'update', waits: { until: '2026-03-02T09:00:00.000Z' } },
    ]);
    const asked = (await rig.log()).length;
    const early = await runThen(rig, at('08:59'), 'sync', '--pending');
    expect([early.code, (await rig.log()).length]).toEqual([0, asked]);

    const open = await planThen(rig, at('09:00'), '--expect-no-changes');
    expect([open.code, open.stories['ada/watch']?.action]).toEqual([1, 'update']);
    expect(open.json.digest).toBe(plan.json.digest);
    expect((await syncThen(rig, at('09:00'), '--pending')).written).toEqual(['ada']);
  });

  it('holds for what goes back, too', async () => {
    await using rig = await rolloutWorld(OFFICE);
    await syncThen(rig, at('10:00'));
    publish(rig, 'watch', WATCH);
    const late = await syncThen(rig, at('17:00'));
    expect([late.written, late.told['ada/watch']]).toEqual([[], 'requires_sync outside_window']);
    expect((await syncThen(rig, at('09:00', 3))).written).toEqual(['ada']);
  });
});
