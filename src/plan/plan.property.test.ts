import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../../test/support/fake-tenant.ts';
import { type DestinationOptions, desiredOf, destinationOf, policyFor, Shop } from '../../test/support/planning.ts';
import { callStory, fetchAction, guidOf, recordAction, storyExport, webhook } from '../../test/support/stories.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import type { JsonObject } from '../json/value.ts';
import type { Desired } from '../model/desired.ts';
import type { PlanContent } from '../model/plan.ts';

type Version = {
  readonly url: string;
  readonly name: string;
  readonly field: string;
  readonly tags: readonly string[];
};

/** One of a few stories, in one of a few versions. */
function story(key: string, { url, name, field, tags }: Version): JsonObject {
  const actions = [
    webhook('In'),
    callStory('Call', 'enrich'),
    fetchAction('Ask', url),
    recordAction('Keep', `${key} type`, [['title', field]]),
  ];
  return storyExport({ name: `${key} ${name}`, guid: guidOf(key), tags: [...tags], actions });
}

const version: fc.Arbitrary<Version> = fc.record({
  url: fc.constantFrom('https://a.example/', 'https://b.example/', 'https://x/<<CREDENTIAL.nowhere>>'),
  name: fc.constantFrom('one', 'two'),
  field: fc.constantFrom('TEXT', 'NUMBER'),
  tags: fc.subarray(['red', 'blue']),
});
const KEYS = ['alpha', 'beta'];
const repository = fc.record({ alpha: version, beta: version });
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask')] });

function desiredFrom(
  versions: { readonly alpha: Version; readonly beta: Version },
  keys: readonly string[] = [...KEYS, 'enrich'],
  options: DestinationOptions = {},
): Desired {
  const stories = { alpha: story('alpha', versions.alpha), beta: story('beta', versions.beta), enrich: ENRICH };
  return desiredOf(stories, [destinationOf('contoso', { stories: keys, ...options })]);
}

/** What a customer may do between two runs, by the index of a story there. */
const disturbance = fc.record({
  what: fc.constantFrom('edit', 'rename', 'delete', 'tag', 'disable', 'move'),
  which: fc.nat(3),
});

function disturb(shop: Shop, { what, which }: { readonly what: string; readonly which: number }): void {
  const { world } = shop.tenant;
  const live = [...world.stories.values()][which];
  if (!live) return;
  if (what === 'delete') world.stories.delete(live.id);
  else if (what === 'move') world.edit(live.id, (old) => ({ ...old, teamId: 8 }));
  else if (what === 'rename') world.edit(live.id, (old) => ({ ...old, name: `${old.name} renamed` }));
  else if (what === 'tag') world.edit(live.id, (old) => ({ ...old, tags: [...old.tags, 'own'] }));
  else if (what === 'disable') world.edit(live.id, (old) => ({ ...old, disabled: true }));
  else
    world.edit(live.id, (old) => ({
      ...old,
      data: { ...old.data, agents: old.data.agents.map((action) => ({ ...action, disabled: true })) },
    }));
}

function newShop(): Shop {
  return new Shop(fakeTenant({ tags: ['red', 'blue', 'own'] }));
}

function actions(plan: PlanContent): readonly string[] {
  return plan.destinations.flatMap(({ stories }) => stories.map(({ key, action }) => `${key} ${action}`)).sort();
}

const runs = { numRuns: 25 };

