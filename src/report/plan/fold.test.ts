import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enrichment,
  leftBehind,
  plannedDestination,
  plannedStory,
  planOf,
  triage,
} from '../../../test/support/example-plans.ts';
import { plain } from '../../diagnostics/paint.ts';
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
