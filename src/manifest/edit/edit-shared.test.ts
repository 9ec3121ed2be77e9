import { expect, it } from 'vitest';
import { detach, edit, fields, HEAD, inBraces, one, reattach, two } from '../../../test/support/example-edit.ts';
import type { ManifestEdit } from './edit.ts';

/** Anchors, merge keys and defaults: what one destination says stands elsewhere, or others say it too. */
type Row = readonly [name: string, before: string, edits: readonly ManifestEdit[], after: string];

const defaults = (text: string) => `${text}\n${one('\n')}`;
const merging = (c: string, d: string) =>
  `${HEAD}  c: &c\n    ${fields(1)}${c}\n  d:\n    <<: *c\n    destination_team_id: 2${d}\n`;
const alias = (d: string) =>
  `${HEAD}  c:\n    <<: &d { ${inBraces(2)} }\n    destination_team_id: 1\n  d: ${d} # same\n`;

const ROWS: readonly Row[] = [
  [
    'an own entry overrides a default',
    defaults('defaults: { detached: { b: { reason: x } } }'),
    [detach('c', 'b')],
    `${defaults('defaults: { detached: { b: { reason: x } } }')}    detached:\n      b: { reason: customer tunes it }\n`,
  ],
  [
    'the same as a default changes nothing',
    defaults('defaults: { detached: { b: { reason: customer tunes it } } }'),
    [detach('c', 'b')],
    defaults('defaults: { detached: { b: { reason: customer tunes it } } }'),
  ],
  [
    'a default goes when nobody else is detached by it',
    `${defaults('defaults:\n  on_drift: keep\n  detached: { b: { reason: x } }')}    detached: { b: { reason: y } }\n`,
    [reattach('c', 'b')],
    defaults('defaults:\n  on_drift: keep'),
  ],
  [
    'a default that stands alone leaves an empty map, for nothing at all is no map',
    defaults('defaults:\n  # for all\n  detached: { b: { reason: x } } # for now'),
    [reattach('c', 'b')],
    defaults('defaults:\n  # for all\n  detached: {} # for now'),
  ],
  [
    'a block of defaults that stands alone leaves one too',
    defaults('defaults:\n  detached:\n    b:\n      reason: x'),
    [reattach('c', 'b')],
    defaults('defaults:\n  detached: {}'),
  ],
  [
    'a new entry stands beside a shared map',
    two('\n    detached: &own { a: { reason: x } }', '\n    detached: *own # shared'),
    [detach('d', 'b')],
    two(
      '\n    detached: &own { a: { reason: x } }',
      '\n    detached: { <<: *own, b: { reason: customer tunes it } } # shared',
    ),
  ],
  [
    'an entry less means an own map',
    two('\n    detached: &own { a: { reason: x }, b: { reason: y } }', '\n    detached: *own'),
    [reattach('d', 'b')],
    two('\n    detached: &own { a: { reason: x }, b: { reason: y } }', '\n    detached: { a: { reason: x } }'),
  ],
  [
    'the last entry less means no map',
    two('\n    detached: &own { b: { reason: y } }', '\n    detached: *own'),
    [reattach('d', 'b')],
    two('\n    detached: &own { b: { reason: y } }', ''),
  ],
  [
    'at its home, what others share is kept for them',
    two('\n    detached: &own\n      b: { reason: z }', '\n    detached: *own'),
    [reattach('c', 'b')],
    two('\n    detached: &own\n      {}', '\n    detached: { <<: *own, b: { reason: z } }'),
  ],
  [
    'at its home, what is new does not reach the others',
    two('\n    detached: &own { a: { reason: z } }', '\n    detached: *own'),
    [detach('c', 'b')],
    two(
      '\n    detached: &own { a: { reason: z }, b: { reason: customer tunes it } }',
      '\n    detached: { a: { reason: z } }',
    ),
  ],
  [
    'for all who share it, it changes once',
    two('\n    detached: &own { a: { reason: y }, b: { reason: z } }', '\n    detached: *own'),
    [reattach('c', 'b'), reattach('d', 'b'), detach('d', 'c'), detach('c', 'c')],
    two('\n    detached: &own { a: { reason: y }, c: { reason: customer tunes it } }', '\n    detached: *own'),
  ],
  [
    'what is merged into an own map is written out without the entry',
    two(
      '\n    detached: &own { a: { reason: y }, b: { reason: z } }',
      '\n    detached: { <<: *own, c: { reason: x } }',
    ),
    [reattach('d', 'b')],
    two(
      '\n    detached: &own { a: { reason: y }, b: { reason: z } }',
      '\n    detached: { c: { reason: x }, a: { reason: y } }',
    ),
  ],
  [
    'a destination that is merged into another one changes alone',
    merging('', ''),
    [detach('c', 'b')],
    merging('\n    detached:\n      b: { reason: customer tunes it }', '\n    detached: {}'),
  ],
  [
    'what a merge key brings is written out with a new entry',
    merging('\n    detached: { a: { reason: x } }', ''),
    [detach('d', 'b')],
    merging(
      '\n    detached: { a: { reason: x } }',
      '\n    detached:\n      a: { reason: x }\n      b: { reason: customer tunes it }',
    ),
  ],
  [
    'what a merge key brings is kept away by an empty map',
    merging('\n    detached: { b: { reason: x } }', ''),
    [reattach('d', 'b')],
    merging('\n    detached: { b: { reason: x } }', '\n    detached: {}'),
  ],
  [
    'an own map that keeps a merged one away stays, empty',
    merging('\n    detached: { b: { reason: x } }', '\n    detached:\n      a: { reason: y }'),
    [reattach('d', 'a')],
    merging('\n    detached: { b: { reason: x } }', '\n    detached: {}'),
  ],
  [
    'a destination that is an alias becomes a map that merges it',
    alias('*d'),
    [detach('d', 'b')],
    alias('{ <<: *d, detached: { b: { reason: customer tunes it } } }'),
  ],
];

it.each(ROWS)('%s', (_name, before, edits, after) => {
  expect(edit(before, ...edits)).toBe(after);
});

it('a default that is not edited here is among what to write by hand', () => {
  const before = `defaults:\n  on_drift: keep\n  ? detached\n  : { b: { reason: x } }\n${one('\n')}`;
  expect(edit(before, reattach('c', 'b')).split('\n').at(-1)).toContain('write by hand in "defaults": detached: {}');
});

it('a default that others are detached by is refused, naming them', () => {
  const before = `defaults: { detached: { b: { reason: x } } }\n${two('', '')}`;
  expect(edit(before, reattach('c', 'b'))).toBe(
    'RUN014 10:3 "defaults" detaches "b" for "d" as well; ' +
      'take it out of "defaults" by hand and detach the others by name, or reattach it everywhere at once',
  );
  expect(edit(before, reattach('c', 'b'), reattach('d', 'b'))).toBe(`defaults: {}\n${two('', '')}`);
});
