import { describe, expect, it } from 'vitest';
import { plannedDestination, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import type { ChangeCause } from '../../model/plan.ts';
import { shownCauses } from './causes.ts';
import { foldPlan } from './fold.ts';

const changes = (...causes: readonly ChangeCause[]) =>
  causes.map((cause, index) => ({ path: `p${index}`, op: 'update', text: `t${index}`, cause }) as const);

describe('what is said about causes', () => {
  it.each<[string, readonly ChangeCause[], string | undefined, readonly string[]]>([
    ['nothing, where nothing changes', [], undefined, []],
    ['nothing, where all is of this change set', ['change_set', 'change_set'], undefined, ['', '']],
    ['nothing, where nothing is known', ['unknown', 'unknown'], undefined, ['', '']],
    ['nothing more, where all was edited there: the conflict says it', ['destination'], undefined, ['']],
    ['one line, where all came earlier', ['earlier', 'earlier'], expect.stringContaining('other commits'), ['', '']],
    [
      'a mark at what is not of this change set',
      ['change_set', 'earlier', 'destination', 'unknown'],
      undefined,
      ['', '(from another commit)', '', '(not part of this change)'],
    ],
    ['nothing at an edit, whose own words say so', ['unknown', 'destination'], undefined, ['', '']],
  ])('is %s', (_, causes, lead, marks) => {
    expect(shownCauses(changes(...causes))).toEqual({ lead, marks });
  });

  it('keeps destinations apart only as far as it is shown', () => {
    const blocksOf = (...each: readonly (readonly ChangeCause[])[]) =>
      foldPlan(
        planOf(
          each.map((causes, index) =>
            plannedDestination(`d${index}`, [plannedStory('triage', 'update', { changes: changes(...causes) })]),
          ),
        ),
      ).blocks.map(({ destinations }) => destinations.map(({ name }) => name));
    expect(blocksOf(['change_set'], ['unknown'])).toEqual([['d0', 'd1']]);
    expect(blocksOf(['change_set'], ['earlier'])).toEqual([['d0'], ['d1']]);
    expect(blocksOf(['change_set', 'change_set'], ['change_set', 'earlier'])).toEqual([['d0'], ['d1']]);
  });
});
