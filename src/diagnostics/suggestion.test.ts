import { describe, expect, it } from 'vitest';
import { nearest } from './suggestion.ts';

describe('a suggestion', () => {
  it.each([
    ['storeis', ['labels', 'stories'], 'stories'],
    ['phishing_triage', ['phishing-triage-2', 'phishing-triage'], 'phishing-triage'],
    ['Baseline', ['baseline'], 'baseline'],
    ['bsae', ['base'], 'base'],
    ['story', ['stories'], 'stories'],
    ['CONTOSO', ['contosa', 'contoso'], 'contoso'],
    ['contoso-EU', ['contoso_eu', 'Contoso-eu'], 'Contoso-eu'],
    ['REGION=EU', ['region=us', 'region=eu'], 'region=eu'],
    ['A', ['a'], 'a'],
    ['foo', ['bar'], undefined],
    ['b', ['a'], undefined],
    ['bb', ['b'], 'b'],
    ['kep', ['keep', 'export'], 'keep'],
    ['xyz', ['stories', 'labels'], undefined],
    ['stories', ['stories'], undefined],
    ['x'.repeat(5000), ['x'.repeat(5000 - 1)], undefined],
  ])('for %s among %j is %s', (found, known, expected) => {
    expect(nearest(found, known)).toBe(expected);
  });
});
