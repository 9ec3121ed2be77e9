import { describe, expect, it } from 'vitest';
import { explain } from '../../src/report/explain/explain.ts';
import { hookedSync } from '../support/hooked-sync.ts';
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

describe('a tenant that is slow, one that hangs and one that trickles', () => {
  it('end with their time for reading and say what was slow, and the others are synced', async () => {
    await using rig = await world();
    await spoil(rig);
    const run = await hookedSync(rig, { concurrency: 32, readTimeout: 2000 });
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
    expect(words.slow?.message).toMatch(/1 earlier requests?, the slowest GET \/stories: \d/);
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).code).toBe(0);
  });

  it('get no more than a quarter of a time budget, so that there is time left for the others', async () => {
    await using rig = await world();
    await spoil(rig);
    const run = await hookedSync(rig, { concurrency: 32, timeBudget: 8000 });
    expect(told(run)).toEqual(OTHERS_GO_ON);
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
