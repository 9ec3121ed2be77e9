import { expect, it } from 'vitest';
import { action, storyOf } from '../../test/support/example-story.ts';
import type { Action, Link } from '../model/story.ts';
import { pictureOf } from './compose/picture-of.ts';
import { mermaidOf } from './mermaid.ts';

const many = (count: number): readonly Action[] =>
  Array.from({ length: count }, (_, at) => {
    return { ...action(at, 'Trigger', `Check ${at}`), guid: `${at}`.padStart(32, '0') };
  });
const chained = (agents: readonly Action[]): readonly Link[] =>
  agents.slice(1).map((_, at) => ({ source: at, receiver: at + 1 }));

it('draws what changed with its neighbours, by sign, line and colour, and nothing else', () => {
  const before = storyOf(many(9), [...chained(many(9)), { source: 4, receiver: 6, link_type: 'secondary' }]);
  const agents = before.agents.map((each) =>
    each.name === 'Check 4' ? { ...each, options: { url: 'https://x' } } : each,
  );
  const after = storyOf(
    [...agents, action(20, 'Email', 'Tell')],
    [...before.links.filter(({ source }) => source !== 5), { source: 4, receiver: 9 }],
  );
  const block = mermaidOf(pictureOf(before, after));
  expect([block?.drawn, block?.total]).toEqual([6, 10]);
  expect(block?.text).toBe(`flowchart TD
  n0["Check 3<br/>condition"]
  n1["#126; Check 4<br/>condition"]:::changed
  n2["#8644; Check 5<br/>condition"]:::rewired
  n3["#8644; Check 6<br/>condition"]:::rewired
  n4["Check 7<br/>condition"]
  n5["#43; Tell<br/>send email"]:::added
  n0 --> n1
  n1 --> n2
  n1 -->|no match| n3
  n1 ==> n5
  n2 -.->|removed| n3
  n3 --> n4
  classDef added stroke:#1a7f37,stroke-width:3px
  classDef changed stroke:#9a6700,stroke-width:3px
  classDef rewired stroke:#8250df,stroke-width:3px,stroke-dasharray:2 3
  linkStyle 3 stroke:#1a7f37
  linkStyle 4 stroke:#cf222e`);
});

it('holds at most 50 actions, what changed first, in a size that GitHub draws', () => {
  const agents = many(400).map((each) => ({ ...each, name: '界"]'.repeat(200) }));
  const links = [...chained(agents), ...agents.map((_, at) => ({ source: at, receiver: (at * 7) % 400 }))];
  const after = storyOf(
    agents.map((each, at) => (at % 3 === 0 ? { ...each, options: { a: 1 } } : each)),
    links,
  );
  const block = mermaidOf(pictureOf(storyOf(agents, links), after));
  expect([block?.drawn, block?.total]).toEqual([50, 400]);
  expect(block?.text.match(/:::changed/g)?.length).toBe(50);
  expect(block?.text.length).toBeLessThan(20_000);
});

it('is none where no action and no connection changed', () => {
  const story = storyOf(many(3), chained(many(3)));
  expect(
    mermaidOf(pictureOf(story, { ...story, diagram_notes: [{ content: 'x', position: [0, 0] }] })),
  ).toBeUndefined();
});

it.each([
  'x"] --> evil["y',
  '%%{init: {"securityLevel": "loose"}}%%',
  'a\n  click n0 href "https://evil.example"',
  '```\n</details><img src=x onerror=y>',
  '1. not a list',
  '- no list either',
  '`**bold**`',
  '@acme/team #17 <!-- x -->',
  '\u202eend\u0000;subgraph',
  '#quot;&amp;',
])('is the same block whatever an action is called: %j', (name) => {
  const text = mermaidOf(pictureOf(storyOf([action(1, 'Trigger', 'In')]), storyOf([action(1, 'Trigger', name)])))?.text;
  const [start, node, style, ...more] = (text ?? '').split('\n');
  expect([start, style, more]).toEqual(['flowchart TD', '  classDef changed stroke:#9a6700,stroke-width:3px', []]);
  expect(node).toMatch(/^ {2}n0\["(?:[\p{L}\p{N}\p{M} ]|#\d+;)*<br\/>condition"\]:::changed$/u);
});
