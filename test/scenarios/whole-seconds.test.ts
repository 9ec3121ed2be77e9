import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { costOf } from '../support/cost-of.ts';
import { hookedSync } from '../support/hooked-sync.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, worldOf } from '../support/world-of.ts';

const TRIAGE = storyExport({
  name: 'Triage',
  actions: [webhook('Intake'), fetchAction('Tell', 'https://chat.example/')],
});
const PAIR = 'contoso/triage';

/** Synced once. The clock of its tenant stands still: nothing but `later` lets a second pass. */
async function syncedWorld(switches: JsonObject = {}): Promise<Rig> {
  const rig = await worldOf({ stories: { triage: TRIAGE }, switches });
  await syncNow(rig);
  await rig.takeWrites();
  return rig;
}

/** Answers whether the time stamp of the last edit tells of it. */
async function editThere(rig: Rig, url: string): Promise<boolean> {
  const before = await rig.story('contoso', 'Triage');
  const set = { path: ['agents', 'Tell', 'options', 'url'], value: url };
  await rig.edit('contoso', before.id, { set });
  return (await rig.story('contoso', 'Triage')).edited_at !== before.edited_at;
}

async function urlThere(rig: Rig): Promise<unknown> {
  const { content } = await rig.story('contoso', 'Triage');
  const { options } = content.agents.find(({ name }) => name === 'Tell') ?? {};
  return (options as JsonObject | undefined)?.url;
}

const stateHead = (rig: Rig): string => rig.git('rev-parse', 'storysync/state').trim();
const DRIFT = { action: 'update', reason: 'drift', drift: ['agents[Tell].options.url'] };

describe('an edit in the second of our push', () => {
  it('moves no time stamp, and is seen by the next plan and the next sync', async () => {
    await using rig = await syncedWorld();
    expect(await editThere(rig, 'https://customer.example/')).toBe(false);
    await rig.later();
    expect((await planNow(rig)).stories[PAIR]).toMatchObject(DRIFT);
    expect((await syncNow(rig)).told[PAIR]).toBe('synced updated');
    expect(await urlThere(rig)).toBe('https://chat.example/');
  });

  it('is seen as well where a run in that very second had found nothing new', async () => {
    await using rig = await syncedWorld();
    expect((await syncNow(rig)).told[PAIR]).toBe('synced unchanged');
    expect(await editThere(rig, 'https://customer.example/')).toBe(false);
    await rig.later();
    expect((await planNow(rig)).stories[PAIR]).toMatchObject(DRIFT);
  });

  it('is kept under "on_drift: keep"', async () => {
    const destinations = { contoso: { stories: ['triage'], options: { on_drift: 'keep' } } };
    await using rig = await worldOf({ stories: { triage: TRIAGE }, destinations });
    await syncNow(rig);
    await editThere(rig, 'https://customer.example/');
    await rig.later();
    expect((await syncNow(rig)).told[PAIR]).toBe('requires_sync drift');
    expect(await urlThere(rig)).toBe('https://customer.example/');
  });
});

describe('an edit in the second in which the plan looked', () => {
  it('is not overwritten: the content tells what the time stamp does not', async () => {
    await using rig = await syncedWorld();
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    let moved: boolean | undefined;
    const { outcomes } = await hookedSync(rig, {
      beforePush: async () => {
        moved = await editThere(rig, 'https://customer.example/');
      },
    });
    expect(moved).toBe(false);
    expect(outcomes).toMatchObject([{ status: 'requires_sync', reason: 'plan_stale', did: 'nothing' }]);
    expect(await rig.takeWrites()).toEqual([]);
    expect(await urlThere(rig)).toBe('https://customer.example/');
  });

  it('costs one more export where the time stamp is young, and none where it is old', async () => {
    await using rig = await syncedWorld();
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    const young = await costOf(rig, () => syncNow(rig));
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'put'));
    await rig.later();
    const old = await costOf(rig, () => syncNow(rig));
    expect([young['GET /stories/ID/export'], old['GET /stories/ID/export']]).toEqual([3, 2]);
  });
});

describe('runs after a push', () => {
  it('compare in full once, note it, and cost one listing from then on', async () => {
    await using rig = await syncedWorld();
    await rig.later();
    const pushed = stateHead(rig);
    expect(await costOf(rig, () => syncNow(rig))).toEqual({ 'GET /stories': 1, 'GET /stories/ID/export': 1 });
    const noted = stateHead(rig);
    expect(noted).not.toBe(pushed);
    expect(await costOf(rig, () => syncNow(rig))).toEqual({ 'GET /stories': 1 });
    expect(stateHead(rig)).toBe(noted);
  });

  it('in the very second of the push find nothing to do and write nothing, state included', async () => {
    await using rig = await syncedWorld();
    const pushed = stateHead(rig);
    expect((await planNow(rig, '--expect-no-changes')).code).toBe(0);
    expect((await syncNow(rig)).told[PAIR]).toBe('synced unchanged');
    expect([await rig.takeWrites(), stateHead(rig)]).toEqual([[], pushed]);
  });

  it('compare in full for ever where the tenant does not tell the time, and write nothing', async () => {
    await using rig = await syncedWorld({ date_header: 'absent' });
    const pushed = stateHead(rig);
    for (let run = 0; run < 3; run += 1) {
      await rig.later();
      const cost = await costOf(rig, () => syncNow(rig));
      expect(cost).toEqual({ 'GET /stories': 1, 'GET /stories/ID/export': 1 });
    }
    expect(stateHead(rig)).toBe(pushed);
  });

  it('save no version of what is our own push, young as its time stamp is', async () => {
    await using rig = await syncedWorld();
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    expect((await syncNow(rig)).told[PAIR]).toBe('synced updated');
    expect((await rig.tenant('contoso')).versions).toEqual([]);
  });
});
