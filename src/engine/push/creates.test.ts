import { describe, expect, it } from 'vitest';
import { CALLED, CALLER, ONE, Race, TEAM, TRIAGE, told } from '../../../test/support/creating-race.ts';
import type { FakeTenant } from '../../../test/support/fake-tenant.ts';
import { desiredOf, Shop } from '../../../test/support/planning.ts';
import { storyExport } from '../../../test/support/stories.ts';
import { ok } from '../../diagnostics/result.ts';

describe('a story that another run creates between plan and push', () => {
  it('is synced as it is there, and its callers go out', async () => {
    const race = new Race('never');
    const planning = await race.shop.plan(CALLED);
    await Object.assign(new Shop(race.tenant), { copies: race.copies.options }).sync(ONE);
    const [id] = race.triages;
    const outcomes = await race.shop.push(planning);
    expect(told(outcomes)).toEqual(['triage synced unchanged null', 'caller synced created new']);
    expect(outcomes[0]).toMatchObject({ destinationStoryId: id, warnings: [{ kind: 'created_elsewhere', id }] });
    expect(race.shop.state?.stories.triage).toMatchObject({ destinationStoryId: id, status: 'synced' });
    expect(race.triages).toEqual([id]);
  });

  it('is plan_stale where it is not ours', async () => {
    const race = new Race('never');
    const planning = await race.shop.plan(CALLED);
    race.tenant.world.add(TEAM, { name: 'Triage', guid: 'f'.repeat(32), agents: [], links: [] });
    expect(told(await race.shop.push(planning))).toEqual([
      'triage requires_sync nothing plan_stale',
      'caller requires_sync nothing not_reached',
    ]);
  });
});

describe('the listing after all creates', () => {
  it('is read once for a team, and not where nothing was created', async () => {
    const race = new Race('never');
    await race.shop.sync(CALLED);
    const listings = race.tenant.calls.filter(({ method }) => method === 'listStories');
    // One to plan, one before the creates, one after them.
    expect(listings).toHaveLength(3);
    const before = race.tenant.calls.length;
    await race.shop.sync(desiredOf({ triage: { ...TRIAGE, description: 'new' }, caller: CALLER }));
    const methods = race.tenant.calls.slice(before).map(({ method }) => method);
    expect(methods).toContain('importStory');
    expect(methods.filter((method) => method === 'listStories')).toHaveLength(1);
  });

  it('is not waited for where a create answers with a story that this run made before: the tenant is stopped', async () => {
    const race = new Race('never');
    const { tenant } = race;
    let first: Awaited<ReturnType<FakeTenant['importStory']>> | undefined;
    const importStory: FakeTenant['importStory'] = async (story) => {
      first ??= await tenant.importStory(story);
      return first;
    };
    const shop = Object.assign(new Shop({ ...tenant, importStory }), { copies: race.copies.options });
    const outcomes = await shop.sync(CALLED);
    expect(told(outcomes)).toEqual(['triage synced created new', 'caller failed nothing verify_failed']);
    expect(outcomes[1]?.fact).toMatchObject({ kind: 'other_story_answered' });
  });

  it('that cannot be read leaves no story synced that was created', async () => {
    const race = new Race('never');
    const planning = await race.shop.plan(CALLED);
    race.tenant.fail('listStories', { nth: 2, failure: { kind: 'incomplete' } });
    const outcomes = await race.shop.push(planning);
    expect(told(outcomes)).toEqual(['triage failed created unreadable', 'caller failed created unreadable']);
    expect(outcomes[0]?.fact).toMatchObject({ kind: 'created_unconfirmed', by: { kind: 'read_failed' } });
    expect(told(await race.shop.sync(CALLED))).toEqual([
      'triage synced unchanged null',
      'caller synced unchanged null',
    ]);
  });

  it('that does not show yet what was created is read again, and proves nothing while it does not', async () => {
    const race = new Race('never');
    const late = (hidden: number): Shop => {
      let readings = 0;
      const listStories: FakeTenant['listStories'] = async (team) => {
        readings += 1;
        return readings > 2 && readings <= 2 + hidden ? ok([]) : race.tenant.listStories(team);
      };
      return Object.assign(new Shop({ ...race.tenant, listStories }), { copies: race.copies.options });
    };
    expect(told(await late(3).sync(ONE))).toEqual(['triage synced created new']);
    const other = desiredOf({ other: storyExport({ name: 'Other', actions: [] }) });
    const [outcome] = await late(4).sync(other);
    expect(outcome).toMatchObject({ status: 'failed', reason: 'unreadable', fact: { by: { kind: 'listing_behind' } } });
  });

  it('never makes a story go that stood there before', async () => {
    const race = new Race('never');
    const planning = await race.shop.plan(ONE);
    const stamp = [...ONE.stories.values()][0]?.stamp ?? '';
    const there = race.tenant.world.add(TEAM, {
      name: 'Old triage',
      guid: 'f'.repeat(32),
      agents: [],
      links: [],
      origin_story_identifier: stamp,
    });
    const outcomes = await race.shop.push(planning);
    expect(told(outcomes)).toEqual(['triage synced created new']);
    expect(race.tenant.world.stories.has(there.id)).toBe(true);
    expect(race.tenant.world.stories.has(outcomes[0]?.destinationStoryId ?? 0)).toBe(true);
  });
});
