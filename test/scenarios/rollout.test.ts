import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn } from '../support/documents.ts';
import { clockAt } from '../support/instant-clock.ts';
import { syncAt } from '../support/outcomes.ts';
import type { Rig, Run } from '../support/rig.ts';
import { dropState, giveStateKey } from '../support/state-branch.ts';
import { callStory, fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { type DestinationSpec, publish, subscribe, tenantWith, type WorldSpec, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const WATCH_2 = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
const WATCH_3 = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/3');

/** Who is in which ring. */
const RINGS = { ada: 'canary', ben: 'early', eva: 'early', cid: 'broad', dan: 'broad' };
const ROLLOUT: JsonObject = {
  rings: [
    { name: 'canary', match: { ring: 'canary' } },
    { name: 'early', match: { ring: 'early' }, soak: '4h' },
    { name: 'broad', soak: '24h', batch: 1 },
  ],
};

/** A Monday. */
const at = (time: string, day = 2): string => `2026-03-0${day}T${time}:00Z`;

function fleet(rest: Partial<WorldSpec> = {}, options: { readonly [name: string]: JsonObject } = {}): WorldSpec {
  const destinations = Object.entries(RINGS).map(([name, ring]): [string, DestinationSpec] => [
    name,
    { stories: Object.keys(rest.stories ?? { watch: WATCH }), options: { labels: { ring }, ...options[name] } },
  ]);
  const tenants = Object.fromEntries(Object.keys(RINGS).map((name) => [name, tenantWith()]));
  return { tenants, stories: { watch: WATCH }, destinations: Object.fromEntries(destinations), ...rest };
}

/** Everybody has the first version. The rollout is there by now, and git wants the second one. */
async function rolloutWorld(rollout: JsonObject = ROLLOUT): Promise<Rig> {
  const rig = await worldOf(fleet());
  giveStateKey(rig);
  const first = await rig.runIn(rig.dir, ['sync'], clockAt(at('08:00', 1)));
  expect(first.code).toBe(0);
  subscribe(rig, fleet({ rollout }));
  publish(rig, 'watch', WATCH_2);
  await rig.takeWrites();
  return rig;
}

/** A sync at that time, and who was written to. */
async function syncThen(rig: Rig, time: string, ...argv: readonly string[]) {
  await rig.later();
  const synced = await syncAt(clockAt(time), rig, ...argv);
  const written = new Set((await rig.takeWrites()).map(({ tenant }) => tenant));
  return { ...synced, written: [...written].toSorted() };
}

async function runThen(rig: Rig, time: string, ...argv: readonly string[]): Promise<Run> {
  return rig.runIn(rig.dir, argv, clockAt(time));
}

async function planThen(rig: Rig, time: string, ...argv: readonly string[]) {
  const run = await runThen(rig, time, 'plan', ...argv, '--format', 'json');
  const json = JSON.parse(run.out) as JsonObject & { readonly digest: string };
  return { ...run, json, stories: entriesIn(json) };
}

/** Who has which version by now. */
async function versions(rig: Rig): Promise<{ readonly [name: string]: string }> {
  const found = Object.keys(RINGS).map(async (name) => {
    const { content } = await rig.story(name, 'Watch');
    return [name, /feed\.example\/(\d)/.exec(JSON.stringify(content))?.[1] ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

function recordIn(rig: Rig): JsonObject {
  return JSON.parse(rig.git('show', 'storysync/state:rollout.json')) as JsonObject;
}

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
