import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typed, wordsOf } from './words.ts';

const read = (text: string) =>
  wordsOf(text).map(({ not, key, values }) => [
    not ? '!' : '',
    key ?? '',
    ...values.map((value) => (value.quoted ? `"${value.text}"` : value.text)),
  ]);

describe('the words of a filter', () => {
  it.each([
    ['status:failed', [['', 'status', 'failed']]],
    ['status=failed', [['', 'status', 'failed']]],
    [
      'Status:failed  !is:held',
      [
        ['', 'status', 'failed'],
        ['!', 'is', 'held'],
      ],
    ],
    ['status:failed,pending', [['', 'status', 'failed', 'pending']]],
    ['label.region=eu', [['', 'label.region', 'eu']]],
    ['story:"Phishing triage"', [['', 'story', '"Phishing triage"']]],
    ['story:"a, b",c*', [['', 'story', '"a, b"', 'c*']]],
    [
      '"two words" alone',
      [
        ['', '', '"two words"'],
        ['', '', 'alone'],
      ],
    ],
    ['!"two words"', [['!', '', '"two words"']]],
    ['waits:ring:canary', [['', 'waits', 'ring:canary']]],
    ['behind:>3', [['', 'behind', '>3']]],
    ['story:"open', [['', 'story', '"open']].map(([not, key]) => [not, key, '"open"'])],
    ['status:', [['', 'status']]],
    ['!', [['!', '']]],
    ['', []],
    ['   ', []],
  ])('%j', (text, words) => {
    expect(read(text)).toEqual(words);
  });

  it('are found in any text, and none of it is lost or read for ever', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ':', '=', '!', '"', ',', ' ', '*', '.', '\n') }), (text) => {
        expect(
          wordsOf(text)
            .map((word) => word.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('are read as the value that was typed for them', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text !== '' && !text.includes('"')),
        (value) => {
          expect(wordsOf(`label.x=${typed(value)}`)).toMatchObject([{ key: 'label.x', values: [{ text: value }] }]);
        },
      ),
    );
  });
});
