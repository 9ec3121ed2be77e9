import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enrichment,
  leftBehind,
  plannedDestination,
  plannedNative,
  plannedStory,
  planOf,
  triage,
} from '../../../test/support/example-plans.ts';
import { plain } from '../../diagnostics/paint.ts';
import type { PlannedNative } from '../../model/plan.ts';
import { foldPlan } from './fold.ts';
import { planAsMarkdown } from './plan-markdown.ts';
import { planAsText } from './plan-text.ts';

const stories = fc.subarray([
  triage,
  enrichment,
  plannedStory('quiet', 'unchanged'),
  plannedStory('away', 'skip', { reason: 'detached' }),
  plannedStory('dead', 'blocked', { reason: 'unreachable', message: 'timeout', hint: 'try again' }),
]);

const plans = fc
  .array(stories, { maxLength: 12 })
  .map((each) => each.map((list, index) => plannedDestination(`d${index}`, list)));

describe('foldPlan', () => {
  it('puts every destination in exactly one place', () => {
    fc.assert(
      fc.property(plans, (destinations) => {
        const { unread, blocks, upToDate } = foldPlan(planOf(destinations));
        const places = [
          ...unread.flatMap(({ causes }) => causes.flatMap((cause) => cause.destinations)),
          ...blocks.flatMap((block) => block.destinations),
          ...upToDate,
        ];
        expect(places.map(({ name }) => name).toSorted()).toEqual(destinations.map(({ name }) => name).toSorted());
      }),
    );
  });

  it('gives the same report for any order of the destinations', () => {
    const shuffled = plans.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const options = { paint: plain, verbose: false };
        expect(planAsText(planOf(other), options)).toBe(planAsText(planOf(one), options));
        expect(planAsMarkdown(planOf(other))).toBe(planAsMarkdown(planOf(one)));
      }),
    );
  });

  it('folds over names, addresses, ids, unchanged stories and the order of work', () => {
    const one = plannedDestination('a', [triage, enrichment]);
    const two = plannedDestination(
      'b',
      [plannedStory('quiet', 'unchanged'), enrichment, { ...triage, destinationStoryId: 99 }],
      {
        teamId: 7,
      },
    );
    expect(foldPlan(planOf([one, two])).blocks).toHaveLength(1);
  });

  it.each([
    ['a detail of a story', { stories: [{ ...triage, drift: [] }] }],
    ['manual sync', { stories: [triage], manualSyncOnly: true }],
    ['a hold', { stories: [triage], hold: { reason: 'audit' } }],
    ['what is left behind', { stories: [triage], leftBehind: [leftBehind('old')] }],
  ])('does not fold over %s', (_, rest) => {
    const other = plannedDestination('b', rest.stories, rest);
    expect(foldPlan(planOf([plannedDestination('a', [triage]), other])).blocks).toHaveLength(2);
  });

  const quiet = plannedStory('quiet', 'unchanged', { vendorStatus: 'synced' });
  const block = (name: string, native: Partial<PlannedNative>) =>
    plannedDestination(name, [quiet], { native: plannedNative(native) });
  const sent = { action: 'update', steps: ['send_key'], keyVersion: 2 } as const;
  it.each<[string, Partial<PlannedNative>, number]>([
    ['folds over the ids of the vendor', { ...sent, id: 99 }, 1],
    ['does not fold over what is told to the vendor', { ...sent, keyVersion: 3 }, 2],
    ['does not fold over a warning', { ...sent, warnings: [{ kind: 'saving_may_sync', stories: ['A'] }] }, 2],
    ['does not fold over stories that leave', { ...sent, unsubscribe: ['b'] }, 2],
  ])('%s', (_, native, blocks) => {
    expect(foldPlan(planOf([block('a', sent), block('b', native)])).blocks).toHaveLength(blocks);
  });

  it('has among what is up to date only destinations that the vendor is told nothing of', () => {
    const { upToDate } = foldPlan(planOf([block('a', sent), block('b', {})]));
    expect(upToDate.map(({ name }) => name)).toEqual(['b']);
  });

  it('tells a cause above the stories where all have it, and at each where they differ', () => {
    const why = { reason: 'awaiting_approval', would: 'update' } as const;
    const told = (...messages: readonly string[]) => {
      const stories = messages.map((message, index) => plannedStory(`s${index}`, 'skip', { ...why, message }));
      const [only] = foldPlan(planOf([plannedDestination('a', stories, { native: plannedNative() })])).blocks;
      return [only?.native.length, only?.stories.filter(({ fact }) => fact !== null).length];
    };
    expect(told('same', 'same')).toEqual([1, 0]);
    expect(told('one', 'other')).toEqual([0, 2]);
  });

  it('groups unread destinations by reason, then by what was said', () => {
    const dead = (name: string, message: string) =>
      plannedDestination(name, [plannedStory('x', 'blocked', { reason: 'unreachable', message })]);
    const { unread, blocks } = foldPlan(planOf([dead('a', 'timeout'), dead('b', 'refused'), dead('c', 'timeout')]));
    expect(blocks).toEqual([]);
    expect(unread.map(({ reason, stories: amount }) => [reason, amount])).toEqual([['unreachable', 3]]);
    expect(unread[0]?.causes.map((cause) => [cause.message, cause.destinations.map(({ name }) => name)])).toEqual([
      ['timeout', ['a', 'c']],
      ['refused', ['b']],
    ]);
  });
});
