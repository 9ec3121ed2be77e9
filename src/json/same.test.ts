import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson, withKeysReversed } from '../../test/support/json-arbitrary.ts';
import { compactJson } from './canonical.ts';
import { sameJson } from './same.ts';

describe('sameJson', () => {
  it('agrees with the canonical text of any two values', () => {
    fc.assert(
      fc.property(anyJson(), anyJson(), (a, b) => {
        expect(sameJson(a, b)).toBe(compactJson(a) === compactJson(b));
        expect(sameJson([a, { b }], [a, { b: a }])).toBe(compactJson(a) === compactJson(b));
      }),
    );
  });

  it('does not care for the order of keys', () => {
    fc.assert(fc.property(anyJson(), (value) => sameJson(value, withKeysReversed(value))));
  });

  it.each([
    ['an absent key and null', { a: null }, {}],
    ['another key in its place', { a: null }, { b: null }],
    ['a list and an object', [], {}],
    ['an inherited key', JSON.parse('{"constructor":{}}'), { a: {} }],
    ['a text and a number', '1', 1],
    ['a longer list', [1, null], [1]],
    ['null and an object', null, {}],
  ])('tells apart %s', (_, a, b) => {
    expect(sameJson(a, b)).toBe(false);
    expect(sameJson(b, a)).toBe(false);
  });

  it('takes both zeros for one, as the canonical text does', () => {
    expect(sameJson({ x: -0 }, { x: 0 })).toBe(true);
  });
});
