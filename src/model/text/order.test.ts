import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byText, byTextOf } from './order.ts';

describe('the order of texts', () => {
  it.each([
    ['upper case before lower case, unlike a dictionary', 'Z', 'a'],
    ['a beginning before the whole', 'ioc', 'ioc-2'],
    ['digits as letters, not as numbers', '10', '9'],
    ['code units, not code points', '\u{1f600}', '\uff5e'],
  ])('has %s', (_, one, other) => {
    expect([byText(one, other), byText(other, one), byText(one, one)]).toEqual([-1, 1, 0]);
  });

  it('is the one that a list of texts is sorted in by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(texts.toSorted(byText)).toEqual(texts.toSorted());
      }),
    );
  });

  it('leaves things of one text as they were', () => {
    const things = [
      { name: 'b', place: 1 },
      { name: 'a', place: 2 },
      { name: 'b', place: 3 },
      { name: 'a', place: 4 },
    ];
    expect(things.toSorted(byTextOf(({ name }) => name)).map(({ place }) => place)).toEqual([2, 4, 1, 3]);
  });
});
