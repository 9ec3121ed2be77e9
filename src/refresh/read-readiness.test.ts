import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../test/support/fake-tenant.ts';
import { desiredOf, destinationOf, policyFor, Shop, stamped } from '../../test/support/planning.ts';
import { callStory, fetchAction, recordAction, storyExport, withOption } from '../../test/support/stories.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import { assessReadiness } from '../engine/push/assess/readiness.ts';
import type { CheckName, DestinationDiagnosis } from '../model/diagnosis.ts';
import { readReadiness } from './read-readiness.ts';

const NEEDY = storyExport({
  name: 'Needy',
  actions: [fetchAction('Ask', 'https://a.example/<<CREDENTIAL.vt>>/<<RESOURCE.limits>>')],
});
const CALLER = storyExport({ name: 'Caller', actions: [callStory('Call', 'needy')] });
const KEEPER = storyExport({ name: 'Keeper', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] });
const STORIES = { needy: NEEDY, caller: CALLER, keeper: KEEPER };
const DESIRED = desiredOf(STORIES);

const VT = { id: 1, name: 'vt', slug: 'vt', teamId: 42, access: 'team' } as const;
const LIMITS = { id: 2, name: 'limits', slug: 'limits', teamId: 42, access: 'team' } as const;
const READY = { credentials: [VT], resources: [LIMITS] };

type Options = { readonly allowed?: number; readonly now?: Date; readonly desired?: typeof DESIRED };

/** The row of the one destination; each call of the fake counts as a request. */
async function examine(
  tenant: FakeTenant,
  { allowed = 100, now = new Date(0), desired = DESIRED }: Options = {},
): Promise<DestinationDiagnosis> {
  const [destination = destinationOf('nobody')] = desired.destinations;
  const policy = policyFor(desired);
  const before = tenant.calls.length;
  const time = {
    get requestsLeft() {
      return allowed - (tenant.calls.length - before);
    },
  };
  const reading = await readReadiness(
    {
      desired,
      destination,
      state: undefined,
      selected: policy.selected.get(destination.name) ?? new Set(),
      assess: assessReadiness,
      plan: assessDestination,
      policy,
      earlier: async () => ({ stories: () => [], cutShort: null }),
    },
    { reader: tenant, time, clock: { now: () => now } },
  );
  if (!reading.ok) throw new Error(reading.error.request);
  return diagnose({ destination, files: null, requests: tenant.calls.length - before, reading: reading.value });
}

const resultOf = ({ checks }: DestinationDiagnosis, name: CheckName) =>
  checks.filter(({ check }) => check === name).map(({ result }) => result);

