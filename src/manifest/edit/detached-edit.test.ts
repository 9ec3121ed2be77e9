import { describe, expect, it } from 'vitest';
import { detach, edit, fields, HEAD, inBraces, one, reattach } from '../../../test/support/example-edit.ts';
import type { ManifestEdit } from './edit.ts';

type Row = readonly [name: string, before: string, edits: readonly ManifestEdit[], after: string];

const DETACH: readonly Row[] = [
  [
    'a destination without any, before blank lines and comments',
    `
    # all of them

  # the end
`,
    [detach('c', 'b', { reason: 'tunes: it', owner: '@acme/soc', until: '2027-01-31' })],
    `
    detached:
      b: { reason: "tunes: it", owner: "@acme/soc", until: 2027-01-31 }
    # all of them

  # the end
`,
  ],
  [
    'the last line of a file without a final newline',
    ' # all',
    [detach('c', 'b')],
    ` # all
    detached:
      b: { reason: customer tunes it }`,
  ],
  [
    'an empty map',
    `
    detached: {} # none
`,
    [detach('c', 'b')],
    `
    detached: { b: { reason: customer tunes it } } # none
`,
  ],
  [
    'a block with comments',
    `
    detached: # mind
      # first
      a: { reason: x } # why
      # end
    labels: {}
`,
    [detach('c', 'b')],
    `
    detached: # mind
      # first
      a: { reason: x } # why
      b: { reason: customer tunes it }
      # end
    labels: {}
`,
  ],
  [
    'a block of blocks',
    `
    detached:
      a:
        reason: x
    labels: {}
`,
    [detach('c', 'b', { reason: 'a, b', owner: 'me' })],
    `
    detached:
      a:
        reason: x
      b:
        reason: a, b
        owner: me
    labels: {}
`,
  ],
  [
    'braces, twice',
    `
    detached: {a: {reason: x}}
`,
    [detach('c', 'b'), detach('c', 'c')],
    `
    detached: {a: {reason: x}, b: { reason: customer tunes it }, c: { reason: customer tunes it }}
`,
  ],
  [
    'a text over several lines before it',
    `
    detached:
      a:
        reason: >-
          long
          story
`,
    [detach('c', 'b')],
    `
    detached:
      a:
        reason: >-
          long
          story
      b:
        reason: customer tunes it
`,
  ],
  [
    'in place, when reason or date is another one',
    `
    detached:
      b: { reason: 'old', until: 2026-12-01 } # why
`,
    [detach('c', 'b', { reason: 'new', owner: 'me', until: '2027-12-01' })],
    `
    detached:
      b: { reason: new, until: 2027-12-01, owner: me } # why
`,
  ],
  [
    'in place, without what is no longer said',
    `
    detached:
      b:
        owner: me # him
        # why
        reason: "old"
        until: 2026-12-01
`,
    [detach('c', 'b', { reason: 'old' })],
    `
    detached:
      b:
        # why
        reason: "old"
`,
  ],
  [
    'nothing where it is detached just so',
    `
    detached: { b: { owner: "me", reason: 'x' } }
`,
    [detach('c', 'b', { reason: 'x', owner: 'me' })],
    `
    detached: { b: { owner: "me", reason: 'x' } }
`,
  ],
];

