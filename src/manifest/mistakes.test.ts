import { describe, expect, it } from 'vitest';
import { brief, destination, full, head, open } from '../../test/support/example-manifest.ts';

const mistakes: readonly (readonly [name: string, text: string, found: readonly string[], hint?: string])[] = [
  ['an empty file', '', ['MAN004 1:1'], 'version: 1'],
  ['comments only', '# nothing\n---\n', ['MAN004 1:1']],
  ['a NUL byte', 'version: 1\0', ['MAN003 1:11']],
  ['a list', '[]', ['MAN026 1:1'], 'left margin'],
  ['two documents', `${head}  {}\n---\nx: 1\n`, ['MAN007 6:1'], '---'],
  ['YAML 1.1', `%YAML 1.1\n---\n${head}  {}\n`, ['MAN016 1:1'], '%YAML'],
  ['an open quote', `${head}  d: "x\n`, ['MAN005 6:1'], 'closing quote'],
  ['an open bracket', `${head}  d: [x\n`, ['MAN005 6:1'], 'bracket'],
  ['a tab in two lines', `${head}\td: 1\n\te: 1\n`, ['MAN006 5:1', 'MAN006 6:1'], 'spaces'],
  ['a custom tag', `${head.replace('[a, b]', '!set [a, b]')}  {}\n`, ['MAN012 3:20']],
  ['a key that is no text', `${head}  42: {}\n`, ['MAN013 5:3'], 'put it in quotes: "42"'],
  ['a duplicate key', `${head}  {}\nversion: 1\n`, ['MAN008 6:1'], 'remove or rename'],
  ['an alias without anchor', `${head}  d: &base {}\n  e:\n    <<: *bsae\n`, ['MAN009 7:9'], 'did you mean "*base"?'],
  ['an alias before its anchor', `${head}  e: *late\n  d: &late {}\n`, ['MAN009 5:6'], 'before'],
  ['a cycle', `${head}  d: &d { labels: *d }\n`, ['MAN010 5:19']],
  ['a merge of text', `${head}  d:\n    <<: x\n`, ['MAN017 6:9'], '*base'],
  ['another version', `${head.replace('1', '2')}  {}\n`, ['MAN018 1:10'], 'newer'],
  ['a quoted version', `${head.replace('1', '"1"')}  {}\n`, ['MAN018 1:10'], 'without quotes'],
  ['nothing but the version', 'version: 1\n', ['MAN019 1:1', 'MAN019 1:1'], '{}'],
  ['an unknown key at the root', `${head}  {}\norigins: {}\n`, ['MAN014 6:1'], 'did you mean "origin"?'],
  [
    'a destination at the root',
    `${head}  {}\nx: { destination_tenant_url: y }\n`,
    ['MAN014 6:1'],
    'under "destinations:"',
  ],
  ['a known key in the wrong place', `${head}  {}\nteam_id: 4\n`, ['MAN014 6:1'], 'under "origin:"'],
  ['a bad destination name', `${head}  Contoso EU: {}\n`, ['MAN019 5:3', 'MAN019 5:3', 'MAN019 5:3', 'MAN023 5:3']],
  ['an unknown story in a group', `${head.replace('b]', 'bb]')}  {}\n`, ['MAN034 3:19'], 'did you mean "b"?'],
  ['a group named as a story', `${head.replace('"@ab"', 'ab')}  {}\n`, ['MAN034 3:29'], 'write "@ab"'],
  ['a story named as a group', `${head.replace('"@ab"', '"@a"')}  {}\n`, ['MAN035 3:29'], 'without "@"'],
  ['a cycle of groups', `${head.replace('[a, b]', '[a, "@all"]')}  {}\n`, ['MAN036 3:34'], 'take one'],
  ['a story file outside', `${head.replace('a: {}', 'a: { file: ../x.json }')}  {}\n`, ['MAN038 2:23'], 'relative'],
  ['a story file by backslash', `${head.replace('a: {}', 'a: { file: s\\x.json }')}  {}\n`, ['MAN038 2:23'], 'forward'],
  ['an absolute story file', `${head.replace('a: {}', 'a: { file: /x.json }')}  {}\n`, ['MAN038 2:23']],
  ['a story file of another type', `${head.replace('a: {}', 'a: { file: x.yaml }')}  {}\n`, ['MAN038 2:23']],
  [
    'two files that macOS takes for one',
    `${head.replace('a: {}', 'a: { file: stories/B.json }')}  {}\n`,
    ['MAN039 2:41'],
  ],
  ['one file twice', `${head.replace('a: {}', 'a: { file: ./stories//b.json }')}  {}\n`, ['MAN039 2:44']],
  ['one id twice', `${head.replace('a: {}, b: {}', 'a: { id: 1 }, b: { id: 1 }')}  {}\n`, ['MAN040 2:35']],
  ['stories without id', full.replace('{ id: 1 }', '{}'), ['MAN041 4:3'], 'id:'],
  ['a literal allowed for no reason', full.replace('demo key', '""'), ['MAN024 5:90'], 'fill it in'],
  ['literals allowed without a place', full.replace(/{ "agents.*key }/, '[x]'), ['MAN020 5:45'], 'indented lines'],
  ['the origin as destination', full.replace('id: 8', 'id: 7'), ['MAN046 20:3'], 'another team'],
  ['a bad origin', full.replace('team_id: 7, ', ''), ['MAN019 2:1'], 'number of the team'],
  ['an unknown story in defaults', full.replace('adopt: [a]', 'adopt: [aa]'), ['MAN034 11:11'], 'did you mean "a"?'],
];

const wrongDestinations: typeof mistakes = [
  ['no stories', destination(''), ['MAN019 5:3'], '[]'],
  ['empty stories', destination('    stories:'), ['MAN020 9:5'], 'write []'],
  ['one mistake for a misspelt required key', destination('    story: [a]'), ['MAN014 9:5'], 'did you mean "stories"?'],
  ['a number as story', destination('    stories: [2024]'), ['MAN020 9:15'], 'put it in quotes: "2024"'],
  ['a single story', destination('    stories: a'), ['MAN020 9:14'], 'write a list'],
  [
    'a number as label',
    destination('    stories: [a]\n    labels: { x: 1 }'),
    ['MAN045 10:18'],
    'put it in quotes: "1"',
  ],
  ['yes', destination('    stories: [a]\n    manual_sync_only: yes'), ['MAN020 10:23'], 'write true'],
  ['a later value', destination('    stories: [a]\n    change_control: draft'), ['MAN021 10:21']],
  ['a later key', destination('    stories: [a]\n    replace: true'), ['MAN014 10:5'], 'known keys'],
  ['a list as word', destination('    stories: [a]\n    on_drift: [keep]'), ['MAN020 10:5'], 'write one text'],
  ['team id 0', destination('    stories: [a]', { team: '0' }), ['MAN022 8:26']],
  ['half a team', destination('    stories: [a]', { team: '1.5' }), ['MAN022 8:26']],
  ['an unsafe team id', destination('    stories: [a]', { team: '9007199254740993' }), ['MAN022 8:26']],
  ['a team id with separators', destination('    stories: [a]', { team: '1_000' }), ['MAN020 8:26'], 'write 1000'],
  ['a literal key', destination('    stories: [a]', { key: 'hunter2' }), ['MAN027 7:5'], '${D_TINES_API_KEY}'],
  ['a key in lower case', destination('    stories: [a]', { key: '${d_key}' }), ['MAN027 7:5']],
  [
    'a reserved key name',
    destination('    stories: [a]', { key: '${GITHUB_TOKEN}' }),
    ['MAN028 7:33'],
    'choose another',
  ],
  [
    'no key for a remote tenant',
    destination('    stories: [a]').replace(/^.*api_key.*\n/m, ''),
    ['MAN029 5:3'],
    '${NAME}',
  ],
  ['a number as URL', destination('    stories: [a]', { url: '1' }), ['MAN020 6:29']],
  ['a URL with a password', destination('    stories: [a]', { url: 'https://u:p@d.tines.com' }), ['MAN032 6:29']],
  ['an unknown group', destination('    stories: ["@al"]'), ['MAN035 9:15'], 'did you mean "@ab"?'],
  ['an unknown detached story', destination('    stories: [a]\n    detached: { aa: { reason: x } }'), ['MAN034 10:17']],
  ['adopt without subscription', destination('    stories: [a]\n    adopt: [b]'), ['MAN042 10:13'], 'add "b"'],
  [
    'an unknown group to adopt',
    destination('    stories: [a]\n    adopt: ["@al"]'),
    ['MAN035 10:13'],
    'did you mean "@ab"?',
  ],
  [
    'a group to adopt without subscription',
    destination('    stories: [c]\n    adopt: ["@ab"]'),
    ['MAN042 10:13'],
    'add "@ab"',
  ],
  [
    'an unknown group in defaults',
    full.replace('adopt: [a]', 'adopt: ["@a"]'),
    ['MAN035 11:11'],
    'write it without "@"',
  ],
  ['one mistake when the list explains it', destination('    stories: [bb]\n    adopt: [b]'), ['MAN034 9:15']],
  ['detached without reason', destination('    stories: [a]\n    detached: { a: {} }'), ['MAN019 10:17'], 'why'],
  ['a blank reason', destination('    stories: [a]\n    detached: { a: { reason: "  " } }'), ['MAN024 10:30']],
  ['a literal allowed for a blank', full.replace('demo key', '" "'), ['MAN024 5:90'], 'fill it in'],
  ['an empty reason', destination('    stories: [a]\n    detached: { a: { reason: "" } }'), ['MAN024 10:30']],
  [
    'a day that is not',
    destination('    stories: [a]\n    detached: { a: { reason: x, until: 2027-02-29 } }'),
    ['MAN043 10:40'],
  ],
  [
    'a hold without reason',
    destination('    stories: [a]\n    hold: { owner: x }'),
    ['MAN019 10:5'],
    'nothing is pushed',
  ],
  ['a hold in a word', destination('    stories: [a]\n    hold: audit'), ['MAN020 10:11'], 'key: value'],
  ['a hold that is empty', destination('    stories: [a]\n    hold:'), ['MAN020 10:5']],
  ['a hold for a blank', destination('    stories: [a]\n    hold: { reason: " " }'), ['MAN024 10:21']],
  [
    'a hold of stories',
    destination('    stories: [a]\n    hold: { reason: x, stories: [a] }'),
    ['MAN014 10:24'],
    'under a destination',
  ],
  [
    'a hold until no day',
    destination('    stories: [a]\n    hold: { reason: x, until: 2027-02-29 }'),
    ['MAN043 10:31'],
  ],
  ['a fleet held for a blank', full.replace('adopt: [a]', 'hold: { reason: "" }'), ['MAN024 11:19']],
  [
    'a date in words',
    destination('    stories: [a]\n    detached: { a: { reason: x, until: soon } }'),
    ['MAN043 10:40'],
  ],
];

describe('a mistake in the manifest', () => {
  const all = [...mistakes, ...wrongDestinations].map(([name, text, found, hint = '']) => ({
    name,
    text,
    found,
    hint,
  }));

  it.each(all)('is found where it stands: $name', ({ text, found, hint }) => {
    const { manifest, problems } = open(text);
    expect(brief(problems)).toEqual(found);
    expect(problems[0]?.hint ?? '').toContain(hint);
    expect(manifest).toBeUndefined();
  });

  it('does not hide the others', () => {
    const text = full
      .replace('id: 1 ', 'id: one ')
      .replace('[a, b]', '[a, bb]')
      .replace('keep', 'kep')
      .replace('${CONTOSO_KEY}', 'hunter2')
      .replace('adopt: []', 'adapt: []');
    expect(brief(open(text).problems)).toEqual([
      'MAN020 4:12',
      'MAN034 6:19',
      'MAN021 10:13',
      'MAN027 15:5',
      'MAN014 24:5',
    ]);
  });

  it('is reported once when an anchor repeats it', () => {
    const uses = Array.from(
      { length: 5 },
      (_, index) => `  e${index}: { <<: *base, destination_team_id: ${index + 5} }\n`,
    );
    const text = destination('    stories: [aa]').replace('  d:', '  d: &base') + uses.join('');
    const { problems } = open(text);
    expect(problems).toMatchObject([
      {
        code: 'MAN034',
        message: 'destination "d" names the unknown story "aa"',
        related: [{ message: 'it is also used here, and at 4 more places', place: { line: 10 } }],
      },
    ]);
  });
});