describe('what is read for a doctor', () => {
  it('tells a team that the key does not see although its listing is merely empty', async () => {
    const row = await examine(fakeTenant({ ...READY, teams: [8] }));
    expect(resultOf(row, 'team')).toEqual(['fails']);
    expect(resultOf(row, 'clock')).toEqual(['unknown']);
    expect(resultOf(row, 'credentials')).toEqual(['ok']);
  });

  it('takes stories in the listing for proof of the team where a tenant does not tell teams', async () => {
    const tenant = fakeTenant({ ...READY, teams: [8] });
    tenant.world.add(42, stamped('theirs'));
    expect(resultOf(await examine(tenant), 'team')).toEqual(['ok']);
  });

  it('does not know of a team what an answer does not say', async () => {
    const tenant = fakeTenant(READY);
    tenant.fail('getTeam', { failure: { kind: 'malformed' } });
    const row = await examine(tenant);
    expect(resultOf(row, 'team')).toEqual(['unknown']);
    expect(row.result).toBe('unknown');
  });

  it('fails the one check whose list cannot be read, and still reads the others', async () => {
    const tenant = fakeTenant({ resources: [LIMITS] });
    tenant.fail('listCredentials', { times: 9, failure: { kind: 'incomplete' } });
    const row = await examine(tenant);
    expect(resultOf(row, 'credentials')).toEqual(['fails']);
    expect(resultOf(row, 'resources')).toEqual(['ok']);
    expect(row.recordTypes.map(({ action }) => action)).toEqual(['create']);
  });

  it('counts a callee that cannot come as missing for its caller', async () => {
    const row = await examine(fakeTenant({ resources: [LIMITS] }));
    expect(row.missing).toEqual([
      { kind: 'story', slug: 'needy' },
      { kind: 'credential', slug: 'vt' },
    ]);
  });

  it('warns where prerequisites may lack, and says what sharing with some teams leaves open', async () => {
    const warned = desiredOf(STORIES, [
      destinationOf('contoso', { stories: Object.keys(STORIES), prerequisites: 'warn' }),
    ]);
    const shared = { ...VT, teamId: 8, access: 'specific_teams' } as const;
    const row = await examine(fakeTenant({ credentials: [shared] }), { desired: warned });
    expect([resultOf(row, 'credentials'), resultOf(row, 'resources')]).toEqual([['unknown'], ['warning']]);
  });

  it.each([
    ['a minute behind', 59_000, 'ok'],
    ['more behind', 61_000, 'warning'],
    ['a minute ahead', -59_000, 'ok'],
    ['more ahead', -61_000, 'warning'],
  ])('finds a clock that is %s', async (_, now, result) => {
    // The fake's clock stands at the epoch.
    expect(resultOf(await examine(fakeTenant(READY), { now: new Date(now) }), 'clock')).toEqual([result]);
  });

  it('leaves detached stories alone', async () => {
    const detached = destinationOf('contoso', { stories: ['needy'] });
    const [subscription] = detached.subscriptions;
    if (!subscription) throw new Error('no subscription');
    const desired = desiredOf({ needy: NEEDY }, [
      { ...detached, subscriptions: [{ ...subscription, detached: { reason: 'theirs' } }] },
    ]);
    const tenant = fakeTenant();
    expect((await examine(tenant, { desired })).result).toBe('ok');
    expect(tenant.calls.map(({ method }) => method)).toEqual(['listStories', 'getTeam']);
  });
});

describe('a doctor and a plan', () => {
  type Live = {
    readonly key: keyof typeof STORIES;
    readonly ours: boolean;
    readonly edited: boolean;
    readonly held: boolean;
  };
  const live: fc.Arbitrary<Live> = fc.record({
    key: fc.constantFrom('needy', 'caller', 'keeper'),
    ours: fc.boolean(),
    edited: fc.boolean(),
    held: fc.boolean(),
  });

  function tenantOf(stories: readonly Live[], credential: boolean, resource: boolean): FakeTenant {
    const tenant = fakeTenant({ credentials: credential ? [VT] : [], resources: resource ? [LIMITS] : [] });
    for (const { key, ours, edited, held } of stories) {
      const desired = DESIRED.stories.get(key);
      if (!desired) throw new Error('no story');
      const content = edited ? withOption(desired.story, 'Ask', 'method', 'post') : desired.story;
      const stamp = ours ? desired.stamp : `cloud:${'c'.repeat(32)}:${'d'.repeat(32)}`;
      tenant.world.add(42, { ...desired.story, ...content, origin_story_identifier: stamp }, { changeControl: held });
    }
    return tenant;
  }

  const worlds = fc.tuple(fc.array(live, { maxLength: 4 }), fc.boolean(), fc.boolean());

  it('agree, whatever stands there, where the requests are enough', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ([stories, credential, resource]) => {
        const row = await examine(tenantOf(stories, credential, resource));
        const { plan } = await new Shop(tenantOf(stories, credential, resource)).plan(DESIRED);
        expect(row.result === 'fails').toBe(plan.totals.blocked > 0);
        expect(row.result).not.toBe('unknown');
      }),
      { numRuns: 60 },
    );
  });

  it('differ with fewer requests only in what is not known: nothing that the plan blocks is called ready', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.integer({ min: 2, max: 9 }), async ([stories, credential, resource], allowed) => {
        const row = await examine(tenantOf(stories, credential, resource), { allowed });
        const { plan } = await new Shop(tenantOf(stories, credential, resource)).plan(DESIRED);
        if (plan.totals.blocked > 0) expect(['fails', 'unknown']).toContain(row.result);
      }),
      { numRuns: 60 },
    );
  });
});
