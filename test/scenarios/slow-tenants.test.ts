import { describe, expect, it } from 'vitest';
import { explain } from '../../src/report/explain/explain.ts';
import { outcomesIn } from '../support/documents.ts';
import { hookedSync } from '../support/hooked-sync.ts';
import { instantClock } from '../support/instant-clock.ts';
import { exportNow, idOf, originWorld } from '../support/origin-world.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const TENANTS = ['contoso', 'hanging', 'slow', 'trickling', 'zenith'];

/** A destination that is seen for the first time has its stories read, so that none is created twice. */
const THEIRS = storyExport({ name: 'Theirs', actions: [fetchAction('Ask', 'https://b.example/')] });

function world(): Promise<Rig> {
  return worldOf({
    stories: { triage: storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] }) },
    tenants: Object.fromEntries(TENANTS.map((name) => [name, tenantWith({ stories: [{ content: THEIRS }] })])),
    destinations: Object.fromEntries(TENANTS.map((name) => [name, { stories: ['triage'] }])),
  });
}

async function spoil(rig: Rig): Promise<void> {
  const faults = {
    hanging: { kind: 'hang' },
    slow: { kind: 'slow', ms: 1500 },
    trickling: { kind: 'trickle', ms: 100 },
  };
  for (const [tenant, fault] of Object.entries(faults)) await rig.fault({ tenant, always: true, fault });
}

type Run = Awaited<ReturnType<typeof hookedSync>>;

const told = ({ outcomes }: Run): object =>
  Object.fromEntries(outcomes.map(({ destination, status, reason }) => [destination, `${status} ${reason}`]));

const SLOW = 'failed unreadable';
const OTHERS_GO_ON = {
  contoso: 'synced new',
  hanging: SLOW,
  slow: SLOW,
  trickling: SLOW,
  zenith: 'synced new',
};

describe.concurrent('a tenant that is slow, one that hangs and one that trickles', () => {
  it('end with their time for reading and say what was slow, and the others are synced', async () => {
    await using rig = await world();
    await spoil(rig);
    // Time passes when nothing is left to do but wait, however long the machine takes for the rest.
    const clock = instantClock();
    const done = new Set<string>();
    const progress = { begin: () => {}, advance: (name: string) => void done.add(name), wait: () => {}, end: () => {} };
    const running = hookedSync(rig, { concurrency: 32, readTimeout: 2000, clock, progress });
    const asked = (name: string, log: Awaited<ReturnType<Rig['log']>>) =>
      log.filter(({ tenant, path }) => tenant === name && path.includes('stories')).length;
    await until(async () => {
      const log = await rig.log();
      return done.has('contoso') && done.has('zenith') && asked('slow', log) > 1 && asked('hanging', log) > 0;
    });
    await clock.sleep(2000);
    const run = await running;
    expect(told(run)).toEqual(OTHERS_GO_ON);
    expect(run.report.interrupted).toBe(false);
    const words = Object.fromEntries(
      run.outcomes.flatMap(({ destination, fact }) => (fact ? [[destination, explain(fact)]] : [])),
    );
    for (const name of ['hanging', 'slow', 'trickling']) {
      expect(words[name]?.message).toMatch(
        /^GET \/[\w/]+: no complete answer after [\d.]+ s, when the 2 s for reading/,
      );
      expect(words[name]?.hint).toContain('--read-timeout');
    }
    expect(words.slow?.message).toMatch(/1 earlier request, the slowest GET \/stories: \d/);
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).code).toBe(0);
  });

  it('get no more than a quarter of a time budget on the command line: the others are synced, and the run ends with 1', async () => {
    await using rig = await world();
    await spoil(rig);
    const { code, json } = await rig.runJson('sync', '--time-budget', '0.133');
    expect(code).toBe(1);
    expect(json).toMatchObject({ interrupted: false, totals: { synced: 2, failed: 3, requires_sync: 0 } });
    for (const [pair, { status, reason, message }] of Object.entries(outcomesIn(json))) {
      const name = pair.split('/')[0] as keyof typeof OTHERS_GO_ON;
      expect([name, `${status} ${reason}`]).toEqual([name, OTHERS_GO_ON[name]]);
      if (status === 'failed')
        expect([name, message]).toEqual([name, expect.stringContaining('when the 2 s for reading')]);
    }
  });

  it('hold no more than half of a time budget where they are many: what was not asked by then is not reached', async () => {
    await using rig = await world();
    await spoil(rig);
    const run = await hookedSync(rig, { concurrency: 1, timeBudget: 8000 });
    expect(told(run)).toEqual({
      contoso: 'synced new',
      hanging: SLOW,
      slow: expect.stringMatching(/failed unreadable|requires_sync not_reached/),
      trickling: 'requires_sync not_reached',
      zenith: 'requires_sync not_reached',
    });
    expect(run.report.interrupted).toBe(true);
  });
});

