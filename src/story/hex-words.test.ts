import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rewriteHexWords } from './hex-words.ts';

const mark = (word: string): string => `<${word}>`;

/** Every run of digits, word by word from its start: what the look at one character of 32 must not miss. */
function plainly(text: string): string {
  return text.replaceAll(/[0-9a-f]{32}/gi, mark);
}

it('every word is found, wherever in the text it lies and whatever digits are around it', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '8', '9', 'a', 'b', 'f', 'A', 'B', 'F'), maxLength: 80 });
  const others = fc.string({
    unit: fc.constantFrom(' ', 'g', 'G', 'z', '%', '/', '@', '`', '\u00e9', '\u{1f600}'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(others, digits), { maxLength: 5 }), (pieces) => {
      const text = pieces.flat().join('');
      expect(rewriteHexWords(text, mark)).toBe(plainly(text));
    }),
    { numRuns: 500 },
  );
});

it.each([0, 1, 30, 31, 32, 33, 63, 64])('a word after %i other characters is found', (before) => {
  const word = '0123456789abcdef0123456789ABCDEF';
  expect(rewriteHexWords(`${'z'.repeat(before)}${word}`, mark)).toBe(`${'z'.repeat(before)}<${word}>`);
  const short = `${'z'.repeat(before)}${word.slice(1)}`;
  expect(rewriteHexWords(short, mark)).toBe(short);
});
