import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrap } from './wrap.ts';

const word = fc.constantFrom(
  'word',
  '日本語',
  'a',
  '👩‍💻',
  'somewhat-longer',
  `https://contoso.tines.com/${'x'.repeat(60)}`,
);

describe('wrap', () => {
  it('keeps within the columns, breaks no word and loses none', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 40, max: 120 }), (words, columns) => {
        const lines = wrap(words.join(' '), '! ', '    ', columns);
        for (const line of lines) {
          const alone = line.trim().split(' ').length <= (line.startsWith('!') ? 2 : 1);
          if (!alone) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        }
        expect(lines.join(' ').replace('! ', '').split(/ +/)).toEqual(words);
      }),
    );
  });

  it('leaves a line whole where nobody looks, so that a search finds it', () => {
    const text = 'word '.repeat(100).trim();
    expect(wrap(text, '! ', '  ', undefined)).toEqual([`! ${text}`]);
  });

  it('takes a terminal of no use for a narrow one', () => {
    expect(wrap('a few words that stay together', '', '', 3)).toEqual(['a few words that stay together']);
  });

  it('paints each line after it was measured', () => {
    const lines = wrap('one two three four five six seven eight nine', '', '  ', 40, (line) => `<${line}>`);
    expect(lines).toEqual(['<one two three four five six seven eight>', '  <nine>']);
  });
});
