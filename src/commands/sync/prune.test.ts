import { describe, expect, it } from 'vitest';
import { leftBehind, plannedDestination, planOf } from '../../../test/support/example-plans.ts';
import type { OrphanStory } from '../../model/plan.ts';
import { type ConsentRequest, checkConsent } from './prune.ts';

const kept = { prunable: false, keptBecause: { kind: 'orphan_locked' } } as const;
const planWith = (...left: readonly OrphanStory[]) => planOf([plannedDestination('contoso', [], { leftBehind: left })]);

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
