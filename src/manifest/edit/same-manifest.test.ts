import { expect, it } from 'vitest';
import { full, open } from '../../../test/support/example-manifest.ts';
import { sameManifest } from './same-manifest.ts';

function same(text: string): boolean {
  const [a, b] = [open(full).manifest, open(text).manifest];
  if (a === undefined || b === undefined) throw new Error('the example does not open');
  return sameManifest(a, b);
}

it.each([
  ['comments and blank lines', full.replace('groups:', '# which\n\ngroups:')],
  ['quotes', full.replace('on_drift: keep', 'on_drift: "keep"')],
])('%s make no difference', (_name, text) => {
  expect(same(text)).toBe(true);
});

it.each([
  ['a reason', full.replace('reason: later', 'reason: sooner')],
  ['a label, also one that is called "place"', full.replace('ring: late', 'ring: late, place: here')],
  ['the order of the catalogue', full.replace(/( {2}a: .*\n)( {2}b: .*\n)/, '$2$1')],
  ['an id', full.replace('id: 2', 'id: 3')],
  ['an option', full.replace('on_drift: keep', 'on_drift: fail')],
  ['a team', full.replace('team_id: 8', 'team_id: 9')],
  ['a pin', full.replace('adopt: [a]', 'adopt: [a]\n  pin: { commit: 4f2e91c, reason: x }')],
  ['the rollout', `${full}rollout: { rings: [{ name: all }] }\n`],
  ['the origin', full.replace('team_id: 7', 'team_id: 6')],
])('%s does', (_name, text) => {
  expect(text).not.toBe(full);
  expect(same(text)).toBe(false);
});
