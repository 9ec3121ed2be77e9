import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableInLog } from './printable.ts';

describe('printable', () => {
  it.each([
    ['a terminal’s order', '\u001b[31mred', '\\u{1b}[31mred'],
    ['one in a single character', '\u009b31m', '\\u{9b}31m'],
    ['line breaks and tabs', 'a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['line separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['text turned around', 'evil\u202egnp', 'evil\\u{202e}gnp'],
    ['isolates and marks', '\u2066a\u2069\u061c\u200e\u200f', '\\u{2066}a\\u{2069}\\u{61c}\\u{200e}\\u{200f}'],
    ['nothing, in four ways', 'a\u200bb\u2060c\ufeffd\u00ade', 'a\\u{200b}b\\u{2060}c\\u{feff}d\\u{ad}e'],
    ['fillers', '\u3164\u115f\uffa0\u2800', '\\u{3164}\\u{115f}\\u{ffa0}\\u{2800}'],
    ['invisible tags', 'a\u{e0041}\u{e007f}', 'a\\u{e0041}\\u{e007f}'],
    ['a flag of a country within one, made of tags', '🏴\u{e0067}\u{e007f}', '🏴\\u{e0067}\\u{e007f}'],
    ['hidden variation selectors', 'a\ufe00\ufe0f\u{e0100}', 'a\\u{fe00}\\u{fe0f}\\u{e0100}'],
    ['a row of them after a picture', '❤\ufe0f\ufe0f\ufe0e', '❤\ufe0f\\u{fe0f}\\u{fe0e}'],
    ['a joiner within a word', 'ad\u200dmin pay\u200cpal', 'ad\\u{200d}min pay\\u{200c}pal'],
    ['joiners that join nothing', '\u200da\u200d 👩\u200d', '\\u{200d}a\\u{200d} 👩\\u{200d}'],
    ['half a character', 'lone \ud800 and \udc00', 'lone \\u{d800} and \\u{dc00}'],
  ])('writes out %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    'Ünïcode, 日本語, Ελληνικά, русский, עברית',
    '👩‍💻 👩🏽‍💻 🏳️‍🌈 ❤️ ☎︎ 1️⃣ 🇮🇪 👨‍👩‍👧‍👦',
    'می‌خواهم',
    'ശ്രീ‍ക്ഷ',
    'e\u0301 ñ “quotes” — € ½',
  ])('leaves what people write: %s', (text) => {
    expect(printable(text)).toBe(text);
  });

  const bits = ['\u200d', '\u200c', '\ufe0f', '\u{e0041}', '\u202e', '\u0085', '\ud83d', 'a', '👩', 'م', '#', '[', ':'];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...bits)).map((chosen) => chosen.join('')),
  );

  it('lets nothing through that is unseen, but for what its neighbours need', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = printable(text);
        const needed = shown
          // First the joiners, while what they join stands there still.
          .replaceAll(/[\u200c\u200d](?=\p{L}|\p{M}|\p{Extended_Pictographic})/gu, '')
          .replaceAll(/\p{Emoji}[\ufe0e\ufe0f]/gu, '');
        expect(needed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        // What was written out is not written out again.
        expect(printable(shown)).toBe(shown);
      }),
    );
  });

  it('gives a runner no orders', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(printableInLog(text)).not.toMatch(/^[^\S\r\n\u2028\u2029]*::|##\[/m);
      }),
    );
  });
});