const REATTACH: readonly Row[] = [
  [
    'the key of the last one too',
    `
    # why
    detached:
      b: { reason: x } # tail

    labels: {}
`,
    [reattach('c', 'b')],
    `
    # why

    labels: {}
`,
  ],
  [
    'one, and keeps the others and their comments',
    `
    detached:
      # one
      a: { reason: x } # 1
      # two
      b:
        reason: x
      # three
      c: { reason: x }`,
    [reattach('c', 'b')],
    `
    detached:
      # one
      a: { reason: x } # 1
      # two
      # three
      c: { reason: x }`,
  ],
  [
    'the first between braces',
    `
    detached: { a: { reason: x }, b: { reason: y } }
`,
    [reattach('c', 'a')],
    `
    detached: { b: { reason: y } }
`,
  ],
  [
    'the last two between braces',
    `
    detached: { a: { reason: x }, b: { reason: y }, c: { reason: z }, }
`,
    [reattach('c', 'b'), reattach('c', 'c')],
    `
    detached: { a: { reason: x }, }
`,
  ],
  [
    'lines between braces',
    `
    detached: {
      a: { reason: x }, # 1
      # two
      b: { reason: y }, # 2
      c: { reason: z } # 3
    }
`,
    [reattach('c', 'a'), reattach('c', 'c')],
    `
    detached: {
      # two
      b: { reason: y } # 2
    }
`,
  ],
];

describe('detaching writes', () => {
  it.each(DETACH)('%s', (_name, before, edits, after) => {
    expect(edit(one(before), ...edits)).toBe(one(after));
  });

  it('with the indentation and the line ends of the file, behind its byte order mark', () => {
    const before = `\ufeff${HEAD}    c:\n        ${fields(1).replaceAll('\n', '\n    ')}\n`.replaceAll('\n', '\r\n');
    const line = '        detached:\r\n            b: { reason: customer tunes it }\r\n';
    expect(edit(before, detach('c', 'b'))).toBe(before + line);
  });

  it.each([
    ['{ c: { FIELDS } }', '{ c: { FIELDS, detached: { b: { reason: customer tunes it } } } }'],
    ['{ c: {FIELDS,} }', '{ c: {FIELDS, detached: { b: { reason: customer tunes it } },} }'],
    [
      '{\n  c: {\n    labels: {},\n    FIELDS, # all\n  }\n}',
      '{\n  c: {\n    labels: {},\n    FIELDS, detached: { b: { reason: customer tunes it } }, # all\n  }\n}',
    ],
    [
      '{\n  c: {\n    FIELDS,\n    labels: {} # all\n  }\n}',
      '{\n  c: {\n    FIELDS,\n    labels: {}, # all\n    detached: { b: { reason: customer tunes it } }\n  }\n}',
    ],
    [
      '{\n  c: {\n    FIELDS,\n    labels: {}, # all\n  }\n}',
      '{\n  c: {\n    FIELDS,\n    labels: {}, # all\n    detached: { b: { reason: customer tunes it } },\n  }\n}',
    ],
  ])('into the braces of a destination, and takes it out again: %j', (before, after) => {
    const manifest = (text: string) => `${HEAD.trimEnd()} ${text.replace('FIELDS', inBraces(1))}\n`;
    expect(edit(manifest(before), detach('c', 'b'))).toBe(manifest(after));
    expect(edit(manifest(after), reattach('c', 'b'))).toBe(manifest(before));
  });

  it.each([
    ['yes', 'yes'],
    ["it's 5 o'clock", "it's 5 o'clock"],
    ['a, b', '"a, b"'],
    ['true', '"true"'],
    ['2027', '"2027"'],
    ['tuned #3', '"tuned #3"'],
    ['#3', '"#3"'],
    ['"why"', '"\\"why\\""'],
    ['two\nlines\tand \u0085', '"two\\nlines\\tand \\u0085"'],
    ['}', '"}"'],
    ['- x', '"- x"'],
    ['@soc', '"@soc"'],
    ['*x', '"*x"'],
    ['', '""'],
    ['http://x/?a#b', 'http://x/?a#b'],
  ])('the reason %j as %s', (reason, written) => {
    const text = edit(one('\n    detached: {}\n'), detach('c', 'b', { reason }));
    if (reason === '') expect(text).toMatch(/^RUN013/);
    else expect(text).toBe(one(`\n    detached: { b: { reason: ${written} } }\n`));
  });
});

describe('reattaching removes', () => {
  it.each(REATTACH)('%s', (_name, before, edits, after) => {
    expect(edit(one(before), ...edits)).toBe(one(after));
  });
});
