import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action, guidOf, storyOf } from '../../../test/support/example-story.ts';
import { REAL_EXPORTS } from '../../../test/support/exports.ts';
import { exportNamed, laidOut, shuffled } from '../../../test/support/pictures.ts';
import { gitChanges } from '../../export/git-changes.ts';
import type { Action, Link, Story } from '../../model/story.ts';
import type { Picture } from '../picture.ts';
import { svgOf } from '../svg.ts';
import { pictureOf } from './picture-of.ts';

const hook = action(1, 'Webhook', 'In');
const fetch = action(2, 'HTTPRequest', 'Fetch', { url: 'https://a.example/' });
const check = action(3, 'Trigger', 'Check');
const tell = action(4, 'Email', 'Tell');
const chain = [hook, fetch, check];
const line = [
  { source: 0, receiver: 1 },
  { source: 1, receiver: 2 },
];
const before = storyOf(chain, line);

/** `Fetch changed`, `In → Fetch added`: everything that is not as it was. */
function marked({ nodes, links }: Picture): readonly string[] {
  const name = (at: number): string => nodes[at]?.name ?? '?';
  return [
    ...nodes.map(({ name: own, mark }) => `${own} ${mark}`),
    ...links.map(({ source, receiver, secondary, mark }) => {
      return `${name(source)} → ${name(receiver)}${secondary ? ' else' : ''} ${mark}`;
    }),
  ].filter((text) => !text.endsWith('unchanged'));
}

const withUrl = (url: string): Action => ({ ...fetch, options: { url } });

it.each<[string, readonly Action[], readonly Link[], readonly string[]]>([
  ['nothing', chain, line, []],
  ['an option', [hook, withUrl('https://b.example/'), check], line, ['Fetch changed']],
  ['a name', [hook, { ...fetch, name: 'Get' }, check], line, ['Get changed']],
  [
    'an action at the end',
    [...chain, tell],
    [...line, { source: 2, receiver: 3 }],
    ['Tell added', 'Check → Tell added'],
  ],
  ['an action that went', [hook, fetch], line.slice(0, 1), ['Check removed', 'Fetch → Check removed']],
  [
    'an action put between',
    [...chain, tell],
    [line[0] as Link, { source: 1, receiver: 3 }, { source: 3, receiver: 2 }],
    [
      'Fetch rewired',
      'Check rewired',
      'Tell added',
      'Fetch → Check removed',
      'Fetch → Tell added',
      'Tell → Check added',
    ],
  ],
  ['a connection less', chain, line.slice(1), ['In rewired', 'Fetch rewired', 'In → Fetch removed']],
  [
    'the other branch of a condition',
    chain,
    [line[0] as Link, { source: 1, receiver: 2, link_type: 'secondary' }],
    ['Fetch rewired', 'Check rewired', 'Fetch → Check removed', 'Fetch → Check else added'],
  ],
  [
    'the order of everything',
    [check, fetch, hook],
    [
      { source: 1, receiver: 0 },
      { source: 2, receiver: 1 },
    ],
    [],
  ],
])('marks %s, and nothing else', (_, agents, links, expected) => {
  expect(marked(pictureOf(before, storyOf(agents, links))).toSorted()).toEqual(expected.toSorted());
});

it('counts each action once, and draws a story that one side does not have whole', () => {
  const none = { added: 0, removed: 0, changed: 0, rewired: 0, unchanged: 0, moved: 0 };
  expect(pictureOf(undefined, before).counts).toEqual({ ...none, added: 3 });
  expect(pictureOf(before, undefined).counts).toEqual({ ...none, removed: 3 });
  expect(pictureOf(before, storyOf([hook, withUrl('x'), tell], line)).counts).toEqual({
    ...none,
    added: 1,
    removed: 1,
    changed: 1,
    unchanged: 1,
  });
});

it('tells what moved apart from what changed, and draws what is gone where it would stand now', () => {
  const old = laidOut(before, [
    [0, 0],
    [0, 150],
    [0, 300],
  ]);
  const now = laidOut(storyOf([hook, fetch], line.slice(0, 1)), [
    [30, 60],
    [30, 210],
  ]);
  const { nodes, counts } = pictureOf(old, now);
  expect(nodes.map(({ name, at, from }) => [name, at.x, at.y, from?.y ?? null])).toEqual([
    ['In', 30, 60, 0],
    ['Fetch', 30, 210, 150],
    ['Check', 30, 360, null],
  ]);
  expect(counts).toMatchObject({ moved: 2, changed: 0, unchanged: 2, removed: 1 });
});

