import { describe, expect, it } from 'vitest';
import { edit } from '../../../test/support/example-edit.ts';
import type { ManifestEdit } from './edit.ts';

const KEY = 'destination_tenant_api_key_version';
const rotate = (destination: string): ManifestEdit => ({ kind: 'rotate', destination });

const HEAD = `version: 1 # of the format
origin: { tenant_url: "https://acme.tines.com", team_id: 7, api_key: "\${A}" }
stories: { a: { id: 1 } }
`;

const fields = (team: number, engine = 'native') => `engine: ${engine}
    destination_tenant_url: https://c.tines.com
    destination_tenant_api_key: "\${C}"
    destination_team_id: ${team}
    stories: [a]`;
const inBraces = (team: number): string => fields(team).replaceAll('\n    ', ', ');
const one = (more: string, defaults = ''): string => `${HEAD}${defaults}destinations:\n  c:\n    ${fields(1)}${more}\n`;
const two = (c: string, d: string): string =>
  `${HEAD}destinations:\n  c:\n    ${fields(1)}${c}\n  d:\n    ${fields(2)}${d}\n`;

/** Name, the manifest before, the destinations to rotate, and the manifest afterwards or the refusal. */
type Row = readonly [name: string, before: string, names: readonly string[], after: string];

const ROWS: readonly Row[] = [
  [
    'begins with 1, in a line behind the last one and before blank lines and comments',
    one('\n    # all of them\n\n  # the end'),
    ['c'],
    one(`\n    ${KEY}: 1\n    # all of them\n\n  # the end`),
  ],
  [
    'raises the number where it stands, and keeps the comment behind it',
    one(`\n    ${KEY}: 9 # July\n    labels: {}`),
    ['c'],
    one(`\n    ${KEY}: 10 # July\n    labels: {}`),
  ],
  [
    'keeps line breaks of Windows',
    one('').replaceAll('\n', '\r\n'),
    ['c'],
    one(`\n    ${KEY}: 1`).replaceAll('\n', '\r\n'),
  ],
  [
    'raises it between braces',
    `${HEAD}destinations:\n  c: { ${KEY}: 2, ${inBraces(1)} }\n`,
    ['c'],
    `${HEAD}destinations:\n  c: { ${KEY}: 3, ${inBraces(1)} }\n`,
  ],
  [
    'begins between braces',
    `${HEAD}destinations:\n  c: { ${inBraces(1)} }\n`,
    ['c'],
    `${HEAD}destinations:\n  c: { ${inBraces(1)}, ${KEY}: 1 }\n`,
  ],
  [
    'raises each of several by itself',
    two(`\n    ${KEY}: 4`, ''),
    ['c', 'd'],
    two(`\n    ${KEY}: 5`, `\n    ${KEY}: 1`),
  ],
  [
    'goes on from the number of "defaults", which stay',
    one('', `defaults: { ${KEY}: 3 }\n`),
    ['c'],
    one(`\n    ${KEY}: 4`, `defaults: { ${KEY}: 3 }\n`),
  ],
  [
    'gives who shares a number its own',
    two(`\n    ${KEY}: &v 2`, `\n    ${KEY}: *v # same`),
    ['d'],
    two(`\n    ${KEY}: &v 2`, `\n    ${KEY}: 3 # same`),
  ],
  [
    'leaves the number to those that share it with who is rotated',
    two(`\n    ${KEY}: &v 2`, `\n    ${KEY}: *v`),
    ['c'],
    two(`\n    ${KEY}: &v 3`, `\n    ${KEY}: 2`),
  ],
  [
    'overrides a merged number',
    `${HEAD}destinations:\n  c: &c\n    ${fields(1)}\n    ${KEY}: 2\n  d:\n    <<: *c\n    destination_team_id: 2\n`,
    ['d'],
    `${HEAD}destinations:\n  c: &c\n    ${fields(1)}\n    ${KEY}: 2\n  d:\n    <<: *c\n    destination_team_id: 2\n    ${KEY}: 3\n`,
  ],
  [
    'keeps a hold, whichever stands first',
    one('\n    hold: { reason: audit }'),
    ['c'],
    one(`\n    hold: { reason: audit }\n    ${KEY}: 1`),
  ],
  [
    'is not written where another destination would inherit it',
    `${HEAD}destinations:\n  c: &c\n    ${fields(1)}\n  d:\n    <<: *c\n    destination_team_id: 2\n`,
    ['c'],
    `RUN013 5:3 the manifest is written in a way that storysync cannot edit without touching anything else; nothing was changed; write by hand in destination "c": ${KEY}: 1`,
  ],
  [
    'knows no other names',
    one(''),
    ['cc'],
    'RUN011 undefined:undefined the manifest has no destination "cc"; did you mean "c"?',
  ],
  [
    'is nothing for a destination that is pushed to, and then nobody is rotated',
    two('', '').replace(fields(1), fields(1, 'push')),
    ['c', 'd'],
    'RUN066 5:3 destination "c" is pushed to: its key is handed to nobody, so there is nothing to hand over again; give the new key to whoever runs the sync, under the same name',
  ],
  [
    'is nothing for a team of the origin’s own tenant',
    one('').replace('c.tines.com', 'acme.tines.com').replace('    destination_tenant_api_key: "${C}"\n', ''),
    ['c'],
    'RUN066 5:3 destination "c" is a team of the origin\'s own tenant, for which the vendor needs no key; nothing to rotate',
  ],
];

describe('rotating a key', () => {
  it.each(ROWS)('%s', (_, before, names, after) => {
    expect(edit(before, ...names.map(rotate))).toBe(after);
  });
});
