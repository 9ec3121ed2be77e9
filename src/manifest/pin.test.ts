import { describe, expect, it } from 'vitest';
import { brief, destination, full, open } from '../../test/support/example-manifest.ts';

const pinned = (pin: string): string => destination(`    stories: [a, b]\n    pin: ${pin}`);

describe('a pin', () => {
  it('keeps what is said of it, the hash in lower case', () => {
    const text = pinned('{ commit: 4F2E91C, reason: incident 4711, owner: "@soc", until: 2027-01-15, stories: [b] }');
    const { manifest, problems } = open(text);
    expect(problems).toEqual([]);
    expect(manifest?.destinations[0]?.pin).toEqual({
      commit: '4f2e91c',
      reason: 'incident 4711',
      owner: '@soc',
      until: '2027-01-15',
      stories: ['b'],
    });
  });

  it('is about all stories unless it names some, and takes a hash of SHA-256 whole', () => {
    const commit = '0123456789abcdef'.repeat(4);
    expect(open(pinned(`{ commit: ${commit}, reason: x }`)).manifest?.destinations[0]?.pin).toEqual({
      commit,
      reason: 'x',
    });
  });

  it('stays past its last day, and says so', () => {
    const { manifest, problems } = open(pinned('{ commit: 4f2e91c, reason: x, until: 2026-11-21 }'));
    expect(manifest?.destinations[0]?.pin?.until).toBe('2026-11-21');
    expect(problems).toMatchObject([
      {
        code: 'MAN044',
        severity: 'warning',
        message: '"until" in "pin" of destination "d" is in the past (2026-11-21); the pin stays',
        hint: 'unpin the destination, or set a later date',
        place: { line: 10, column: 47 },
      },
    ]);
  });

  it.each([
    ['of the fleet holds for each destination', '', { commit: 'aaaaaaa', reason: 'freeze', stories: ['c'] }],
    [
      'of a destination replaces that of the fleet, and takes nothing over',
      '    pin: { commit: bbbbbbb, reason: own }',
      { commit: 'bbbbbbb', reason: 'own' },
    ],
  ])('%s', (_, own, pin) => {
    const text = destination(`    stories: [a]\n${own}`);
    const fleet = `defaults: { pin: { commit: aaaaaaa, reason: freeze, stories: [c] } }\n${text}`;
    expect(open(fleet).problems).toEqual([]);
    expect(open(fleet).manifest?.destinations[0]?.pin).toEqual(pin);
  });

  it('comes by an anchor or a merge key as every option does', () => {
    const text = `${pinned('&p { commit: 4f2e91c, reason: x }')}  e:
    destination_tenant_url: https://e.tines.com
    destination_tenant_api_key: \${E_KEY}
    destination_team_id: 5
    stories: [a]
    pin: { <<: *p, reason: same incident }
`;
    expect(open(text).manifest?.destinations[1]?.pin).toEqual({ commit: '4f2e91c', reason: 'same incident' });
  });

  const mistakes: readonly (readonly [name: string, pin: string, found: readonly string[], hint?: string])[] = [
    ['in a word', '4f2e91c', ['MAN020 10:10'], 'key: value'],
    ['that is empty', '', ['MAN020 10:5']],
    ['without reason', '{ commit: 4f2e91c }', ['MAN019 10:5'], 'stays at that commit'],
    ['for a blank', '{ commit: 4f2e91c, reason: " " }', ['MAN024 10:37'], 'fill it in'],
    ['without commit', '{ reason: x }', ['MAN019 10:5'], 'at least 7 digits'],
    ['to digits alone', '{ commit: 1234567, reason: x }', ['MAN020 10:20'], 'put it in quotes'],
    ['to digits with an e', '{ commit: 12e4567, reason: x }', ['MAN020 10:20'], 'put it in quotes'],
    ['to digits that begin with 0', '{ commit: 0123456, reason: x }', ['MAN020 10:20'], 'put it in quotes'],
    ['to six digits', '{ commit: 4f2e91, reason: x }', ['MAN049 10:20'], 'git rev-parse'],
    ['to a branch', '{ commit: main, reason: x }', ['MAN049 10:20'], 'git rev-parse'],
    ['to what is before a commit', '{ commit: "4f2e91c~1", reason: x }', ['MAN049 10:20']],
    ['to more than a hash', `{ commit: ${'a'.repeat(65)}, reason: x }`, ['MAN049 10:20']],
    ['to two lines', '{ commit: "4f2e91c\\n", reason: x }', ['MAN049 10:20']],
    ['until no day', '{ commit: 4f2e91c, reason: x, until: 2027-02-29 }', ['MAN043 10:47']],
    ['of no story', '{ commit: 4f2e91c, reason: x, stories: [] }', ['MAN024 10:40'], 'leave the key out'],
    ['of an unknown story', '{ commit: 4f2e91c, reason: x, stories: [bb] }', ['MAN034 10:50'], 'did you mean "b"?'],
    ['of a story not taken', '{ commit: 4f2e91c, reason: x, stories: [c] }', ['MAN042 10:50'], 'add "c"'],
    ['of a group', '{ commit: 4f2e91c, reason: x, stories: ["@ab"] }', ['MAN034 10:50'], 'one by one'],
    ['of a number', '{ commit: 4f2e91c, reason: x, stories: [7] }', ['MAN020 10:50'], 'put it in quotes: "7"'],
    ['with another key', '{ commit: 4f2e91c, reason: x, story: a }', ['MAN014 10:40'], 'did you mean "stories"?'],
  ];

  it.each(mistakes.map(([name, pin, found, hint = '']) => ({ name, pin, found, hint })))(
    '$name is a mistake where it stands',
    ({ pin, found, hint }) => {
      const { manifest, problems } = open(pinned(pin));
      expect(brief(problems)).toEqual(found);
      expect(problems[0]?.hint ?? '').toContain(hint);
      expect(manifest).toBeUndefined();
    },
  );

  it('names a story twice with a warning', () => {
    const { manifest, problems } = open(pinned('{ commit: 4f2e91c, reason: x, stories: [a, a] }'));
    expect(brief(problems)).toEqual(['MAN037 10:53']);
    expect(manifest?.destinations[0]?.pin?.stories).toEqual(['a']);
  });

  it('of the fleet names stories of the catalogue, also some that a destination does not take', () => {
    const fleet = (story: string): string =>
      full.replace('adopt: [a]', `pin: { commit: 4f2e91c, reason: x, stories: [${story}] }`);
    expect(open(fleet('b')).problems).toEqual([]);
    expect(open(fleet('x')).problems).toMatchObject([
      { code: 'MAN034', message: '"pin" of "defaults" names the unknown story "x"', place: { line: 11, column: 48 } },
    ]);
  });

  it('says nothing of what may have been pasted for a hash', () => {
    const { problems } = open(pinned('{ commit: "ZQhunter2-token", reason: x }'));
    expect(problems).toMatchObject([{ code: 'MAN049', hideSource: true }]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});
