import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../../../test/support/fake-tenant.ts';
import { desiredStory, listedStory } from '../../../test/support/planning.ts';
import { storyExport } from '../../../test/support/stories.ts';
import { TeamListing } from './team-listing.ts';

const TEAM = 42;

function opened() {
  const tenant = fakeTenant();
  const add = (name: string) => tenant.world.add(TEAM, desiredStory(storyExport({ name, actions: [] })).story).id;
  const time = { now: 0 };
  const listing = new TeamListing(tenant, { elapsed: () => time.now }, TEAM);
  const names = async () => {
    const read = await listing.readForCreate();
    return read.ok ? read.value.map(({ name }) => name) : read.error.fact.kind;
  };
  return { tenant, add, time, listing, names, readings: () => tenant.calls.length };
}

describe('the listing before the creates of a team', () => {
  it('is read once for ten seconds, and then again', async () => {
    const { add, time, names, readings } = opened();
    add('One');
    expect(await names()).toEqual(['One']);
    add('Two');
    time.now = 9_999;
    expect([await names(), readings()]).toEqual([['One'], 1]);
    time.now = 10_000;
    expect([await names(), readings()]).toEqual([['One', 'Two'], 2]);
  });

  it('has what we wrote since: a story of ours, and another name that we gave one', async () => {
    const { add, listing, names, readings } = opened();
    const old = add('Old');
    await names();
    listing.note(listedStory(old, 'New'));
    listing.note(listedStory(99, 'Made'));
    expect([await names(), readings()]).toEqual([['New', 'Made'], 1]);
  });

  it('is read again after a write that went wrong', async () => {
    const { listing, names, readings } = opened();
    await names();
    listing.forget();
    await names();
    expect(readings()).toBe(2);
  });

  it('counts a story of ours as one that was there, for the creates after it', async () => {
    const { listing, names } = opened();
    await names();
    expect(listing.held(99, listing.lastReading)).toBe(false);
    listing.note(listedStory(99, 'Made'));
    expect(listing.held(99, listing.lastReading)).toBe(true);
  });
});
