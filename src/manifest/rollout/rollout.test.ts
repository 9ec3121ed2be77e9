import { describe, expect, it } from 'vitest';
import { brief, open } from '../../../test/support/example-manifest.ts';

/** `rollout:` stands on line 2, what is given of it begins on line 3; then two destinations. */
function withRollout(rollout: string, labels: readonly string[] = ['{ ring: canary }', '{}']): string {
  const destinations = labels.map(
    (each, index) => `  t${index}:
    destination_tenant_url: https://t${index}.tines.com
    destination_tenant_api_key: \${T${index}_KEY}
    destination_team_id: 4
    stories: []
    labels: ${each}
`,
  );
  const all = destinations.length === 0 ? '  {}\n' : destinations.join('');
  return `version: 1\nrollout:\n${rollout}\nstories: {}\ndestinations:\n${all}`;
}

const TWO = '  rings: [{ name: canary, match: { ring: canary } }, { name: broad }]';
const WINDOW_TEXTS = (window: string): string => withRollout(`${TWO}\n  windows:\n    - ${window}`);

const written = `  rings:
    - { name: canary, match: { ring: canary } }
    - { name: early, match: { ring: early*, region: eu }, soak: 4h, batch: 3 }
    - { name: broad, soak: 24h, batch: 10% }
  max_failed: { early: 1, broad: 2% }
  windows:
    - { allow: "Mon-Thu 07:00-16:00", tz: Europe/Dublin, rings: [broad] }
    - { deny: 2026-12-18/2027-01-04, reason: year end }`;

