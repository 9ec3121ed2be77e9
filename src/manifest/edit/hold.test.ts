import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, fields, HEAD, inBraces, one, two } from '../../../test/support/example-edit.ts';
import { open } from '../../../test/support/example-manifest.ts';
import type { Hold } from '../../model/destination.ts';
import type { ManifestEdit } from './edit.ts';

const AUDIT: Hold = { reason: 'audit' };
const hold = (name: string, note: Hold = AUDIT): ManifestEdit => {
  return { kind: 'hold', holder: { kind: 'destination', name }, hold: note };
};
const release = (name: string): ManifestEdit => ({ kind: 'release', holder: { kind: 'destination', name } });
const HOLD_FLEET: ManifestEdit = { kind: 'hold', holder: { kind: 'defaults' }, hold: AUDIT };
const RELEASE_FLEET: ManifestEdit = { kind: 'release', holder: { kind: 'defaults' } };

const fleet = (defaults: string, c = '') => `${defaults}${one(c)}\n`;

/** Name, the manifest before, the edits, and the manifest afterwards or the refusal. */
type Row = readonly [name: string, before: string, edits: readonly ManifestEdit[], after: string];

const ROWS: readonly Row[] = [
  [
    'a hold is one line, behind the last one and before blank lines and comments',
    one('\n    # all of them\n\n  # the end\n'),
    [hold('c', { until: '2027-01-31', owner: '@acme/soc', reason: 'why: audit' })],
    one(
      '\n    hold: { reason: "why: audit", owner: "@acme/soc", until: 2027-01-31 }\n    # all of them\n\n  # the end\n',
    ),
  ],
  [
    'a release takes that line out',
    one('\n    hold: { reason: x } # for now\n    labels: {}\n'),
    [release('c')],
    one('\n    labels: {}\n'),
  ],
  [
    'a release takes a block out',
    one('\n    hold:\n      reason: x\n      owner: me\n    labels: {}\n'),
    [release('c')],
    one('\n    labels: {}\n'),
  ],
  [
    'a note is changed where it stands, comments stay',
    one('\n    hold: # mind\n      reason: x # so far\n      until: 2027-01-31\n'),
    [hold('c', { reason: 'audit', until: '2027-01-31' })],
    one('\n    hold: # mind\n      reason: audit # so far\n      until: 2027-01-31\n'),
  ],
  [
    'the same note changes nothing',
    one('\n    hold: {reason: audit}\n'),
    [hold('c')],
    one('\n    hold: {reason: audit}\n'),
  ],
  [
    'line breaks of Windows stay',
    one('\n').replaceAll('\n', '\r\n'),
    [hold('c')],
    one('\n    hold: { reason: audit }\n').replaceAll('\n', '\r\n'),
  ],
  [
    'a destination between braces gets it there',
    `${HEAD}  c: { ${inBraces(1)} }\n`,
    [hold('c')],
    `${HEAD}  c: { ${inBraces(1)}, hold: { reason: audit } }\n`,
  ],
  [
    'and loses it there',
    `${HEAD}  c: { hold: { reason: audit }, ${inBraces(1)} }\n`,
    [release('c')],
    `${HEAD}  c: { ${inBraces(1)} }\n`,
  ],
  [
    'several destinations at once',
    two('', ''),
    [hold('c'), hold('d')],
    two('\n    hold: { reason: audit }', '\n    hold: { reason: audit }'),
  ],
  [
    'who shares a hold gets its own',
    two('\n    hold: &h { reason: x }', '\n    hold: *h # same'),
    [hold('d')],
    two('\n    hold: &h { reason: x }', '\n    hold: { reason: audit } # same'),
  ],
  [
    'who shares a hold loses its own alone',
    two('\n    hold: &h { reason: x }', '\n    hold: *h # same'),
    [release('d')],
    two('\n    hold: &h { reason: x }', ''),
  ],
  [
    'who others share it with is changed alone',
    two('\n    hold: &h { reason: x }', '\n    hold: *h'),
    [hold('c')],
    two('\n    hold: &h { reason: audit }', '\n    hold: { reason: x }'),
  ],
  [
    'a merged hold is overridden',
    `${HEAD}  c: &c\n    ${fields(1)}\n    hold: { reason: x }\n  d:\n    <<: *c\n    destination_team_id: 2\n`,
    [hold('d')],
    `${HEAD}  c: &c\n    ${fields(1)}\n    hold: { reason: x }\n  d:\n    <<: *c\n    destination_team_id: 2\n    hold: { reason: audit }\n`,
  ],
  [
    'a merged hold cannot be taken back',
    `${HEAD}  c: &c\n    ${fields(1)}\n    hold: { reason: x }\n  d:\n    <<: *c\n    destination_team_id: 2\n`,
    [release('d')],
    'RUN013 10:3 the manifest is written in a way that storysync cannot edit without touching anything else; nothing was changed; take "hold" out by hand of what destination "d" takes over',
  ],
  [
    'one that another destination would inherit is not written',
    `${HEAD}  c: &c\n    ${fields(1)}\n  d:\n    <<: *c\n    destination_team_id: 2\n`,
    [hold('c')],
    'RUN013 4:3 the manifest is written in a way that storysync cannot edit without touching anything else; nothing was changed; write by hand in destination "c": hold: { reason: audit }',
  ],
  [
    'an unknown name is none',
    one('\n'),
    [hold('cc')],
    'RUN011 undefined:undefined the manifest has no destination "cc"; did you mean "c"?',
  ],
  [
    'what is not held is not released',
    one('\n'),
    [release('c')],
    'RUN018 4:3 destination "c" is not held; nothing to release',
  ],
  [
    'what the fleet holds is not released alone',
    fleet('defaults: { hold: { reason: x } }\n'),
    [release('c')],
    'RUN019 5:3 destination "c" is held by "defaults", as every destination is; release the whole fleet: storysync release --destination \'*\'',
  ],
  [
    'the fleet is held in two lines at the end, where there are no defaults',
    fleet(''),
    [HOLD_FLEET],
    `${fleet('')}defaults:\n  hold: { reason: audit }\n`,
  ],
  ['and released without a trace', `${fleet('')}defaults:\n  hold: { reason: audit }\n`, [RELEASE_FLEET], fleet('')],
  [
    'the fleet is held in one line beside other defaults',
    fleet('defaults:\n  on_drift: keep # for all\n'),
    [HOLD_FLEET],
    fleet('defaults:\n  on_drift: keep # for all\n  hold: { reason: audit }\n'),
  ],
  [
    'other defaults stay',
    fleet('defaults:\n  hold: { reason: audit }\n  on_drift: keep # for all\n'),
    [RELEASE_FLEET],
    fleet('defaults:\n  on_drift: keep # for all\n'),
  ],
  [
    'a comment among the defaults stays',
    fleet('defaults:\n  # for all\n  hold: { reason: audit }\n'),
    [RELEASE_FLEET],
    fleet('defaults:\n  # for all\n  {}\n'),
  ],
  [
    'a comment between the braces stays',
    fleet('defaults: { # for all\n  hold: { reason: audit } }\n'),
    [RELEASE_FLEET],
    fleet('defaults: { # for all\n   }\n'),
  ],
  [
    'empty defaults are filled',
    fleet('defaults: {} # none\n'),
    [HOLD_FLEET],
    fleet('defaults: { hold: { reason: audit } } # none\n'),
  ],
  [
    'a destination that is held by itself stays so',
    fleet('defaults: { hold: { reason: x } }\n', '\n    hold: { reason: y }'),
    [RELEASE_FLEET],
    fleet('', '\n    hold: { reason: y }'),
  ],
  [
    'a fleet that is not held is not released, and who is held is named',
    two('\n    hold: { reason: x }', ''),
    [RELEASE_FLEET],
    'RUN018 undefined:undefined the fleet is not held: "defaults" has no "hold"; release by name what is held by itself: "c"',
  ],
];

