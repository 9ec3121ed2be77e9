import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matcher } from './matcher.ts';

const ROWS: readonly (readonly [glob: string, matches: readonly string[], not: readonly string[]])[] = [
  ['contoso', ['contoso'], ['contoso-eu', 'Contoso', '']],
  ['*', ['a', 'a/b', '.a'], []],
  ['con*', ['con', 'contoso'], ['acon', 'co']],
  ['*-eu', ['a-eu', '-eu'], ['a-eu-1']],
  ['a*b*c', ['abc', 'a-b-b-c'], ['acb', 'ab']],
  ['**', ['a/b'], []],
  ['SOC_?', ['SOC_1', 'SOC_é', 'SOC_😀'], ['SOC_', 'SOC_12']],
  ['ring-[0-9]', ['ring-0', 'ring-9'], ['ring-a', 'ring-', 'ring-10']],
  ['[abc]x', ['ax', 'cx'], ['dx', 'x']],
  ['[!a-c]x', ['dx', '-x'], ['ax', 'x']],
  ['[^a]', ['b'], ['a', '']],
  ['{contoso,fab*}-eu', ['contoso-eu', 'fabrikam-eu', 'fab-eu'], ['northwind-eu', 'contoso']],
  ['a{,-[0-9]}', ['a', 'a-1'], ['a-', 'a-x']],
  ['a\\*', ['a*'], ['ab']],
  ['[a', ['[a'], ['a']],
  ['{a}', ['{a}'], ['a']],
  ['a{b', ['a{b'], []],
  // A name that is written out is meant as it stands.
  ['[eu]', ['[eu]', 'e'], ['eu']],
];

it.each(ROWS)('the glob %s matches %j and not %j', (glob, matching, not) => {
  const matches = matcher([glob]);
  expect(matching.filter((name) => !matches(name))).toEqual([]);
  expect(not.filter((name) => matches(name))).toEqual([]);
});

it('one of several globs is enough, an empty one is no glob, and without any all names match', () => {
  expect(['a', 'b', ''].filter(matcher(['', 'a*']))).toEqual(['a', '']);
  expect(['a', ''].filter(matcher([]))).toEqual(['a', '']);
});

it('stars and question marks mean what the expressions mean that they are usually written as', () => {
  const letters = (unit: readonly string[]) =>
    fc.array(fc.constantFrom(...unit), { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(letters(['a', 'b', '*', '?']), letters(['a', 'b']), (glob, name) => {
      const usual = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(matcher([glob])(name)).toBe(usual.test(name));
    }),
  );
});