describe('a plan', () => {
  const history = fc.tuple(repository, fc.array(disturbance, { maxLength: 3 }), repository);

  it('holds every selected pair exactly once, with totals that add up, and never asks for the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.subarray([...KEYS, 'enrich']), async ([before, disturbances, after], selected) => {
        const shop = newShop();
        await shop.sync(desiredFrom(before));
        for (const one of disturbances) disturb(shop, one);
        const desired = desiredFrom(after);
        const { plan } = await shop.plan(desired, { selected: new Map([['contoso', new Set(selected)]]) });
        expect(plan.destinations.flatMap(({ stories }) => stories.map(({ key }) => key)).sort()).toEqual(
          [...selected].sort(),
        );
        expect(Object.values(plan.totals).reduce((sum, count) => sum + count, 0)).toBe(selected.length);
        for (const { action, reason } of plan.destinations.flatMap(({ stories }) => stories)) {
          expect(reason === null).toBe(action === 'unchanged');
        }
      }),
      runs,
    );
  });

  it('is the same for the same world, whatever the order of stories, listing and subscriptions', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ([before, disturbances, after]) => {
        const shop = newShop();
        await shop.sync(desiredFrom(before));
        for (const one of disturbances) disturb(shop, one);
        const { plan } = await shop.plan(desiredFrom(after));
        expect((await shop.plan(desiredFrom(after))).plan).toEqual(plan);
        const turned = new Shop({
          ...shop.tenant,
          listStories: async (team) => reversed(await shop.tenant.listStories(team)),
        });
        turned.state = shop.state;
        const shuffled = await turned.plan(desiredFrom(after, ['enrich', 'beta', 'alpha']));
        expect(shuffled.plan).toEqual(plan);
      }),
      runs,
    );
  });

  it('lets nothing be written to a held destination, whatever else is asked, and compares it as ever', async () => {
    const policy = fc.record({
      force: fc.boolean(),
      refresh: fc.boolean(),
      prune: fc.boolean(),
      manual: fc.constantFrom<'all' | ReadonlySet<string>>('all', new Set(['contoso']), new Set<string>()),
    });
    const options = fc.record({
      manualSyncOnly: fc.boolean(),
      onDrift: fc.constantFrom('overwrite' as const, 'keep' as const, 'fail' as const),
      prerequisites: fc.constantFrom('warn' as const, 'fail' as const),
      adopt: fc.subarray(KEYS),
    });
    await fc.assert(
      fc.asyncProperty(history, policy, options, async ([before, disturbances, after], asked, told) => {
        const shop = newShop();
        await shop.sync(desiredFrom(before));
        for (const one of disturbances) disturb(shop, one);
        const writes = shop.tenant.writes().length;
        const free = await shop.plan(desiredFrom(after, KEYS, told), { ...asked, force: false, manual: 'all' });
        const held = desiredFrom(after, KEYS, { ...told, hold: { reason: 'audit' } });
        const planning = await shop.plan(held, asked);
        const outcomes = await shop.push(planning);
        expect(shop.tenant.writes()).toHaveLength(writes);
        const { stories = [], leftBehind = [] } = planning.plan.destinations[0] ?? {};
        expect(leftBehind.filter(({ prunable }) => prunable)).toEqual([]);
        for (const [index, { action, changes, drift, reason }] of stories.entries()) {
          const otherwise = free.plan.destinations[0]?.stories[index];
          expect({ changes, drift }).toEqual({ changes: otherwise?.changes, drift: otherwise?.drift });
          const waits = otherwise?.action === 'unchanged' || otherwise?.action === 'skip' ? otherwise : undefined;
          expect({ action, reason }).toEqual(
            waits ? { action: waits.action, reason: waits.reason } : { action: 'skip', reason: 'held' },
          );
          const { status } = outcomes[index] ?? {};
          if (reason === 'held') expect(status).toBe('requires_sync');
        }
      }),
      runs,
    );
  });

  it('changes nothing that it was given', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ([before, disturbances, after]) => {
        const shop = newShop();
        await shop.sync(desiredFrom(before));
        for (const one of disturbances) disturb(shop, one);
        const desired = desiredFrom(after);
        await shop.plan(desired);
        const { readings } = shop;
        const [destination] = desired.destinations;
        if (!readings || !destination) throw new Error('nothing was read');
        const observed = { name: 'contoso', readings, ...(shop.state ? { state: shop.state } : {}) };
        const inputs = [desired, destination, observed, policyFor(desired)] as const;
        const copy = structuredClone(inputs);
        freeze(inputs);
        expect(assessDestination(...inputs).kind).toBe('assessed');
        expect(inputs).toEqual(copy);
      }),
      runs,
    );
  });

  it('has nothing left to do after its push, with and without state, unless it is blocked', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ([before, disturbances, after]) => {
        const shop = newShop();
        await shop.sync(desiredFrom(before));
        for (const one of disturbances) disturb(shop, one);
        const desired = desiredFrom(after);
        const first = await shop.plan(desired);
        const outcomes = await shop.push(first);
        const writes = shop.tenant.writes().length;
        const second = await shop.plan(desired);
        expect(second.plan.totals.create + second.plan.totals.update).toBe(0);
        expect(second.plan.totals.blocked).toBe(first.plan.totals.blocked);
        expect(outcomes.filter(({ status }) => status === 'synced')).toHaveLength(second.plan.totals.unchanged);
        await shop.push(second);
        expect(shop.tenant.writes()).toHaveLength(writes);
        // Only state can know of a story that moved to another team.
        if (disturbances.some(({ what }) => what === 'move')) return;
        shop.state = undefined;
        expect(actions((await shop.plan(desired)).plan)).toEqual(actions(second.plan));
      }),
      runs,
    );
  });
});

type Listing = Awaited<ReturnType<Shop['tenant']['listStories']>>;

function reversed(listing: Listing): Listing {
  return listing.ok ? { ok: true, value: listing.value.toReversed() } : listing;
}

/** A write to any part of it throws; maps cannot be frozen, so they are compared with a copy besides. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  if (value instanceof Map || value instanceof Set) for (const entry of value.values()) freeze(entry);
  for (const entry of Object.values(value)) freeze(entry);
}
