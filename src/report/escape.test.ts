import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../diagnostics/wrap.ts';
import { asHtmlCode, asMarkdownCode, clip, forMarkdown, forTerminal } from './escape.ts';

const parts = ['\u001b[31m', '\n', '\r', '\t', '::error::', '##[group]', '@acme', '#12', '<b>', '|', '`', '[x](y)'];
const more = [
  'GH-12',
  ':tada:',
  'faedfe3',
  'a/b#1',
  'www.x.example',
  '\u202e',
  '\u200b',
  '\ud800',
  'https://x.example',
  'a',
  ' ',
  ':',
  '&lt;',
  '$x$',
  '\\',
  '- ',
  '1. ',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...parts, ...more)).map((chosen) => chosen.join('')),
);

describe('forTerminal', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['two\nlines', 'two\\nlines'],
    ['a\tb', 'a\\tb'],
    ['::error file=x::boo', ': :error file=x::boo'],
    ['said :::error::', 'said : : :error::'],
    ['##[add-mask]x', '## [add-mask]x'],
    ['evil\u202egnp', 'evil\\u{202e}gnp'],
    ['lone \ud800', 'lone \\u{d800}'],
    ['👩‍💻 Ünïcode 日本', '👩‍💻 Ünïcode 日本'],
  ])('shows %j as %j', (text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  it('never lets a control character or a workflow command through, however the line is broken', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of wrap(forTerminal(text), '  ', '    ', 60)) {
          expect(line).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u);
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toContain('##[');
        }
      }),
    );
  });
});

describe('forMarkdown', () => {
  it.each([
    ['a|b `c` *d* _e_', 'a\\|b \\`c\\` \\*d\\* \\_e\\_'],
    ['<img src=x> & co', '&lt;img src=x&gt; &amp; co'],
    ['ask @acme/soc', 'ask @\u200bacme/soc'],
    ['see #12', 'see \\#\u200b12'],
    ['see GH-12 and gh-7', 'see GH-\u200b12 and gh-\u200b7'],
    ['acme/stories#12', 'acme/stories\\#\u200b12'],
    ['acme/stories@faedfe3', 'acme/stories@\u200b<code>faedfe3</code>'],
    ['since faedfe318471.', 'since <code>faedfe318471</code>.'],
    ['a :tada: and :+1: at 10:30:45', 'a :\u200btada: and :\u200b+1: at 10:30:45'],
    ['mail soc@acme.example', 'mail soc@\u200bacme.example'],
    ['www.evil.example', 'www\\.evil.example'],
    ['/acme/stories/issues/12', '/acme/stories/issues/\u200b12'],
    ['invisible \u{e0041}', 'invisible \\\\u\\{e0041\\}'],
    ['https://evil.example', 'https\\://evil.example'],
    ['[click](x)', '\\[click\\](x)'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['line\nbreak', 'line\\\\nbreak'],
  ])('writes %j as %j', (text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });

  it('leaves no markup, mention or line break', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Ids of commits are set as code, where GitHub looks for nothing.
        const shown = forMarkdown(text).replaceAll(/<code>[0-9a-f]{7,64}<\/code>/gi, '');
        expect(shown).not.toMatch(/[<>\n]|@[\w-]|#\d|\bGH-\d|:[a-z_]+:|www\.\w|\b[0-9a-f]{7,64}\b/i);
        // What can start markup always has a backslash of its own before it.
        expect(shown.replaceAll(/\\[\\`*_{}[\]|~$#!:.)+=-]/g, '')).not.toMatch(/[\\`*[\]|~$#]|:\/\//);
      }),
    );
  });
});

describe('names as code', () => {
  it('uses backticks for an ordinary name and entities for any other', () => {
    expect(asMarkdownCode('agents[Get report].options.url')).toBe('`agents[Get report].options.url`');
    expect(asMarkdownCode('a`b|<c>')).toBe('<code>a&#96;b&#124;&#60;c&#62;</code>');
    expect(asHtmlCode('@acme https://x')).toBe('<code>&#64;acme https&#58;//x</code>');
  });

  it('cannot be ended from inside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, html] = /^<code>(.*)<\/code>$/.exec(asHtmlCode(text)) ?? [];
        expect(html).not.toMatch(/[<>`|@[\]\n]/);
        const [, ticks] = /^`(.*)`$/.exec(asMarkdownCode(text)) ?? [];
        expect(ticks ?? '').not.toMatch(/[`|\n]/);
      }),
    );
  });
});

describe('clip', () => {
  it('cuts between characters and says so', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('😀😀😀', 3)).toBe('😀😀😀');
    expect(clip('😀😀😀', 2)).toBe('😀…');
  });
});
