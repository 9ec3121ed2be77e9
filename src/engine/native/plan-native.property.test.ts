import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NativeCase,
  type NativeQuestion,
  nativeDestination,
  nativeInput,
  nativeState,
  ORIGIN,
  planNative,
  STORY_KEYS,
  type StoryKey,
  told,
} from '../../../test/support/native-planning.ts';
import { VendorSimulation } from '../../../test/support/vendor-simulation.ts';
import type { Destination } from '../../model/destination.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { nativeChangeOf } from './native-change.ts';
import type { NativeInput, OriginStory } from './native-input.ts';

const NAMES = ['a', 'b', 'c'];
const stories = fc.subarray([...STORY_KEYS]);
const status = fc.constantFrom('synced', 'failed', 'requires_sync');

const destination = fc
  .record({
    stories,
    engine: fc.constantFrom('native', 'native', 'push'),
    manualSyncOnly: fc.boolean(),
    held: fc.boolean(),
    keyVersion: fc.option(fc.integer({ min: 1, max: 3 })),
    sameTenant: fc.boolean(),
  })
  .map(({ held, keyVersion, sameTenant, ...rest }) => ({
    ...rest,
    ...(held ? { hold: { reason: 'audit' } } : {}),
    ...(keyVersion === null ? {} : { keyVersion }),
    ...(sameTenant ? { tenantUrl: ORIGIN.tenantUrl } : {}),
  }));

const destinations = fc
  .tuple(...NAMES.map(() => destination))
  .map((options) =>
    NAMES.map((name, index) =>
      nativeDestination(name, { teamId: 10 + index, ...options[index] } as Partial<Destination>),
    ),
  );

/** Objects of the vendor: at destinations of the manifest, elsewhere, twice, with stories that nobody asked for. */
const objects = fc
  .array(
    fc.record({
      at: fc.nat(NAMES.length),
      slash: fc.boolean(),
      manualSyncOnly: fc.constantFrom(true, false, null),
      entries: fc.uniqueArray(fc.tuple(fc.constantFrom(301, 302, 303, 999), status), { selector: ([id]) => id }),
    }),
    { maxLength: 4 },
  )
  .map(
    (all) => (list: readonly Destination[]) =>
      all.map(({ at, slash, entries, ...rest }, index): VendorDestination => {
        const to = list[at] ?? { tenantUrl: 'https://elsewhere.example', teamId: 99 };
        return {
          ...rest,
          id: 31 + index,
          tenantUrl: `${to.tenantUrl}${slash ? '/' : ''}`,
          teamId: to.teamId,
          originTeamId: ORIGIN.teamId,
          subscriptions: entries.map(([storyId, word]) => {
            const errorMessage = word === 'failed' ? 'Net::ReadTimeout' : null;
            return { storyId, storyName: `Story ${storyId}`, status: word, errorMessage };
          }),
        };
      }),
  );

const origin = fc.record(
  Object.fromEntries(
    STORY_KEYS.map((key) => [
      key,
      fc.constantFrom<OriginStory>(
        { is: 'as_in_git' },
        { is: 'as_in_git' },
        { is: 'different' },
        { is: 'gone' },
        { is: 'uncontrolled' },
      ),
    ]),
  ) as { readonly [key in StoryKey]: fc.Arbitrary<OriginStory> },
);

