import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RateLimits } from '../../src/emulator/domain/tenant.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { outcomesIn } from '../support/documents.ts';
import { syncAt, syncNow } from '../support/outcomes.ts';
import { passingClock } from '../support/passing-clock.ts';
import { programFile } from '../support/program.ts';
import type { Rig, Run } from '../support/rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const STORIES = {
  enrich: storyExport({ name: 'Enrich', tags: ['soc'], actions: [fetchAction('Ask', 'https://a.example/')] }),
  keeper: storyExport({ name: 'Keeper', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] }),
  triage: storyExport({ name: 'Triage', actions: [webhook('In'), callStory('Call', 'enrich')] }),
};
const TEAMS = [41, 42];
const DESTINATIONS = Object.fromEntries(
  TEAMS.map((team) => [`team-${team}`, { tenant: 'contoso', team, stories: Object.keys(STORIES) }]),
);
const ALL = (told: string) =>
  Object.fromEntries(TEAMS.flatMap((team) => Object.keys(STORIES).map((key) => [`team-${team}/${key}`, told])));

/** One tenant with two teams and one key, which lets that many requests through in a minute. */
async function limitedWorld(rate_limits: Partial<RateLimits>, switches = {}): Promise<Rig> {
  const teams = TEAMS.map((id) => ({ id, name: `Team ${id}` }));
  const rig = await worldOf({
    tenants: { contoso: tenantWith({}, { tags: ['soc'], teams, rate_limits }) },
    stories: STORIES,
    destinations: DESTINATIONS,
    switches,
  });
  rig.windowMs = 60_000;
  return rig;
}

async function expectOneOfEach(rig: Rig): Promise<void> {
  const { stories, record_types } = await rig.tenant('contoso');
  const each = Object.values(STORIES).map(({ name }) => String(name));
  const names = (things: readonly { readonly team_id: number; readonly name: string }[]) =>
    things.map(({ team_id, name }) => `${team_id} ${name}`).toSorted();
  expect(names(stories)).toEqual(TEAMS.flatMap((team) => each.map((name) => `${team} ${name}`)).toSorted());
  expect(names(record_types)).toEqual(TEAMS.map((team) => `${team} Alert`));
}

