import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../../test/support/example-story.ts';
import { reexported } from '../../../test/support/reexport.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Action, Story } from '../../model/story.ts';
import { neutralise } from '../addresses/neutralise.ts';
import { compareStories } from './compare.ts';
import { fingerprint } from './parts.ts';

const live = reexported(exampleStory(), 'c0ffee');

function edited(index: number, change: (action: Action) => JsonObject): Story {
  const story = exampleStory();
  const agents = story.agents.map((agent, at) => (at === index ? { ...agent, ...change(agent) } : agent));
  return { ...story, agents };
}

function option(index: number, values: JsonObject): Story {
  return edited(index, ({ options }) => ({ options: { ...options, ...values } }));
}

/** Position by guid. */
function exampleLayout(): JsonObject {
  const layout = exampleStory().diagram_layout;
  return typeof layout === 'string' ? JSON.parse(layout) : {};
}

function texts(wanted: Story, from: Story = live): readonly string[] {
  return compareStories(from, wanted).map(({ op, path, text }) => `${op} ${path}: ${text}`);
}

describe('compareStories', () => {
  it('sees nothing in a re-export from another tenant and a later release', () => {
    expect(texts(exampleStory())).toEqual([]);
    expect(texts(neutralise(exampleStory()))).toEqual([]);
  });

  it.each<[string, Story, readonly string[]]>([
    ['name', { ...exampleStory(), name: 'Triage 2' }, ['update name: name changed to "Triage 2"']],
    ['description', { ...exampleStory(), description: 'x'.repeat(50) }, ['update description: description changed']],
    [
      'setting',
      { ...exampleStory(), keep_events_for: 3600 },
      ['update keep_events_for: keep_events_for changed to 3600'],
    ],
    [
      'entry',
      { ...exampleStory(), entry_agent_guid: guidOf(2) },
      ['update entry_agent_guid: entry_agent_guid changed to "Fetch"'],
    ],
    [
      'option',
      option(1, { method: 'post' }),
      ['update agents[Fetch].options.method: option method of "Fetch" changed to "post"'],
    ],
    [
      'absent option',
      option(1, { timeout: null }),
      ['add agents[Fetch].options.timeout: option timeout of "Fetch" added'],
    ],
    [
      'odd keys',
      option(1, { payload: { 'fields.name': 'y', list: [1, 2] } }),
      ['update agents[Fetch].options.payload["fields.name"]: option payload["fields.name"] of "Fetch" changed to "y"'],
    ],
    [
      'list element',
      option(1, { payload: { 'fields.name': 'x', list: [1, '2'] } }),
      ['update agents[Fetch].options.payload.list[1]: option payload.list[1] of "Fetch" changed to "2"'],
    ],
    [
      'path of a transform',
      option(3, { path: '=other' }),
      ['update agents[Build].options.path: option path of "Build" changed to "=other"'],
    ],
    [
      'second of a name',
      option(4, { mode: 'implode' }),
      ['update agents[Build#2].options.mode: option mode of "Build" #2 changed to "implode"'],
    ],
    [
      'disabled',
      edited(2, () => ({ disabled: true })),
      ['update agents[Check].disabled: disabled of "Check" changed to true'],
    ],
    [
      'record type',
      edited(6, () => ({ record_type: { name: 'Alert (1)' } })),
      ['update agents[Save].record_type.name: record_type.name of "Save" changed to "Alert (1)"'],
    ],
  ])('names the place of one edit: %s', (_, wanted, expected) => {
    expect(texts(wanted)).toEqual(expected);
  });

  it('never says the value of a secret, of an address, or of the live side', () => {
    const wanted = option(1, {
      url: 'https://hooks.example.com/T0/B0/zzz',
      headers: { Authorization: 'Bearer zzz', Accept: 'zzz' },
      basic_auth: ['u', 'zzz'],
      payload: { 'fields.name': 'x', list: [1, 2], api_key: 'zzz' },
    });
    const all = [...texts(wanted), ...texts(exampleStory(), wanted)].join('\n');
    expect(all).not.toContain('zzz');
    expect(all).toContain('headers.Authorization');
  });

  it('matches by guid first, so that a rename is a rename', () => {
    const wanted = edited(1, () => ({ name: 'Get' }));
    expect(texts(wanted, exampleStory())).toEqual(['update agents[Get].name: action "Fetch" renamed to "Get"']);
    expect(compareStories(exampleStory(), wanted)[0]?.part).toBe('agents[Fetch]');
  });

  it('tells which actions and connections came and went', () => {
    const story = exampleStory();
    const wanted = {
      ...story,
      agents: [...story.agents.slice(0, 6), action(70, 'Email', 'Tell')],
      links: [
        ...story.links.filter(({ receiver }) => receiver !== 6),
        { source: 4, receiver: 6, link_type: 'secondary' },
      ],
    };
    expect(texts(wanted)).toEqual([
      'add agents[Tell]: action "Tell" added (send email)',
      'remove agents[Save]: action "Save" removed (record)',
      'add links: "Build" #2 → "Tell" connected (no-match branch)',
      'remove links: "Build" → "Save" disconnected',
    ]);
  });

  it('sees that a link changed its branch', () => {
    const links = exampleStory().links.map(({ source, receiver }) => ({ source, receiver }));
    expect(texts({ ...exampleStory(), links }).map((text) => text.replace(/:.*/, ''))).toEqual([
      'add links',
      'remove links',
    ]);
  });

  it('counts moved actions in one line, and ignores entries of deleted ones', () => {
    const layout = exampleLayout();
    const moved = { ...layout, [guidOf(1)]: [1, 1], [guidOf(2)]: [2, 2], [guidOf(77)]: [3, 3] };
    expect(texts({ ...exampleStory(), diagram_layout: JSON.stringify(moved) })).toEqual([
      'move diagram_layout: layout only: 2 actions moved',
    ]);
  });

  it('counts notes, whatever their order', () => {
    const notes = [
      { content: 'Second', position: [90, 0], width: null },
      { content: 'First', position: [0, 0] },
    ];
    expect(texts({ ...exampleStory(), diagram_notes: notes })).toEqual([]);
    expect(texts({ ...exampleStory(), diagram_notes: [...notes, { content: 'New', position: [1, 1] }] })).toEqual([
      'add diagram_notes: 1 note added',
    ]);
    expect(texts({ ...exampleStory(), diagram_notes: notes.slice(1) })).toEqual([
      'remove diagram_notes: 1 note removed',
    ]);
  });

  it('compares pages and template inputs by the names of their parts', () => {
    const story = exampleStory();
    const text = JSON.stringify(story).replace('"required":true', '"required":false').replace('chat_bot', 'other_bot');
    expect(texts(JSON.parse(text))).toEqual([
      'update integrations[Fetch].action_inputs[Chat credential].value: template action_inputs[Chat credential].value of "Fetch" changed',
      'update pages[Intake].fields[Email].required: fields[Email].required of page "Intake" changed to false',
    ]);
  });

  it('sees a page element that moved to another container', () => {
    const story = exampleStory();
    const containers = [
      { guid: guidOf(601), ranking: 1 },
      { guid: guidOf(602), ranking: 1 },
    ];
    const withField = (container: number): Story => ({
      ...story,
      pages: [
        {
          agent_guid: guidOf(6),
          containers,
          fields: [{ guid: guidOf(611), name: 'Email', container_guid: guidOf(container) }],
        },
      ],
    });
    expect(texts(withField(601), reexported(withField(601), 'beef'))).toEqual([]);
    expect(texts(withField(602), reexported(withField(601), 'beef')).length).toBe(1);
  });

  it('takes a key that one side does not have for no difference, except inside options', () => {
    const { icon: _, keep_events_for: __, ...older } = exampleStory();
    expect(texts({ ...older, name: 'Triage' } as Story)).toEqual([]);
    expect(texts(exampleStory(), reexported({ ...older, name: 'Triage' } as Story, 'beef'))).toEqual([]);
    const empty = edited(1, () => ({ description: '', schedule: 'never' }));
    expect(texts(empty)).toEqual([]);
  });

  it('tells of large options that they differ, and not where', () => {
    const large = (size: number, last: number): JsonObject => ({
      list: Array.from({ length: size }, (_, at) => (at === size - 1 ? last : 0)),
    });
    expect(texts(option(1, large(900, 1)), option(1, large(900, 2)))).toEqual([
      'update agents[Fetch].options.list[899]: option list[899] of "Fetch" changed to 1',
    ]);
    expect(texts(option(1, large(1000, 1)), option(1, large(1000, 2)))).toEqual([
      'update agents[Fetch].options: options of "Fetch" changed',
    ]);
  });

  it('sees edits that hide from json-diff-ts', () => {
    const odd = (value: number): JsonObject => ({
      payload: JSON.parse(`{"__proto__": {"x": ${value}}, "a[0]": ${value}}`),
    });
    expect(texts(option(1, odd(1)), option(1, odd(2)))).toEqual([
      'update agents[Fetch].options: options of "Fetch" changed',
    ]);
    expect(texts(option(1, { payload: {} }), option(1, { payload: [] })).length).toBe(1);
  });

  it('tells an inserted list element as one change of the list', () => {
    const rules = [1, 2, 3, 4, 5].map((value) => ({ type: 'regex', value }));
    const before = option(2, { rules });
    const after = option(2, { rules: [{ type: 'in', value: 0 }, ...rules] });
    expect(texts(after, before)).toEqual(['update agents[Check].options.rules: option rules of "Check" changed']);
  });

  it('does not care for the order of actions, as long as they are joined alike', () => {
    const a = action(1, 'Trigger', 'A');
    const b = action(2, 'Trigger', 'B');
    const forward = storyOf([a, b], [{ source: 0, receiver: 1 }]);
    expect(compareStories(forward, storyOf([b, a], [{ source: 1, receiver: 0 }]))).toEqual([]);
    expect(compareStories(forward, storyOf([b, a], [{ source: 0, receiver: 1 }])).length).toBe(2);
  });
});