const cases: fc.Arbitrary<NativeCase> = fc
  .record({
    destinations,
    objects,
    origin,
    rollout: fc.boolean(),
    manual: fc.boolean(),
    replace: fc.subarray(NAMES),
    takeover: fc.subarray(NAMES),
    held: fc.subarray(NAMES),
    recorded: fc.array(
      fc.record({
        name: fc.constantFrom(...NAMES, 'gone'),
        native: fc.record({
          vendorId: fc.constantFrom(31, 32, 33, null),
          manualSyncOnly: fc.boolean(),
          keyVersion: fc.constantFrom(null, 1, 2),
          carried: fc.constantFrom([], [900]),
        }),
        proven: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ objects: vendorOf, manual, held, recorded, ...rest }) => ({
    ...rest,
    states: Object.fromEntries(
      recorded.map(({ name, native, proven }) => [name, nativeState(nativeDestination(name), native, { proven })]),
    ),
    vendor: vendorOf(rest.destinations),
    teams: Object.fromEntries(held.map((name) => [name, [{ key: 'triage', id: 900 }]])),
    policy: manual ? { manual: 'all' as const } : {},
  }));

/** What a plan says, without the objects that it says it of. */
function summary(input: NativeQuestion): unknown {
  const { works, releases, leftBehind } = planNative(input);
  return {
    works: works.map((work) => ({
      name: work.destination.name,
      change: nativeChangeOf(work),
      stories: work.stories.map(({ planned }) => told(planned)).toSorted(),
    })),
    releases: releases.map(({ destination: { name }, cause }) => [name, cause]),
    leftBehind: leftBehind.map(({ object: { id }, name, keptBecause }) => [id, name, keptBecause]),
  };
}

const reversed = (given: NativeCase): NativeCase => ({
  ...given,
  destinations: given.destinations.toReversed(),
  vendor: (given.vendor as readonly VendorDestination[])
    .toReversed()
    .map((one) => ({ ...one, subscriptions: one.subscriptions.toReversed() })),
});

describe('any plan of the vendor’s syncing', () => {
  it('is the same in whatever order git and the vendor list things', () => {
    fc.assert(
      fc.property(cases, (given) => {
        expect(summary(nativeInput(reversed(given)))).toEqual(summary(nativeInput(given)));
      }),
    );
  });

  it('names every pair of a native destination once, and every object of the vendor in one place at most', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { works, releases, leftBehind } = planNative(nativeInput(given));
        const native = given.destinations.filter(({ engine }) => engine === 'native');
        expect(works.map(({ destination: { name } }) => name)).toEqual(native.map(({ name }) => name).toSorted());
        for (const { destination: wanted, stories: pairs } of works) {
          const keys = wanted.subscriptions.map(({ storyKey }) => storyKey);
          expect(pairs.map(({ planned }) => planned.key).toSorted()).toEqual(keys.toSorted());
        }
        const found = works.flatMap(({ target }) => ('object' in target ? [target.object.id] : []));
        const all = [
          ...found,
          ...releases.flatMap((one) => one.objects.map(({ id }) => id)),
          ...leftBehind.map((one) => one.object.id),
        ];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('writes only what it may: no story that waits or is blocked is triggered or enters a list, none that is wanted leaves it', () => {
    fc.assert(
      fc.property(cases, (given) => {
        for (const work of planNative(nativeInput(given)).works) {
          const { steps } = nativeChangeOf(work);
          const due = new Set(
            work.stories
              .filter(({ planned: { action } }) => action === 'create' || action === 'update')
              .map(({ storyId }) => storyId),
          );
          const there = new Set(
            'object' in work.target ? work.target.object.subscriptions.map(({ storyId }) => storyId) : [],
          );
          const wanted = new Set(work.stories.filter(({ gone }) => !gone).map(({ storyId }) => storyId));
          for (const step of steps) {
            const ids = 'storyIds' in step ? step.storyIds : [];
            const fresh =
              work.target.at === 'found' && step.kind !== 'trigger' ? ids.filter((id) => !there.has(id)) : ids;
            expect(fresh.filter((id) => !due.has(id))).toEqual([]);
            // What is made anew takes along what may go; what stood at the former place is kept there by its copies.
            if (step.kind !== 'set_stories' || work.target.at !== 'found') continue;
            expect([...there].filter((id) => wanted.has(id) && !ids.includes(id))).toEqual([]);
          }
          const blocked = work.blocked !== null || work.destination.hold !== undefined;
          if (blocked) expect(steps.filter(({ kind }) => kind !== 'set_flag')).toEqual([]);
          if (steps.some(({ kind }) => kind === 'delete')) expect(given.replace).toContain(work.destination.name);
        }
      }),
    );
  });

  it('is empty after it was carried out, whichever way the vendor works', () => {
    const switches = fc.record({ savesSync: fc.boolean(), flagSyncs: fc.boolean(), showsFlag: fc.boolean() });
    fc.assert(
      fc.property(cases, switches, (given, positions) => {
        const vendor = new VendorSimulation(given.vendor as readonly VendorDestination[], positions);
        const first = { ...nativeInput(given), vendor: { destinations: vendor.destinations } };
        const states = vendor.apply(planNative(first), first.states);
        const stepsBy = (by: NativeInput['states']) =>
          planNative({ ...first, vendor: { destinations: vendor.destinations }, states: by }).works.flatMap(
            (work) => nativeChangeOf(work).steps,
          );
        // One more round at most: a save that synced nothing leaves what it carried to the next run.
        const rest = planNative({ ...first, vendor: { destinations: vendor.destinations }, states });
        expect(stepsBy(states).filter(({ kind }) => kind !== 'trigger')).toEqual([]);
        const later = vendor.apply(rest, states);
        expect(stepsBy(later)).toEqual([]);
        // Without state nobody recognises what waits to be replaced: it is made beside what is then left behind.
        if (rest.works.some(({ target }) => target.at === 'elsewhere')) return;
        // Else nothing is lost with it but a flag that the vendor does not show, which is set once more.
        const lost = stepsBy(new Map());
        expect(positions.showsFlag ? lost : lost.filter(({ kind }) => kind !== 'set_flag')).toEqual([]);
      }),
    );
  });
});