describe('a rollout', () => {
  it('comes out in its one full form', () => {
    const { manifest, problems } = open(
      withRollout(written, ['{ ring: canary }', '{ ring: early2, region: eu }', '{}']),
    );
    expect(problems).toEqual([]);
    expect(manifest?.rollout).toEqual({
      rings: [
        {
          name: 'canary',
          match: { ring: 'canary' },
          soak: 0,
          batch: undefined,
          maxFailed: { kind: 'count', value: 0 },
          place: { file: 'sync.yaml', line: 4, column: 15, endLine: 4, endColumn: 21 },
        },
        {
          name: 'early',
          match: { ring: 'early*', region: 'eu' },
          soak: 4 * 3_600_000,
          batch: { kind: 'count', value: 3 },
          maxFailed: { kind: 'count', value: 1 },
          place: { file: 'sync.yaml', line: 5, column: 15, endLine: 5, endColumn: 20 },
        },
        {
          name: 'broad',
          match: undefined,
          soak: 24 * 3_600_000,
          batch: { kind: 'percent', value: 10 },
          maxFailed: { kind: 'percent', value: 2 },
          place: { file: 'sync.yaml', line: 6, column: 15, endLine: 6, endColumn: 20 },
        },
      ],
      windows: [
        {
          kind: 'allow',
          when: { kind: 'week', days: [1, 2, 3, 4], from: 420, to: 960 },
          timeZone: 'Europe/Dublin',
          rings: ['broad'],
          reason: undefined,
          text: 'Mon-Thu 07:00-16:00',
        },
        {
          kind: 'deny',
          when: { kind: 'dates', from: '2026-12-18', to: '2027-01-04' },
          timeZone: 'UTC',
          rings: undefined,
          reason: 'year end',
          text: '2026-12-18/2027-01-04',
        },
      ],
    });
  });

  it('is none where the manifest has none', () => {
    expect(open('version: 1\nstories: {}\ndestinations: {}\n').manifest).not.toHaveProperty('rollout');
  });

  it('comes by anchors and merge keys as everything does', () => {
    const { manifest, problems } = open(
      withRollout(`  rings:
    - { name: canary, match: &canary { ring: canary } }
    - &step { name: early, match: { <<: *canary, ring: early }, soak: 4h, batch: 10% }
    - { <<: *step, name: late, match: { ring: late } }
    - { name: broad }
  windows: [{ deny: &xmas 2026-12-24, rings: &some [late] }, { deny: *xmas, tz: Europe/Dublin, rings: *some }]`),
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(manifest?.rollout?.rings.map(({ name, match, soak }) => [name, match, soak])).toEqual([
      ['canary', { ring: 'canary' }, 0],
      ['early', { ring: 'early' }, 14_400_000],
      ['late', { ring: 'late' }, 14_400_000],
      ['broad', undefined, 0],
    ]);
    expect(manifest?.rollout?.windows.map(({ text, rings }) => [text, rings])).toEqual([
      ['2026-12-24', ['late']],
      ['2026-12-24', ['late']],
    ]);
  });

  it('warns of a ring that nobody is in, unless it takes everybody else', () => {
    const { manifest, problems } = open(withRollout(TWO, ['{ ring: canry }']));
    expect(problems).toMatchObject([{ code: 'MAN060', severity: 'warning', place: { line: 3, column: 19 } }]);
    expect(manifest).toBeDefined();
    expect(open(withRollout(TWO, ['{ ring: canary }'])).problems).toEqual([]);
    expect(open(withRollout(TWO, [])).problems).toEqual([]);
  });

  it('finds each destination that is in no ring, where it stands', () => {
    const alone = '  rings: [{ name: canary, match: { ring: canary } }]';
    const { problems } = open(withRollout(alone, ['{ ring: canary }', '{ ring: canry }', '{}']));
    expect(problems).toMatchObject([
      {
        code: 'MAN059',
        message: 'destination "t1" is in no ring of the rollout',
        hint: 'did you mean the label ring: canary?',
        place: { line: 12, column: 3 },
      },
      { code: 'MAN059', hint: 'give it the labels of a ring, or end the rings with one that has no "match"' },
    ]);
  });

  it('says nothing of rings while a label, or a ring, is in doubt', () => {
    const alone = '  rings: [{ name: canary, match: { ring: canary } }]';
    expect(brief(open(withRollout(alone, ['{ ring: canary }', '{ ring: 1 }'])).problems)).toEqual(['MAN045 17:21']);
    expect(brief(open(withRollout(alone.replace('ring: canary', 'ring: 1'), ['{}'])).problems)).toEqual([
      'MAN020 3:42',
    ]);
  });
});

const mistakes: readonly (readonly [name: string, rollout: string, found: readonly string[], hint?: string])[] = [
  ['a rollout in a word', '  canary', ['MAN020 3:3'], 'key: value'],
  ['no rings', '  max_failed: {}', ['MAN019 2:1'], 'rings'],
  ['an empty list of rings', '  rings: []', ['MAN024 3:3'], 'at least one'],
  ['rings as a map', '  rings: { canary: {} }', ['MAN020 3:3'], '"- "'],
  ['a ring in a word', '  rings: [canary]', ['MAN020 3:11'], 'key: value'],
  ['a ring without name', '  rings: [{ match: { ring: x } }]', ['MAN019 3:11'], 'name: canary'],
  ['a ring of a bad name', '  rings: [{ name: Canary EU }]', ['MAN023 3:19'], 'canary-eu'],
  ['an unknown key', '  rings: [{ name: a, matches: { ring: x } }]', ['MAN014 3:22'], 'did you mean "match"?'],
  ['a ring twice', '  rings: [{ name: a, match: { x: y } }, { name: a }]', ['MAN050 3:49'], 'rename'],
  [
    'everybody in the first ring',
    '  rings: [{ name: a }, { name: b, match: { ring: b } }]',
    ['MAN052 3:19'],
    'to the end',
  ],
  ['labels of nobody in particular', '  rings: [{ name: a, match: {} }]', ['MAN024 3:22'], 'leave the key out'],
  ['a number as label', '  rings: [{ name: a, match: { x: 1 } }]', ['MAN020 3:34'], 'put it in quotes: "1"'],
  ['a glob without end', `  rings: [{ name: a, match: { x: ${'*'.repeat(101)} } }]`, ['MAN009 3:34']],
  ['a long glob', `  rings: [{ name: a, match: { x: "${'*'.repeat(101)}" } }]`, ['MAN025 3:34'], 'shorter'],
  ['soak on the first ring', '  rings: [{ name: a, soak: 4h }]', ['MAN052 3:28'], 'the ring before'],
  ['soak without unit', `${TWO.replace('broad', 'broad, soak: 4')}`, ['MAN020 3:75'], 'unit'],
  ['soak in words', `${TWO.replace('broad', 'broad, soak: 4 hours')}`, ['MAN053 3:75'], 'write 4h,'],
  ['soak in weeks', `${TWO.replace('broad', 'broad, soak: 2w')}`, ['MAN053 3:75'], 'write 14d,'],
  ['soak in two units', `${TWO.replace('broad', 'broad, soak: 1h30m')}`, ['MAN053 3:75'], 'write 90m,'],
  ['half an hour', `${TWO.replace('broad', 'broad, soak: 0.5h')}`, ['MAN053 3:75'], '30m'],
  ['soak of more than a year', `${TWO.replace('broad', 'broad, soak: 366d')}`, ['MAN053 3:75'], '1d'],
  ['negative soak', `${TWO.replace('broad', 'broad, soak: -4h')}`, ['MAN053 3:75']],
  ['a batch of none', `${TWO.replace('broad', 'broad, batch: 0')}`, ['MAN022 3:76'], '10%'],
  ['a batch of half a destination', `${TWO.replace('broad', 'broad, batch: 1.5')}`, ['MAN020 3:76'], '10%'],
  ['a batch of 0 %', `${TWO.replace('broad', 'broad, batch: 0%')}`, ['MAN054 3:76'], '10%'],
  ['a batch of 101 %', `${TWO.replace('broad', 'broad, batch: 101%')}`, ['MAN054 3:76'], '10%'],
  ['a batch in quotes', `${TWO.replace('broad', 'broad, batch: "10"')}`, ['MAN054 3:76'], 'write 10, without quotes'],
  ['a batch with a space', `${TWO.replace('broad', 'broad, batch: 10 %')}`, ['MAN054 3:76'], 'write 10%,'],
  ['a budget of less than none', `${TWO}\n  max_failed: { broad: -1 }`, ['MAN022 4:24'], '2%'],
  ['a budget of a list', `${TWO}\n  max_failed: { broad: [1] }`, ['MAN020 4:17'], '2%'],
  ['one budget for all rings', `${TWO}\n  max_failed: 1`, ['MAN020 4:15'], 'key: value'],
  ['a budget of another ring', `${TWO}\n  max_failed: { brood: 1 }`, ['MAN051 4:17'], 'did you mean "broad"?'],
  ['a budget of what is no name', `${TWO}\n  max_failed: { "X Y/Z": 1 }`, ['MAN051 4:17'], 'rings: canary, broad'],
  ['windows as a map', `${TWO}\n  windows: { deny: Fri }`, ['MAN020 4:3'], '"- "'],
];

const windowMistakes: typeof mistakes = [
  ['in a word', 'Fri', ['MAN020 5:7'], 'key: value'],
  ['without a time', '{ tz: UTC }', ['MAN057 5:9'], 'Mon-Thu'],
  ['that allows and denies', '{ allow: Mon, deny: Fri }', ['MAN057 5:9'], 'two windows'],
  ['of a number', '{ deny: 2026 }', ['MAN020 5:15'], 'Sat,Sun'],
  ['of hours without minutes', '{ allow: 7-16 }', ['MAN055 5:16'], '07:00-16:00'],
  ['of hours of one digit', '{ allow: 7:00-16:00 }', ['MAN055 5:16'], 'write two digits: 07:00-16:00'],
  ['of an hour that is none', '{ allow: "07:00-24:01" }', ['MAN055 5:16'], '24:00'],
  ['of a minute that is none', '{ allow: 07:60-16:00 }', ['MAN055 5:16'], '24 hours'],
  ['of no time', '{ allow: Mon 07:00-07:00 }', ['MAN055 5:16'], 'write "Mon" for whole days'],
  [
    'over midnight',
    '{ allow: Fri,Sun 22:00-06:00 }'.replace('Fri,Sun 22:00-06:00', '"Fri,Sun 22:00-06:00"'),
    ['MAN055 5:16'],
    'write it as two: "Fri,Sun 22:00-24:00" and "Sat,Mon 00:00-06:00"',
  ],
  ['over any midnight', '{ deny: 22:00-06:00 }', ['MAN055 5:15'], '"22:00-24:00" and "00:00-06:00"'],
  ['until midnight', '{ deny: Fri 22:00-00:00 }', ['MAN055 5:15'], 'write "Fri 22:00-24:00"'],
  ['of a day in full', '{ deny: Friday }', ['MAN055 5:15'], 'did you mean "Fri"?'],
  ['of a day in lower case', '{ deny: fri }', ['MAN055 5:15'], 'did you mean "Fri"?'],
  ['of days in braces', '{ deny: Sat,Sun }', ['MAN014 5:19'], 'put the days in quotes'],
  ['of three parts', '{ deny: Fri 07:00 - 16:00 }', ['MAN055 5:15'], '07:00-16:00'],
  ['of a day that the calendar lacks', '{ deny: 2027-02-29 }', ['MAN055 5:15'], '2026-12-24'],
  ['of dates that end first', '{ deny: 2027-01-04/2026-12-18 }', ['MAN055 5:15'], 'write 2026-12-18/2027-01-04'],
  ['of three dates', '{ deny: 2026-12-18/2026-12-19/2026-12-20 }', ['MAN055 5:15'], '2026-12-24'],
  ['of a text', '{ deny: whenever you like }', ['MAN055 5:15'], 'Sat,Sun'],
  ['of an empty text', '{ deny: "" }', ['MAN055 5:15']],
  ['of a list', '{ deny: [Fri, Sat] }', ['MAN020 5:9'], 'Sat,Sun'],
  ['in no time zone', '{ deny: Fri, tz: Dublin }', ['MAN056 5:24'], 'did you mean "Europe/Dublin"?'],
  ['in a misspelt zone', '{ deny: Fri, tz: Europe/Dubln }', ['MAN056 5:24'], 'did you mean "Europe/Dublin"?'],
  ['in an offset', '{ deny: Fri, tz: "+01:00" }', ['MAN056 5:24'], 'Europe/Dublin'],
  ['in an offset without sign', '{ deny: Fri, tz: 1 }', ['MAN020 5:24']],
  ['of another ring', '{ deny: Fri, rings: [canary, brood] }', ['MAN051 5:36'], 'did you mean "broad"?'],
  ['of no ring', '{ deny: Fri, rings: [] }', ['MAN024 5:20'], 'leave the key out'],
  ['of a ring in a word', '{ deny: Fri, rings: broad }', ['MAN020 5:27'], 'write a list'],
  ['for a blank', '{ deny: Fri, reason: " " }', ['MAN024 5:28'], 'fill it in'],
];

describe('a mistake in a rollout', () => {
  const all = [
    ...mistakes.map(([name, rollout, found, hint = '']) => ({ name, text: withRollout(rollout), found, hint })),
    ...windowMistakes.map(([name, window, found, hint = '']) => ({
      name: `a window ${name}`,
      text: WINDOW_TEXTS(window),
      found,
      hint,
    })),
  ];

  it.each(all)('is found where it stands: $name', ({ text, found, hint }) => {
    const { manifest, problems } = open(text);
    expect(brief(problems)).toEqual(found);
    expect(problems[0]?.hint ?? '').toContain(hint);
    expect(manifest).toBeUndefined();
  });

  it('is all of them at once', () => {
    const { problems } = open(
      withRollout(`  rings:
    - { name: canary, match: { ring: canary }, soak: 1h }
    - { name: canary, match: { ring: x } }
    - { name: broad, batch: 0% }
  max_failed: { cannary: 1 }
  windows:
    - { allow: Mon-Fri 22:00-02:00, tz: Mars/Base, rings: [brad] }`),
    );
    expect(brief(problems)).toEqual([
      'MAN052 4:54',
      'MAN050 5:15',
      'MAN054 6:29',
      'MAN051 7:17',
      'MAN055 9:16',
      'MAN056 9:41',
      'MAN051 9:60',
    ]);
  });
});

describe('the size of a rollout', () => {
  const rings = (count: number): string =>
    `  rings:\n${Array.from({ length: count }, (_, index) => `    - { name: r${index}, match: { ring: canary } }\n`).join('')}    - { name: rest }`;
  const windows = (count: number): string => `${TWO}\n  windows:\n${'    - { deny: Fri }\n'.repeat(count)}`;

  it.each([
    ['50 rings', rings(49), []],
    ['200 windows', windows(200), []],
    ['a ring more', rings(50), ['MAN058 54:7']],
    ['a window more', windows(201), ['MAN058 205:7']],
  ])('is bounded: %s', (_, rollout, found) => {
    const errors = open(withRollout(rollout)).problems.filter(({ severity }) => severity === 'error');
    expect(brief(errors)).toEqual(found);
  });
});