describe('editing holds', () => {
  it.each(ROWS)('%s', (_, before, edits, after) => {
    expect(edit(before, ...edits)).toBe(after);
  });
});

it('in any order, holding and releasing leaves the bytes as they were', () => {
  const note = fc.record(
    { reason: fc.constantFrom('audit', 'yes', 'a: b', '# 3', '{x}', "it's"), owner: fc.constantFrom('@soc', 'me') },
    { requiredKeys: ['reason'] },
  );
  const before = fc.constantFrom(
    two('', ''),
    two(' # last', '').replaceAll('\n', '\r\n'),
    fleet('defaults:\n  on_drift: keep\n'),
  );
  const who = fc.constantFrom('c', 'fleet');
  fc.assert(
    fc.property(before, note, who, (text, why, at) => {
      const [put, take] = at === 'c' ? [hold('c', why), release('c')] : [{ ...HOLD_FLEET, hold: why }, RELEASE_FLEET];
      const held = edit(text, put);
      const { manifest } = open(held);
      expect(manifest?.destinations.map((each) => each.hold)).toEqual(
        manifest?.destinations.map(({ name }) => (at === 'c' && name !== 'c' ? undefined : why)),
      );
      expect(edit(held, take)).toBe(text);
    }),
    { numRuns: 60 },
  );
});
