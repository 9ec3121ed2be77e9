import fc from 'fast-check';
import { expect, it } from 'vitest';
import { action, storyOf } from '../../test/support/example-story.ts';
import { ALL_EXPORTS } from '../../test/support/exports.ts';
import { exportNamed, faultsOf, laidOut, textOf } from '../../test/support/pictures.ts';
import { pictureOf } from './compose/picture-of.ts';
import { svgOf } from './svg.ts';
import { inLines, oneLine } from './words.ts';

// Contents of the corpus must not reach any log: truths and counts, never texts.
it.each([...ALL_EXPORTS.keys()])('%s: a file of its own that refers to nothing and loses no text', (file) => {
  const story = exportNamed(file);
  const picture = pictureOf(story, story);
  const svg = svgOf(picture, { whole: true });
  expect(faultsOf(svg)).toEqual([]);
  const text = textOf(svg);
  for (const { kind, name, type } of picture.nodes) {
    if (kind !== 'note') expect(text.includes(`\n${oneLine(name)}\n${oneLine(type)}`)).toBe(true);
    else expect(text.includes(inLines(name).join('\n'))).toBe(true);
  }
  expect(picture.nodes.length).toBe((svg.match(/class="sp-node/g) ?? []).length);
  expect(picture.links.length).toBe((svg.match(/class="sp-link/g) ?? []).length);
});

const one = storyOf([action(1, 'Webhook', 'In')]);
const HOSTILE = [
  '</title><script>alert(1)</script>',
  ']]>&lt;&#0;"onload="x',
  '\u001b[2J\u0000\u0007',
  '\u202egnp.exe\u2066',
  '\ud800 half \udc00',
  '\ufffe\uffff',
  'x'.repeat(300_000),
  '👩‍👩‍👧‍👦'.repeat(400),
  ' \n\t ',
  '\u0301'.repeat(5000),
  'javascript:alert(1)',
  'url(https://evil.example/)',
];

it.each(HOSTILE)('stays a drawing with %j as name, type, note and place', (text) => {
  const shown = text.slice(0, 40);
  const named = action(2, 'Webhook', text, {}, { tools: [{ name: text }] });
  const agents = [{ ...named, type: text.trim() || 'x' }, action(3, 'LLM', text, {}, { tools: [{ name: text }] })];
  const notes = { diagram_notes: [{ content: text, position: [0, 0] }] };
  const story = { ...storyOf(agents, [{ source: 0, receiver: 1 }], notes), name: text };
  const told = [
    {
      path: `agents[${JSON.stringify(text)}].options.${text}`,
      op: 'update' as const,
      text,
      from: null,
      to: null,
      cause: null,
    },
  ];
  for (const picture of [
    pictureOf(one, story, told),
    pictureOf(story, one, told),
    pictureOf(story, { ...story, agents: story.agents.map((each) => ({ ...each, options: { a: 1 } })) }, told),
  ]) {
    const svg = svgOf(picture, { moved: true });
    expect(faultsOf(svg), shown).toEqual([]);
    expect(svg.length).toBeLessThan(120_000);
    expect(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(svg)).toBe(false);
  }
});

it('is well formed whatever the texts and the canvas are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const place = fc.tuple(fc.double(), fc.double());
  fc.assert(
    fc.property(fc.array(fc.tuple(text, place), { minLength: 1, maxLength: 8 }), text, (actions, content) => {
      const story = laidOut(
        storyOf(
          actions.map(([name], at) => action(at + 1, 'Trigger', name)),
          actions.map((_, at) => ({ source: at, receiver: (at * 3) % actions.length })),
        ),
        actions.map(([, at]) => at),
        { diagram_notes: [{ content, position: [1, 1] }] },
      );
      expect(faultsOf(svgOf(pictureOf(one, story)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('draws so much of a story without end as a viewer opens, and says how much is left', () => {
  const count = 5000;
  const agents = Array.from({ length: count }, (_, at) => {
    return { ...action(at, 'Trigger', `Check ${at}`), guid: `${at}`.padStart(32, '0') };
  });
  const links = agents.flatMap((_, at) => [
    { source: at, receiver: (at + 1) % count },
    { source: at, receiver: at },
  ]);
  const story = laidOut(
    storyOf(agents, links),
    agents.map(() => [0, 0]),
  );
  const after = { ...story, agents: agents.map((each) => ({ ...each, options: { edited: true } })) };
  const svg = svgOf(pictureOf(story, after));
  expect(faultsOf(svg)).toEqual([]);
  expect(svg.match(/class="sp-node/g)?.length).toBe(1500);
  expect(textOf(svg.slice(0, 20_000))).toMatch(/5000 changed.*Drawn: 1500 of 5000 actions/s);
});

it('shows every mark by a word, a sign and a colour', () => {
  const [hook, fetch, check, tell] = [1, 2, 3, 4].map((at) => action(at, 'Trigger', `A${at}`));
  if (!hook || !fetch || !check || !tell) throw new Error('the test itself is wrong');
  const before = laidOut(storyOf([hook, fetch, check], [{ source: 0, receiver: 1 }]), [
    [0, 0],
    [0, 90],
    [0, 180],
  ]);
  const after = laidOut(storyOf([hook, { ...fetch, options: { a: 1 } }, tell], []), [
    [0, 15],
    [0, 90],
    [0, 270],
  ]);
  const svg = svgOf(pictureOf(before, after));
  const text = textOf(svg);
  for (const told of ['1 added', '1 removed', '1 changed', '1 rewired', 'Connections: 1 removed.'])
    expect(text).toContain(told);
  for (const node of ['A1\nTrigger', 'A4']) expect(text).toContain(node.replace('Trigger', 'condition'));
  // A sign for each in the legend, one at each node, and one on the connection.
  expect(svg.match(/<circle r="9"/g)?.length).toBe(9);
  expect(svg).toContain('aria-label="Story Triage: 1 added, 1 removed, 1 changed, 1 rewired"');
  expect(svg).not.toContain('sp-node sp-moved');
  expect(svg).toContain('@media (prefers-color-scheme:dark)');
  const moved = svgOf(pictureOf(before, { ...before, diagram_layout: after.diagram_layout ?? null }), { moved: true });
  expect(textOf(moved)).toContain('1 moved');
  expect(moved).toContain('class="sp-node sp-moved"');
});
