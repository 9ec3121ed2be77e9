import { describe, expect, it } from 'vitest';
import { leftBehind, plannedDestination, planOf } from '../../../test/support/example-plans.ts';
import type { OrphanNative, OrphanStory, Plan } from '../../model/plan.ts';
import { type ConsentRequest, checkConsent } from './prune.ts';

const kept = { prunable: false, keptBecause: { kind: 'orphan_locked' } } as const;
const planWith = (...left: readonly OrphanStory[]) => planOf([plannedDestination('contoso', [], { leftBehind: left })]);

const VENDOR: OrphanNative = {
  id: 80,
  name: 'once',
  tenantUrl: 'https://once.example',
  teamId: 4,
  stories: ['A'],
  keptBecause: null,
};

function codesOf(request: Partial<ConsentRequest>): readonly string[] {
  const plan = planWith(leftBehind('old'), leftBehind('locked', kept));
  return checkConsent({ asked: 1, work: [], plan, approved: undefined, stories: [], ...request }).map(
    ({ code }) => code,
  );
}

describe('consent to delete what is left behind', () => {
  it.each<[string, Partial<ConsentRequest>, readonly string[]]>([
    ['names how many may go, not how many are left', {}, []],
    ['is refused for another number', { asked: 2 }, ['RUN025']],
    ['is none without a number', { asked: 'uncounted' }, ['RUN025']],
    ['may name stories that are left behind', { stories: ['o*'] }, []],
    ['is refused for stories that nobody has', { stories: ['gone'] }, ['RUN002']],
  ])('%s', (_, request, codes) => {
    expect(codesOf(request)).toEqual(codes);
  });

  const vendors = (...left: readonly Partial<OrphanNative>[]) => ({
    ...planWith(leftBehind('old')),
    leftBehindNative: left.map((each) => ({ ...VENDOR, ...each })),
  });
  const beside = vendors({}, { id: 81, stories: ['B', 'C'] }, { id: 82, stories: ['D'], keptBecause: 'not_proven' });

  it.each<[string, Partial<ConsentRequest>, readonly string[]]>([
    ['counts what may go of the vendor with the stories', { asked: 3 }, []],
    ['is refused for the stories alone', { asked: 1 }, ['RUN025']],
    ['covers no copy', { asked: 6 }, ['RUN025']],
    ['covers the copies by a number of their own', { asked: 3, copies: 3 }, []],
    ['is refused for another number of copies', { asked: 3, copies: 4 }, ['RUN029']],
    ['is none of the copies without a number', { asked: 3, copies: 'uncounted' }, ['RUN029']],
    ['is refused in both numbers', { asked: 2, copies: 2 }, ['RUN025', 'RUN029']],
    ['is refused for copies where there are none', { asked: 2, copies: 1, plan: vendors({ stories: [] }) }, ['RUN029']],
  ])('%s', (_, request, codes) => {
    expect(codesOf({ plan: beside, ...request })).toEqual(codes);
  });

  it.each<[string, Plan, readonly string[]]>([
    ['the same', beside, []],
    ['a part of the fleet alone', planWith(leftBehind('old')), ['RUN027']],
    [
      'one that had to stay',
      { ...beside, ...vendors({ keptBecause: 'held' }, ...beside.leftBehindNative.slice(1)) },
      ['RUN027'],
    ],
    ['another one', { ...beside, ...vendors({ id: 79 }, ...beside.leftBehindNative.slice(1)) }, ['RUN027']],
    ['one of another team', { ...beside, ...vendors({ teamId: 5 }, ...beside.leftBehindNative.slice(1)) }, ['RUN027']],
    [
      'one with another story',
      { ...beside, ...vendors({ stories: ['Z'] }, ...beside.leftBehindNative.slice(1)) },
      ['RUN027'],
    ],
  ])('of the vendor’s, given to a reviewed plan that had %s', (_, approved, codes) => {
    expect(codesOf({ plan: beside, asked: 3, approved })).toEqual(codes);
  });

  it.each<[string, readonly OrphanStory[], readonly string[]]>([
    ['the same', [leftBehind('old'), leftBehind('locked', kept)], []],
    ['fewer reasons to stay now', [leftBehind('old', kept), leftBehind('locked', kept)], ['RUN027']],
    ['more reasons to stay now', [leftBehind('old'), leftBehind('locked')], []],
    ['another story', [leftBehind('old', { destinationStoryId: 9999 }), leftBehind('locked', kept)], ['RUN027']],
    ['another name', [leftBehind('old', { name: 'Other' }), leftBehind('locked', kept)], ['RUN027']],
    ['one story less', [leftBehind('old')], ['RUN027']],
  ])('given to a reviewed plan that had %s', (_, reviewed, codes) => {
    expect(codesOf({ approved: planWith(...reviewed) })).toEqual(codes);
  });
});
