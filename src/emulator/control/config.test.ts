import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('reads a full tenant', () => {
    const read = readConfig(`
latency_ms: 5
switches: { release: newer }
tenants:
  contoso:
    rate_limits: { record_types: 10 }
    keys: [{ key: k, kind: team, team: 42, role: viewer }]
    teams:
      - id: 42
        credentials: [virustotal, { slug: jira, read_access: GLOBAL }]
        stories: [{ file: a.json, change_control: true }]
`);
    expect(read).toMatchObject({ latency_ms: 5, tenants: { contoso: { teams: [{ id: 42 }] } } });
  });

  it.each([
    ['an unknown key', 'tenants: {}\ncolour: red', 'colour is unknown'],
    ['an unknown switch', 'switches: { nope: x }\ntenants: {}', 'there is no switch "nope"'],
    ['an unknown position', 'tenants: { a: { switches: { release: old } } }', 'current, newer'],
    ['an unknown key deep inside', 'tenants: { a: { teams: [{ id: 1, colour: x }] } }', 'tenants.a.teams[0].colour'],
    ['a missing tenants', 'latency_ms: 1', 'tenants is missing'],
    ['a team key without a team', 'tenants: { a: { keys: [{ key: k, kind: team }] } }', 'needs a "team"'],
    [
      'a story without content',
      'tenants: { a: { teams: [{ id: 1, stories: [{ name: x }] }] } }',
      '"file" or "content"',
    ],
    ['a name that is no path segment', 'tenants: { "A/b": {} }', 'a tenant is named by'],
    ['broken YAML', 'tenants: [', ''],
  ])('names %s', (_, text, expected) => {
    const read = readConfig(text);
    expect('problems' in read && read.problems.join('\n')).toContain(expected);
  });

  it('names all problems at once', () => {
    const read = readConfig('a: 1\nb: 2\ntenants: { x: { c: 3 } }');
    expect('problems' in read && read.problems).toHaveLength(3);
  });
});
