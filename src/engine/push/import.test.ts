import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../../test/support/fake-tenant.ts';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { desiredStory } from '../../../test/support/planning.ts';
import { fetchAction, guidOf, storyExport } from '../../../test/support/stories.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Story } from '../../model/story.ts';
import { createStory, replaceStory } from './import.ts';
import { TeamListing } from './team-listing.ts';

const TRIAGE = desiredStory(storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] })).story;
const CHANGED = desiredStory(
  storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://b.example/')] }),
).story;
const OTHER = desiredStory(storyExport({ name: 'Other', guid: guidOf('other'), actions: [] })).story;
const TEAM = 42;

function importing(tenant: FakeTenant) {
  const slept: number[] = [];
  const clock = { ...instantClock(), sleep: async (ms: number) => void slept.push(ms) };
  const sent = (data: Story) => ({ teamId: TEAM, name: data.name, data });
  return {
    slept,
    create: () => createStory({ tenant, clock, listing: new TeamListing(tenant, clock, TEAM) }, sent(TRIAGE)),
    replace: (before: StoryInfo) => replaceStory({ tenant, clock }, before, sent(CHANGED)),
  };
}

function names(tenant: FakeTenant): readonly string[] {
  return [...tenant.world.stories.values()].map(({ name }) => name);
}

describe('creating a story', () => {
  it('reads the listing before it, and sends the import once', async () => {
    const tenant = fakeTenant();
    expect((await importing(tenant).create()).ok).toBe(true);
    expect(tenant.calls.map(({ method }) => method)).toEqual(['listStories', 'importStory']);
  });

  it('does not create beside a story of that name', async () => {
    const tenant = fakeTenant();
    tenant.world.add(TEAM, TRIAGE);
    expect(await importing(tenant).create()).toMatchObject({
      ok: false,
      error: { fact: { kind: 'stale', stale: { since: 'name_appeared', name: 'Triage' } } },
    });
    expect(tenant.writes()).toEqual([]);
  });

  it('stops the tenant that answers with a story that was there before', async () => {
    const tenant = fakeTenant();
    const there = tenant.world.add(TEAM, OTHER);
    const wrong = { ...tenant, importStory: () => tenant.getStory(there.id) };
    expect(await importing(wrong).create()).toMatchObject({
      ok: false,
      error: { halt: 'tenant', fact: { kind: 'other_story_answered', got: { id: there.id } } },
    });
  });

  it('sends nothing when the listing cannot be read', async () => {
    const tenant = fakeTenant();
    tenant.fail('listStories', { failure: { kind: 'incomplete' } });
    expect(await importing(tenant).create()).toMatchObject({
      ok: false,
      error: { fact: { kind: 'read_failed', step: 'stories_of_team', failure: { kind: 'incomplete' } } },
    });
    expect(tenant.writes()).toEqual([]);
  });

  it('finds what was carried out although the answer was lost', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { carriedOut: true });
    const created = await importing(tenant).create();
    expect(created).toMatchObject({ ok: true, value: { story: { name: 'Triage' }, answered: false } });
    expect(tenant.writes()).toHaveLength(1);
    expect(names(tenant)).toEqual(['Triage']);
  });

  it('finds it under whatever name the tenant gave it, by its stamp', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { carriedOut: true });
    tenant.before(
      'listStories',
      () => {
        for (const { id } of tenant.world.stories.values())
          tenant.world.edit(id, (story) => ({ ...story, name: 'Triage (1)' }));
      },
      2,
    );
    expect(await importing(tenant).create()).toMatchObject({ ok: true, value: { story: { name: 'Triage (1)' } } });
    expect(names(tenant)).toEqual(['Triage (1)']);
  });

  it('waits for a tenant that carries it out late, and does not send it again', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { failure: { effect: 'possible' } });
    tenant.before('listStories', () => void tenant.world.add(TEAM, TRIAGE), 4);
    const run = importing(tenant);
    expect((await run.create()).ok).toBe(true);
    expect(run.slept).toEqual([250, 1_000, 3_000]);
    expect(names(tenant)).toEqual(['Triage']);
  });

  it('does not take somebody else’s new story for its own', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { failure: { effect: 'possible' } });
    tenant.before('listStories', () => void tenant.world.add(TEAM, OTHER), 2);
    expect(await importing(tenant).create()).toMatchObject({
      ok: true,
      value: { story: { name: 'Triage' }, answered: true },
    });
    expect(names(tenant)).toEqual(['Other', 'Triage']);
  });

  it('gives up after three lost answers, with nothing there', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { times: 9, failure: { effect: 'possible' } });
    expect(await importing(tenant).create()).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_lost', step: { write: 'import' } } },
    });
    expect(tenant.calls.filter(({ method }) => method === 'importStory')).toHaveLength(3);
    expect(names(tenant)).toEqual([]);
  });

  it('does not send it again when the look after a lost answer fails', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { carriedOut: true });
    tenant.fail('listStories', { nth: 2 });
    expect((await importing(tenant).create()).ok).toBe(false);
    expect(names(tenant)).toEqual(['Triage']);
  });

  it('does not send it again when it was refused', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { failure: { kind: 'rejected', effect: 'none' } });
    expect(await importing(tenant).create()).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_refused', step: { write: 'import' }, failure: { kind: 'rejected' } } },
    });
    expect(tenant.calls.filter(({ method }) => method === 'importStory')).toHaveLength(1);
  });

  it('that a tenant refuses since another run made it a moment ago finds that one', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { failure: { kind: 'rejected', effect: 'none' } });
    tenant.before('importStory', () => void tenant.world.add(TEAM, TRIAGE));
    expect(await importing(tenant).create()).toMatchObject({
      ok: false,
      error: { fact: { kind: 'stale', stale: { since: 'name_appeared' } }, rival: { name: 'Triage' } },
    });
  });

  it('takes no story of the same name for another run’s that does not carry our stamp', async () => {
    const tenant = fakeTenant();
    tenant.world.add(TEAM, { ...OTHER, name: 'Triage' });
    const created = await importing(tenant).create();
    expect(created).toMatchObject({ ok: false, error: { fact: { stale: { since: 'name_appeared' } } } });
    expect(created).not.toHaveProperty('error.rival');
  });
});

describe('replacing a story', () => {
  it.each([
    ['carried out', true, 1],
    ['not carried out', false, 2],
  ])(
    'with a lost answer that was %s ends with the new content, sent as often as needed',
    async (_, carriedOut, sent) => {
      const tenant = fakeTenant();
      const before = tenant.world.add(TEAM, TRIAGE);
      const { id } = before;
      tenant.fail('importStory', { carriedOut, failure: { effect: 'possible' } });
      expect(await importing(tenant).replace(before)).toMatchObject({ ok: true, value: { id } });
      expect(tenant.calls.filter(({ method }) => method === 'importStory')).toHaveLength(sent);
      expect(JSON.stringify(tenant.world.export(id))).toContain('https://b.example/');
      expect(names(tenant)).toEqual(['Triage']);
    },
  );

  it('is not repeated when it was refused', async () => {
    const tenant = fakeTenant();
    const before = tenant.world.add(TEAM, TRIAGE, { locked: true });
    expect(await importing(tenant).replace(before)).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_refused', step: { write: 'import' }, failure: { kind: 'rejected' } } },
    });
    expect(tenant.calls).toHaveLength(1);
  });
});
