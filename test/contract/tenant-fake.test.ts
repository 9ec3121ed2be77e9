import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../support/fake-tenant.ts';
import { CONTRACT_WORLD, contractStory, describeTenant } from './tenant-port.ts';

const shared = (slug: string) => ({ id: 1, name: slug, slug, teamId: 42, access: 'team' as const });

describeTenant('the fake', async () => {
  const tenant = fakeTenant({
    teams: [42, 8],
    credentials: [shared(CONTRACT_WORLD.credential)],
    resources: [shared(CONTRACT_WORLD.resource)],
  });
  tenant.world.add(42, { ...contractStory(CONTRACT_WORLD.protectedStory), agents: [] }, { changeControl: true });
  return {
    tenant,
    tenantUrl: 'https://contoso.example',
    teamId: 42,
    otherTeamId: 8,
    later: async () => undefined,
    close: async () => undefined,
  };
});

describe('the fake', () => {
  const wanted = { teamId: 42, mode: 'new', name: 'Mine', data: contractStory('Mine') } as const;

  it('fails the calls it was told to, and carries out the others', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { nth: 2, failure: { kind: 'rejected' } });
    const results = [];
    for (let i = 0; i < 3; i++) results.push(await tenant.importStory(wanted));
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({ error: { kind: 'rejected', effect: 'none' } });
    expect([tenant.world.stories.size, tenant.writes().length, tenant.calls.length]).toEqual([2, 2, 3]);
  });

  it('can carry a call out and lose the answer', async () => {
    const tenant = fakeTenant();
    tenant.fail('importStory', { carriedOut: true });
    expect(await tenant.importStory(wanted)).toMatchObject({ ok: false, error: { effect: 'possible' } });
    expect(tenant.writes()).toMatchObject([{ method: 'importStory', carriedOut: true, failed: true }]);
    expect(tenant.world.stories.size).toBe(1);
  });

  it('lets someone else be faster', async () => {
    const tenant = fakeTenant();
    tenant.before('listStories', () => tenant.world.add(42, contractStory('Mine')), 2);
    const sizes = [];
    for (let i = 0; i < 3; i++) {
      const stories = await tenant.listStories(42);
      sizes.push(stories.ok && stories.value.length);
    }
    expect(sizes).toEqual([0, 1, 1]);
  });

  it('does not count a refused write', async () => {
    const tenant = fakeTenant();
    await tenant.importStory({ ...wanted, teamId: 7 });
    expect([tenant.writes(), tenant.calls.length]).toEqual([[], 1]);
  });
});
