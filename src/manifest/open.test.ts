import { describe, expect, it } from 'vitest';
import { brief, destination, full, head, open } from '../../test/support/example-manifest.ts';

describe('a valid manifest', () => {
  it('comes out in its one full form', () => {
    const { manifest, problems } = open(full);
    expect(problems).toEqual([]);
    expect(manifest?.origin).toEqual({
      tenantUrl: 'https://acme.tines.com',
      teamId: 7,
      keyName: 'ACME_KEY',
      requireChangeControl: true,
    });
    expect([...(manifest?.stories ?? [])]).toMatchObject([
      ['a', { key: 'a', id: 1, file: 'stories/a.json', place: { line: 4, column: 3 } }],
      [
        'b',
        {
          key: 'b',
          id: 2,
          file: 'stories/b2.json',
          allowedLiterals: [{ path: 'agents[Get].options.url', reason: 'demo key', place: { line: 5, column: 63 } }],
          place: { line: 5, column: 3 },
        },
      ],
    ]);
    expect(manifest?.stories.get('a')).not.toHaveProperty('allowedLiterals');
    const rest = { webhookUrls: 'keep', changeControl: 'fail', prerequisites: 'fail' };
    expect(manifest?.destinations).toMatchObject([
      {
        ...rest,
        name: 'contoso',
        keyName: 'CONTOSO_KEY',
        teamId: 42,
        folderId: 3,
        onDrift: 'keep',
        manualSyncOnly: false,
        labels: { region: 'eu', ring: 'canary' },
        place: { line: 13, column: 3 },
        subscriptions: [
          { storyKey: 'a', adopt: true, place: { line: 17, column: 15 } },
          { storyKey: 'b', adopt: false, detached: { reason: 'later' }, place: { line: 17, column: 15 } },
        ],
      },
      {
        ...rest,
        name: 'staging',
        tenantUrl: 'https://acme.tines.com',
        keyName: 'ACME_KEY',
        onDrift: 'overwrite',
        manualSyncOnly: true,
        labels: { region: 'eu', ring: 'late' },
        subscriptions: [{ storyKey: 'a', adopt: false }],
      },
    ]);
    expect(manifest?.destinations[0]?.subscriptions[0]).not.toHaveProperty('detached');
  });

  it('may subscribe to nothing and have nothing', () => {
    expect(open(destination('    stories: []')).manifest?.destinations[0]?.subscriptions).toEqual([]);
    expect(open('version: 1\nstories: {}\ndestinations: {}\n').problems).toEqual([]);
    expect(open('\ufeffversion: 1\r\nstories:\r\n  a:\r\ndestinations: {}\r\n').problems).toEqual([]);
  });

  it('reads anchors, aliases and merge keys, and points at the use', () => {
    const { manifest, problems } = open(`${head}  d: &base
    destination_tenant_url: https://d.tines.com
    destination_tenant_api_key: \${D_KEY}
    destination_team_id: 4
    stories: &pack [a, b]
  e:
    <<: *base
    destination_team_id: 5
  f:
    <<: [{ destination_team_id: 6 }, *base]
    stories: *pack
`);
    expect(problems).toEqual([]);
    const seen = manifest?.destinations.map(({ teamId, subscriptions }) => [
      teamId,
      ...subscriptions.map(({ storyKey, place }) => `${storyKey} ${place.line}:${place.column}`),
    ]);
    expect(seen).toEqual([
      [4, 'a 9:21', 'b 9:24'],
      [5, 'a 11:9', 'b 11:9'],
      [6, 'a 15:14', 'b 15:14'],
    ]);
  });

  it('lets an alias mean the latest anchor before it', () => {
    const text = destination('    labels: { x: &v one, y: *v, z: &v two, w: *v }\n    stories: []');
    expect(open(text).manifest?.destinations[0]?.labels).toEqual({ x: 'one', y: 'one', z: 'two', w: 'two' });
  });

  it('keeps names such as __proto__ and constructor apart from the language', () => {
    const text = destination('    labels: { __proto__: x, constructor: y }\n    stories: [a]');
    expect(Object.entries(open(text).manifest?.destinations[0]?.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(brief(open(destination('    stories: [constructor, toString]')).problems)).toEqual([
      'MAN034 9:15',
      'MAN034 9:28',
    ]);
  });

  it('counts a story once, whatever brings it, and warns only about the list itself', () => {
    const { manifest, problems } = open(destination('    stories: [a, "@ab", "@all", a]'));
    expect(manifest?.destinations[0]?.subscriptions.map(({ storyKey }) => storyKey)).toEqual(['a', 'b', 'c']);
    expect(problems).toMatchObject([{ code: 'MAN037', severity: 'warning', place: { line: 9, column: 33 } }]);
  });

  it('is warned about a date that has passed, from the next day on', () => {
    const text = (until: string) =>
      destination(`    stories: [a]\n    detached: { a: { reason: x, until: ${until} } }`);
    expect(open(text('2026-11-22')).problems).toEqual([]);
    expect(open(text('2026-11-21'))).toMatchObject({
      manifest: {},
      problems: [{ code: 'MAN044', severity: 'warning' }],
    });
  });

  it('is held past its last day too, and says so', () => {
    const text = destination('    stories: [a]\n    hold: { reason: audit, owner: "@soc", until: 2026-11-21 }');
    const { manifest, problems } = open(text);
    expect(manifest?.destinations[0]?.hold).toEqual({ reason: 'audit', owner: '@soc', until: '2026-11-21' });
    expect(problems).toMatchObject([
      {
        code: 'MAN044',
        severity: 'warning',
        message: '"until" in "hold" of destination "d" is in the past (2026-11-21); nothing is pushed there still',
        hint: 'release the destination, or set a later date',
        place: { line: 10, column: 50 },
      },
    ]);
  });

  it.each([
    ['the fleet is held as a whole', '', { reason: 'freeze', until: '2027-01-04' }],
    ['a destination says better why, and takes nothing over', '    hold: { reason: audit }', { reason: 'audit' }],
  ])('%s', (_, own, hold) => {
    const text = destination(`    stories: [a]\n${own}`);
    const fleet = `defaults: { hold: { reason: freeze, until: 2027-01-04 } }\n${text}`;
    expect(open(fleet).manifest?.destinations.map((each) => each.hold)).toEqual([hold]);
    expect(open(text).manifest?.destinations[0]?.hold).toEqual(own === '' ? undefined : hold);
  });
});

/** Mistakes outside destinations, then in the destination `d`: text, what is found where, and a piece of the hint. */
