import { describe, expect, it } from 'vitest';
import { desiredOf, destinationOf } from '../../test/support/planning.ts';
import { storyExport } from '../../test/support/stories.ts';
import { findLookalikes } from './lookalikes.ts';

function warningsFor(one: string, two: string, more: number = 0): readonly string[] {
  const keys = { stories: ['one', 'two'] };
  const destinations = Array.from({ length: 1 + more }, (_, index) => destinationOf(`d${index}`, keys));
  const stories = { one: storyExport({ name: one, actions: [] }), two: storyExport({ name: two, actions: [] }) };
  const { stories: desired } = desiredOf(stories, destinations);
  return findLookalikes({ destinations }, desired).map(({ code, severity, message }) => {
    expect(severity).toBe('warning');
    return `${code} ${message}`;
  });
}

describe('two stories of one destination', () => {
  it.each([
    ['case', 'IOC enrichment', 'ioc Enrichment'],
    ['composed and decomposed letters', 'Ph\u00e9nix', 'Phe\u0301nix'],
    ['full-width letters', 'SOC', '\uff33\uff2f\uff23'],
    ['a character that is not seen', 'Triage', 'Tri\u200bage'],
    ['spaces', 'Phishing triage', 'Phishing\u00a0 triage '],
    ['case beyond ASCII', 'PR\u00dcFUNG', 'pr\u00fcfung'],
    ['letters that no slug holds', '\u8abf\u67fb A', '\u8abf\u67fb a'],
  ])('whose names differ only in %s are warned of', (_, one, two) => {
    expect(warningsFor(one, two)).toEqual([expect.stringMatching(/^DES008 destination "d0" receives "one" and "two"/)]);
  });

  it.each([
    ['[Example] Search', 'Example: search'],
    ['A-B', 'A B'],
    ['Caf\u00e9', 'Cafe'],
  ])('that share a slug are warned of: %s and %s', (one, two) => {
    expect(warningsFor(one, two)).toEqual([expect.stringMatching(/^DES007 .*which share the slug "/)]);
  });

  it('are no matter when their names and slugs are different', () => {
    expect(warningsFor('One', 'Two')).toEqual([]);
    expect(warningsFor('\u8abf', '\u67fb')).toEqual([]);
  });

  it('are told once, however many destinations receive both', () => {
    expect(warningsFor('One', 'ONE', 999)).toEqual([
      expect.stringContaining('destination "d0", as 999 more do, receives'),
    ]);
  });
});
