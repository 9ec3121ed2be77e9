import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valuePair } from './value-pair.ts';

const LONG = 'You are an analyst of phishing mails. '.repeat(20);

it.each([
  ['a word', 'get', 'post', '"get"', '"post"'],
  ['a line end', 'a\nb', 'a\nc', '"a\\nb"', '"a\\nc"'],
  ['another type', 5, '5', '5', '"5"'],
  ['an object', { a: 1 }, null, '{"a":1}', 'null'],
  ['nothing before', undefined, true, null, 'true'],
  ['nothing after', 'x', undefined, '"x"', null],
  [
    'the end of a long text',
    `${LONG}old`,
    `${LONG}new`,
    '"…lyst of phishing mails. old"',
    '"…lyst of phishing mails. new"',
  ],
])('shows %s', (_, before, after, from, to) => {
  expect(valuePair(before, after)).toEqual({ from, to });
});

it('cuts what is long, behind the difference too and never through a character', () => {
  const { from, to } = valuePair(`x${'😀'.repeat(500)}`, '😀'.repeat(500));
  expect(from).toMatch(/^"x(?:😀)+…"$/u);
  expect(to).toMatch(/^"(?:😀)+…"$/u);
});

it('two texts that differ look different, and neither is long', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 100, maxLength: 400 }));
  fc.assert(
    fc.property(text, text, text, (start, one, other) => {
      fc.pre(one !== other);
      const { from, to } = valuePair(start + one, start + other);
      expect(from).not.toBe(to);
      // Written out, a character may take six.
      for (const shown of [from, to]) expect((shown ?? '').length).toBeLessThanOrEqual(6 * 122);
    }),
  );
});
