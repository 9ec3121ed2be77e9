import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../test/support/fake-tenant.ts';
import { desiredOf, Shop } from '../../test/support/planning.ts';
import { fetchAction, storyExport } from '../../test/support/stories.ts';

const TRIAGE = storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] });
const DESIRED = desiredOf({ triage: TRIAGE });

function world(): { readonly tenant: FakeTenant; readonly id: number } {
  const tenant = fakeTenant();
  const [story] = DESIRED.stories.values();
  if (!story) throw new Error('no story');
  return { tenant, id: tenant.world.add(42, { ...story.story, origin_story_identifier: story.stamp }).id };
}

async function plan(tenant: FakeTenant) {
  const { plan: made } = await new Shop(tenant).plan(DESIRED);
  const [story] = made.destinations.flatMap(({ stories }) => stories);
  return { action: story?.action, reason: story?.reason };
}

const listings = ({ calls }: FakeTenant): number => calls.filter(({ method }) => method === 'listStories').length;

describe('a story that is not there any more when it is exported', () => {
  it('was deleted after the listing: the team is listed again, and what is gone is created', async () => {
    const { tenant, id } = world();
    tenant.before('exportStory', () => void tenant.world.stories.delete(id));
    expect(await plan(tenant)).toEqual({ action: 'create', reason: 'new' });
    expect(listings(tenant)).toBe(2);
  });

  it('and is there again the next time is read as usual', async () => {
    const { tenant } = world();
    tenant.fail('exportStory', { failure: { kind: 'not_found' } });
    expect(await plan(tenant)).toMatchObject({ action: 'unchanged' });
    expect(listings(tenant)).toBe(2);
  });

  it('although each listing has it cannot be read, and is listed no third time', async () => {
    const { tenant } = world();
    tenant.fail('exportStory', { times: 9, failure: { kind: 'not_found' } });
    expect(await plan(tenant)).toEqual({ action: 'blocked', reason: 'unreadable' });
    expect(listings(tenant)).toBe(2);
  });

  it('is not created where the second listing cannot be read', async () => {
    const { tenant, id } = world();
    tenant.before('exportStory', () => void tenant.world.stories.delete(id));
    tenant.fail('listStories', { nth: 2, failure: { kind: 'incomplete' } });
    expect(await plan(tenant)).toEqual({ action: 'blocked', reason: 'unreadable' });
  });
});