it('places in a column, as events flow, what no canvas places', () => {
  const story = storyOf(
    [check, hook, tell, fetch],
    [
      { source: 1, receiver: 3 },
      { source: 3, receiver: 0 },
    ],
  );
  const column = pictureOf(story, story);
  expect(column.nodes.map(({ name }) => name)).toEqual(['In', 'Fetch', 'Check', 'Tell']);
  expect(new Set(column.nodes.map(({ at }) => at.x)).size).toBe(1);
  const partly = pictureOf(story, laidOut(story, [undefined, [600, 90], undefined, [600, 180]]));
  expect(partly.nodes.map(({ name, at }) => [name, at.x, at.y])).toEqual([
    ['In', 600, 90],
    ['Fetch', 600, 180],
    ['Check', 600, 255],
    ['Tell', 600, 330],
  ]);
});

it.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['texts', JSON.stringify({ [guidOf(1)]: ['1', '2'] })],
  ['numbers that are none', `{"${guidOf(1)}": [1e999, -1e999]}`],
  ['half a place', JSON.stringify({ [guidOf(1)]: [5] })],
])('takes a canvas that holds %s for no canvas', (_, diagram_layout) => {
  const story = { ...before, diagram_layout };
  expect(pictureOf(story, story).nodes.map(({ at }) => at)).toEqual(
    pictureOf(before, before).nodes.map(({ at }) => at),
  );
});

const note = (guid: string, content: string, position = [0, 0]) => ({ guid, content, position, width: null });

it.each([
  ['same notes under new guids', [note('a', 'x')], [note('b', 'x')], []],
  ['one that was written anew', [note('a', 'x')], [note('a', 'y')], ['y changed']],
  ['one more', [note('a', 'x')], [note('a', 'x'), note('b', 'y')], ['y added']],
  ['one less', [note('a', 'x')], [], ['x removed']],
  ['one that moved', [note('a', 'x')], [note('a', 'x', [9, 9])], []],
  ['one for another', [note('a', 'x')], [note('b', 'y')], ['x removed', 'y added']],
])('marks notes: %s', (_, old, now, expected) => {
  const picture = pictureOf({ ...before, diagram_notes: old }, { ...before, diagram_notes: now });
  expect(marked(picture).toSorted()).toEqual(expected);
  expect(picture.counts.unchanged).toBe(3);
});

it('knows pages, groups, tools and what is switched off', () => {
  const agent = action(5, 'LLM', 'Ask', {}, { tools: [{ name: 'Look up', type: 'Agents::HTTPRequestAgent' }] });
  const story = storyOf([action(6, 'Form', 'Intake'), action(7, 'Group', 'Both'), agent, { ...tell, disabled: true }]);
  expect(pictureOf(story, story).nodes.map(({ kind, type, disabled, tools }) => [kind, type, disabled, tools])).toEqual(
    [
      ['page', 'page', false, []],
      ['group', 'group', false, []],
      ['action', 'AI agent', false, ['Look up']],
      ['action', 'send email', true, []],
    ],
  );
});

it('names the places that the diff names, of secrets as little as the diff', async () => {
  const secret = `ghp_${guidOf(77)}abcd`;
  const now = storyOf([hook, { ...fetch, options: { url: 'https://b.example/', [secret]: 'x' } }, check], line);
  const told = await gitChanges(before, now);
  const picture = pictureOf(before, now, told);
  expect(picture.nodes.find(({ name }) => name === 'Fetch')?.places).toEqual(['url', 'a setting']);
  expect(JSON.stringify(picture)).not.toContain('ghp_');
  expect(JSON.stringify(picture)).not.toContain('a.example');
});

it('holds no address of a tenant, also where a note or a name quotes it', () => {
  const path = 'd4'.repeat(16);
  const story = {
    ...storyOf([
      { ...hook, options: { path, secret: 'e5'.repeat(16) } },
      { ...fetch, name: `Call ${path}` },
    ]),
    diagram_notes: [note('a', `post to /webhook/${path}/x`)],
  };
  const picture = JSON.stringify(pictureOf(story, { ...story, diagram_notes: [] }));
  expect(picture).not.toContain(path);
  expect(picture).toContain('post to /webhook/');
});

// Contents of the corpus must not reach any log: counts, never names.
const SOC = 'mwilco03__SOCMetric__stories-soc-data@';
const BOT = 'gregzee__transl8__tines-transl8bot@';
const STORIES = 'tines__stories__';
/** By hand, from the history of the files. */
const CHAINS = [
  ['seven formulas were rewritten', `${SOC}817c7c5`, `${SOC}42e4cf9`, { changed: 7, unchanged: 52 }, {}],
  ['a page and a call were built in', `${SOC}42e4cf9`, `${SOC}33fc6bb`, { added: 2, unchanged: 59 }, { added: 1 }],
  ['the page was filled in', `${SOC}33fc6bb`, `${SOC}07c260c`, { changed: 1, unchanged: 60 }, {}],
  [
    'the call went, and the webhook became a transform',
    `${SOC}07c260c`,
    `${SOC}2a25cd0`,
    { removed: 1, changed: 1, unchanged: 59 },
    { removed: 1 },
  ],
  [
    'an answer was given up',
    `${BOT}d35208a`,
    `${BOT}b58ec87`,
    { removed: 2, changed: 1, unchanged: 31 },
    { removed: 1 },
  ],
  [
    'a check was put between two, which moved eleven',
    `${BOT}b58ec87`,
    `${BOT}058c05d`,
    { added: 1, changed: 1, rewired: 2, unchanged: 29, moved: 11 },
    { added: 2, removed: 1 },
  ],
  [
    'an address was masked by hand',
    'tines__community-stories__fun-halloween-hacking-halloween-2021@0875f78',
    'tines__community-stories__fun-halloween-hacking-halloween-2021@69f82c6',
    { changed: 1, unchanged: 5 },
    {},
  ],
  [
    'a story was exported twice',
    `${STORIES}use-cases-phishing-spam-analysis-with-thehive@c53ab49`,
    `${STORIES}use-cases-phishing-spam-analysis-with-servicenow`,
    { unchanged: 59 },
    {},
  ],
  [
    'only the description was edited',
    'tines__terraform-provider-tines__test_story',
    'tines__terraform-provider-tines__test_story_update_in_place',
    { unchanged: 8 },
    {},
  ],
] as const;

