import { expect, it } from 'vitest';
import { edit, one } from '../../../test/support/example-edit.ts';
import type { Pin } from '../../model/destination.ts';
import type { ManifestEdit } from './edit.ts';

const COMMIT = '4f2e91c0'.repeat(5);
const PIN: Pin = { commit: COMMIT, reason: 'incident' };
const pin = (name: string, more: Partial<Pin> = {}): ManifestEdit => {
  return { kind: 'pin', holder: { kind: 'destination', name }, pin: { ...PIN, ...more } };
};
const unpin = (name: string): ManifestEdit => ({ kind: 'unpin', holder: { kind: 'destination', name } });
const ALL: ManifestEdit = { kind: 'pin', holder: { kind: 'defaults' }, pin: PIN };

type Row = readonly [title: string, before: string, edits: readonly ManifestEdit[], after: string];

const ROWS: readonly Row[] = [
  [
    'a pin is one line, with all that it says',
    one('\n    # all of them\n'),
    [pin('c', { owner: '@soc', until: '2027-01-15', stories: ['a'] })],
    one(
      `\n    pin: { commit: ${COMMIT}, reason: incident, owner: "@soc", until: 2027-01-15, stories: [a] }\n    # all of them\n`,
    ),
  ],
  [
    'a hash that YAML would read as a number is quoted',
    one('\n'),
    [pin('c', { commit: '1234567890'.repeat(4) })],
    one(`\n    pin: { commit: "${'1234567890'.repeat(4)}", reason: incident }\n`),
  ],
  [
    'a pin is moved where it stands, comments stay',
    one('\n    pin: # mind\n      commit: "4f2e91c" # good\n      reason: incident\n      stories: [a, b] # both\n'),
    [pin('c', { stories: ['a'] })],
    one(`\n    pin: # mind\n      commit: ${COMMIT} # good\n      reason: incident\n      stories: [a] # both\n`),
  ],
  [
    'a pin for all stories takes the list out',
    one('\n    pin: { commit: "4f2e91c", stories: [a], reason: incident }\n'),
    [pin('c', { commit: '4f2e91c' })],
    one('\n    pin: { commit: "4f2e91c", reason: incident }\n'),
  ],
  [
    'a hold beside it stays as it is',
    one('\n    hold: { reason: x }\n'),
    [pin('c')],
    one(`\n    hold: { reason: x }\n    pin: { commit: ${COMMIT}, reason: incident }\n`),
  ],
  [
    'it is taken out again, to the byte',
    one(`\n    pin: { commit: ${COMMIT}, reason: incident } # for now\n    labels: {}\n`),
    [unpin('c')],
    one('\n    labels: {}\n'),
  ],
  [
    'the fleet is pinned in defaults',
    one('\n'),
    [ALL],
    `${one('\n')}defaults:\n  pin: { commit: ${COMMIT}, reason: incident }\n`,
  ],
];

it.each(ROWS)('%s', (_title, before, edits, after) => {
  expect(edit(before, ...edits)).toBe(after);
});

it.each([
  ['a destination without a pin', one('\n'), [unpin('c')], 'RUN061'],
  ['a fleet without a pin', one('\n'), [{ kind: 'unpin', holder: { kind: 'defaults' } } as const], 'RUN061'],
  [
    'a destination that defaults pins',
    `defaults: { pin: { commit: "4f2e91c", reason: x } }\n${one('\n')}`,
    [unpin('c')],
    'RUN062',
  ],
  ['a story that it does not take', one('\n'), [pin('c', { stories: ['z'] })], 'RUN013'],
])('%s is refused', (_title, before, edits, code) => {
  expect(String(edit(before, ...edits))).toContain(code);
});