it('teams of a tenant that hangs are not asked after four that were not read in time, and others are synced', async () => {
  const teams = [41, 42, 43, 44, 45, 46, 47, 48, 49];
  const stories = { triage: storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] }) };
  const of = (tenant: string, team: number) => [`${tenant}-${team}`, { stories: ['triage'], tenant, team }] as const;
  await using rig = await worldOf({
    stories,
    tenants: {
      hanging: tenantWith({}, { teams: teams.map((id) => ({ id, name: `Team ${id}` })) }),
      contoso: tenantWith(),
    },
    destinations: Object.fromEntries([...teams.map((team) => of('hanging', team)), of('contoso', 42)]),
  });
  await rig.fault({ tenant: 'hanging', always: true, fault: { kind: 'hang' } });
  const run = await hookedSync(rig, { concurrency: 32, readTimeout: 500 });
  const why = run.outcomes.flatMap(({ fact }) => (fact ? [explain(fact).message] : []));
  // Three more were begun when the first three of the four had ended.
  expect(why.slice(0, 7)).toEqual(Array(7).fill(expect.stringContaining('when the 0.5 s for reading were over')));
  expect(why.slice(7)).toEqual(Array(2).fill(expect.stringContaining('4 destinations of this tenant in a row')));
  expect(told(run)).toMatchObject({ 'contoso-42': 'synced new' });
});

it('a stop while a tenant is read ends the request, and nothing is wrong with the tenant', async () => {
  await using rig = await world();
  await spoil(rig);
  const controller = new AbortController();
  const running = hookedSync(rig, { concurrency: 32, stop: controller.signal });
  await until(async () => (await rig.log()).filter(({ path }) => path.endsWith('/stories')).length >= TENANTS.length);
  controller.abort();
  const run = await running;
  expect(run.report.interrupted).toBe(true);
  expect(told(run)).toMatchObject({
    hanging: 'requires_sync not_reached',
    slow: 'requires_sync not_reached',
    trickling: 'requires_sync not_reached',
  });
  for (const { reason } of run.outcomes) expect(reason).toBe('not_reached');
  expect((await rig.tenant('contoso')).stories.map(({ name }) => name)).toEqual(['Theirs']);
});

describe('an origin', () => {
  const hanging = async (rig: Rig, path: string) =>
    rig.fault({ tenant: 'acme', path, always: true, fault: { kind: 'hang' } });
  const stories = Object.fromEntries(
    ['one', 'two', 'three'].map((key) => [
      key,
      { content: storyExport({ name: key, actions: [fetchAction('Ask', `https://${key}.example/`)] }) },
    ]),
  );

  it('whose stories hang is read for as long as others, and what was read in time is written', async () => {
    await using rig = await originWorld({ stories });
    await hanging(rig, `^/stories/(${idOf(1)}|${idOf(2)})/export`);
    const { code, found, files, json } = await exportNow(rig, '--read-timeout', '1');
    expect({ code, found, files }).toEqual({ code: 1, found: ['error EXP017'], files: ['add stories/one.json'] });
    const [{ message, hint }] = json.findings as unknown as [{ message: string; hint: string }];
    expect(message).toMatch(
      /^the origin was too slow: 2 of 3 stories could not be exported \(GET \/stories\/9002\/export: no complete answer after [\d.]+ s, when the 1 s for reading were over; 2 earlier requests, the slowest .*\); their files are kept as they are$/,
    );
    expect(hint).toContain('--read-timeout');
    await rig.control('DELETE', 'faults');
    expect((await exportNow(rig)).files).toContain('add stories/three.json');
  });

  it('that does not even list its stories is not waited for', async () => {
    await using rig = await originWorld({ stories });
    await hanging(rig, '^/stories$');
    const { code, found, json } = await exportNow(rig, '--read-timeout', '1');
    expect([code, found]).toEqual([1, ['error EXP003']]);
    expect(JSON.stringify(json)).toContain('when the 1 s for reading were over');
  });
});