describe('tools of an AI action', () => {
  const look = { type: 'Agents::HTTPRequestAgent', name: 'Look up', options: { url: 'https://a.example', local: 1 } };
  const hook = {
    type: 'Agents::WebhookAgent',
    name: 'Hook',
    options: { path: 'a1'.repeat(16), secret: 'b2'.repeat(16) },
  };
  const withTools = (...tools: readonly JsonObject[]): Story =>
    storyOf([action(1, 'LLM', 'Triage', { prompt: 'x' }, { tools })]);

  it.each<[string, readonly JsonObject[], readonly string[]]>([
    [
      'guids, addresses and keys that one side lacks say nothing',
      [
        { ...look, guid: guidOf(9), width: null, disabled: false, newer: 1 },
        { ...hook, options: { path: 'c3'.repeat(16), secret: 'd4'.repeat(16) } },
      ],
      [],
    ],
    [
      'an option that went is a difference',
      [{ ...look, options: { url: 'https://a.example' } }, hook],
      ['agents[Triage].tools[Look up].options.local'],
    ],
    [
      'a changed option says where',
      [{ ...look, options: { url: 'https://b.example', local: 1 } }, hook],
      ['agents[Triage].tools[Look up].options.url'],
    ],
    ['one more is a difference', [look], ['agents[Triage].tools']],
    ['their order counts', [hook, look], ['agents[Triage].tools']],
  ])('%s', (_, live, places) => {
    expect(compareStories(withTools(...live), withTools(look, hook)).map(({ path }) => path)).toEqual(places);
  });

  it('count in the fingerprint of the action that has them, without what belongs to a tenant', () => {
    const print = (...tools: readonly JsonObject[]): string | undefined =>
      fingerprint(withTools(...tools))['agents[Triage]'];
    const moved = { ...hook, options: { path: 'c3'.repeat(16), secret: 'd4'.repeat(16) } };
    expect(print({ ...look, guid: guidOf(9) }, moved)).toBe(print(look, hook));
    expect(print({ ...look, options: { url: 'https://b.example' } }, hook)).not.toBe(print(look, hook));
  });
});