describe.skipIf(REAL_EXPORTS.size === 0)('of real versions', () => {
  it.each(CHAINS)('marks that %s', (_, from, to, counts, links) => {
    const picture = pictureOf(exportNamed(`${from}.json`), exportNamed(`${to}.json`));
    const none = { added: 0, removed: 0, changed: 0, rewired: 0, unchanged: 0, moved: 0 };
    expect(picture.counts).toEqual({ ...none, ...counts });
    const found = Map.groupBy(picture.links, ({ mark }) => mark);
    found.delete('unchanged');
    expect(Object.fromEntries([...found].map(([mark, list]) => [mark, list.length]))).toEqual(links);
  });

  it.each(CHAINS.map(([, from, to]) => [from, to]))('is the same whatever the order of %s and %s', (from, to) => {
    const [old, now] = [exportNamed(`${from}.json`), exportNamed(`${to}.json`)];
    const svg = svgOf(pictureOf(old, now), { whole: true });
    expect(svgOf(pictureOf(shuffled(old, 3), shuffled(now, 8)), { whole: true }) === svg).toBe(true);
    expect(svgOf(pictureOf(old, now), { whole: true }) === svg).toBe(true);
  });
});

const edit = fc.record({
  at: fc.nat(9),
  what: fc.constantFrom('option', 'name', 'drop', 'add', 'link', 'unlink', 'move'),
});

function edited(story: Story, { at, what }: { readonly at: number; readonly what: string }, step: number): Story {
  const { agents, links } = story;
  const index = at % agents.length;
  const change = (own: object): Story => ({
    ...story,
    agents: agents.map((each, place) => (place === index ? { ...each, ...own } : each)),
  });
  if (what === 'option') return change({ options: { edited: step } });
  if (what === 'name') return change({ name: `Renamed ${step}` });
  if (what === 'add') return { ...story, agents: [...agents, action(100 + step, 'Trigger', 'New')] };
  if (what === 'unlink')
    return { ...story, links: links.filter((_, place) => place !== at % Math.max(1, links.length)) };
  if (what === 'move')
    return laidOut(
      story,
      agents.map((_, place) => [place === index ? 900 + step : 0, place * 90]),
    );
  if (what === 'link') {
    const link = { source: index, receiver: (index + 1 + step) % agents.length };
    const known = links.some(({ source, receiver }) => source === link.source && receiver === link.receiver);
    return known ? story : { ...story, links: [...links, link] };
  }
  if (agents.length === 1) return story;
  const place = (old: number): number => (old > index ? old - 1 : old);
  return {
    ...story,
    agents: agents.filter((_, old) => old !== index),
    links: links
      .filter(({ source, receiver }) => source !== index && receiver !== index)
      .map((link) => ({ ...link, source: place(link.source), receiver: place(link.receiver) })),
  };
}

it('marks an action exactly where the diff tells of it, after any edits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), fc.nat(50), async (edits, seed) => {
      const now = shuffled(edits.reduce<Story>(edited, before), seed);
      const told = await gitChanges(before, now);
      const picture = pictureOf(before, now, told);
      const count = (op: string): number =>
        told.filter((each) => each.op === op && /^agents\[[^\]]*\]$/.test(each.path)).length;
      const inside = new Set(told.flatMap(({ path }) => /^(agents\[[^\]]*\])\./.exec(path)?.[1] ?? []));
      expect([picture.counts.added, picture.counts.removed, picture.counts.changed]).toEqual([
        count('add'),
        count('remove'),
        inside.size,
      ]);
      const linksTold = told.filter(({ path }) => path === 'links').length;
      expect(picture.links.filter(({ mark }) => mark !== 'unchanged').length).toBe(linksTold);
      expect(picture.counts.moved > 0).toBe(told.some(({ path }) => path === 'diagram_layout'));
      for (const { mark, places } of picture.nodes) expect(places.length > 0).toBe(mark === 'changed');
    }),
    { numRuns: 150 },
  );
});