describe('a tenant that lets a few requests a minute through', () => {
  const ways = ['none', 'seconds', 'date', 'absurd'].flatMap((retry_after) =>
    ['refused', 'carried_out'].map((limited_write) => ({ retry_after, limited_write })),
  );

  it.concurrent.each(ways)('is synced all the same, with one of everything, where a 429 is %o', async (switches) => {
    await using rig = await limitedWorld({ default: 18, record_types: 4 }, switches);
    const clock = passingClock(rig);
    const first = await syncAt(clock, rig);
    expect(first.told).toEqual(ALL('synced created'));
    expect((await rig.log()).some(({ status }) => status === 429)).toBe(true);
    await expectOneOfEach(rig);
    await rig.later();
    publish(rig, 'keeper', { ...STORIES.keeper, description: 'new' });
    expect((await syncAt(clock, rig)).told).toMatchObject({
      'team-41/keeper': 'synced updated',
      'team-42/keeper': 'synced updated',
    });
    await expectOneOfEach(rig);
    await rig.later();
    await rig.takeWrites();
    expect((await syncAt(clock, rig)).told).toEqual(ALL('synced unchanged'));
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('is never told off where --rate keeps us below its limit, and no faster', async () => {
    await using rig = await limitedWorld({ default: 16 });
    const clock = passingClock(rig);
    expect((await syncAt(clock, rig, '--rate', '15')).told).toEqual(ALL('synced created'));
    const log = await rig.log();
    expect(log.filter(({ status }) => status === 429)).toEqual([]);
    expect(clock.elapsed()).toBeGreaterThanOrEqual((Math.ceil(log.length / 15) - 1) * 60_000);
  });
});

describe('a tenant that lets nothing more through', () => {
  it('is not reached, which is no failure of anybody, and the next run goes on', async () => {
    await using rig = await limitedWorld({ default: 0 });
    const run = await syncNow(rig);
    expect([run.code, run.told]).toEqual([1, ALL('requires_sync not_reached')]);
    expect(run.outcomes['team-41/enrich']).toMatchObject({
      message: 'GET /stories: HTTP 429 (too many requests), after 12 attempts',
      hint: 'run again: it continues where it stopped. Where others ask this tenant too, lower --rate',
    });
    const plan = await rig.runJson('plan');
    expect(plan.code).toBe(1);
    expect(plan.out).toContain('"reason": "not_reached"');
  });

  it.each([
    ['reads', 'GET'],
    ['writes', 'POST'],
  ])(
    'in the middle of a run, for %s, leaves open what it came to, and nothing is lost or doubled',
    async (_, method) => {
      await using rig = await limitedWorld({});
      const fault = { kind: 'rate_limited', retry_after: 'seconds 20' };
      const path = method === 'GET' ? '/export$' : '^/stories/import$';
      await rig.fault({ method, path, skip: 1, always: true, fault });
      const run = await syncNow(rig);
      const left = Object.values(run.told).filter((each) => each === 'requires_sync not_reached').length;
      expect([run.code, Object.values(run.told).filter((each) => each.startsWith('failed'))]).toEqual([1, []]);
      expect(left).toBeGreaterThan(0);
      await rig.control('DELETE', 'faults');
      await rig.later();
      const next = await syncNow(rig);
      expect([next.code, Object.values(next.outcomes).map(({ status }) => status)]).toEqual([
        0,
        Array(6).fill('synced'),
      ]);
      await expectOneOfEach(rig);
    },
  );

  it('until the time budget ends is not reached either, be it a read or a write', async () => {
    for (const method of ['GET', 'POST']) {
      await using rig = await limitedWorld({});
      await rig.fault({ method, always: true, fault: { kind: 'rate_limited', retry_after: 'seconds 60' } });
      const run = await syncAt(passingClock(rig), rig, '--time-budget', '2');
      expect([run.code, run.told]).toEqual([1, ALL('requires_sync not_reached')]);
      expect((await rig.tenant('contoso')).stories).toEqual([]);
    }
  });

  it('after an import that moved settings is a failure: only this run knows how they were', async () => {
    await using rig = await limitedWorld({}, { import_settings: 'reset' });
    await syncNow(rig);
    for (const { id } of (await rig.tenant('contoso')).stories) {
      await rig.edit('contoso', id, { settings: { disabled: true } });
    }
    publish(rig, 'triage', { ...STORIES.triage, description: 'new' });
    // The first one gives the story the name under which it is replaced.
    await rig.fault({ method: 'PUT', skip: 1, always: true, fault: { kind: 'rate_limited', retry_after: 'none' } });
    const run = await syncNow(rig, '--destination', 'team-41');
    expect(run.told['team-41/triage']).toBe('failed unreachable');
    expect(run.outcomes['team-41/triage']?.hint).toContain('put them back there by hand (disabled)');
  });
});

/** A run with a program and a clone of its own. */
async function inProcess(rig: Rig, folder: string, argv: readonly string[]): Promise<Run> {
  const clone = join(folder, argv.join('-'));
  cpSync(rig.dir, clone, { recursive: true });
  const child = spawn(process.execPath, [await programFile(), ...argv, '--format', 'json'], {
    cwd: clone,
    env: { ...process.env, ...rig.environment },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (part) => (text.out += String(part)));
  child.stderr.on('data', (part) => (text.err += String(part)));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  return { code, ...text };
}

describe('two runs that share the limit of one tenant', () => {
  it('as two processes both end synced, told off on their way, and neither reports a failure', async () => {
    await using rig = await limitedWorld({ default: 8 });
    const folder = mkdtempSync(join(tmpdir(), 'storysync-limited-'));
    // A minute of the tenant's goes by in about three seconds.
    const passing = setInterval(() => void rig.control('POST', 'clock', { advance_ms: 2_000 }).catch(() => {}), 100);
    try {
      const runs = await Promise.all(
        TEAMS.map((team) => inProcess(rig, folder, ['sync', '--destination', `team-${team}`])),
      );
      const outcomes = runs.flatMap(({ out }) => Object.values(outcomesIn(JSON.parse(out) as JsonObject)));
      expect(outcomes.map(({ status, did }) => `${status} ${did}`)).toEqual(Array(6).fill('synced created'));
      expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    } finally {
      clearInterval(passing);
      rmSync(folder, { recursive: true, force: true });
    }
    expect((await rig.log()).filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    await expectOneOfEach(rig);
  });

  it.each(['none', 'seconds'])(
    'end synced on any clock, whether a 429 tells how long to wait or not: %s',
    async (form) => {
      await using rig = await limitedWorld({ default: 9 }, { retry_after: form });
      const folder = mkdtempSync(join(tmpdir(), 'storysync-limited-'));
      const clock = passingClock(rig);
      try {
        const runs = await Promise.all(
          TEAMS.map((team) => {
            const clone = join(folder, String(team));
            cpSync(rig.dir, clone, { recursive: true });
            return rig.runIn(clone, ['sync', '--destination', `team-${team}`, '--format', 'json'], clock);
          }),
        );
        expect(runs.map(({ code }) => code)).toEqual([0, 0]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      await expectOneOfEach(rig);
    },
  );
});