describe('a guid that a text quotes', () => {
  const quoting = (first: number, text: string): Story =>
    storyOf([action(first, 'Webhook', 'In'), action(first + 1, 'HTTPRequest', 'Call', { url: text })]);

  it.each<[string, string, string, boolean]>([
    ['says what it points at, on both sides', guidOf(11), guidOf(1), true],
    ['may be left as the file has it', guidOf(1), guidOf(1), true],
    ['in capitals on one side is another text', guidOf(11).toUpperCase(), guidOf(1), false],
    ['of another action is a difference', guidOf(12), guidOf(1), false],
    ['of no action is a difference', guidOf(50), guidOf(1), false],
  ])('%s', (_, live, wanted, equal) => {
    const found = compareStories(
      quoting(11, `https://t.example/${live}/x`),
      quoting(1, `https://t.example/${wanted}/x`),
    );
    expect(found.length === 0).toBe(equal);
  });
});

it('tells of no address that git quotes, neither in what was changed nor in a place', () => {
  const [own, secret] = ['4f2a9c81d7e64b03a1b2c3d4e5f60718', '90ab12cd34ef56ab78cd90ef12ab34cd'];
  const story = (options: JsonObject): Story =>
    storyOf([action(1, 'Webhook', 'In', { path: own, secret }), action(2, 'HTTPRequest', 'Call', options)]);
  const wanted = neutralise(story({ target: secret, shown: 'new', [`k ${own}`]: 'x' }));
  const found = compareStories(story({ target: 'edited', shown: 'old', [`other ${own}`]: 'x' }), wanted);
  expect(found).toHaveLength(4);
  expect(JSON.stringify(found)).toContain('changed to \\"new\\"');
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${own}|${secret}`));
});
